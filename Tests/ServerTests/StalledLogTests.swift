import Foundation
import Synchronization
import TestSupport
import Testing

/// Streams that nobody reads, that are full or closed: the program serves and ends all the same.
@Suite struct StalledLogTests {
  @Test func `a log that nobody reads holds no answer, nor health, nor the end of the program`()
    async throws
  {
    let town = try await Town.make()
    let pipe = Pipe()
    let program = try Program.serving(town.reader, errors: pipe.fileHandleForWriting)
    let site = try await program.clientByItsOutput()
    let inspection = Client(port: try await Self.inspectionPort(in: pipe))
    // From here on nobody reads: some 200 bytes a request fill the pipe after a few hundred.
    for number in 0..<700 {
      #expect(try await site.get("/om").status == 200, "\(number)")
    }
    #expect(try await inspection.get("/health/live").status == 200)
    #expect(try await inspection.get("/metrics").body.contains("varde_log_lines_lost_total 0\n"))
    program.terminate()
    #expect(try await program.status() == 0)
    try pipe.fileHandleForReading.close()
  }

  @Test(arguments: ["2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full"])
  func `a log that is closed or full is counted and stops nothing`(_ redirection: String)
    async throws
  {
    let town = try await Town.make()
    let ports = [try Self.freePort(), try Self.freePort()]
    let program = try Program.serving(
      town.reader, ["VARDE_PORT": "\(ports[0])", "VARDE_INSPECTION_PORT": "\(ports[1])"],
      redirection: redirection)
    let (site, inspection) = (Client(port: ports[0]), Client(port: ports[1]))
    try await eventually("ready") {
      let status = try? await inspection.get("/health/ready").status
      return status == 200 || program.hasEnded
    }
    for _ in 0..<50 { #expect(try await site.get("/sted/9901-tranvik").status == 200) }
    let metrics = try await inspection.get("/metrics").body
    let lost = metrics.firstMatch(of: /\nvarde_log_lines_lost_total (\d+)\n/)
    #expect(lost.flatMap { Int($0.1) } ?? 0 > 0)
    // What was closed is not the number of a socket now, which would get the log.
    for number in [1, 2] {
      let target = try FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/\(program.id)/fd/\(number)")
      #expect(target.hasPrefix("/"), "\(number) leads to \(target)")
    }
    program.terminate()
    #expect(try await program.status() == 0)
  }

  @Test(arguments: [">/dev/full", ">&-", ">&- <&-"])
  func `a screen that takes nothing stops nothing`(_ redirection: String) async throws {
    let town = try await Town.make()
    let program = try Program.serving(town.reader, redirection: redirection)
    let site = try await program.client()
    #expect(try await site.get("/om").status == 200)
    program.terminate()
    #expect(try await program.status() == 0)
    #expect(program.log.contains("stopping"))
  }

  @Test func `the level says what is logged, and one that is none is refused with the nearest`()
    async throws
  {
    let town = try await Town.make()
    let program = try Program.serving(town.reader, ["VARDE_LOG_LEVEL": "notice"])
    let site = try await program.client()
    for _ in 0..<3 { #expect(try await site.get("/om").status == 200) }
    program.terminate()
    #expect(try await program.status() == 0)
    #expect(!program.log.contains("served") && program.log.contains("stopping"))

    let refused = try Program(
      ["serve", "--log-level", "warnig"], environment: ["VARDE_DATABASE": "host=/nowhere"])
    #expect(try await refused.status() == 1)
    #expect(refused.log.contains("«warnig»: mente du «warning»?"), "\(refused.log)")
    #expect(refused.log.contains("VARDE_LOG_LEVEL"))
  }

  @Test func `what the library says of its own end at a stop by force is not logged as a fault`()
    async throws
  {
    let town = try await Town.make()
    let program = try Program.serving(
      town.reader,
      [
        "VARDE_LIMITS_STOP_SECONDS": "1", "VARDE_LIMITS_REQUEST_SECONDS": "600",
        "VARDE_LIMITS_IDLE_SECONDS": "600",
      ])
    let wire = try Wire(port: try await program.client().port)
    let inspection = try await program.client("metrics and health")
    try wire.send("POST /svar HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nplace")
    try await inspection.shows("varde_requests_in_flight 1")
    program.terminate()
    #expect(try await program.status() == 0)
    #expect(!program.log.contains("CancellationError"), "\(program.log)")
  }

  /// Reads the log until it tells the port of the metrics, and nothing after.
  private static func inspectionPort(in pipe: Pipe) async throws -> Int {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var text = ""
        while true {
          let part = pipe.fileHandleForReading.availableData
          text += String(decoding: part, as: UTF8.self)
          let told = text.firstMatch(of: /metrics and health","address":"[^"]*:(\d+)\//)
          guard told == nil, !part.isEmpty else {
            return continuation.resume(returning: told.flatMap { Int($0.1) } ?? 0)
          }
        }
      }
    }
  }

  /// A port that was free just now, that the system gives to nobody unasked, and that no other test
  /// of this process gets.
  private static func freePort() throws -> Int {
    for _ in 0..<1000 {
      let port = nextPort.add(1, ordering: .relaxed).newValue
      if isFree(port) { return port }
    }
    throw Closed()
  }

  private static let nextPort = Atomic(20_000 + Int(getpid()) % 10_000)

  private struct Closed: Error {}

  private static func isFree(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
