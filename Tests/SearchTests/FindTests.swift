import Registry
import Testing

@testable import Search

@Suite("Finding")
struct FindTests {
  let index = SearchIndex(compiling: Village.country.snapshot)

  @Test(
    "what was meant comes first",
    arguments: [
      ("Trondheim", "Trondheim"), ("tronheim", "Trondheim"), ("TRONDHIEM", "Trondheim"),
      ("trond", "Trondheim"), ("baerum", "Bærum"), ("traante", "Tråante"),
      ("ungdoms", "ungdomsskole"),
      ("klubb", "fritidsklubb"), ("radikaliserte", "radikalisering"),
      ("voldelig", "voldelig ekstremisme"),
      ("politikontakt", "politikontakt"), ("sentrum trondheim", "Trondheim sentrum"),
      ("fritidsklub", "fritidsklubb"),
    ])
  func first(_ text: String, _ expected: String) throws {
    let hit = try #require(index.find(text).first)
    #expect(hit.text == expected)
  }

  @Test("exact stands before folded, beginning, part and typing error")
  func order() {
    var village = Village()
    for name in ["Sandviks skole", "Sandvik", "Nordsandvik", "Sandvikk", "Sándvik"] {
      village.unit(name, name, kind: "school", area: "x")
    }
    let hits = SearchIndex(compiling: village.snapshot).find("sandvik")
    #expect(
      hits.map(\.text) == ["Sandvik", "Sándvik", "Sandvikk", "Sandviks skole", "Nordsandvik"])
    #expect(hits.map(\.level) == [.exact, .folded, .prefix, .prefix, .part])
  }

  @Test("digits are right or wrong, never mistyped")
  func digits() {
    var village = Village()
    village.unit("a", "Sone 12 nord", kind: "school", area: "x")
    let found = SearchIndex(compiling: village.snapshot)
    #expect(found.find("Sone 13 nord").isEmpty)
    #expect(found.find("Sone 12 nrod").count == 1)
  }

  @Test("a hidden person is not found")
  func hidden() {
    var village = Village()
    for (key, visibility) in [("a", Visibility.public), ("b", .desk)] {
      let id: ID<Person> = Village.id(key)
      village.snapshot.persons.append(Person(id: id, key: key, visibility: visibility))
      village.snapshot.personDetails.append(PersonDetail(id: id, name: "Navn Navnesen"))
    }
    #expect(SearchIndex(compiling: village.snapshot).find("Navnesen").count == 1)
  }

  @Test("kinds can be asked for, and the count is kept")
  func kinds() {
    #expect(index.find("radikalisering", kinds: [.concern]).map(\.subject.kind) == [.concern])
    #expect(index.find("o", countMax: 1).count == 1)
    #expect(index.find("").isEmpty)
    #expect(index.find("…").isEmpty)
  }
}
