import CLibPQ
import Logging
import PQ
import Synchronization
import TestSupport
import Testing

/// A server that answers and will not have us, when the pool asks whether it is away.
@Suite struct RefusalTests {
  private let one = PQStatement(name: "one", sql: "select 1")

  @Test func `one that took us in by then was only away`() async throws {
    let cluster = try await Cluster.shared()
    let administrator = cluster.configuration()
    let logger = Logger(label: "test") { _ in
      OnWarning {
        let session = administrator.withPointers { PQconnectdbParams($0, $1, 0) }
        PQclear(PQexec(session, "create role late login"))
        PQfinish(session)
      }
    }
    let pool = PQPool(
      cluster.configuration(user: "late"), acquireTimeout: .seconds(300), logger: logger)
    #expect(try await pool.query(one).count == 1)
    await pool.close()
  }

  @Test func `one that refuses again is believed`() async throws {
    let warnings = Counter()
    let logger = Logger(label: "test") { _ in
      OnWarning { warnings.count.add(1, ordering: .relaxed) }
    }
    let configuration = try await Cluster.shared().configuration(user: "nobody")
    let pool = PQPool(configuration, acquireTimeout: .seconds(300), logger: logger)
    let error = try await failure { _ = try await pool.query(one) }
    #expect(error.kind == .connection)
    #expect(warnings.count.load(ordering: .relaxed) == 1)
    await pool.close()
  }

  private final class Counter: Sendable {
    let count = Atomic<Int>(0)
  }
}

/// Does something wherever the pool warns, before it goes on.
private struct OnWarning: LogHandler {
  let act: @Sendable () -> Void
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  init(_ act: @escaping @Sendable () -> Void) {
    self.act = act
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { act() }
}
