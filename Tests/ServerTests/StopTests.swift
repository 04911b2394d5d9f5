import Web
import Foundation
import Logging
import Server
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

/// What is in flight when a node is told to stop is finished, and nothing else holds it.
@Suite struct StopTests {
  private static let body = "place=9901&function=SLT-koordinator"

  private static func begin(_ wire: Wire, sent count: Int) throws {
    try wire.send(
      "POST /svar HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body.prefix(count))")
  }

  @Test func `a request that has begun is answered after the program is told to stop`()
    async throws
  {
    let town = try await Town.make()
    let program = try Program.serving(town.reader)
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
    let wire = try Wire(port: site.port)
    try Self.begin(wire, sent: 5)
    try await inspection.shows("varde_requests_in_flight 1")

    program.terminate()
    try await eventually("closed to newcomers") { (try? Wire(port: site.port)) == nil }
    #expect(try await inspection.get("/health/ready").status == 503)
    #expect(!program.hasEnded)
    try wire.send(String(Self.body.dropFirst(5)))
    let answer = try await wire.answer()
    #expect(answer.status == 200)
    #expect(answer.body.contains("33 00 00 02"))
    #expect(await wire.isClosed())
    #expect(try await program.status() == 0)
    let messages = program.logLines.map { "\($0["message"] ?? "") \($0["route"] ?? "")" }
    #expect(messages.contains("served /svar"))
    #expect(messages.contains { $0.hasPrefix("stopping") })
  }

  @Test func `a request that never ends is cut off when the time for stopping is over`()
    async throws
  {
    let town = try await Town.make()
    // Only the time for stopping can end this request: the others are longer than the test waits.
    let program = try Program.serving(
      town.reader,
      [
        "VARDE_LIMITS_STOP_SECONDS": "1", "VARDE_LIMITS_REQUEST_SECONDS": "600",
        "VARDE_LIMITS_IDLE_SECONDS": "600",
      ])
    let wire = try Wire(port: try await program.client().port)
    let inspection = try await program.client("metrics and health")
    try Self.begin(wire, sent: 5)
    try await inspection.shows("varde_requests_in_flight 1")
    program.terminate()
    #expect(try await program.status() == 0)
    #expect(await wire.isClosed())
  }

  @Test func `what does not stop is told, and the program ended`() async throws {
    let town = try await Town.make()
    var limits = NodeLimits.roomy
    limits.stopSeconds = 600
    limits.endSeconds = 1
    let stopping = try Stopping(town, limits)
    try await stopping.run { node, stop in
      try await node.ready()
      let wire = try Wire(port: node.site.port)
      try Self.begin(wire, sent: 5)
      try await node.inspection.shows("varde_requests_in_flight 1")
      stop()
      try await node.witness.sees("the order to end the program") { $0 == .stuck }
      try await eventually("the program ended") { stopping.wasToEnd }
      try wire.send(String(Self.body.dropFirst(5)))
      #expect(try await wire.answer().status == 200)
    }
  }

  @Test func `the times for stopping are less than ten seconds together`() {
    #expect(NodeLimits().stopSeconds == 7)
    #expect(NodeLimits.stopSecondsMax < NodeLimits().endSeconds)
    #expect(NodeLimits().endSeconds < 10)
    // A clock of whole seconds may run one longer.
    #expect(NodeLimits().graceSeconds + 1 < NodeLimits().stopSeconds)
  }

  @Test func `a silent connection does not hold the program`() async throws {
    let town = try await Town.make()
    let program = try Program.serving(
      town.reader, ["VARDE_LIMITS_IDLE_SECONDS": "600", "VARDE_LIMITS_REQUEST_SECONDS": "600"])
    let wire = try Wire(port: try await program.client().port)
    try wire.send("GET /om HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(try await wire.answer().status == 200)
    program.terminate()
    #expect(try await program.status() == 0)
    #expect(await wire.isClosed())
  }

  @Test func `what reaches the machine just as the node stops is read and answered`() async throws {
    let town = try await Town.make()
    var limits = NodeLimits.roomy
    // Longer than the test: the connection is closed because its last request has been answered.
    limits.graceSeconds = 600
    limits.stopSeconds = 600
    let stopping = try Stopping(town, limits)
    try await stopping.run { node, stop in
      try await node.ready()
      let wire = try Wire(port: node.site.port)
      try wire.send("GET /om HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try await wire.answer().status == 200)
      stop()
      try await eventually("closed to newcomers") { (try? Wire(port: node.site.port)) == nil }
      try wire.send("GET /personvern HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try await wire.answer().status == 200)
      #expect(await wire.isClosed())
    }
  }
}

extension Client {
  /// Waits until the metrics have this line.
  func shows(_ line: String) async throws {
    try await eventually("shown \(line)") { try await get("/metrics").body.contains("\n\(line)\n") }
  }
}

/// A node in this process that is told to stop as a signal would tell it.
private struct Stopping: Service {
  private let node: Node
  private let witness = Witness()
  private let order = Order()

  /// Whether the node wanted its program ended.
  var wasToEnd: Bool { order.isGiven.load(ordering: .acquiring) }

  private final class Order: Sendable {
    let isGiven = Atomic(false)
  }

  init(_ town: Town, _ limits: NodeLimits) throws {
    var configuration = NodeConfiguration(database: town.reader)
    configuration.address.port = 0
    configuration.inspection.port = 0
    configuration.limits = limits
    node = try Node(
      configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      build: "test", receivers: [witness.note], now: { Int64(Date().timeIntervalSince1970) })
  }

  func run() async throws {
    try await node.run(stoppedBy: []) { [order] in
      order.isGiven.store(true, ordering: .releasing)
    }
  }

  /// Returns when the node has ended by itself after `body`.
  func run(
    _ body: @escaping @Sendable (Running, @Sendable () -> Void) async throws -> Void
  ) async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [self], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      let running = Running(
        witness: witness, site: Client(port: try await witness.port(\.startedAddress)),
        inspection: Client(port: try await witness.port(\.inspectableAddress)),
        makers: node.makers)
      try await body(running) { Task { await group.triggerGracefulShutdown() } }
      try await tasks.waitForAll()
    }
  }
}
