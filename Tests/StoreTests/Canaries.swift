import PQ
import Registry
import SeedFiles
import Store

/// Looks for texts in everything that the reader may see: each row of each view, and the tables
/// that a node reads and keeps in its file.
extension TestRegistry {
  /// The views, and the tables of the snapshot, in which some row holds a text.
  func shown(_ trace: String) async throws -> Set<String> {
    let views = try await texts(
      """
      select c.relname::text as text from pg_class as c
      where ((c.relnamespace = 'varde_shown'::regnamespace) and (c.relkind = 'v')) order by 1
      """
    ).compactMap(\.self)
    var found: Set<String> = []
    for view in views {
      let rows = try await texts(
        "select t::text as text from varde_shown.\(view) as t "
          + "where (t::text ilike '%\(trace)%')", as: "varde_reader")
      if !rows.isEmpty { found.insert(view) }
    }
    let snapshot = try await reader.snapshot()
    for table in CopyTable.all {
      let text = String(decoding: try table.encode(snapshot), as: UTF8.self)
      if text.lowercased().contains(trace.lowercased()) { found.insert("file: \(table.name)") }
    }
    return found
  }

  /// Reads seed files as `varde seed` does and loads them.
  @discardableResult
  func seed(_ files: (path: String, text: String)...) async throws -> SeedDifference {
    let texts = files.map { SeedText(path: $0.path, text: $0.text) }
    let bundle = try SeedReader(existing: await editor.seedGround().snapshot).read(texts)
    return try await editor.load(
      bundle, today: Sample.today, actor: "test", isDryRun: false, progress: { _ in },
      verify: { _ in })
  }
}

/// An invented municipality for the secrets of these tests.
enum SecretTown {
  static let ground = (
    path: "ground.yaml",
    text: """
    seed: ground
    source: {key: oppdiktet, title: Et oppdiktet sted, date: 2026-01-01}
    area-kinds: [{key: municipality, rank: 40, name: kommune}]
    areas: [{key: "9911", kind: municipality, name: Tranvik}]
    organisation-kinds: [{key: municipality, name: kommune}]
    functions: [{key: mayor, name: ordfører}, {key: mentor, name: mentor}]
    organisations:
      - {key: kommune-9911, name: Tranvik kommune, kind: municipality, serves: "9911"}
    """
  )

  static func file(_ name: String, _ sections: String) -> (path: String, text: String) {
    (
      "\(name).yaml",
      "seed: \(name)\nsource: {key: \(name)-list, title: Oppdiktet liste, date: 2026-02-01}\n"
        + sections + "\n"
    )
  }
}

/// A hidden thing of every kind, with a text in every column that anything about it has.
enum Canaries {
  static let trace = "kanari"

  /// The sample with a seat, a person, a channel and all that hangs on them.
  static func planted(hidden: Visibility) -> Planted {
    var planted = Sample.planted()
    addSeat(&planted, hidden)
    addChannels(&planted, hidden)
    let about: [(Int, Subject)] = [
      (91, .designation(Sample.id(90))), (92, Subject(kind: .person, bits: person.bits)),
      (93, Subject(kind: .channel, bits: (Sample.id(91) as ID<Channel>).bits)),
      (94, Subject(kind: .notice, bits: (Sample.id(91) as ID<Notice>).bits)),
    ]
    for (number, subject) in about { addFacts(number, about: subject, &planted) }
    return planted
  }

  private static let person: ID<Person> = Sample.id(90)

  private static func cite(_ number: Int, _ planted: inout Planted) -> ID<Citation> {
    planted.add(
      Citation(
        id: Sample.id(number), source: Sample.id(1), section: "kanarisection \(number)",
        quote: "kanariquote \(number)"))
    return Sample.id(number)
  }

  private static func addSeat(_ planted: inout Planted, _ hidden: Visibility) {
    planted.add(Person(id: person, key: "kanariperson", visibility: hidden))
    planted.add(PersonDetail(id: person, name: "Kanarine Utenby"))
    planted.add(
      Designation(
        id: Sample.id(90), key: "kanariseat", function: Sample.id(2), organisation: Sample.id(1),
        seat: 9, position: 1, holding: .held, person: person, visibility: hidden,
        valid: Sample.from2020, citation: cite(90, &planted)))
    planted.add(
      Remit(
        id: Sample.id(90), designation: Sample.id(90), area: Sample.id(1), asker: .anyone,
        severity: .question,
        ages: AgeRange(
          from: 12, through: 18, extendedThrough: 23, condition: "kanaricondition",
          isEndUnstated: false)))
    planted.add(
      Absence(
        id: Sample.id(90), designation: Sample.id(90), valid: Sample.from2020,
        reason: "kanarireason", citation: cite(89, &planted)))
  }

  private static func addChannels(_ planted: inout Planted, _ hidden: Visibility) {
    let channels: [(Int, Subject, Visibility, ID<Designation>?)] = [
      (90, .designation(Sample.id(90)), .public, nil),
      (91, .designation(Sample.id(2)), hidden, nil),
      (92, .organisation(Sample.id(1)), .public, Sample.id(90)),
    ]
    for (number, owner, visibility, via) in channels {
      planted.add(
        Channel(
          id: Sample.id(number), key: "kanarichannel-\(number)", owner: owner, position: 5,
          kind: via == nil ? .email : .phone,
          written: via == nil ? "kanari\(number)@tranvik.example" : "",
          canonical: via == nil ? "kanari\(number)@tranvik.example" : nil, isUsable: true,
          label: "kanarilabel", audience: .anyone, hours: .stated, viaDesignation: via,
          warning: "kanariwarning", visibility: visibility, valid: Sample.from2020,
          citation: cite(number + 10, &planted)))
      planted.add(
        Opening(
          id: Sample.id(number), channel: Sample.id(number), weekdays: .mondayToFriday,
          from: 481, until: 931, holidays: .excluded))
    }
  }

  private static func addFacts(_ number: Int, about subject: Subject, _ planted: inout Planted) {
    planted.add(
      Name(
        id: Sample.id(number), subject: subject, language: .bokmål, kind: .alias,
        text: "kanariname \(number)", valid: Sample.from2020,
        citation: cite(number + 20, &planted)),
      Name(
        id: Sample.id(number + 10), subject: subject, language: .english, kind: .alias,
        text: "kanarialias \(number)", valid: Sample.from2020))
    planted.add(
      Link(
        id: Sample.id(number), subject: subject, position: 1, text: "kanarilink",
        url: "https://example.org/kanari", isUsable: true, valid: Sample.from2020,
        citation: cite(number + 30, &planted)))
    planted.add(
      Doubt(
        id: Sample.id(number), subject: subject, reason: "kanaridoubt",
        citation: cite(number + 40, &planted)))
    planted.add(
      Notice(
        id: Sample.id(number), key: "kanarinotice-\(number)", plan: Sample.id(1), kind: .advice,
        about: subject, text: "kanaritext", valid: Sample.from2020,
        citation: cite(number + 50, &planted)))
    planted.add(
      NoticeCase(
        id: Sample.id(number), owner: Sample.id(number),
        ages: AgeRange(
          from: 12, through: 18, extendedThrough: 23, condition: "kanaricase",
          isEndUnstated: false)))
  }
}
