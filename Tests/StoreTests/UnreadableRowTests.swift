import Foundation
import PQ
import Registry
import Store
import TestSupport
import Testing

/// Rows that no constraint let in, and that this program cannot read.
@Suite struct UnreadableRowTests {
  struct Plant: Sendable, CustomTestStringConvertible {
    let table: String
    let column: String
    let value: String
    var testDescription: String { "\(table).\(column) \(value)" }
  }

  static let plants = [
    Plant(table: "area_code", column: "valid", value: "'[2020-01-01,infinity)'"),
    Plant(table: "area_parent", column: "valid", value: "'[-infinity,2020-01-01)'"),
    Plant(table: "plan", column: "period", value: "'empty'"),
    Plant(table: "postcode", column: "valid", value: "'[10000-01-01,)'"),
    Plant(table: "holiday", column: "day", value: "'0044-03-15 BC'"),
    Plant(table: "holiday", column: "day", value: "'infinity'"),
    Plant(table: "source", column: "day", value: "'12026-01-01'"),
    Plant(table: "area_kind", column: "rank", value: "-1"),
    Plant(table: "area_succession", column: "weight", value: "'NaN'"),
    Plant(table: "area_succession", column: "weight", value: "2"),
    Plant(table: "remit", column: "severity", value: "'catastrophic'"),
    Plant(table: "remit", column: "ages", value: "'[-500,70000)'"),
    Plant(table: "remit", column: "ages", value: "'empty'"),
    Plant(table: "rule_case", column: "asker", value: "'robot'"),
    Plant(table: "rule_target", column: "target_kind", value: "'planet'"),
    Plant(table: "rule_target", column: "rung", value: "0"),
    Plant(table: "channel", column: "hours", value: "'sometimes'"),
    Plant(table: "channel", column: "kind", value: "'telepathy'"),
    Plant(table: "opening", column: "weekdays", value: "4096"),
    Plant(table: "opening", column: "from_minute", value: "-5"),
    Plant(table: "opening", column: "until_minute", value: "32000"),
    Plant(table: "name", column: "kind", value: "'nickname'"),
    Plant(table: "step", column: "severities", value: "array['mild', null]"),
    Plant(table: "step", column: "responsible", value: "'{{a},{b}}'"),
    Plant(table: "measure", column: "concerns", value: "array[null::uuid]"),
    Plant(table: "designation", column: "holding", value: "'borrowed'"),
    Plant(table: "concern", column: "least_severity", value: "'worse'"),
  ]

  @Test(arguments: plants)
  func `a row that cannot be read is named by its id and hidden alone`(_ plant: Plant) async throws
  {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let before = try await registry.reader.read()
    #expect(before.unreadable == [])
    let id = try #require(
      try await registry.texts(
        "select id::text as text from varde_shown.\(plant.table) order by id limit 1"
      ).first ?? nil)
    try await registry.run(Self.script(plant, id), as: "postgres")

    let after = try await registry.reader.read()
    let named = after.unreadable.map { [$0.table, $0.id, $0.column] }
    #expect(named == [[plant.table, id, plant.column]])
    for table in CopyTable.all {
      let missing = table.name == plant.table ? 1 : 0
      #expect(
        table.count(after.snapshot) == table.count(before.snapshot) - missing, "\(table.name)")
    }
    let reused = try ReadSnapshot(await registry.reader.snapshotTexts(), reusing: after.known)
    #expect(reused.unreadable == after.unreadable)
  }

  /// Plants as someone whom nothing stops: no trigger, no check, no domain.
  private static func script(_ plant: Plant, _ id: String) -> String {
    """
    alter table varde.\(plant.table) disable trigger all;
    do $$
    declare
      item record;
    begin
      for item in
        select k.conname, k.conrelid::regclass as target
        from pg_constraint as k
        where ((k.conrelid = 'varde.\(plant.table)'::regclass) and (k.contype in ('c', 'x')))
      loop
        execute format('alter table %s drop constraint %I', item.target, item.conname);
      end loop;
      for item in
        select k.conname, k.contypid::regtype as target
        from pg_constraint as k join pg_namespace as n on (n.oid = k.connamespace)
        where ((k.contypid <> 0) and (n.nspname = 'varde'))
      loop
        execute format('alter domain %s drop constraint %I', item.target, item.conname);
      end loop;
    end $$;
    alter table varde.\(plant.table) alter column \(plant.column) drop not null;
    update varde.\(plant.table) set \(plant.column) = \(plant.value) where (id = '\(id)');
    """
  }

  @Test func `a reference that is missing where an open one is written never reads as anything`()
    throws
  {
    let table = try #require(CopyTable.all.first { $0.name == "rule_case" })
    let row = try #require(Sample.planted().snapshot.ruleCases.first)
    var line = CopyLine()
    row.write(to: &line)
    for column in ["area", "unit", "unit_kind", "concern", "function"] {
      var fields = line.fields
      fields[try #require(table.columns.firstIndex(of: column))] = nil
      var text = PQCopyText()
      try text.append(fields)
      var snapshot = Snapshot()
      let unreadable = try table.decode(text.bytes[...], &snapshot)
      #expect(unreadable.map(\.column) == [column])
      #expect(snapshot.ruleCases.isEmpty)
    }
  }

  @Test func `a snapshot file holds such a row and hides it in the same way`() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let plant = try #require(Self.plants.first { $0.table == "channel" })
    let id = try #require(
      try await registry.texts(
        "select id::text as text from varde_shown.channel order by id limit 1"
      ).first ?? nil)
    try await registry.run(Self.script(plant, id), as: "postgres")
    let read = try await registry.reader.read()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = SnapshotFile(folder: folder.path())
    _ = try file.write(read, build: "abc", readAt: 7)
    let saved = try file.read()
    #expect(saved.unreadable == read.unreadable && saved.unreadable.count == 1)
    #expect(saved.snapshot == read.snapshot)
  }

  @Test func `a column of another type is a database that does not belong to this program`()
    async throws
  {
    let registry = try await TestRegistry.make()
    try await registry.run(
      """
      create or replace view varde_shown.function as
        select gen_random_uuid() as id, null::text as key from generate_series(1, 100);
      """, as: "postgres")
    await #expect(throws: StoreError.self) { try await registry.reader.read() }
  }
}
