import Registry

/// A small registry with a row of every table, and text that is hard to carry.
///
/// `nr` in an id is only a number; the same number in two tables means nothing.
enum Sample {
  static let today = day(2026, 3, 1)
  static let hard =
    "Bokmål: æøå ÆØÅ\tand a tab\\ a backslash\n a newline, \r and «\"{quotes}\"», \\N"
  static let from2020 = DayRange(from: day(2020, 1, 1))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static func id<T>(_ number: Int) -> ID<T> {
    ID(bits: UInt128(number) | 0xabcd << 96)
  }

  /// The municipality (1) lies in the county (2); the school (1) belongs to the municipality (2).
  static func planted() -> Planted {
    var planted = Planted()
    addSources(&planted)
    addAreas(&planted)
    addOrganisations(&planted)
    addSeats(&planted)
    addPlan(&planted)
    addMeasures(&planted)
    addCases(&planted)
    addNames(&planted)
    return planted
  }

  private static func addSources(_ planted: inout Planted) {
    planted.add(
      Source(
        id: id(1), key: "veileder", title: hard, publisher: "Trondheim kommune", version: "2",
        day: day(2021, 11, 1), licence: nil, url: "https://example.org/veileder"))
    planted.add(
      Citation(id: id(1), source: id(1), section: "7", quote: hard),
      Citation(id: id(2), source: id(1), section: nil, quote: nil))
  }

  private static func addAreas(_ planted: inout Planted) {
    planted.add(
      AreaKind(id: id(1), key: "municipality", rank: 30),
      AreaKind(id: id(2), key: "county", rank: 50))
    planted.add(
      Area(id: id(1), key: "kommune-5001", kind: id(1), valid: .always),
      Area(id: id(2), key: "fylke-50", kind: id(2), valid: from2020),
      Area(
        id: id(3), key: "kommune-5030", kind: id(1), valid: DayRange(until: day(2020, 1, 1))))
    planted.add(
      AreaCode(id: id(1), area: id(1), scheme: "kommune", code: "5001", valid: from2020))
    planted.add(AreaParent(id: id(1), area: id(1), parent: id(2), valid: from2020))
    planted.add(
      AreaSuccession(
        id: id(1), area: id(3), successor: id(1), weight: 0.1, day: day(2020, 1, 1)))
    planted.add(
      Postcode(id: id(1), code: "7010", place: "TRONDHEIM", area: id(1), valid: .always))
    planted.add(Holiday(id: id(1), day: day(2027, 5, 17), name: "Grunnlovsdagen"))
  }

  private static func addOrganisations(_ planted: inout Planted) {
    planted.add(
      OrganisationKind(id: id(1), key: "school"),
      OrganisationKind(id: id(2), key: "lower-secondary-school", parent: id(1)))
    planted.add(
      Organisation(id: id(1), key: "charlottenlund"),
      Organisation(id: id(2), key: "trondheim-kommune"))
    planted.add(
      OrganisationForm(
        id: id(1), organisation: id(1), kind: id(2), orgnr: "974760673", location: id(1),
        valid: from2020, citation: id(1)),
      OrganisationForm(id: id(2), organisation: id(2), kind: id(1), valid: .always))
    planted.add(
      OrganisationParent(
        id: id(1), organisation: id(1), parent: id(2), valid: from2020, citation: id(2)))
    planted.add(
      OrganisationService(id: id(1), organisation: id(2), area: id(1), valid: .always),
      OrganisationService(id: id(2), organisation: id(2), unit: id(1), valid: from2020),
      OrganisationService(id: id(3), organisation: id(2), unitKind: id(2), valid: from2020))
    planted.add(
      OrganisationMember(
        id: id(1), organisation: id(2), position: 1, text: hard, member: id(1), function: id(1),
        valid: from2020))
    planted.add(
      Function(id: id(1), key: "resource-person"), Function(id: id(2), key: "slt-coordinator"))
    planted.add(
      Concern(id: id(1), key: "worry"),
      Concern(id: id(2), key: "extremism", parent: id(1), leastSeverity: .grave))
  }

  private static func addSeats(_ planted: inout Planted) {
    planted.add(
      Person(id: id(1), key: "live-naess", visibility: .public),
      Person(id: id(2), key: "martin-puetz", visibility: .public))
    planted.add(
      PersonDetail(id: id(1), name: "Live Næss"), PersonDetail(id: id(2), name: "Martin Pütz"))
    planted.add(designation(1), designation(2, person: 2, seat: 2))
    planted.add(
      Remit(
        id: id(1), designation: id(1), area: id(1), concern: id(2), asker: .anyone,
        severity: .question,
        ages: AgeRange(
          from: 12, through: 18, extendedThrough: 23, condition: "ved spesielle utfordringer",
          isEndUnstated: true)),
      Remit(id: id(2), designation: id(2), asker: .employee, severity: .grave))
    planted.add(
      Absence(
        id: id(1), designation: id(1),
        valid: DayRange(from: day(2021, 7, 1), until: day(2021, 8, 1)), reason: "permisjon"))
    planted.add(
      channel(1, written: "918 61 884", canonical: "+4791861884"),
      Channel(
        id: id(2), key: "channel-2", owner: .organisation(id(2)), position: 2, kind: .phone,
        written: "2800", isUsable: false, audience: .anyone, hours: .unknown, visibility: .public,
        valid: from2020),
      Channel(
        id: id(3), key: "channel-3", owner: .function(id(2)), position: 1, kind: .phone,
        written: "", isUsable: true, audience: .employee, hours: .office,
        viaOrganisation: id(2), visibility: .public, valid: from2020))
    planted.add(
      Opening(
        id: id(1), channel: id(1), weekdays: .mondayToFriday, from: 480, until: 930,
        holidays: .excluded))
  }

  static func designation(_ number: Int, person: Int? = 1, seat: Int = 1) -> Designation {
    Designation(
      id: id(number), key: "designation-\(number)", function: id(1), organisation: id(2),
      seat: seat, position: 1, holding: person == nil ? .vacant : .held,
      person: person.map { id($0) }, visibility: .public, valid: from2020,
      confirmedOn: day(2021, 11, 1), citation: id(1))
  }

  static func channel(
    _ number: Int, owner: Subject = .designation(id(1)), written: String, canonical: String?,
    visibility: Visibility = .public
  ) -> Channel {
    Channel(
      id: id(number), key: "channel-\(number)", owner: owner, position: 1, kind: .phone,
      written: written, canonical: canonical, isUsable: canonical != nil, label: "Vakttelefon",
      audience: .anyone, hours: .stated, warning: hard, visibility: visibility, valid: from2020,
      confirmedOn: day(2021, 11, 1), citation: id(1))
  }
}
