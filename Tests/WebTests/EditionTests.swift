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
      let edition = Edition(compiling: Snapshot(), origin: .file, readAt: 0) { _ in ending.end() }
      current.swap(to: edition)
      taken = edition
    }
    current.swap(to: Edition(compiling: Snapshot(), origin: .file, readAt: 1))
    #expect(ending.ended == 0)
    #expect(taken?.readAt == 0)
    taken = nil
    #expect(ending.ended == 1)
  }

  @Test func `what is compiled side by side answers like what is compiled in turn`() {
    var snapshot = Snapshot()
    snapshot.generation = 7
    let backwards = SideBySide { Array($0.reversed().map { $0() }.reversed()) }
    let edition = Edition(compiling: snapshot, origin: .file, readAt: 0, backwards)
    #expect(edition.generation == 7)
    #expect(edition.routing.generation == 7)
    #expect(edition.directory.areas.values.isEmpty)
    #expect(edition.search.find("x").isEmpty)
  }
}
