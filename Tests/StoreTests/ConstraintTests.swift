import PQ
import Registry
import SeedFiles
import Store
import Testing

@Suite struct ConstraintTests {
  @Test("Every check and reference bites and is reported with its row")
  func everyCheckAndReferenceBitesAndIsReportedWithItsRow() async throws {
    let plants = Plants()
    let registry = try await TestRegistry.make()
    let references = try await constraints(
      registry, where: "(k.contype = 'f') and (cardinality(k.conkey) = 1)")
    let checks = try await constraints(registry, where: "k.contype = 'c'")
    let planted = plants.checks + plants.references(references.map(\.name))
    #expect(Set(planted.map(\.constraint)) == Set((references + checks).map(\.name)))

    try await Loading.run(registry) { loading in
      for plant in planted { try await loading.receive(plant) }
      let faults = try await loading.faults("seed.fault")
      for plant in planted {
        let found = faults.filter { $0.row == plant.id }.map(\.constraint)
        #expect(found.contains(plant.constraint), "\(plant) gives \(found)")
      }
    }
    try await Loading.run(registry) { loading in
      try await loading.merge()
      for plant in planted where checks.contains(where: { $0.name == plant.constraint }) {
        let refused = try await loading.refusal {
          try await loading.receive(plant)
          try await loading.merge(plant.table)
        }
        #expect(refused != nil, "\(plant) is written")
      }
    }
  }

  @Test("The database knows the same askers and severities as the program, in one place each")
  func knownWords() async throws {
    let registry = try await TestRegistry.make()
    let askers = try await texts(registry, "select unnest(varde.known_askers()) as text")
    #expect(Set(askers) == Set(Asker.allCases.map(\.rawValue)))
    let severities = try await texts(registry, "select unnest(varde.known_severities()) as text")
    #expect(severities == Severity.allCases.map(\.rawValue))
    let spelled = try await constraints(
      registry,
      where: "(k.contype = 'c') and (pg_get_constraintdef(k.oid) ~ 'faithCommunity|clarified')")
    #expect(spelled.map(\.name) == [])
  }

  @Test("Every conflict bites and is reported with both rows")
  func everyConflictBitesAndIsReportedWithBothRows() async throws {
    let plants = Plants()
    let registry = try await TestRegistry.make()
    let conflicts = try await constraints(
      registry, where: "(k.contype in ('x', 'u')) and k.condeferrable")
    let triggers = try await texts(
      registry,
      """
      select c.relname || '.' || t.tgname as text
      from pg_trigger as t join pg_class as c on (c.oid = t.tgrelid)
      where ((t.tgconstraint <> 0) and (not t.tgisinternal)
        and (c.relname = any (varde.seeded_tables()))) order by 1
      """)
    #expect(Set(plants.refusals.map { "\($0.table).\($0.constraint)" }) == Set(triggers))

    try await Loading.run(registry) { loading in
      try await loading.merge()
      let twins = conflicts.map { plants.twin(in: $0.table, against: $0.name) }
      for plant in twins + plants.refusals {
        let refused = try await loading.refusal {
          try await loading.receive(plant)
          try await loading.merge(plant.table)
          try await loading.execute("set constraints varde.\(plant.constraint) immediate")
        }
        #expect(refused == plant.constraint, "\(plant)")
      }
      for plant in twins + plants.refusals {
        let faults = try await loading.undone {
          try await loading.receive(plant)
          try await loading.merge(plant.table)
          return try await loading.faults("seed.settle")
        }
        let isFound = faults.contains { fault in
          fault.constraint == plant.constraint && (fault.row == plant.id || fault.other == plant.id)
        }
        #expect(isFound, "\(plant) gives \(faults)")
      }
    }
  }

  @Test("Repeated keys are held equal to their parents")
  func repeatedKeysAreHeldEqualToTheirParents() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let changes = [
      ("remit", "repeat_designation", "seat = seat + 5", "remit_cell_held"),
      ("rule_case", "repeat_rule", "tier = 'serious'", "rule_case_cell_held"),
      (
        "area_parent", "repeat_parent_kind",
        "parent_kind = '\(Sample.text(1, AreaKind.self))'", "area_parent_kind_held"
      ),
    ]
    for (table, trigger, change, constraint) in changes {
      try await expect(constraint) {
        try await registry.run(
          """
          select varde.open_change(null, 'test', null);
          alter table varde.\(table) disable trigger \(trigger);
          update varde.\(table) set \(change);
          """, as: "postgres")
      }
    }
  }

  @Test("Two seats of one position stand side by side and two holders of one seat do not")
  func twoSeatsOfOnePositionStandSideBySideAndTwoHoldersOfOneSeatDoNot() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.replace(Sample.designation(2, person: 2, seat: 1))
    planted.replace(
      Remit(
        id: Sample.id(2), designation: Sample.id(2), area: Sample.id(1), concern: Sample.id(2),
        asker: .anyone, severity: .question, ages: AgeRange(from: 12, through: 18)))
    let faults = try await refusal { try await registry.load(planted) }
    #expect(faults.map(\.constraint) == ["remit_cell_free"])
  }

  @Test("A nested cell is no conflict")
  func aNestedCellIsNoConflict() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    for (number, ages) in [(3, 13...17), (4, 12...17), (5, 12...19)] {
      planted.add(
        Remit(
          id: Sample.id(number), designation: Sample.id(1), area: Sample.id(1),
          concern: Sample.id(2), asker: .anyone, severity: .question,
          ages: AgeRange(from: ages.lowerBound, through: ages.upperBound)))
    }
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().remits.count == 5)
  }

  @Test("Two plans may use one key and one plan may not")
  func twoPlansMayUseOneKeyAndOnePlanMayNot() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let (ours, theirs) = (Sample.rule(8, key: "ask"), Sample.rule(9, key: "ask", plan: 2))
    planted.add(ours, theirs)
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().rules.count { $0.key == "ask" } == 2)
    planted.add(Sample.rule(10, key: "ask"))
    let faults = try await refusal { try await registry.load(planted) }
    #expect(faults.map(\.constraint) == ["rule_key_once"])
  }

  @Test("Many areas may share a code that is no official number")
  func manyAreasMayShareACodeThatIsNoOfficialNumber() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    for (number, area) in [(8, 1), (9, 2)] {
      planted.add(
        AreaCode(
          id: Sample.id(number), area: Sample.id(area), scheme: "maalform", code: "nb",
          valid: .always))
    }
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().areaCodes.count == 3)
  }

  @Test("Every constraint has a sentence")
  func everyConstraintHasASentence() async throws {
    let registry = try await TestRegistry.make()
    let silent = try await texts(
      registry,
      """
      select k.conname::text as text from pg_constraint as k
      where ((k.connamespace = 'varde'::regnamespace) and (k.contype in ('c', 'f', 'x', 'u'))
        and (k.conrelid <> 'varde.schema_migration'::regclass)
        and (obj_description(k.oid, 'pg_constraint') is null))
      union all
      select t.tgname::text from pg_trigger as t
      where ((t.tgconstraint <> 0) and (not t.tgisinternal)
        and (obj_description(t.oid, 'pg_trigger') is null))
      order by 1
      """)
    #expect(silent == [])
  }

  @Test("The change set and the generation keep their shape")
  func theChangeSetAndTheGenerationKeepTheirShape() async throws {
    let registry = try await TestRegistry.make()
    for (columns, constraint) in [
      ("'', 'me', 'applied'", "change_set_title_said"),
      ("'x', '', 'applied'", "change_set_actor_said"),
      ("'x', 'me', 'done'", "change_set_state_known"),
    ] {
      try await expect(constraint) {
        try await registry.run(
          """
          select varde.open_change(null, 'test', null);
          insert into varde.change_set (title, actor, state) values (\(columns));
          """, as: "varde_editor")
      }
    }
    try await expect("generation_only_one") {
      try await registry.run(
        """
        insert into varde.generation (is_only, number, lineage)
        values (false, 1, gen_random_uuid())
        """, as: "varde_owner")
    }
  }

  private struct Constraint {
    let table: String
    let name: String
  }

  private func constraints(
    _ registry: TestRegistry, where condition: String
  ) async throws -> [Constraint] {
    try await texts(
      registry,
      """
      select c.relname || '.' || k.conname as text
      from pg_constraint as k join pg_class as c on (c.oid = k.conrelid)
      where (\(condition)) and (c.relname = any (varde.seeded_tables())) order by 1
      """
    ).map { text in
      let parts = text.split(separator: ".")
      return Constraint(table: String(parts[0]), name: String(parts[1]))
    }
  }

  private func texts(_ registry: TestRegistry, _ sql: String) async throws -> [String] {
    try await registry.texts(sql).compactMap(\.self)
  }

  private func expect(_ constraint: String, _ body: () async throws -> Void) async throws {
    do {
      try await body()
      Issue.record("\(constraint) does not bite")
    } catch let error as PQError {
      #expect(error.constraint == constraint, "\(error.debugDescription)")
    }
  }
}
