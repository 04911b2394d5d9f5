import Registry
import SeedFiles
import Testing

/// Ids, references, owners and defaults of what is read.
@Suite struct BundleTests {
  static let whole =
    Seeds.plan + """
      organisations:
        - key: barnevern
          name: Barnevernet
          kind: public-body
          section: 3 Hvem
          quote: Ring oss.
          channels:
            - {phone: 73 89 90 90, hours: mon-fri 08:00-15:30}
            - {phone: 73 89 90 90, for: employee}
            - {email: Post@Tranvik.Example, section: 4 Hvor}
      designations:
        - function: slt-coordinator
          organisation: kommune-9901
          holder: Kari Nordmann
          remit: [{age: 12-18, concern: [worry, extremism]}, {workplace: [school, barnevern]}]
        - {function: resource-person, organisation: kommune-9901, seats: 2}
      rules:
        - {key: a, text: Grunn., when: {concern: extremism}, ladder: [{own: Leder},
            {any: [{organisation: politiet}, {kind: police}], covers: true}]}
      """

  @Test func `The same texts in another order and under other paths give the same rows`() throws {
    let one = SeedText(path: "base.yaml", text: Seeds.base)
    let two = SeedText(path: "x.yaml", text: BundleTests.whole)
    let first = try Seeds.read([one, two])
    let second = try Seeds.read([
      SeedText(path: "/annet/sted/a.yaml", bytes: two.bytes),
      SeedText(path: "/annet/sted/b.yaml", bytes: one.bytes),
    ])
    #expect(first.snapshot == second.snapshot)
    #expect(first.owners == second.owners)
    let alone = try Seeds.read([two], existing: try Seeds.read([one]).snapshot)
    #expect(alone.snapshot.designations == first.snapshot.designations)
    #expect(alone.snapshot.remits == first.snapshot.remits)
    #expect(alone.snapshot.channels == first.snapshot.channels)
    #expect(alone.snapshot.ruleCases == first.snapshot.ruleCases)
  }

  /// Worked out apart with Python's `uuid5` of the namespace and "organisation", NUL, "barnevern".
  @Test func `Ids are what they have always been`() throws {
    let bundle = try Seeds.load(BundleTests.whole)
    let organisation = try #require(bundle.snapshot.organisations.first { $0.key == "barnevern" })
    #expect(organisation.id.description == "82d83485-2ab5-5434-aa01-a4f3b959ea61")
    // Version 5, variant 2 of RFC 9562.
    let text = Array(organisation.id.description)
    #expect(text[14] == "5")
    #expect("89ab".contains(text[19]))
  }

  @Test func `Every row has an owner, a place and an id of its own`() throws {
    let bundle = try Seeds.load(BundleTests.whole)
    let designation = try #require(bundle.snapshot.designations.first)
    let reference = RowReference(table: "designation", bits: designation.id.bits)
    #expect(bundle.owners[reference] == "plan")
    #expect(bundle.positions[reference]?.path == "x.yaml")
    #expect(bundle.owners.count == bundle.positions.count)
    #expect(bundle.owners.keys.contains { $0.table == "rule_case" })
    #expect(bundle.owners.keys.contains { $0.table == "person_detail" })
    #expect(Set(bundle.owners.values) == ["base", "plan"])
  }

  @Test func `An edited cell is a new row, and an ended fact keeps its id`() throws {
    let before = try Seeds.load(BundleTests.whole).snapshot
    let edited = try Seeds.load(BundleTests.whole.replacing("12-18", with: "12-19")).snapshot
    #expect(Set(before.designations.map(\.id)) == Set(edited.designations.map(\.id)))
    #expect(Set(before.remits.map(\.id)).subtracting(edited.remits.map(\.id)).count == 2)
    let ended = try Seeds.load(
      BundleTests.whole.replacing(
        "    kind: public-body\n", with: "    kind: public-body\n    until: 2024-01-01\n")
    ).snapshot
    #expect(Set(before.channels.map(\.id)) == Set(ended.channels.map(\.id)))
    #expect(Set(before.names.map(\.id)) == Set(ended.names.map(\.id)))
    #expect(ended.channels.allSatisfy { $0.valid.until == Day("2024-01-01") })
  }

  @Test func `What an entry does not say comes from the plan and from what encloses it`() throws {
    let snapshot = try Seeds.load(BundleTests.whole).snapshot
    let citations = Dictionary(uniqueKeysWithValues: snapshot.citations.map { ($0.id, $0) })
    let channels = snapshot.channels.sorted { $0.position < $1.position }
    #expect(channels.map(\.canonical) == ["+4773899090", "+4773899090", "Post@tranvik.example"])
    #expect(channels.map(\.audience) == [.anyone, .employee, .anyone])
    #expect(channels.allSatisfy { $0.valid == DayRange(from: Day("2021-03-01")) })
    #expect(channels.allSatisfy { $0.confirmedOn == Day("2021-03-01") })
    let cited = channels.map { $0.citation.flatMap { citations[$0] } }
    #expect(cited.map { $0?.section } == ["3 Hvem", "3 Hvem", "4 Hvor"])
    #expect(cited.map { $0?.quote } == ["Ring oss.", "Ring oss.", nil])
    let plan = try #require(snapshot.plans.first)
    #expect(cited.allSatisfy { $0?.source == plan.source })
    #expect(snapshot.openings.map(\.from) == [480])
  }

  @Test func `Lists multiply into cells, and a place not said is what the organisation serves`()
    throws
  {
    let snapshot = try Seeds.load(BundleTests.whole).snapshot
    let slt = try #require(snapshot.designations.first { $0.key == "kommune-9901-slt-coordinator" })
    let remits = snapshot.remits.filter { $0.designation == slt.id }
    #expect(remits.count == 4)
    #expect(remits.filter { $0.ages == AgeRange(from: 12, through: 18) }.count == 2)
    #expect(remits.filter { $0.unit != nil }.count == 1)
    #expect(remits.filter { $0.unitKind != nil }.count == 1)
    let area = try #require(snapshot.areas.first { $0.key == "9901" })
    #expect(snapshot.remits.allSatisfy { $0.area == area.id })
    let seats = snapshot.designations.filter { $0.holding == .unnamed }
    #expect(seats.map(\.seat).sorted() == [1, 2])
    #expect(
      Set(seats.map(\.key))
        == ["kommune-9901-resource-person", "kommune-9901-resource-person-seat-2"])
    #expect(snapshot.ruleCases.map(\.area) == [area.id])
    #expect(snapshot.ruleTargets.filter(\.covers).map(\.door).sorted() == [1, 2])
  }

  @Test func `An old number means the area that had it`() throws {
    let snapshot = try Seeds.load(
      """
      seed: x
      source: register
      organisations: [{key: o, name: O, kind: police, serves: ["9801", "9901"]}]
      """.replacing("\"9801\", \"9901\"", with: "\"9801\"")
    ).snapshot
    let area = try #require(snapshot.areas.first { $0.key == "9901" })
    let organisation = try #require(snapshot.organisations.first { $0.key == "o" })
    let services = snapshot.organisationServices.filter { $0.organisation == organisation.id }
    #expect(services.map(\.area) == [area.id])
  }

  @Test func `References reach what the registry has under ids of its own`() throws {
    var existing = try Seeds.read([SeedText(path: "base.yaml", text: Seeds.base)]).snapshot
    let made = Organisation(id: ID(bits: 7), key: "fra-pulten")
    existing.organisations.append(made)
    let text = """
      seed: x
      source: register
      organisations:
        - {key: o, name: O, kind: police, parent: fra-pulten}
        - {add-to: fra-pulten, synonyms: pulten}
      """
    let bundle = try Seeds.read([SeedText(path: "x.yaml", text: text)], existing: existing)
    #expect(bundle.snapshot.organisationParents.map(\.parent) == [made.id])
    #expect(bundle.snapshot.names.contains { $0.subject == .organisation(made.id) })
    do {
      let clash = text.replacing("add-to: fra-pulten", with: "key: fra-pulten")
      _ = try Seeds.read([SeedText(path: "x.yaml", text: clash)], existing: existing)
      Issue.record("A key of the desk was taken.")
    } catch {
      #expect(error.description.contains("x.yaml:5: organisations[2].key: "))
      #expect(error.description.contains("was made at the desk"))
    }
  }

  @Test func `A former name older than the plan has an open beginning`() throws {
    let snapshot = try Seeds.load(
      Seeds.plan + """
        organisations:
          - {key: o, name: Ny, kind: police, names: [{text: Gammel, kind: former,
              until: 2021-03-01}]}
        """
    ).snapshot
    let former = try #require(snapshot.names.first { $0.text == "Gammel" })
    #expect(former.valid == DayRange(until: Day("2021-03-01")))
  }

  @Test func `One row for several municipalities is one person with a seat in each`() throws {
    let snapshot = try Seeds.load(
      """
      seed: x
      source: register
      contacts:
        - {area: ["9901", "9902"], function: slt-coordinator, holder: Kari Nordmann,
            phone: 952 63 621, email: kari@tranvik.example, hours: office}
      """
    ).snapshot
    #expect(
      Set(snapshot.designations.map(\.key))
        == ["kommune-9901-slt-coordinator", "kommune-9902-slt-coordinator"])
    #expect(Set(snapshot.designations.map(\.person)).count == 1)
    #expect(snapshot.persons.count == 1)
    #expect(!snapshot.persons[0].key.contains("kari"))
    #expect(Set(snapshot.remits.map(\.area)).count == 2)
    #expect(snapshot.channels.count == 4)
    let hours = Dictionary(grouping: snapshot.channels, by: \.kind).mapValues {
      Set($0.map(\.hours))
    }
    #expect(hours == [.phone: [.office], .email: [.unknown]])
  }
}
