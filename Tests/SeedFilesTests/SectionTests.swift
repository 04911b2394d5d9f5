import Foundation
import Registry
import SeedFiles
import Testing

/// What the sections and the small languages inside them (ages, hours, holders) come to.
@Suite struct SectionTests {
  @Test func `Ages are read in all their forms`() throws {
    let forms: [(String, AgeRange)] = [
      ("12-18", AgeRange(from: 12, through: 18)), ("18-", AgeRange(from: 18, through: nil)),
      ("-17", AgeRange(from: nil, through: 17)), ("15", AgeRange(from: 15, through: 15)),
      ("unborn-17", AgeRange(from: -1, through: 17)), ("0 – 16", AgeRange(from: 0, through: 16)),
      (
        "{from: 12, through: 18, extended: 23, condition: ved behov, end: unstated}",
        AgeRange(
          from: 12, through: 18, extendedThrough: 23, condition: "ved behov", isEndUnstated: true)
      ),
    ]
    for (written, range) in forms {
      let snapshot = try Seeds.load(
        Seeds.plan + """
          designations:
            - {function: slt-coordinator, organisation: kommune-9901, remit: {age: \(written)}}
          """
      ).snapshot
      #expect(snapshot.remits.map(\.ages) == [range])
    }
  }

  @Test func `A source that says it has no date confirms nothing, and 800 and 815 are dialled`()
    throws
  {
    let snapshot = try Seeds.load(
      """
      seed: x
      source: {key: side, title: En side, date: unknown}
      organisations: [{add-to: politiet, channels: [{phone: 800 33 321}, {phone: 815 55 201}]}]
      """
    ).snapshot
    #expect(snapshot.sources.first { $0.key == "side" }.map { $0.day == nil } == true)
    #expect(snapshot.channels.map(\.confirmedOn) == [nil, nil])
    #expect(Set(snapshot.channels.map(\.canonical)) == ["+4780033321", "+4781555201"])
  }

  @Test func `Hours are read as words, as lines and as windows`() throws {
    func read(_ hours: String) throws -> (HoursKind?, [Opening]) {
      let snapshot = try Seeds.load(
        """
        seed: x
        source: register
        organisations: [{add-to: politiet, channels: [{phone: 02800, hours: \(hours)}]}]
        """
      ).snapshot
      return (snapshot.channels.first?.hours, snapshot.openings.sorted { $0.from < $1.from })
    }
    for kind in HoursKind.allCases where kind != .stated {
      let (hours, openings) = try read(kind.rawValue)
      #expect(hours == kind)
      #expect(openings.isEmpty)
    }
    let (kind, line) = try read("mon-fri 08.00-15.30 holidays excluded")
    #expect(kind == .stated)
    #expect(line.map(\.weekdays) == [.mondayToFriday])
    #expect(line.map { [$0.from, $0.until] } == [[480, 930]])
    #expect(line.map(\.holidays) == [.excluded])
    let (_, windows) = try read(
      """
      [{days: fre-man, from: "00:00", until: "24:00"}, {days: [tirsdag, holidays], from: "15:30", \
      until: "00:00", holidays: included}]
      """)
    #expect(windows.map(\.weekdays.rawValue) == [0b111_0001, 0b1000_0010])
    #expect(windows.map { [$0.from, $0.until] } == [[0, 1440], [930, 1440]])
    #expect(windows.map(\.holidays) == [.unstated, .included])
  }

  @Test func `Holders are named, hidden, unnamed, vacant or unknown`() throws {
    let snapshot = try Seeds.load(
      Seeds.plan + """
        persons: [{key: ola, name: Ola Nordmann, visibility: desk}]
        designations:
          - {key: a, function: slt-coordinator, organisation: kommune-9901, holder: Kari Nordmann}
          - {key: b, function: slt-coordinator, organisation: kommune-9901, order: 2,
              holder: {name: Per, visibility: desk}}
          - {key: c, function: slt-coordinator, organisation: kommune-9901, order: 3,
              holder: {person: ola}}
          - {key: d, function: slt-coordinator, organisation: kommune-9901, order: 4,
              holder: vacant}
          - {key: e, function: slt-coordinator, organisation: kommune-9901, order: 5,
              holder: unknown}
          - {key: f, function: slt-coordinator, organisation: kommune-9901, order: 6}
        """
    ).snapshot
    let seats = snapshot.designations.sorted { $0.key < $1.key }
    #expect(seats.map(\.holding) == [.held, .held, .held, .vacant, .unknown, .unnamed])
    #expect(seats.map(\.position) == [1, 2, 3, 4, 5, 6])
    let visible = Dictionary(uniqueKeysWithValues: snapshot.persons.map { ($0.id, $0.visibility) })
    #expect(seats.prefix(3).map { $0.person.flatMap { visible[$0] } } == [.public, .desk, .desk])
    #expect(seats.suffix(3).allSatisfy { $0.person == nil })
    #expect(Set(snapshot.personDetails.map(\.name)) == ["Kari Nordmann", "Per", "Ola Nordmann"])
  }

  @Test func `Loose sections say the same as fields of the entry`() throws {
    let inside = """
      seed: x
      source: register
      areas: [{key: a, kind: district, name: A, parents: ["9901"], codes: [{scheme: own,
          code: x1}], successors: [{area: "9902", date: 2024-01-01, weight: 0.5}]}]
      organisations: [{key: o, name: O, kind: police, serves: a, channels: [{phone: "02800"}],
          names: [{text: P, kind: alias}]}]
      designations: [{key: d, function: slt-coordinator, organisation: o,
          absent: [{from: 2026-01-01, until: 2026-02-01}]}]
      """
    let loose = """
      seed: x
      source: register
      areas: [{key: a, kind: district, name: A}]
      area-parents: [{area: a, parent: "9901"}]
      area-codes: [{area: a, scheme: own, code: x1}]
      area-successions: [{area: a, successor: "9902", date: 2024-01-01, weight: 0.5}]
      organisations: [{key: o, name: O, kind: police, serves: a}]
      channels: [{about: {organisation: o}, phone: "02800"}]
      names: [{about: {organisation: o}, text: P, kind: alias}]
      designations: [{key: d, function: slt-coordinator, organisation: o}]
      absences: [{designation: d, from: 2026-01-01, until: 2026-02-01}]
      """
    #expect(try Seeds.load(inside).snapshot == Seeds.load(loose).snapshot)
  }

  @Test func `A plan's own words, severities and subjects are its rows`() throws {
    let snapshot = try Seeds.load(
      """
      seed: plan
      plan:
        {key: p, level: municipality, owner: kommune-9901, area: "9901", title: Plan,
            date: 2021-03-01, until: 2024-01-01, period: {from: 2021-01-01, until: 2023-01-01},
            severities: {trinn 3: clarified}, words: [{function: slt-coordinator,
            text: [forebygger, nemnd]}, {organisation-kind: school, text: lærested, kind: synonym}]}
      measures: [{number: 1, title: En, merged: 2}, {number: 2, title: To,
          responsible: [{organisation: politiet}, Foreldre]}]
      steps: [{number: 2, title: T, text: T, severity: [mild, grave], asker: manager}]
      notices: [{key: n, kind: advice, about: {step: 2}, text: T, when: {asker: [young-person,
          relative]}}]
      links: [{text: L, url: www.tranvik.example}]
      doubts: [{about: {measure: 2}, reason: R}]
      """
    ).snapshot
    let plan = try #require(snapshot.plans.first)
    #expect(plan.period == DayRange(from: Day("2021-01-01"), until: Day("2023-01-01")))
    #expect(snapshot.severityWords.map(\.word) == ["trinn 3"])
    let words = snapshot.names.filter { $0.plan == plan.id }
    #expect(Set(words.map(\.text)) == ["forebygger", "nemnd", "lærested"])
    #expect(words.filter { $0.kind == .synonym }.count == 1)
    let measures = snapshot.measures.sorted { $0.position < $1.position }
    #expect(measures.map(\.key) == ["p-1", "p-2"])
    #expect(measures.allSatisfy { $0.valid == plan.valid })
    #expect(snapshot.measureMerges.map(\.measure) == [measures[0].id])
    #expect(snapshot.measureMerges.map(\.into) == [measures[1].id])
    let parties = snapshot.measureParties.sorted { $0.position < $1.position }
    #expect(parties.map(\.text) == ["Politiet", "Foreldre"])
    let step = try #require(snapshot.steps.first)
    #expect(step.severities == [.mild, .grave])
    #expect(snapshot.notices.map(\.about) == [Subject(kind: .step, bits: step.id.bits)])
    #expect(Set(snapshot.noticeCases.map(\.asker)) == [.youngPerson, .relative])
    #expect(snapshot.links.map(\.subject) == [.plan(plan.id)])
    #expect(snapshot.doubts.map(\.subject) == [.measure(measures[1].id)])
  }

  @Test func `A file belongs to the plan of another file, or of the registry`() throws {
    let more = """
      seed: more
      plan: p
      rules: [{key: b, text: Grunn., when: {concern: worry}, ladder: [{own: Leder}]}]
      """
    let together = try Seeds.load(Seeds.plan, more).snapshot
    let rule = try #require(together.rules.first)
    let plan = try #require(together.plans.first)
    #expect(rule.plan == plan.id)
    #expect(rule.valid == plan.valid)
    let later = try Seeds.read([SeedText(path: "y.yaml", text: more)], existing: together)
    #expect(later.snapshot.rules == together.rules)
    #expect(later.snapshot.ruleCases == together.ruleCases)
    #expect(later.snapshot.citations.map(\.source) == [plan.source])
  }

  @Test func `A folder gives its seed files and the tables they name`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seed-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "inner"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "b.yaml": "seed: b\nholidays: {table: \"inner/t.csv\"}\n", "inner/a.yaml": "seed: a\n",
      "inner/t.csv": "date,name\n", "inner/other.csv": "x\n", "note.txt": "x", ".hidden.yaml": "x",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.path
    let texts = try SeedFolder.texts(at: [path + "/./", path])
    #expect(
      texts.map { String($0.path.dropFirst(path.count + 1)) }
        == ["b.yaml", "inner/a.yaml", "inner/t.csv"])
    #expect(throws: SeedFolderError.missing(path + "/c")) {
      try SeedFolder.texts(at: [path + "/c"])
    }
    #expect(throws: SeedFolderError.notASeedFile(path + "/note.txt")) {
      try SeedFolder.texts(at: [path + "/note.txt"])
    }
  }

  @Test func `Ten thousand faults end in a line that says how many are left`() {
    let table = "code,place,area\n" + String(repeating: "x,OSLO,9901\n", count: 10_000)
    let faults = Seeds.faults("seed: x\npostcodes: {table: t.csv}\n", tables: ["t.csv": table])
    #expect(faults.count == 1001)
    #expect(faults.last?.sentence == "There are 9000 more faults; mend these first.")
  }
}
