import Registry
import Testing

@testable import Search

/// Every place of the seeds by everything it is called: never another municipality.
@Suite struct PlaceTableTests {
  /// How often a place was read, asked, refused or taken for another.
  struct Tally {
    var right = 0
    /// Another place of the name was answered, and this one is one tap away.
    var beside = 0
    var askedTexts: [String] = []
    var asked: Int { askedTexts.count }
    /// Neither read nor among the choices.
    var missed: [String] = []
    var wrong: [String] = []

    var count: Int { right + beside + asked + missed.count + wrong.count }

    static func + (one: Tally, other: Tally) -> Tally {
      Tally(
        right: one.right + other.right, beside: one.beside + other.beside,
        askedTexts: one.askedTexts + other.askedTexts, missed: one.missed + other.missed,
        wrong: one.wrong + other.wrong)
    }

    func line(_ name: String) -> String {
      "\(name): \(count) · right \(right) · one tap beside \(beside) · asked \(asked)"
        + " · missed \(missed.count) \(missed.prefix(12))"
        + " · wrong \(wrong.count) \(wrong.prefix(12))"
    }
  }

  /// Sorts one reading into the tally; `meant` are the municipalities that are right.
  static func note(
    _ text: String, _ meant: Set<ID<Area>>, _ table: RealPlaces.Table, _ tally: inout Tally
  ) {
    func isMeant(_ candidate: Candidate) -> Bool {
      guard let subject = candidate.subject,
        case .found(let area, _) = table.reading(candidate.write)
      else { return false }
      return subject == .area(area) && meant.contains(table.municipality(area))
    }
    switch table.reading(text) {
    case .found(let area, let remarks):
      if meant.contains(table.municipality(area)) {
        tally.right += 1
      } else if remarks.flatMap(\.others).contains(where: isMeant) {
        tally.beside += 1
      } else {
        tally.wrong.append(text)
      }
    case .fault(let fault):
      let isAmongFew = fault.candidates.count <= 5 && fault.candidates.contains(where: isMeant)
      if isAmongFew { tally.askedTexts.append(text) } else { tally.missed.append(text) }
    }
  }

  private static func towns(_ table: RealPlaces.Table) -> Tally {
    var tally = Tally()
    for (town, codes) in Dictionary(grouping: table.snapshot.postcodes, by: \.place)
      .sorted(by: { $0.key < $1.key })
    {
      note(town, Set(codes.map(\.area)), table, &tally)
    }
    return tally
  }

  /// Every area of the seeds by each name of today, alone and with its name in another language.
  /// - Parameter areVillages: whether those that are a mere place are wanted, or all others.
  private static func names(_ table: RealPlaces.Table, areVillages: Bool) -> Tally {
    var tally = Tally()
    for area in table.snapshot.areas
    where (table.index.areas.kind(of: area.id)?.key == "place") == areVillages {
      guard !table.index.areas.isGone(area.id, on: RealPlaces.today) else { continue }
      let own = table.index.book.names(of: .area(area.id))
        .filter { $0.valid.contains(RealPlaces.today) && $0.kind != .misprint }
      guard !own.isEmpty else { continue }
      // A county that is one municipality is answered by that.
      let inside = table.index.areas.inward(from: area.id, on: RealPlaces.today)
        .filter { table.index.book.label(of: .area($0), language: .bokmål, on: nil) == own[0].text }
      let meant = Set([table.municipality(area.id)] + inside)
      for name in own {
        note(name.text, meant, table, &tally)
        for other in own where other.language != name.language {
          note("\(name.text) - \(other.text)", meant, table, &tally)
        }
      }
    }
    return tally
  }

  /// Numbers that are postcodes and are or were municipality numbers: both meanings are right.
  private static func codes(_ table: RealPlaces.Table) -> Tally {
    var tally = Tally()
    let posted = Dictionary(grouping: table.snapshot.postcodes, by: \.code)
    let numbered = Dictionary(
      grouping: table.snapshot.areaCodes.filter { $0.scheme == "kommune" }, by: \.code)
    for (code, rows) in numbered.sorted(by: { $0.key < $1.key }) {
      guard let postcodes = posted[code] else { continue }
      let isCurrent = rows.contains { $0.valid.contains(RealPlaces.today) }
      // A number that has ended is read as the postcode it is today.
      let old = isCurrent ? rows.map { table.municipality($0.area) } : []
      note(code, Set(postcodes.map(\.area) + old), table, &tally)
    }
    return tally
  }

  @Test("Every post town, name and double number is read or asked, and never another place")
  func table() async throws {
    let table = try await RealPlaces.read()
    let parts = [
      ("post towns", PlaceTableTests.towns(table)),
      ("names", PlaceTableTests.names(table, areVillages: false)),
      ("double numbers", PlaceTableTests.codes(table)),
      ("villages", PlaceTableTests.names(table, areVillages: true)),
    ]
    let all = parts.map(\.1).reduce(Tally(), +)
    for (name, tally) in parts + [("all", all)] { print(tally.line(name)) }
    #expect(parts[0].1.count == 1839 && parts[2].1.count == 479 && parts[1].1.count > 500)
    #expect(all.wrong.isEmpty, "\(all.wrong)")
    #expect(Double(all.missed.count) <= 0.01 * Double(all.count), "\(all.missed)")
    // Of villages only those are here that are governed from: no measure of how many are asked.
    let measured = parts.prefix(3).map(\.1).reduce(Tally(), +)
    #expect(Double(measured.asked) <= 0.08 * Double(measured.count))
  }
}
