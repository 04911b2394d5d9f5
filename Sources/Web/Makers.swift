import Foundation
import Synchronization

/// Threads of their own for what takes long to make, so that it never stands where answers are
/// made.
///
/// Each takes one piece after another. What waits is bounded: who comes when it is full is refused
/// at once and told to come back, and so is who has half of all places already: whoever asks for
/// much leaves room for others. The threads end when the last reference to this value goes,
/// after the work that was put here until then.
package final class Makers: Sendable {
  /// Every maker has work, and so many pieces wait already that one more would wait too long.
  package struct Busy: Error, Sendable {}

  /// Where a piece of work waits.
  package struct Place: Hashable, Sendable {
    fileprivate let number: Int
  }

  package static let threadsUsual = 2
  /// A page takes at most some twenty milliseconds, so that the last of these waits a third of a
  /// second.
  package static let waitingUsual = 32

  /// How many pieces may be made, or wait to be, for one requester.
  package let placesOfOneMax: Int

  private let queue: MakersQueue
  private let threads: Int

  /// - Parameter waitingMax: how many pieces may wait while every thread has one.
  package init(threads: Int = Makers.threadsUsual, waitingMax: Int = Makers.waitingUsual) {
    precondition(threads > 0 && waitingMax >= 0, "Somebody must make it.")
    self.threads = threads
    placesOfOneMax = max(1, (threads + waitingMax) / 2)
    queue = MakersQueue(busyMax: threads + waitingMax, placesOfOneMax: placesOfOneMax)
    for number in 1...threads {
      let thread = Thread { [queue] in
        while let piece = queue.next() {
          piece.work()
          queue.finished(piece)
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
  ///
  /// - Parameter requester: for whom; nil when it is for nobody in particular, which is bounded by
  ///   the places of all alone.
  @discardableResult
  package func put(
    for requester: String? = nil, _ work: @escaping @Sendable () -> Void
  ) throws(Busy) -> Place {
    guard let number = queue.append(work, for: requester) else { throw Busy() }
    return Place(number: number)
  }

  /// Leaves the place to another; work that has begun goes on.
  package func withdraw(_ place: Place) {
    queue.withdraw(place.number)
  }
}

/// What the threads themselves hold, so that the makers can go while a thread still works.
private final class MakersQueue: Sendable {
  struct Piece: Sendable {
    let number: Int
    let requester: String?
    let work: @Sendable () -> Void
  }

  private struct State {
    var waiting: [Piece] = []
    var busy = 0
    /// How many of the busy places each requester has.
    var places: [String: Int] = [:]
    var number = 0
    var isClosed = false

    mutating func leave(_ piece: Piece) {
      busy -= 1
      guard let requester = piece.requester else { return }
      let left = places[requester, default: 1] - 1
      places[requester] = left > 0 ? left : nil
    }
  }

  private let busyMax: Int
  private let placesOfOneMax: Int
  private let state = Mutex(State())
  /// Waited for by the threads of the makers and by nobody else.
  private let bell = DispatchSemaphore(value: 0)

  init(busyMax: Int, placesOfOneMax: Int) {
    self.busyMax = busyMax
    self.placesOfOneMax = placesOfOneMax
  }

  var busy: Int { state.withLock { $0.busy } }

  /// - Returns: the number of the piece; nil when there is no room for it.
  func append(_ work: @escaping @Sendable () -> Void, for requester: String?) -> Int? {
    let number = state.withLock { state -> Int? in
      guard state.busy < busyMax else { return nil }
      if let requester {
        let places = state.places[requester, default: 0]
        guard places < placesOfOneMax else { return nil }
        state.places[requester] = places + 1
      }
      state.busy += 1
      state.number += 1
      state.waiting.append(Piece(number: state.number, requester: requester, work: work))
      return state.number
    }
    if number != nil { bell.signal() }
    return number
  }

  func withdraw(_ number: Int) {
    state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.number == number }) else { return }
      state.leave(state.waiting.remove(at: place))
    }
  }

  func finished(_ piece: Piece) {
    state.withLock { $0.leave(piece) }
  }

  func close(_ threads: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads { bell.signal() }
  }

  /// Waits for the next piece of work; nil when there is none and will be none.
  func next() -> Piece? {
    while true {
      // It rings once for each piece, also one that is withdrawn, and once for each thread at the
      // end, which comes last.
      bell.wait()
      let (piece, isClosed) = state.withLock { state in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isClosed)
      }
      if piece != nil || isClosed { return piece }
    }
  }
}
