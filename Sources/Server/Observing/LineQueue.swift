import Dispatch
import PQ
import Synchronization

/// Lines on their way to a descriptor, written by one thread of their own.
///
/// Whoever has something to say never waits for those who read it: what finds no room is dropped
/// and counted, and so is what the descriptor does not take. How many that were is told among the
/// lines as soon as one can be written again. Lines come out whole and in order.
package final class LineQueue: Sendable {
  private struct State {
    /// Whole lines, oldest first; those before `next` have been taken.
    var lines: [[UInt8]] = []
    var next = 0
    var waitingBytes = 0
    /// Lost since it was last told.
    var untold = 0
    var lost = 0
    var isBeingWritten = false
    /// What was written last ended inside a line.
    var isInsideLine = false

    /// The next line, and those after it that there is room for beside it.
    mutating func take(bytesMax: Int) -> ArraySlice<[UInt8]> {
      let first = next
      var bytes = 0
      while next < lines.count, next == first || bytes + lines[next].count <= bytesMax {
        bytes += lines[next].count
        next += 1
      }
      let taken = lines[first..<next]
      waitingBytes -= bytes
      // Now and then, since all that remains is moved.
      if next > 1_024 {
        lines.removeFirst(next)
        next = 0
      }
      return taken
    }
  }

  /// Some ten thousand lines of the log.
  package static let bytesMax = 4 << 20
  /// Written at once. Up to so much a pipe takes whole, whoever else writes to it.
  private static let batchBytesMax = 4_096

  private let descriptor: Int32
  private let bytesMax: Int
  private let telling: @Sendable (Int) -> [UInt8]
  private let state = Mutex(State())
  private let thread = WorkThread(name: "varde-lines")

  /// - Parameters:
  ///   - bytesMax: the most that waits to be written.
  ///   - telling: the line that says that so many were lost; empty says nothing.
  package init(
    to descriptor: Int32, bytesMax: Int = LineQueue.bytesMax,
    telling: @escaping @Sendable (_ lost: Int) -> [UInt8] = { _ in [] }
  ) {
    self.descriptor = descriptor
    self.bytesMax = bytesMax
    self.telling = telling
  }

  /// How many lines were lost in all.
  package var lost: Int { state.withLock { $0.lost } }

  /// Puts a whole line in the queue, or drops and counts it. Never waits for who reads.
  package func append(_ line: [UInt8]) {
    let isIdle = state.withLock { state in
      guard state.waitingBytes + line.count <= bytesMax else {
        state.lost += 1
        state.untold += 1
        return false
      }
      state.lines.append(line)
      state.waitingBytes += line.count
      defer { state.isBeingWritten = true }
      return !state.isBeingWritten
    }
    if isIdle { thread.put { self.writeWaiting() } }
  }

  /// Waits until what was appended before has been written, but no longer than that.
  package func flush(milliseconds: Int) {
    let done = DispatchSemaphore(value: 0)
    // Who appended may have been stopped before it asked for its line to be written.
    thread.put {
      self.writeWaiting()
      done.signal()
    }
    _ = done.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  private struct Batch {
    /// How many lost lines the first of the lines tells.
    var told = 0
    var lines: [[UInt8]] = []
    var begins: [UInt8] = []
  }

  private func writeWaiting() {
    while let batch = nextBatch() {
      let bytes = batch.begins + batch.lines.joined()
      note(Descriptor.write(bytes, to: descriptor).count, of: batch, bytes)
    }
  }

  private func nextBatch() -> Batch? {
    state.withLock { state in
      guard state.next < state.lines.count else {
        state.lines.removeAll()
        state.next = 0
        state.isBeingWritten = false
        return nil
      }
      var batch = Batch(begins: state.isInsideLine ? [UInt8(ascii: "\n")] : [])
      if state.untold > 0 {
        batch.told = state.untold
        batch.lines.append(telling(state.untold))
        state.untold = 0
      }
      batch.lines += state.take(bytesMax: LineQueue.batchBytesMax)
      return batch
    }
  }

  /// What did not go out whole is lost: to try it again would be to try for ever.
  private func note(_ written: Int, of batch: Batch, _ bytes: [UInt8]) {
    var end = batch.begins.count
    var lost = 0
    for (index, line) in batch.lines.enumerated() {
      end += line.count
      guard end > written else { continue }
      lost += index == 0 && batch.told > 0 ? 0 : 1
    }
    let isTold = batch.told == 0 || written >= batch.begins.count + batch.lines[0].count
    state.withLock { state in
      if written > 0 { state.isInsideLine = bytes[written - 1] != UInt8(ascii: "\n") }
      state.lost += lost
      state.untold += lost + (isTold ? 0 : batch.told)
    }
  }
}
