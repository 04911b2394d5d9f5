import Foundation
import PQ
import Presentation
import Registry
import Routing
import Search
import Server
import Store
import Synchronization
import TestSupport
import Testing
import Web

@Suite struct RefreshTests {
  @Test func `a committed change is in the next edition because it was notified`() async throws {
    let town = try await Town.make()
    try await Refreshing.run(town.reader, pace: .onlyNotified) { refreshing in
      try await refreshing.reaches(1)
      #expect(refreshing.name == "Tranvik kommune")
      let generation = try await town.rename("Tranvika")
      try await refreshing.reaches(generation)
      #expect(refreshing.name == "Tranvika kommune")
    }
  }

  @Test func `a change that nobody notified is found by looking`() async throws {
    let town = try await Town.make()
    try await Refreshing.run(town.reader, channel: "somewhere_else") { refreshing in
      try await refreshing.reaches(1)
      let generation = try await town.rename("Tranvika")
      try await refreshing.reaches(generation)
    }
  }

  @Test func `what begins on a day is told from its midnight on, also without the database`()
    async throws
  {
    // 2027-01-15T09:00 in Oslo.
    let now = Atomic<Int64>(1_800_000_000)
    let town = try await Town.makeAlone(of: Town.text(changingOn: "2027-01-16"))
    try await Refreshing.run(
      town.reader, now: { now.load(ordering: .acquiring) }
    ) { refreshing in
      func names() -> [String] {
        refreshing.current.taken.edition?.snapshot.names.map(\.text) ?? []
      }
      try await refreshing.reaches(1)
      #expect(!names().contains("Kommenesklubben"))
      try await town.database.cluster.kill()
      try await eventually("was stale") { refreshing.current.taken.staleSince != nil }
      now.store(1_800_000_000 + 15 * 3_600, ordering: .releasing)
      try await eventually("told") { names().contains("Kommenesklubben") }
      #expect(refreshing.current.taken.edition?.today == Day("2027-01-16"))
    }
  }

  @Test func `a change made while the listener was away is found when it is back`() async throws {
    let town = try await Town.makeAlone()
    try await Refreshing.run(town.reader, pace: .onlyNotified) { refreshing in
      try await refreshing.reaches(1)
      try await town.run("alter role varde_reader nologin")
      try await town.run(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'varde_reader'
        """)
      let generation = try await town.rename("Tranvika")
      try await town.run("alter role varde_reader login")
      try await refreshing.reaches(generation)
    }
  }

  @Test func `a killed database leaves the edition, marks it stale, and heals`() async throws {
    let town = try await Town.makeAlone()
    try await Refreshing.run(town.reader, pace: .patient) { refreshing in
      try await refreshing.reaches(1)
      try await town.database.cluster.kill()
      try await eventually("was stale") { refreshing.current.taken.staleSince != nil }
      #expect(refreshing.current.taken.edition?.generation == 1)
      #expect(refreshing.current.taken.staleSince == 1_800_000_000)
      try await town.database.cluster.start()
      try await refreshing.reaches(1)
      let generation = try await town.rename("Tranvika")
      try await refreshing.reaches(generation)
      #expect(refreshing.witness.count(\.isLoss) == 1)
      #expect(refreshing.witness.count(\.isReturn) == 1)
    }
  }

  @Test func `a database that hangs is given up, and believed again when it goes on`() async throws
  {
    let town = try await Town.makeAlone()
    try await Refreshing.run(town.reader) { refreshing in
      try await refreshing.reaches(1)
      try await town.database.cluster.freeze()
      try await refreshing.witness.seesTheLoss()
      #expect(refreshing.current.taken.edition?.generation == 1)
      try await town.database.cluster.thaw()
      try await refreshing.witness.sees("the return", \.isReturn)
    }
  }

  @Test func `a table that somebody holds a lock on makes the edition stale, not absent`()
    async throws
  {
    let town = try await Town.make()
    try await Refreshing.run(town.reader) { refreshing in
      try await refreshing.reaches(1)
      let holder = try await PQConnection.connect(town.database.configuration)
      try await holder.execute(script: "begin; lock table varde.generation")
      try await refreshing.witness.seesTheLoss()
      #expect(refreshing.current.taken.edition != nil)
      try await holder.execute(script: "rollback")
      await holder.close()
      try await refreshing.witness.sees("the return", \.isReturn)
      try await refreshing.reaches(1)
    }
  }

  @Test func `a reader who would see everything is refused at the first look`() async throws {
    let town = try await Town.make()
    let pool = PQPool(town.database.configuration, connectionsMax: 1)
    let refresher = Refresher(
      store: Store(pool: pool),
      listener: PQListener(town.database.configuration, channels: [Refresher.channel]),
      current: CurrentEdition(), file: nil, build: "test", observer: Observer(),
      time: try OsloTime(),
      now: { 0 })
    await #expect(throws: StoreError.self) { try await refresher.run() }
    await pool.close()
  }
}

@Suite struct StartTests {
  @Test func `a load leaves a file from which a node starts without its database`() async throws {
    let town = try await Town.makeAlone()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    try await Refreshing.run(town.reader, file: file) { refreshing in
      try await refreshing.witness.sees("the file written", \.isWritten)
    }
    try await town.database.cluster.stop()
    try await Refreshing.run(town.reader, file: file) { refreshing in
      try await refreshing.witness.seesTheLoss()
      let taken = refreshing.current.taken
      #expect(taken.edition?.origin == .file)
      #expect(taken.edition?.generation == 1)
      #expect(taken.staleSince == 1_800_000_000)
      #expect(refreshing.name == "Tranvik kommune")
      try await town.database.cluster.start()
      try await refreshing.reaches(1)
      #expect(refreshing.current.taken.edition?.origin == .database)
    }
  }

  @Test func `without database and file there is no edition until the database is back`()
    async throws
  {
    let town = try await Town.makeAlone()
    try await town.database.cluster.stop()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    try await Refreshing.run(town.reader, file: file) { refreshing in
      try await refreshing.witness.seesTheLoss()
      #expect(refreshing.current.taken.edition == nil)
      #expect(refreshing.witness.observations.allSatisfy { $0.refusal == nil })
      try await town.database.cluster.start()
      try await refreshing.reaches(1)
    }
  }

  @Test func `a file that cannot be written is tried again without a new generation`()
    async throws
  {
    let town = try await Town.make()
    let folder = try Folder()
    let place = "\(folder.path)/snapshots"
    try Data().write(to: URL(filePath: place))
    let file = SnapshotFile(folder: place)
    try await Refreshing.run(town.reader, file: file, pace: .patient) { refreshing in
      let isTold: (Observation) -> Bool = {
        if case .snapshotNotWritten = $0 { return true }
        return false
      }
      try await refreshing.witness.sees("the fault", isTold)
      try FileManager.default.removeItem(atPath: place)
      try await refreshing.witness.sees("the file written", \.isWritten)
      #expect(refreshing.witness.count(isTold) == 1)
    }
    let lineage = try await town.store { try await $0.snapshot().lineage }
    #expect(try file.read().snapshot.lineage == lineage)
  }

  @Test func `a damaged file is refused, told once, and replaced after the next load`()
    async throws
  {
    let town = try await Town.make()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    var snapshot = try Town.snapshot()
    snapshot.generation = 9
    _ = try file.write(SavedSnapshot(snapshot: snapshot, build: "test", readAt: 1))
    for path in [file.path, file.sparePath] { try Damage.flipLastByte(of: path) }
    try await Refreshing.run(town.reader, file: file) { refreshing in
      try await refreshing.witness.sees("the file written", \.isWritten)
      try await refreshing.reaches(1)
      #expect(refreshing.witness.count { $0.refusal != nil } == 2)
    }
    #expect(try file.read().snapshot.generation == 1)
  }
}
