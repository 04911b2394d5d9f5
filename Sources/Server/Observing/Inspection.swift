import HTTPTypes
import Hummingbird
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
      guard current.taken.edition != nil else {
        return Inspection.reply("no edition yet\n", status: .serviceUnavailable)
      }
      return Inspection.reply("ready\n")
    }
    return router.buildResponder()
  }

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
