import Foundation
import Logging
import PQ
import Server
import Synchronization
import Web

/// A whole node in this process, on free ports.
struct Running: Sendable {
  let witness: Witness
  let site: Client
  let inspection: Client
  let makers: Makers

  static func node<Value: Sendable>(
    _ database: PQConfiguration, folder: String? = nil, limits: NodeLimits = .roomy,
    proxies: TrustedProxies = .none, editionWait: Duration? = nil,
    _ body: @Sendable (Running) async throws -> Value
  ) async throws -> Value {
    var configuration = NodeConfiguration(database: database)
    configuration.address.port = 0
    configuration.inspection.port = 0
    configuration.snapshotFolder = folder
    configuration.limits = limits
    configuration.proxies = proxies
    configuration.pace = .quick
    if let editionWait { configuration.editionWait = editionWait }
    let witness = Witness()
    let node = try Node(
      configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      build: "test", receivers: [witness.note], now: { Int64(Date().timeIntervalSince1970) })
    let task = Task { try await node.run(stoppedBy: [], endProgram: {}) }
    do {
      let value = try await body(
        Running(
          witness: witness, site: Client(port: try await witness.port(\.startedAddress)),
          inspection: Client(port: try await witness.port(\.inspectableAddress)),
          makers: node.makers))
      task.cancel()
      _ = await task.result
      return value
    } catch {
      task.cancel()
      _ = await task.result
      throw error
    }
  }
}

extension NodeLimits {
  /// A test asks more than any visitor.
  static var roomy: NodeLimits {
    var limits = NodeLimits()
    limits.burst = 100_000
    return limits
  }
}

extension Witness {
  func port(_ address: @Sendable (Observation) -> String?) async throws -> Int {
    try await sees("an address") { address($0) != nil }
    let text = observations.compactMap(address).first ?? ""
    return text.split(separator: ":").last.flatMap { Int($0.dropLast()) } ?? 0
  }
}

extension Observation {
  var startedAddress: String? {
    if case .started(let address) = self { return address }
    return nil
  }
  var inspectableAddress: String? {
    if case .inspectable(let address) = self { return address }
    return nil
  }
}

/// The built program in a process of its own; ended with the value.
final class Program: Sendable {
  let folder: Folder
  private let process: Mutex<Process>

  /// - Parameters:
  ///   - redirection: what a shell is told of its streams, such as `>/dev/full 2>&-`.
  ///   - errors: its standard error, in place of the file that ``log`` reads.
  init(
    _ arguments: [String], environment: [String: String], redirection: String = "",
    errors: FileHandle? = nil
  ) throws {
    folder = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "exec \"$0\" \"$@\" \(redirection)", Program.url.path()] + arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
    process.currentDirectoryURL = URL(filePath: folder.path)
    for name in ["out", "log"] {
      _ = FileManager.default.createFile(atPath: "\(folder.path)/\(name)", contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: "\(folder.path)/out")
    process.standardError = errors ?? FileHandle(forWritingAtPath: "\(folder.path)/log")
    process.standardInput = FileHandle.nullDevice
    try process.run()
    self.process = Mutex(process)
  }

  deinit {
    process.withLock { if $0.isRunning { kill($0.processIdentifier, SIGKILL) } }
  }

  /// Serves that database on free ports.
  static func serving(
    _ database: PQConfiguration, _ extra: [String: String] = [:], redirection: String = "",
    errors: FileHandle? = nil
  ) throws -> Program {
    let parameters = database.parameters.filter { ["host", "port", "dbname"].contains($0.key) }
    let text = parameters.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let environment = [
      "VARDE_DATABASE": text, "VARDE_PORT": "0", "VARDE_INSPECTION_PORT": "0",
      "VARDE_SNAPSHOT_FOLDER": "snapshots", "VARDE_LIMITS_BURST": "10000",
    ]
    return try Program(
      ["serve"], environment: environment.merging(extra) { _, given in given },
      redirection: redirection, errors: errors)
  }

  var out: String { text("out") }
  var log: String { text("log") }
  var logLines: [[String: Any]] {
    log.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  func client(_ message: String = "started") async throws -> Client {
    var port: Int?
    try await eventually("\(message): \(log)") {
      let line = logLines.first { $0["message"] as? String == message }
      port = (line?["address"] as? String).flatMap {
        $0.split(separator: ":").last.flatMap { Int($0.dropLast()) }
      }
      if hasEnded { throw Lateness(description: "the program ended: \(log)\(out)") }
      return port != nil
    }
    return Client(port: port ?? 0)
  }

  /// The site of a program whose log is not to be read.
  func clientByItsOutput() async throws -> Client {
    var port: Int?
    try await eventually("said where it answers: \(out)") {
      port = out.split(separator: ":").last.flatMap { Int($0.dropLast(2)) }
      return port != nil
    }
    return Client(port: port ?? 0)
  }

  func terminate() {
    process.withLock { _ = kill($0.processIdentifier, SIGTERM) }
  }

  var id: Int32 { process.withLock { $0.processIdentifier } }

  var hasEnded: Bool { process.withLock { !$0.isRunning } }

  func status() async throws -> Int32 {
    try await eventually("ended: \(log)") { hasEnded }
    return process.withLock { $0.terminationStatus }
  }

  private func text(_ name: String) -> String {
    FileManager.default.contents(atPath: "\(folder.path)/\(name)")
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The program that was built beside these tests.
  private static var url: URL {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "varde")
  }
}
