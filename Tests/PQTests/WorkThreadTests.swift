import Dispatch
import Foundation
import Testing

@testable import PQ

@Suite struct WorkThreadTests {
  /// Notes down that it is let go.
  private final class Load: Sendable {
    private let ends: Notes<String>

    init(_ ends: Notes<String>) {
      self.ends = ends
    }

    deinit {
      ends.append("let go")
    }
  }

  /// Of the thread that asks.
  private static var niceness: Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }

  @Test func `a piece of work is let go before the next begins, though both waited`() async {
    let thread = WorkThread(name: "varde.test")
    let (gate, notes) = (DispatchSemaphore(value: 0), Notes<String>())
    thread.put { gate.wait() }
    var load: Load? = Load(notes)
    thread.put { [load] in withExtendedLifetime(load) { notes.append("first") } }
    load = nil
    #expect(load == nil)
    thread.put { notes.append("second") }
    gate.signal()
    await thread.run {}
    #expect(notes.all == ["first", "let go", "second"])
  }

  @Test func `what was put there is done in order, though nobody holds the thread any more`() async
  {
    var thread: WorkThread? = WorkThread(name: "varde.test")
    let (gate, notes) = (DispatchSemaphore(value: 0), Notes<Int>())
    await withCheckedContinuation { continuation in
      thread?.put { gate.wait() }
      for number in 1...3 { thread?.put { notes.append(number) } }
      thread?.put { continuation.resume() }
      thread = nil
      gate.signal()
    }
    #expect(notes.all == [1, 2, 3])
  }

  @Test func `it has a name and a priority of its own, and knows itself`() async throws {
    let thread = WorkThread(name: "varde.test", niceness: 19)
    let name = try await thread.run {
      Result { try String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8) }
    }.get()
    #expect(name == "varde.test\n")
    #expect(await thread.run { Self.niceness } == 19)
    #expect(await thread.run { thread.isCurrent })
    #expect(!thread.isCurrent)
    let other = WorkThread(name: "varde.other")
    #expect(await other.run { Self.niceness } == Self.niceness)
    #expect(await !other.run { thread.isCurrent })
  }
}
