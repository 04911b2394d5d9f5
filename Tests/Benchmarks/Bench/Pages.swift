import Foundation
import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Registry
import Site
import Store
import Presentation
import Web

/// One posted form answered again and again in this process, without sockets or middleware: what
/// the page itself costs, for callgrind and perf.
struct Pages {
  private let site: Site

  init(data: String) throws {
    let saved = try SnapshotFile(folder: data).read()
    let time = try OsloTime()
    let today = time.moment(at: Int64(Date().timeIntervalSince1970)).day
    let edition = Edition(
      compiling: saved.snapshot, on: today, origin: .file, readAt: saved.readAt)
    site = Site(
      current: CurrentEdition(edition), time: time, build: "bench",
      now: { Int64(Date().timeIntervalSince1970) })
  }

  /// Prints status, bytes, and the processor time of one page in microseconds.
  func write(path: String, body: String, count: Int) async throws {
    let route = site.routes.first { $0.method == .post && $0.pattern == path }
    guard let route else { return print("nothing answers POST \(path)") }
    let isJSON = body.hasPrefix("{")
    let head = HTTPRequest(
      method: .post, scheme: "http", authority: "localhost", path: path,
      headerFields: [
        .contentType: isJSON ? "application/json" : "application/x-www-form-urlencoded"
      ])
    var context = VisitContext(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "bench")))
    context.edition = site.current.taken.edition
    var bytes = 0
    var status = 0
    // What belongs to the edition is made before the clock starts.
    var begun = 0.0
    for turn in 0...count {
      if turn == 1 { begun = Pages.processorSeconds() }
      let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
      let response = try await route.answer(request, context)
      bytes = response.body.contentLength ?? 0
      status = Int(response.status.code)
    }
    let each = (Pages.processorSeconds() - begun) / Double(count) * 1e6
    print("status \(status) bytes \(bytes) \(String(format: "%.1f", each)) µs each")
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
