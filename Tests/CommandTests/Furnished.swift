import Registry
import Routing
import SeedFiles

/// An answer in which every field of the question, and of one of its rungs at least, has a value of
/// its own, over a small invented registry.
enum Furnished {
  static func snapshot() throws -> Snapshot {
    try SeedReader(existing: Snapshot()).read([SeedText(path: "furnished.yaml", text: registry)])
      .snapshot
  }

  private static let registry = """
    seed: furnished
    source: {key: furnished, title: Oppdiktet, date: 2026-01-01}
    area-kinds:
      - {key: district, rank: 20, name: bydel}
      - {key: municipality, rank: 40, name: kommune}
    areas:
      - {key: "9901", kind: municipality, name: Fjordvik, codes: [{scheme: kommune, code: "9901"}]}
      - {key: nord, kind: district, name: Nordbyen, parents: "9901",
         codes: [{scheme: bydel, code: "990101"}]}
    organisation-kinds: [{key: culture, name: kulturenhet}, {key: police, name: politi}]
    functions:
      - {key: police-contact, name: politikontakt}
      - {key: mentor, name: mentor}
    concerns: [{key: worry, name: bekymring}, {key: extremism, parent: worry, name: ekstremisme}]
    organisations:
      - {key: politiet, name: Politiet i Fjordvik, kind: police, serves: "9901"}
      - {key: kultur, name: Kulturenheten, kind: culture, serves: "9901"}
    designations:
      - {key: kontakten, function: police-contact, organisation: politiet, holder: unnamed,
         remit: {area: nord}}

    """

  /// Asked for an unborn, since every age in years is told by the same lines.
  static func answer(over snapshot: Snapshot) -> Answer {
    func id<Row>(_ rows: [Row], _ key: KeyPath<Row, String>, _ wanted: String) -> Row? {
      rows.first { $0[keyPath: key] == wanted }
    }
    let place = id(snapshot.areas, \.key, "9901")?.id ?? ID(bits: 1)
    let unit = id(snapshot.organisations, \.key, "kultur")?.id ?? ID(bits: 1)
    let moment = Moment(
      day: Day(number: 9000), minute: 600, instant: 777_632_400)
    let question = Question(
      asker: .employee, workplace: .unit(unit), place: place,
      concern: id(snapshot.concerns, \.key, "extremism")?.id,
      function: id(snapshot.functions, \.key, "police-contact")?.id,
      holds: id(snapshot.functions, \.key, "mentor")?.id, age: .unborn, severity: .grave,
      moment: moment, wishes: [.anonymous, .notPolice], language: .bokmål)
    return Answer(
      question: question, generation: 1,
      ladder: [
        rung(over: snapshot, on: moment.day),
        described(ContactFacts(words: "En rolle i ord"), 2),
        described(ContactFacts(offering: Label(key: "tilbud", text: "Tilbudet")), 3),
      ])
  }

  /// What is neither a function nor an organisation stands on a rung of its own.
  private static func described(_ facts: ContactFacts, _ position: Int) -> Rung {
    Rung(
      position: position, tier: .ordinary, relation: .then,
      contact: Contact(facts, status: .described), why: Why(rule: "andre", text: "Så denne."))
  }

  private static func rung(over snapshot: Snapshot, on day: Day) -> Rung {
    let seat = snapshot.designations.first
    let party = { (key: String, name: String) in
      PartyLabel(
        id: snapshot.organisations.first { $0.key == key }?.id ?? ID(bits: 1), key: key, name: name)
    }
    let facts = ContactFacts(
      designation: seat?.id, function: Label(key: "police-contact", text: "politikontakt"),
      organisation: party("politiet", "Politiet i Fjordvik"), person: "Testperson Nordmann",
      area: "990101", doubts: ["En tvil om kontakten."],
      source: SourceLabel(
        document: "Kontaktens dokument", section: "avsnitt 7", quote: "Kontaktens egne ord.",
        day: day))
    return Rung(
      position: 1, tier: .serious, relation: .deputy,
      contact: Contact(
        facts, status: .unconfirmed, confirmedOn: day + -30, channels: [channel(on: day)], seats: 2,
        alsoFunctions: [Label(key: "mentor", text: "mentor")],
        ages: AgeRange(from: 12, through: 18, extendedThrough: 23, condition: "ved behov"),
        via: party("kultur", "Kulturenheten")),
      why: Why(
        rule: "regelen", text: "Hvorfor denne.", plan: Label(key: "planen", text: "Planen i ord"),
        planDay: day + -400, section: "kapittel 3", quote: "Planens egne ord."))
  }

  private static func channel(on day: Day) -> AnswerChannel {
    AnswerChannel(
      ChannelFacts(
        kind: .phone, value: "+4795263889", written: "952 63 889", label: "vakttelefon",
        hours: [
          HoursLabel(weekdays: .mondayToFriday, from: 480, until: 930, holidays: .excluded)
        ], hoursKind: .stated, warnings: ["Kort åpningstid."],
        source: SourceLabel(document: "Kanalens dokument", section: "avsnitt 9")),
      state: .closed, opensAt: LocalTime(day: day + 1, minute: 487))
  }
}
