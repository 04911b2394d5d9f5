import Foundation
import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
import Web

/// Asks the stand's router again and again inside one process, without sockets and without NIO, for
/// profilers and for the processor time of an answer alone.
enum Loop {
  static func run(
    data: String, fixed: String, path: String, bodyFile: String, count: Int
  ) async throws {
    let responder = try Stand.responder(data: data, fixed: fixed)
    // Without a body it is fetched, not posted.
    let isPosted = bodyFile != "-"
    let body =
      isPosted ? ByteBuffer(bytes: try Data(contentsOf: URL(filePath: bodyFile))) : ByteBuffer()
    let type =
      bodyFile.hasSuffix(".json") ? "application/json" : "application/x-www-form-urlencoded"
    let head = HTTPRequest(
      method: isPosted ? .post : .get, scheme: "http", authority: "127.0.0.1", path: path,
      headerFields: isPosted
        ? [.contentType: type, .contentLength: "\(body.readableBytes)"] : [:])
    func ask() async throws -> Response {
      try await responder.respond(
        to: Request(head: head, body: RequestBody(buffer: body)), context: context())
    }
    let first = try await ask()
    for _ in 0..<min(count, 1000) { _ = try await ask() }
    let begun = processorTime()
    try await turn(count, ask)
    let each = (processorTime() - begun) / Double(count) * 1e6
    print(
      "status \(first.status.code) bytes \(first.body.contentLength ?? 0) "
        + String(format: "microseconds %.2f", each))
  }

  /// As of a request that came over a connection.
  static func context() -> VisitContext {
    let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
    return VisitContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
  }

  /// The measured part alone, for profilers that count inside one function.
  @inline(never)
  private static func turn(
    _ count: Int, _ ask: () async throws -> Response
  ) async throws {
    for _ in 0..<count { _ = try await ask() }
  }

  /// Seconds of processor time that this process has taken.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
