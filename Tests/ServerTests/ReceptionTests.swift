import Foundation
import Server
import Synchronization
import Testing

@Suite struct ReceptionTests {
  @Test func `who is connected is answered while every thread that tasks run on is held`()
    async throws
  {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      let wire = try Wire(port: node.site.port)
      // Once, so that the connection has been taken up.
      try wire.send("GET /om HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try await wire.answer().status == 200)
      let threads = ProcessInfo.processInfo.activeProcessorCount
      let asking = Asking(
        wire, "GET /personvern HTTP/1.1\r\nHost: localhost\r\n\r\n", tasks: threads)
      await withTaskGroup { group in
        for _ in 0..<threads {
          group.addTask { asking.holdThread() }
        }
      }
      #expect(asking.status == 200)
    }
  }
}

/// Asks from a thread of its own as soon as so many tasks hold theirs, and lets them go when the
/// answer is there.
private final class Asking: Sendable {
  private let wire: Wire
  private let request: String
  private let tasks: Int
  private let answered = DispatchSemaphore(value: 0)
  private let held = Mutex(0)
  private let outcome = Mutex<Int?>(nil)

  init(_ wire: Wire, _ request: String, tasks: Int) {
    self.wire = wire
    self.request = request
    self.tasks = tasks
  }

  /// Of the answer that came while the threads were held; nil when none came.
  var status: Int? { outcome.withLock { $0 } }

  func holdThread() {
    let isLast = held.withLock {
      $0 += 1
      return $0 == tasks
    }
    if isLast {
      Thread { [self] in
        try? wire.send(request)
        let status = try? wire.read().status
        outcome.withLock { $0 = status }
        for _ in 0..<tasks { answered.signal() }
      }.start()
    }
    guard answered.wait(timeout: .now() + .seconds(60)) == .timedOut else { return }
    outcome.withLock { $0 = nil }
  }
}
