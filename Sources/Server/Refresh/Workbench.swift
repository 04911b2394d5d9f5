import Dispatch
import Foundation
import Registry
import Synchronization

/// A thread of its own for work that takes long, behind everything that answers.
///
/// What is decoded, compiled and let go here takes seconds for a whole country. On the threads that
/// tasks share it would stand in the way of answers; and with the priority of theirs it would take
/// every second turn on a busy processor.
final class Workbench: Sendable {
  private let lane: Lane

  /// - Parameter niceness: 0 is like everybody else; 19 takes what nobody wants.
  init(name: String, niceness: Int32) {
    let lane = Lane()
    self.lane = lane
    let thread = Thread { lane.run(niceness) }
    thread.name = name
    thread.start()
  }

  deinit {
    lane.close()
  }

  /// Runs the work after all that was put here before, and returns what it makes.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      put { continuation.resume(returning: work()) }
    }
  }

  /// Runs the work after all that was put here before.
  func put(_ work: @escaping @Sendable () -> Void) {
    lane.put(work)
  }
}

/// What the thread itself holds, so that the bench can go while it still works.
private final class Lane: Sendable {
  private struct Waiting {
    var works: [@Sendable () -> Void] = []
    var isClosed = false
  }

  private let waiting = Mutex(Waiting())
  private let bell = DispatchSemaphore(value: 0)

  func put(_ work: @escaping @Sendable () -> Void) {
    waiting.withLock { $0.works.append(work) }
    bell.signal()
  }

  func close() {
    waiting.withLock { $0.isClosed = true }
    bell.signal()
  }

  func run(_ niceness: Int32) {
    // On Linux the priority is the calling thread's own. Without it the work is done all the same.
    _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness)
    while true {
      bell.wait()
      let (work, isClosed) = waiting.withLock { waiting in
        (waiting.works.isEmpty ? nil : waiting.works.removeFirst(), waiting.isClosed)
      }
      if let work { work() } else if isClosed { return }
    }
  }
}

extension SideBySide {
  /// On every processor, with the threads that the system keeps for that.
  static let onEveryProcessor = SideBySide { parts in
    let made = Mutex([Int: any Sendable]())
    DispatchQueue.concurrentPerform(iterations: parts.count) { place in
      let value = parts[place]()
      made.withLock { $0[place] = value }
    }
    return made.withLock { made in parts.indices.compactMap { made[$0] } }
  }
}
