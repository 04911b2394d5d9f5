import HTTPTypes
import Hummingbird
import Registry
import Synchronization
import Web

/// What those who run a node may ask of it, on a port of its own that visitors never reach.
struct Inspection: Sendable {
  let tally: Tally
  let current: CurrentEdition
  let build: String
  /// What the site answers to, so that a check can tell whether it has been everywhere.
  let routes: [Route]
  let stopping: Stopping
  let reachable: Reachable
  /// How many lines the log has lost.
  let linesLost: @Sendable () -> Int
  let now: @Sendable () -> Int64

  var responder: some HTTPResponder<BasicRequestContext> {
    let router = Router()
    router.get("/metrics") { _, _ in
      var counts = tally.counts
      counts.linesLost = linesLost()
      let text = PrometheusText(counts, current: current, build: build, now: now())
      return Inspection.reply(
        text.text, type: "text/plain; version=0.0.4; charset=utf-8", status: .ok)
    }
    router.get("/routes") { _, _ in
      Inspection.reply(
        routes.map { "\($0.method.rawValue) \($0.pattern)\n" }.sorted().joined())
    }
    router.get("/health/live") { _, _ in Inspection.reply("live\n") }
    router.get("/health/ready") { _, _ in
      if stopping.hasBegun { return Inspection.reply("stopping\n", status: .serviceUnavailable) }
      return ready
    }
    return router.buildResponder()
  }

  /// In the first line whether visitors may be sent here, below it what they would be shown.
  private var ready: Response {
    guard let edition = current.taken.edition else {
      return Inspection.reply("no edition yet\n", status: .serviceUnavailable)
    }
    var text = "edition \(edition.mark)\n"
    if !edition.unreadable.isEmpty {
      text += "rows that cannot be read and are not shown: \(edition.unreadable.count)\n"
      for row in edition.unreadable.prefix(Inspection.rowsMax) { text += "- \(row)\n" }
    }
    guard reachable.hasBegun else {
      return Inspection.reply("not listening yet\n" + text, status: .serviceUnavailable)
    }
    guard !current.isAhead else {
      return Inspection.reply(
        "ahead of the database\n" + text, status: .serviceUnavailable)
    }
    return Inspection.reply("ready\n" + text)
  }

  /// How many of the rows that cannot be read are named.
  private static let rowsMax = 100

  private static func reply(
    _ text: String, type: String = "text/plain; charset=utf-8",
    status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
