import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

/// Nothing leads back to itself, in any relation that is walked.
@Suite struct RingTests {
  @Test("A ring of successors of any length is refused with the names of its members")
  func aRingOfSuccessorsOfAnyLengthIsRefused() async throws {
    for length in [2, 3, 7] {
      let registry = try await TestRegistry.make()
      var planted = RingTests.towns(length + 1)
      for number in 1...length {
        planted.add(RingTests.succession(number, to: number % length + 1, year: 2030 - number))
      }
      // A split: the second goes on in a third too, as when Ålesund is Haram and Ålesund again.
      planted.add(RingTests.succession(2, to: length + 1, year: 2028, id: 99))
      let faults = try await refusal { try await registry.load(planted) }
      #expect(faults.map(\.constraint).allSatisfy { $0 == "area_succession_no_cycle" })
      #expect(faults.count == length)
      for number in 1...length {
        #expect(faults.first?.sentence.contains("town-\(number)") == true, "\(faults)")
      }
      #expect(faults.first?.sentence.contains("town-\(length + 1) ") == false, "\(faults)")
    }
  }

  @Test("A chain that branches and meets again is no ring")
  func aChainThatBranchesAndMeetsAgainIsNoRing() async throws {
    let registry = try await TestRegistry.make()
    var planted = RingTests.towns(4)
    for (number, successor) in [(1, 2), (1, 3), (2, 4), (3, 4)] {
      planted.add(
        RingTests.succession(number, to: successor, year: 2020, id: number * 10 + successor))
    }
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().areaSuccessions.count == 4)
  }

  @Test("A ring closed by a second file is refused, and one that was taken away is none")
  func aRingClosedByASecondFileIsRefused() async throws {
    let registry = try await TestRegistry.make()
    var planted = RingTests.towns(2)
    planted.add(RingTests.succession(1, to: 2, year: 2020))
    try await registry.load(planted)
    let back = RingTests.succession(2, to: 1, year: 2024)
    var other = Planted()
    other.add(back, seed: "b")
    let faults = try await refusal { try await registry.load(other, files: ["b"]) }
    #expect(Set(faults.map(\.constraint)) == ["area_succession_no_cycle"])
    #expect(faults.contains { $0.sentence.contains("town-2 -> town-1 -> town-2") })

    planted.remove(AreaSuccession.self) { _ in true }
    try await registry.load(planted)
    try await registry.load(other, files: ["b"])
  }

  @Test("Contacts that point to each other are refused by name")
  func contactsThatPointToEachOtherAreRefused() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(
      RingTests.via(81, .organisation(Sample.id(2)), to: 1),
      RingTests.via(82, .organisation(Sample.id(1)), to: 2))
    let faults = try await refusal { try await registry.load(planted) }
    #expect(Set(faults.map(\.constraint)) == ["channel_no_cycle"])
    let sentences = faults.map(\.sentence).joined(separator: "\n")
    for name in ["charlottenlund", "trondheim-kommune"] {
      #expect(sentences.contains(name), "\(sentences)")
    }
  }

  @Test("Every relation of a table to itself is held against rings, or leads nowhere")
  func everyRelationOfATableToItselfIsHeldAgainstRings() async throws {
    let registry = try await TestRegistry.make()
    let loose = try await registry.texts(
      """
      select c.relname as text
      from pg_constraint as k join pg_class as c on (c.oid = k.conrelid)
      where ((k.contype = 'f') and (c.relnamespace = 'varde'::regnamespace)
        and ((k.confrelid = k.conrelid) or exists (select 1 from pg_constraint as o
          where ((o.contype = 'f') and (o.conrelid = k.conrelid) and (o.oid <> k.oid)
            and (cardinality(o.conkey) = 1) and (cardinality(k.conkey) = 1)
            and (o.confrelid = k.confrelid))))
        and not exists (select 1 from pg_trigger as t where ((t.tgrelid = k.conrelid)
          and (t.tgname = c.relname || '_no_cycle'))))
      group by c.relname order by c.relname
      """)
    // Whom a body serves, who sits on it and what was merged with what is looked at, never walked.
    #expect(loose == ["measure_merge", "organisation_member", "organisation_service"])
  }

  private static func towns(_ count: Int) -> Planted {
    var planted = Planted()
    planted.add(AreaKind(id: Sample.id(1), key: "municipality", rank: 30))
    for number in 1...count {
      planted.add(
        Area(id: Sample.id(number), key: "town-\(number)", kind: Sample.id(1), valid: .always))
    }
    return planted
  }

  private static func succession(
    _ area: Int, to successor: Int, year: Int, id: Int? = nil
  ) -> AreaSuccession {
    AreaSuccession(
      id: Sample.id(id ?? area), area: Sample.id(area), successor: Sample.id(successor),
      day: Sample.day(year, 1, 1))
  }

  private static func via(_ number: Int, _ owner: Subject, to organisation: Int) -> Channel {
    Channel(
      id: Sample.id(number), key: "channel-\(number)", owner: owner, position: 5, kind: .phone,
      written: "", isUsable: true, audience: .anyone, hours: .unknown,
      viaOrganisation: Sample.id(organisation), visibility: .public, valid: Sample.from2020)
  }
}

/// A living fact about something withdrawn is refused, and so never comes to mean everything.
@Suite struct WithdrawnTests {
  private static let coming = DayRange(from: Sample.day(2027, 1, 1))

  /// File a has the district; file b, what names it.
  private static func planted() -> Planted {
    var planted = Sample.planted()
    planted.add(
      Area(id: Sample.id(9), key: "ny-bydel", kind: Sample.id(1), valid: coming),
      Area(id: Sample.id(8), key: "annen-bydel", kind: Sample.id(1), valid: coming))
    planted.add(
      Name(
        id: Sample.id(9), subject: .area(Sample.id(9)), language: .bokmål, kind: .official,
        text: "Ny bydel", valid: coming))
    return planted
  }

  private static func naming(_ planted: inout Planted) {
    planted.add(Sample.rule(9, key: "by-regel"), seed: "b")
    planted.add(
      RuleCase(
        id: Sample.id(9), owner: Sample.id(9), area: Sample.id(9), asker: .anyone,
        severity: .question), seed: "b")
    planted.add(
      RuleTarget(
        id: Sample.id(9), rule: Sample.id(9), rung: 1, door: 1, target: .function(Sample.id(1)),
        covers: false), seed: "b")
    planted.add(Sample.designation(9, person: nil, seat: 9), seed: "b")
    planted.add(
      Remit(
        id: Sample.id(9), designation: Sample.id(9), area: Sample.id(9), asker: .anyone,
        severity: .question), seed: "b")
  }

  @Test("A district withdrawn from one file while another names it is refused with both named")
  func aDistrictWithdrawnWhileAnotherFileNamesItIsRefused() async throws {
    let registry = try await TestRegistry.make()
    var whole = WithdrawnTests.planted()
    WithdrawnTests.naming(&whole)
    try await registry.load(whole, files: ["a", "b"])
    let before = try await registry.reader.snapshot()

    var less = WithdrawnTests.planted()
    less.remove(Area.self) { $0.key == "ny-bydel" }
    less.remove(Name.self) { $0.text == "Ny bydel" }
    let faults = try await refusal { try await registry.load(less, files: ["a"]) }
    #expect(faults.map { $0.row?.table } == ["remit", "rule_case"])
    #expect(
      faults.allSatisfy {
        $0.other == RowReference(table: "area", bits: (Sample.id(9) as ID<Area>).bits)
          && $0.constraint == "withdrawn_area"
      })
    for (fault, name) in zip(faults, ["designation-9", "by-regel"]) {
      for word in [name, "ny-bydel", "withdraw this", "keep that area"] {
        #expect(fault.sentence.contains(word), "\(fault)")
      }
    }
    #expect(try await registry.reader.snapshot() == before)

    try await registry.load(less, files: ["a", "b"])
    let after = try await registry.reader.snapshot()
    #expect(after.areas.allSatisfy { $0.key != "ny-bydel" })
  }

  @Test("What is over may name what was withdrawn, and what begins again may not")
  func whatIsOverMayNameWhatWasWithdrawn() async throws {
    let registry = try await TestRegistry.make()
    var whole = WithdrawnTests.planted()
    WithdrawnTests.naming(&whole)
    try await registry.load(whole, files: ["a", "b"])
    try await registry.load(WithdrawnTests.planted(), files: ["a", "b"])
    var less = WithdrawnTests.planted()
    less.remove(Area.self) { $0.key == "ny-bydel" }
    less.remove(Name.self) { $0.text == "Ny bydel" }
    try await registry.load(less, files: ["a"], day: Sample.today + 1)

    var again = Planted()
    WithdrawnTests.naming(&again)
    let faults = try await refusal {
      try await registry.load(again, files: ["b"], day: Sample.today + 2)
    }
    #expect(Set(faults.map(\.constraint)) == ["withdrawn_area"])
  }

  /// What of the sample names a thing of each kind, and lives.
  private static let namers = [
    "area": [
      "area_code", "area_parent", "area_succession", "notice_case", "organisation_form",
      "organisation_service", "plan", "postcode", "remit", "rule_case",
    ],
    "organisation_form": [
      "channel", "designation", "measure_party", "name", "offering", "organisation_member",
      "organisation_parent", "organisation_service", "plan", "rule_case", "rule_target",
    ],
    "designation": ["absence", "channel"],
    "plan": ["link", "measure", "name", "notice", "reading_matter", "rule", "step"],
    "channel": ["doubt"], "offering": ["rule_target"], "measure": [],
    "rule": [], "notice": [],
  ]

  @Test("Every living reference to a thing that can be withdrawn is found")
  func everyLivingReferenceIsFound() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let connection = try await PQConnection.connect(registry.database.configuration)
    for (thing, namers) in WithdrawnTests.namers {
      try await connection.execute(
        script: """
          begin;
          select varde.open_change(null, 'test', null);
          alter table varde.\(thing) disable trigger user;
          update varde.\(thing) set valid = 'empty',
            recorded = (select number from varde.generation) where (id <> varde.root());
          """)
      let found = try await connection.query(
        PQStatement(
          name: "withdrawn",
          sql:
            "select distinct f.table_name as text from varde.withdrawn_faults('2021-01-01') as f "
            + "order by 1"))
      #expect(try found.map { try $0.decode("text", as: String.self) } == namers, "\(thing)")
      try await connection.execute(script: "rollback")
    }
    await connection.close()
  }

  @Test("An organisation is withdrawn when all its forms are")
  func anOrganisationIsWithdrawnWhenAllItsFormsAre() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(Organisation(id: Sample.id(7), key: "kommende"))
    planted.add(
      OrganisationForm(
        id: Sample.id(7), organisation: Sample.id(7), kind: Sample.id(1),
        valid: WithdrawnTests.coming))
    planted.add(
      OrganisationService(
        id: Sample.id(7), organisation: Sample.id(2), unit: Sample.id(7), valid: .always),
      seed: "b")
    try await registry.load(planted, files: ["a", "b"])
    planted.remove(OrganisationForm.self) { $0.id == Sample.id(7) }
    planted.remove(OrganisationService.self) { $0.id == Sample.id(7) }
    let faults = try await refusal { try await registry.load(planted, files: ["a"]) }
    #expect(faults.map(\.constraint) == ["withdrawn_organisation"])
    #expect(faults.first?.sentence.contains("kommende") == true)
    try await registry.load(planted, files: ["a", "b"])
  }
}
