import Registry
import Testing

@testable import Search

@Suite("Places")
struct PlaceTests {
  let index = SearchIndex(compiling: Village.country.snapshot)

  private func read(_ text: String, on day: String = "2021-12-01") -> Reading<ID<Area>> {
    PlaceReader(index: index, day: Village.day(day), language: .bokmål).read(text)
  }

  private func key(_ text: String, on day: String = "2021-12-01") -> String? {
    read(text, on: day).value.flatMap { index.areas.area($0)?.key }
  }

  private func fault(_ text: String, on day: String = "2021-12-01") -> NameFault? {
    if case .fault(let fault) = read(text, on: day) { return fault }
    return nil
  }

  private func remarks(_ text: String, on day: String = "2021-12-01") -> [Understanding] {
    if case .found(_, let remarks) = read(text, on: day) { return remarks }
    return []
  }

  @Test(
    "a place is read by name, kind, number, postcode and the place around it",
    arguments: [
      ("Trondheim", "5001"), ("trondheim kommune", "5001"), ("Tråante", "5001"), ("5001", "5001"),
      ("Oslo", "0301"), ("Oslo kommune", "0301"), ("Oslo fylke", "03"), ("Oslo (fylke)", "03"),
      ("Heimdal", "500104"), ("Trondheim/Heimdal", "500104"), ("Heimdal, Trondheim", "500104"),
      ("trondheim heimdal", "500104"), ("Bydel Lerkendal", "500103"), ("lerkendal bydel", "500103"),
      ("500103", "500103"), ("Trondheim sentrum", "sentrum"), ("7540", "5001"), ("Klæbu", "5030"),
      ("Klaebu", "5030"), ("Innlandet/Våler", "3419"), ("Våler (Østfold)", "3114"), ("50", "50"),
      ("kommune 3201", "3201"), ("postnr 3201", "3907"), ("postnr. 7540", "5001"),
      ("Bærum", "3201"),
    ])
  func reads(_ text: String, _ expected: String) {
    #expect(key(text) == expected)
  }

  @Test("two municipalities of one name are asked about, with what to write for each")
  func namesakes() throws {
    let refused = try #require(fault("Våler"))
    #expect(refused.reason == .ambiguous)
    #expect(Set(refused.candidates.map(\.write)) == ["Innlandet/Våler", "Østfold/Våler"])
    for candidate in refused.candidates { #expect(key(candidate.write) != nil) }
  }

  @Test("a number that is one municipality and another's postcode is asked about")
  func numberOrPostcode() throws {
    let refused = try #require(fault("3201"))
    #expect(refused.reason == .ambiguous)
    #expect(refused.candidates.map(\.write) == ["kommune 3201", "postnr 3201"])
    #expect(refused.candidates.compactMap { key($0.write) } == ["3201", "3907"])
  }

  @Test("a split place asks for a postcode; before the split it is itself")
  func split() throws {
    let refused = try #require(fault("Snillfjord"))
    #expect(refused.reason == .split)
    #expect(refused.candidates.count == 2)
    #expect(key("Snillfjord", on: "2019-12-31") == "split")
  }

  @Test("an ended place with one successor leads there and says so")
  func successor() {
    #expect(key("Rissa") == "5001")
    #expect(remarks("Rissa").map(\.reason) == [.successor])
    #expect(key("Rissa", on: "2017-06-01") == "gone")
  }

  @Test("a name shared with a former place is asked about, and each is reached by what to write")
  func namesake() {
    var village = Village.country
    village.area("1514", "municipality", "Sande", parents: ["34"], code: "1514")
    village.area("0713", "former-municipality", "Sande", parents: ["3907"])
    village.area("old", "municipality", "Sande", until: "1990-01-01")
    let index = SearchIndex(compiling: village.snapshot)
    let reader = PlaceReader(
      index: index, day: Village.day("2021-12-01"), language: .bokmål)
    guard case .fault(let fault) = reader.read("Sande") else {
      Issue.record("One of two places was guessed.")
      return
    }
    #expect(fault.reason == .ambiguous)
    #expect(fault.candidates.map(\.write) == ["Innlandet/Sande", "Sandefjord/Sande"])
    #expect(reader.read("Sandefjord/Sande").value.flatMap { index.areas.area($0)?.key } == "0713")
  }

  @Test("a merged place that lives on inside its successor stays itself")
  func livesOn() {
    #expect(key("Klæbu") == "5030")
    #expect(key("Klæbu", on: "2019-06-01") == "5030")
    #expect(key("5030") == "5030")
    #expect(remarks("Klæbu").isEmpty)
  }

  @Test(
    "a misspelt name is asked about, with the nearest first",
    arguments: [("Tronhiem", "5001"), ("Bærm", "3201"), ("Sandefjor", "3907")])
  func typo(_ text: String, _ expected: String) {
    #expect(fault(text)?.reason == .unknown)
    #expect(fault(text)?.candidates.first.flatMap { key($0.write) } == expected)
  }

  @Test("a name misspelt within a municipality that is told is taken and told")
  func typoWithin() {
    #expect(key("Trondheim/Hiemdal") == "500104")
    #expect(remarks("Trondheim/Hiemdal").map(\.reason) == [.typo])
  }

  @Test("a mistyped name that fits two municipalities offers both")
  func mistypedNamesakes() {
    let keys = fault("Vålerr")?.candidates.compactMap { key($0.write) } ?? []
    #expect(Set(keys.prefix(2)) == ["3419", "3114"])
  }

  @Test("two places of which neither lies in the other are asked about")
  func unrelated() {
    #expect(fault("Lerkendal/Oslo")?.reason == .ambiguous)
    #expect(
      fault("Lerkendal/Oslo")?.candidates.map(\.write) == ["Oslo/Oslo", "Trondheim/Lerkendal"])
  }

  @Test(
    "an unknown place is refused with the nearest names",
    arguments: ["Atlantis", "9999", ""])
  func unknown(_ text: String) {
    #expect(fault(text)?.reason == .unknown)
  }

  @Test("an unknown place offers what begins alike")
  func suggestions() {
    #expect(fault("Trondhj")?.candidates.first?.label == "Trondheim")
  }

  @Test("places that became each other are answered where they were asked")
  func ring() throws {
    var village = Village.country
    for (area, successor) in [("ring-a", "ring-b"), ("ring-b", "ring-a")] {
      village.area(area, "municipality", area, until: "2020-01-01")
      village.succeeds(area, successor, on: "2020-01-01")
    }
    let index = SearchIndex(compiling: village.snapshot)
    let day = Village.day("2021-12-01")
    for key in ["ring-a", "ring-b"] {
      let read = PlaceReader(index: index, day: day, language: .bokmål).read(key)
      #expect(read.value.flatMap { index.areas.area($0)?.key } == key)
    }
  }

  @Test("what is not here is neither found nor gone on to")
  func missing() throws {
    var village = Village.country
    village.area("old", "municipality", "Gamlestad", until: "2020-01-01")
    village.area("new", "municipality", "Nystad", from: "2020-01-01")
    village.area("lost", "municipality", "Borteby", from: "2020-01-01")
    village.succeeds("old", "new", on: "2020-01-01")
    village.succeeds("old", "lost", on: "2020-01-01")
    let lost: ID<Area> = Village.id("area-lost")
    village.snapshot.areas.removeAll { $0.id == lost }
    let index = SearchIndex(compiling: village.snapshot)
    let reader = PlaceReader(index: index, day: Village.day("2021-12-01"), language: .bokmål)
    #expect(reader.read("Borteby").value == nil)
    guard case .fault(let fault) = reader.read("Gamlestad") else {
      Issue.record("One part of a split was taken for all of it.")
      return
    }
    #expect(fault.reason == .split)
    #expect(fault.candidates.count == 1)
  }
}
