import Crypto
import Registry
import Routing
import SeedFiles
import Synthesis
import Testing

@Suite("An invented country")
struct SyntheticCountryTests {
  private static let small = SyntheticCountry(municipalities: 6, unitsPerMunicipality: 7, seed: 3)

  private static func digest(_ country: SyntheticCountry) -> String {
    var hash = SHA256()
    country.write { file in
      hash.update(data: Array("\(file.path)\n".utf8))
      hash.update(data: file.bytes)
    }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func first() throws -> SeedBundle {
    try SeedReader(existing: Snapshot()).read(small.files(in: "1-first"))
  }

  /// When the invented country is meant to change, the digest here changes with it.
  @Test("is the same to the last byte for the same numbers, on every machine")
  func sameBytes() {
    #expect(
      Self.digest(Self.small)
        == "ce12d0be7240ac03253ae59d59648e2c18318963e2655955121557ced34a0577")
    let other = SyntheticCountry(municipalities: 6, unitsPerMunicipality: 7, seed: 4)
    #expect(Self.digest(other) != Self.digest(Self.small))
  }

  @Test("is read without a fault, has no ties, and every plan has rules of its own")
  func isRead() throws {
    let bundle = try Self.first()
    let snapshot = bundle.snapshot
    #expect(RoutingIndex.ties(in: snapshot).isEmpty)
    #expect(snapshot.organisations.count == 2 + 12 + 6 * (5 + 7))
    #expect(snapshot.designations.count > 6 * 7 * 5)
    let plans = Dictionary(grouping: snapshot.rules, by: \.plan)
      .mapValues { rules in Set(rules.map { "\($0.key): \($0.text)" }) }
    #expect(plans.count == 7)
    #expect(Set(plans.values).count == 7)
  }

  @Test("changes half a year later in some municipalities, and nothing is lost")
  func changes() throws {
    let first = try Self.first()
    let change = try SeedReader(existing: first.snapshot)
      .read(Self.small.files(in: "2-change"))
    #expect(
      change.files.map(\.name) == ["synthetic-6001-seats", "synthetic-6601-seats"].sorted()
        || change.files.count == 2)
    let before = Set(first.snapshot.designations.map(\.id))
    let day = try #require(Day(year: 2026, month: 7, day: 1))
    let later = change.snapshot.designations.filter { !before.contains($0.id) }
    #expect(!later.isEmpty)
    #expect(later.allSatisfy { $0.valid.from == day })
    #expect(change.snapshot.designations.filter { $0.valid.until == day }.count == later.count)
  }

  @Test("is marked in every name, source and seed, and no number of it can be dialled")
  func isMarked() throws {
    let bundle = try Self.first()
    let snapshot = bundle.snapshot
    #expect(bundle.files.allSatisfy { SeedFile.isInvented($0.name) })
    #expect(snapshot.sources.allSatisfy { SeedFile.isInvented($0.key) })
    #expect(snapshot.sources.allSatisfy { $0.publisher == "Oppdiktet: varde synthesise" })
    #expect(snapshot.organisations.allSatisfy { $0.key.hasPrefix(SeedFile.inventedMark) })
    #expect(snapshot.areas.allSatisfy { $0.key.hasPrefix(SeedFile.inventedMark) })
    let named: Set<Subject.Kind> = [.area, .organisation]
    let names = snapshot.names.filter { named.contains($0.subject.kind) && $0.kind == .official }
    #expect(names.count == snapshot.areas.count + snapshot.organisations.count)
    #expect(names.allSatisfy { $0.text.hasSuffix("(oppdiktet)") })
    #expect(snapshot.personDetails.allSatisfy { $0.name.hasPrefix("Testperson ") })
    #expect(!snapshot.channels.isEmpty)
    #expect(snapshot.channels.allSatisfy { $0.canonical?.hasPrefix("+999") == true })
    let numbers = snapshot.areaCodes.filter { $0.scheme == "kommune" }.map(\.code)
    #expect(numbers.count == 6)
    #expect(numbers.allSatisfy { ("6001"..."7499").contains($0) })
  }
}
