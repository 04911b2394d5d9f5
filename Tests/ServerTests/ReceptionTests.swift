import Foundation
import Server
import Synchronization
import Testing
import Web

@Suite struct ReceptionTests {
  @Test func `newcomers are answered while every thread of tasks and every maker is held`()
    async throws
  {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      let acute = "place=9901&severity=acute"
      let requests = [
        (node.site.port, "GET /personvern HTTP/1.1\r\nHost: localhost\r\n\r\n", "112"),
        (
          node.site.port,
          "POST /svar HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(acute.utf8.count)\r\n\r\n\(acute)", "tel:112"
        ),
        (node.inspection.port, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", "live"),
        (node.inspection.port, "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n", "ready"),
        (node.inspection.port, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", "varde_"),
      ]
      let (begun, held) = (Counter(), DispatchSemaphore(value: 0))
      defer { for _ in 0..<Makers.threadsUsual { held.signal() } }
      for _ in 0..<Makers.threadsUsual {
        try node.makers.put {
          begun.count.add(1, ordering: .acquiringAndReleasing)
          held.wait()
        }
      }
      try await eventually("held") {
        begun.count.load(ordering: .acquiring) == Makers.threadsUsual
      }
      let threads = ProcessInfo.processInfo.activeProcessorCount
      let asking = Asking(tasks: threads) {
        for (port, request, word) in requests {
          let wire = try Wire(port: port)
          try wire.send(request)
          let answer = try wire.read()
          guard answer.status == 200, answer.body.contains(word) else { throw Wire.Closed() }
        }
      }
      await withTaskGroup { group in
        for _ in 0..<threads {
          group.addTask { asking.holdThread() }
        }
      }
      #expect(asking.isAnswered)
      #expect(node.makers.busy == Makers.threadsUsual)
    }
  }

  private final class Counter: Sendable {
    let count = Atomic(0)
  }
}

/// Asks from a thread of its own as soon as so many tasks hold theirs, and lets them go when
/// everything is answered.
private final class Asking: Sendable {
  private let tasks: Int
  private let ask: @Sendable () throws -> Void
  private let answered = DispatchSemaphore(value: 0)
  private let held = Mutex(0)
  private let outcome = Mutex(false)

  init(tasks: Int, ask: @escaping @Sendable () throws -> Void) {
    self.tasks = tasks
    self.ask = ask
  }

  /// Whether everything was answered while the threads were held.
  var isAnswered: Bool { outcome.withLock { $0 } }

  func holdThread() {
    let isLast = held.withLock {
      $0 += 1
      return $0 == tasks
    }
    if isLast {
      Thread { [self] in
        let isAnswered = (try? ask()) != nil
        outcome.withLock { $0 = isAnswered }
        for _ in 0..<tasks { answered.signal() }
      }.start()
    }
    guard answered.wait(timeout: .now() + .seconds(600)) == .timedOut else { return }
    outcome.withLock { $0 = false }
  }
}
