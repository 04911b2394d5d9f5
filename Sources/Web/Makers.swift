import Foundation
import Synchronization

/// Threads of their own for what takes long to make, so that it never stands where answers are
/// made.
///
/// Each takes one piece after another. What waits is bounded: who comes when it is full is refused
/// at once and told to come back. The threads end when the last reference to this value goes, after
/// the work that was put here until then.
package final class Makers: Sendable {
  /// Every maker has work, and so many pieces wait already that one more would wait too long.
  package struct Busy: Error, Sendable {}

  package static let threadsUsual = 2
  /// A page takes at most some twenty milliseconds, so that the last of these waits a third of a
  /// second.
  package static let waitingUsual = 32

  private let queue: MakersQueue
  private let threads: Int

  /// - Parameter waitingMax: how many pieces may wait while every thread has one.
  package init(threads: Int = Makers.threadsUsual, waitingMax: Int = Makers.waitingUsual) {
    precondition(threads > 0 && waitingMax >= 0, "Somebody must make it.")
    self.threads = threads
    queue = MakersQueue(busyMax: threads + waitingMax)
    for number in 1...threads {
      let thread = Thread { [queue] in
        while let work = queue.next() {
          work()
          queue.finished()
        }
      }
      thread.name = "varde-make-\(number)"
      thread.start()
    }
  }

  deinit {
    queue.close(threads)
  }

  /// How many pieces are being made or wait to be.
  package var busy: Int { queue.busy }

  /// Has the work done on one of the threads, and returns at once.
  package func put(_ work: @escaping @Sendable () -> Void) throws(Busy) {
    guard queue.append(work) else { throw Busy() }
  }
}

/// What the threads themselves hold, so that the makers can go while a thread still works.
private final class MakersQueue: Sendable {
  private struct State {
    var works: [@Sendable () -> Void] = []
    var busy = 0
  }

  private let busyMax: Int
  private let state = Mutex(State())
  /// Waited for by the threads of the makers and by nobody else.
  private let bell = DispatchSemaphore(value: 0)

  init(busyMax: Int) {
    self.busyMax = busyMax
  }

  var busy: Int { state.withLock { $0.busy } }

  func append(_ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = state.withLock { state in
      guard state.busy < busyMax else { return false }
      state.busy += 1
      state.works.append(work)
      return true
    }
    if isTaken { bell.signal() }
    return isTaken
  }

  func finished() {
    state.withLock { $0.busy -= 1 }
  }

  func close(_ threads: Int) {
    for _ in 0..<threads { bell.signal() }
  }

  /// Waits for the next piece of work; nil when there is none and will be none.
  func next() -> (@Sendable () -> Void)? {
    // It rings once for each piece and once for each thread at the end, which comes last.
    bell.wait()
    return state.withLock { $0.works.isEmpty ? nil : $0.works.removeFirst() }
  }
}
