import PQ
import Registry
import SeedFiles
import Store
import Synchronization
import Testing

@Suite struct LoadTests {
  @Test("A second load changes nothing")
  func aSecondLoadChangesNothing() async throws {
    let registry = try await TestRegistry.make()
    let planted = Sample.planted()
    let first = try await registry.load(planted)
    #expect(first.generation == 1)
    #expect(first.counts.first { $0.table == "designation" }?.added == 2)
    let history = try await registry.texts("select count(*)::text as text from varde.history")
    let second = try await registry.load(planted, day: Sample.today + 30)
    #expect(second.isEmpty)
    #expect(second.lines.isEmpty)
    #expect(try await registry.reader.generation() == 1)
    #expect(
      try await registry.texts("select count(*)::text as text from varde.history") == history)
  }

  @Test("A dry run shows the difference and writes nothing")
  func aDryRunShowsTheDifferenceAndWritesNothing() async throws {
    let registry = try await TestRegistry.make()
    let difference = try await registry.load(Sample.planted(), isDryRun: true)
    #expect(difference.lines.contains { $0.text.hasPrefix("designation-1") })
    #expect(try await registry.reader.generation() == 0)
    var snapshot = try await registry.reader.snapshot()
    snapshot.generation = 0
    #expect(snapshot == Snapshot())
  }

  @Test("What verify throws undoes the load")
  func whatVerifyThrowsUndoesTheLoad() async throws {
    struct Tie: Error {}
    let registry = try await TestRegistry.make()
    await #expect(throws: Tie.self) {
      try await registry.load(Sample.planted()) { snapshot in
        if snapshot.rules.count == 2, snapshot.generation == 1 { throw Tie() }
      }
    }
    #expect(try await registry.reader.generation() == 0)
    #expect(try await registry.reader.snapshot().rules.isEmpty)
  }

  @Test("A load tells how far it has come")
  func aLoadTellsHowFarItHasCome() async throws {
    let registry = try await TestRegistry.make()
    let heard = Mutex<[SeedProgress]>([])
    _ = try await registry.editor.load(
      Sample.planted().bundle(files: ["a"]), today: Sample.today, actor: "test", isDryRun: true,
      progress: { step in heard.withLock { $0.append(step) } }, verify: { _ in })
    let steps = heard.withLock { $0 }
    #expect(steps.first == .received(table: "source", rows: 1))
    #expect(steps.contains(.checked))
    #expect(steps.contains(.merged(table: "rule_target", rows: 6)))
    #expect(Array(steps.suffix(3)) == [.closed(rows: 0), .settled, .verified])
  }

  @Test("A changed fact is updated and its neighbour is not")
  func aChangedFactIsUpdatedAndItsNeighbourIsNot() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.replace(Sample.channel(1, written: "952 63 621", canonical: "+4795263621"))
    let difference = try await registry.load(planted)
    #expect(difference.lines.map(\.row.table) == ["channel"])
    #expect(difference.lines.first?.kind == .changed)
    #expect(difference.lines.first?.text.contains("+4791861884 -> +4795263621") == true)
    let channels = try await registry.reader.snapshot().channels
    #expect(channels.map(\.written) == ["952 63 621", "2800", ""])
    let recorded = try await registry.texts(
      "select key || ' ' || recorded as text from varde.channel order by key")
    #expect(recorded == ["channel-1 2", "channel-2 1", "channel-3 1"])
  }

  @Test("A changed seat carries its remits along")
  func aChangedSeatCarriesItsRemitsAlong() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.replace(Sample.designation(1, seat: 7))
    try await registry.load(planted)
    let seats = try await registry.texts(
      "select designation::text || ' ' || seat as text from varde.remit order by id")
    #expect(seats.compactMap { $0?.last } == ["7", "2"])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("Rows that do not hold are all reported with file and line")
  func rowsThatDoNotHoldAreAllReportedWithFileAndLine() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let unknown = Citation(id: Sample.id(9), source: Sample.id(99))
    let blank = Holiday(id: Sample.id(9), day: Sample.today, name: "")
    planted.add(unknown)
    planted.add(blank, seed: "b")
    let faults = try await refusal { try await registry.load(planted, files: ["a", "b"]) }
    #expect(faults.map(\.constraint).sorted() == ["citation_source_fkey", "holiday_name_said"])
    let fault = try #require(faults.first { $0.constraint == "holiday_name_said" })
    #expect(fault.position == planted.position(of: blank))
    #expect(fault.description.hasPrefix("b.yaml:"))
    #expect(fault.description.hasSuffix("holiday: A holiday has a name."))
    #expect(try await registry.reader.generation() == 0)
  }

  @Test("Two rows that do not go together are both named")
  func twoRowsThatDoNotGoTogetherAreBothNamed() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let other = AreaCode(
      id: Sample.id(9), area: Sample.id(2), scheme: "kommune", code: "5001",
      valid: Sample.from2020)
    planted.add(other, seed: "b")
    let faults = try await refusal { try await registry.load(planted, files: ["a", "b"]) }
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.constraint == "area_code_one_area")
    #expect(fault.otherPosition == planted.position(of: other))
    #expect(fault.position?.path == "a.yaml")
    #expect(
      fault.description.contains("An official number belongs to one area at a time. (also b.yaml:"))
  }

  @Test("Rows may come in any order and exchange their places")
  func rowsMayComeInAnyOrderAndExchangeTheirPlaces() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.replace(Sample.designation(1, person: 1, seat: 2))
    planted.replace(Sample.designation(2, person: 2, seat: 1))
    planted.replace(Function(id: Sample.id(1), key: "slt-coordinator"))
    planted.replace(Function(id: Sample.id(2), key: "resource-person"))
    try await registry.load(planted)
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.designations.map(\.seat) == [2, 1])
    #expect(snapshot.functions.map(\.key) == ["slt-coordinator", "resource-person"])
  }

  @Test("An invented country is refused by the database itself where anything real is, and back")
  func anInventedCountryIsRefusedByTheDatabaseItself() async throws {
    let invented = """
      select varde.open_change(null, 'test', null);
      insert into varde.seed_file (name) values ('synthetic-b');
      """
    let real = try await TestRegistry.make()
    try await real.load(Sample.planted())
    let error = await #expect(throws: PQError.self) {
      try await real.run(invented, as: "varde_editor")
    }
    #expect(error?.constraint == "seed_file_not_mixed")
    let country = try await TestRegistry.make()
    try await country.run(invented, as: "varde_editor")
    let faults = try await refusal { try await country.load(Sample.planted()) }
    #expect(faults.map(\.constraint) == ["seed_file_not_mixed"])
  }

  @Test("A reader may not load")
  func aReaderMayNotLoad() async throws {
    let registry = try await TestRegistry.make()
    await #expect(throws: PQError.self) {
      _ = try await registry.reader.load(
        Sample.planted().bundle(files: ["a"]), today: Sample.today, actor: "test",
        isDryRun: false, progress: { _ in }, verify: { _ in })
    }
    #expect(try await registry.reader.generation() == 0)
  }
}

/// The faults that a load is refused for; none when it is not refused.
func refusal(_ load: () async throws -> SeedDifference) async throws -> [RowFault] {
  do {
    _ = try await load()
  } catch StoreError.refused(let faults) {
    return faults
  }
  return []
}
