import Presentation
import Registry
import Routing
import Search
import Synchronization
import Testing
import Web

@Suite struct EditionTests {
  private final class Ending: Sendable {
    private let count = Mutex(0)
    var ended: Int { count.withLock { $0 } }
    func end() { count.withLock { $0 += 1 } }
  }

  @Test func `an edition is handed over for taking apart when the last has let it go, once`() {
    let ending = Ending()
    let current = CurrentEdition()
    var taken: Edition?
    do {
      let edition = Edition(compiling: Snapshot(), on: Day(number: 0), origin: .file, readAt: 0) {
        _ in ending.end()
      }
      current.swap(to: edition)
      taken = edition
    }
    current.swap(to: Edition(compiling: Snapshot(), on: Day(number: 0), origin: .file, readAt: 1))
    #expect(ending.ended == 0)
    #expect(taken?.readAt == 0)
    taken = nil
    #expect(ending.ended == 1)
  }

  @Test func `what is compiled side by side answers like what is compiled in turn`() {
    var snapshot = Snapshot()
    snapshot.generation = 7
    let backwards = SideBySide { Array($0.reversed().map { $0() }.reversed()) }
    let edition = Edition(
      compiling: snapshot, on: Day(number: 0), origin: .file, readAt: 0, backwards)
    #expect(edition.generation == 7)
    #expect(edition.routing.generation == 7)
    #expect(edition.directory.areas.values.isEmpty)
    #expect(edition.search.find("x").isEmpty)
  }

  private func edition(_ lineage: Lineage) -> Edition {
    var snapshot = Snapshot()
    snapshot.lineage = lineage
    return Edition(compiling: snapshot, on: Day(number: 0), origin: .database, readAt: 0)
  }

  @Test func `an edition gives way to every other but one that it has grown from`() {
    let first = EditionMark(generation: 1, lineage: ID(bits: 1 << 64))
    let second = EditionMark(generation: 2, lineage: ID(bits: 2 << 64))
    let lost = EditionMark(generation: 2, lineage: ID(bits: 3 << 64))
    let current = CurrentEdition(edition(Lineage(mark: second, ancestors: [first])))
    #expect(!current.swap(to: edition(Lineage(mark: first))))
    #expect(current.taken.edition?.mark == second)
    #expect(current.swap(to: edition(Lineage(mark: lost, ancestors: [first]))))
    #expect(current.swap(to: edition(Lineage(mark: EditionMark(generation: 1)))))
    #expect(second.description != lost.description)
    #expect(second.description == "0000000000000002-2")
  }

  @Test func `an edition that is ahead is stale until it is not`() {
    let current = CurrentEdition(edition(.none))
    current.markStale(since: 7, isAhead: true)
    #expect(current.isAhead && current.taken.staleSince == 7)
    current.markStale(since: nil)
    #expect(!current.isAhead && current.taken.staleSince == nil)
  }
}
