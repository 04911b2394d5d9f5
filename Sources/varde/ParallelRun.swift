import Foundation
import Registry
import Analysis
import Routing

/// Works through a list on every processor, and hands the results over in order.
struct ParallelRun<Item: Sendable, Outcome: Sendable> {
  let items: [Item]
  let work: @Sendable (Item) -> Outcome

  private struct Numbered: Sendable {
    let number: Int
    let outcome: Outcome
  }

  /// Only a few results wait at a time, however long the list is.
  ///
  /// - Parameter isOver: whether nobody wants the rest, as when the output takes no more.
  func deliver(
    until isOver: () -> Bool = { false }, _ body: (Item, Outcome) -> Void
  ) async {
    let width = Processors.count
    var delivered = 0
    while delivered < items.count, !isOver() {
      let batch = delivered..<min(delivered + 8 * width, items.count)
      for outcome in await outcomes(of: batch, width: width) {
        body(items[delivered], outcome)
        delivered += 1
      }
    }
  }

  private func outcomes(of batch: Range<Int>, width: Int) async -> [Outcome] {
    await withTaskGroup(of: Numbered.self, returning: [Outcome].self) { group in
      var next = batch.lowerBound
      var made: [Numbered] = []
      while next < min(batch.lowerBound + width, batch.upperBound) {
        add(next, to: &group)
        next += 1
      }
      while let one = await group.next() {
        made.append(one)
        guard next < batch.upperBound else { continue }
        add(next, to: &group)
        next += 1
      }
      return made.sorted { $0.number < $1.number }.map(\.outcome)
    }
  }

  private func add(_ number: Int, to group: inout TaskGroup<Numbered>) {
    let (item, work) = (items[number], work)
    group.addTask { Numbered(number: number, outcome: work(item)) }
  }
}

enum Processors {
  static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

extension QuestionSpace {
  /// The same questions in as many lots as there are processors, by concern.
  var lots: [QuestionSpace] {
    let width = min(Processors.count, concerns.count)
    return (0..<width).map { lot in
      var share = self
      share.concerns = concerns.indices.filter { $0 % width == lot }.map { concerns[$0] }
      return share
    }
  }
}

extension Console {
  /// How far a long work has come, only for eyes.
  func progress(_ done: Int, of total: Int) {
    guard isTerminal, total > 1 else { return }
    complain("\r\(done)/\(total)\u{1B}[K\r")
  }
}
