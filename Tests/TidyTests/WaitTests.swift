import Foundation
import Testing

/// Where a thread may be made to wait for another, for a descriptor or for time.
///
/// Whatever waits where answers are made holds every other answer of that thread, so each place is
/// a decision: either what is waited for is always short, or the thread is one of its own.
@Suite("Waiting") struct WaitTests {
  /// The files that may, and why. A new one is a decision; a row without its wait is removed.
  static let mayWait = [
    "Sources/PQ/Session+Connect.swift": "asks whether the socket is ready, for 0 ms",
    "Sources/PQ/Session.swift": "on the connection's own thread, within the turn's deadline",
    "Sources/PQ/Turn.swift": "on a courier's own thread, within the turn's deadline",
    "Sources/PQ/WorkThread.swift": "the thread waits for its own work; the lock holds a list",
    "Sources/Server/Listening/Crowd.swift": "the lock holds counts",
    "Sources/Server/Observing/Descriptor.swift": "on the thread of a queue, or of a command",
    "Sources/Server/Observing/LineQueue.swift":
      "the lock holds a list of lines; only the end of the program waits, for a bounded time",
    "Sources/Server/Observing/Tally.swift": "the lock holds counts",
    "Sources/Server/Refresh/Refresher.swift": "the lock holds a reference",
    "Sources/Server/Refresh/SideBySide+Processors.swift":
      "on the refresher's own threads; the lock holds what they made",
    "Sources/Store/SnapshotFile/DiskFile.swift": "on the refresher's own thread",
    "Sources/Web/Edition.swift": "the lock holds a reference",
    "Sources/Web/KeptReplies.swift": "the lock holds references",
    "Sources/Web/Makers.swift": "the lock holds a list; only the makers' own threads wait",
    "Sources/Web/Memo.swift": "the lock holds a reference",
    "Sources/Web/RateLimit.swift":
      "the lock holds a sixteenth of the spenders, which is sorted when it is full",
  ]

  static var waits: Regex<Substring> {
    #/
      \b (?: Mutex | DispatchSemaphore | DispatchGroup | NSLock | NSRecursiveLock | NSCondition
        | NSConditionLock | ManagedCriticalState | NIOLock | NIOLockedValueBox
        | pthread_ (?: mutex | rwlock | cond | spin | barrier | join ) \w*
        | sem_ (?: timed )? wait | usleep | nanosleep | clock_nanosleep | p? poll | epoll_wait
        | pselect | flock | lockf | fsync | fdatasync | waitpid | Thread \. sleep
        | Glibc \. (?: p? read v? | p? write v? | send | recv | accept | connect | sleep | select )
      ) \b
      | \. wait \(
      | \. sync \s* [{(]
      | (?: ^ | [^.\w] ) sleep \( \s* \d
    /#
  }

  static func files(of sources: [SwiftSource]) -> [String] {
    let waits = waits
    return sources.filter { $0.text.code.firstMatch(of: waits) != nil }.map(\.path)
  }

  @Test("A thread is made to wait only in the files of the table")
  func places() throws {
    let found = Set(Self.files(of: try House.sources(under: "Sources")))
    #expect(found.subtracting(Self.mayWait.keys).sorted() == [], "not in the table")
    #expect(Set(Self.mayWait.keys).subtracting(found).sorted() == [], "in the table for nothing")
    #expect(Self.mayWait.values.allSatisfy { $0.count > 10 })
  }

  @Test(
    "Each way to wait is found, and what only looks like it is not",
    arguments: [
      ("let a = Mutex(1)", true), ("let a: Mutex<Int>", true), ("// a Mutex", false),
      (#"print("Mutex")"#, false), ("bell.wait()", true), ("await gate.waiting()", false),
      ("DispatchSemaphore(value: 0)", true), ("usleep(10)", true), ("sleep(1)", true),
      ("try await Task.sleep(for: .seconds(1))", false), ("Thread.sleep(forTimeInterval: 1)", true),
      ("poll(&a, 1, 0)", true), ("let pollMilliseconds = 1", false), ("queue.sync { a }", true),
      ("Glibc.read(a, b, 1)", true), ("row.write(to: &line)", false), ("fsync(file)", true),
      ("pthread_cond_wait(&a, &b)", true), ("pthread_self()", false), ("NSLock()", true),
      ("group.addTask { }", false), ("NIOLock()", true),
    ])
  func forms(source: String, waits: Bool) {
    let text = SwiftSource(path: "Sources/A.swift", raw: source, text: SwiftText(source))
    #expect(Self.files(of: [text]).isEmpty != waits)
  }
}
