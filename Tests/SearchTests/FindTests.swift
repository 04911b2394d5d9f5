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

  @Test("whatever is written, a search costs no more than the bound that is stated")
  func work() {
    let texts = [
      "", "a", "o", "trond", "Trondheim", String(repeating: "a ", count: 500),
      String(repeating: "e", count: 1_000), (0..<60).map { "\($0)" }.joined(separator: " "),
      String(repeating: "skole klubb trond ", count: 50),
      "radikalisering ekstremisme skole kommune",
      String(repeating: "e\u{301}", count: 300), String(repeating: "trondhiem ", count: 90),
    ]
    for text in texts {
      var work = 0
      let hits = index.find(text, groups: [(nil, 20)], work: &work)
      let words = Folded(text).words.count
      #expect(work <= index.workMax(words: words), "\(text.prefix(20)): \(work)")
      #expect(hits.count == 1 && (hits.first?.count ?? 0) <= 20)
    }
    // The bound is one of the index alone, and no dearer for eight groups than for one.
    #expect(index.workMax(words: 500) == index.workMax(words: SearchIndex.wordsMax))
    var (one, eight) = (0, 0)
    _ = index.find("radikalisering", groups: [(nil, 20)], work: &one)
    let groups = [(kinds: Set<Subject.Kind>?, countMax: Int)](repeating: (nil, 20), count: 8)
    _ = index.find("radikalisering", groups: groups, work: &eight)
    #expect(one > 0 && one == eight)
  }

  @Test("more than the bound fits nothing, and more words than count only a name as a whole")
  func bounds() {
    let long = "Trondheim" + String(repeating: " ", count: SearchIndex.bytesMax)
    #expect(index.find(long).isEmpty)
    #expect(index.find("Trondheim" + String(repeating: " ", count: 900)).first?.text == "Trondheim")
    var village = Village()
    let words = (0..<20).map { "ord\($0)x" }
    village.unit("a", words.joined(separator: " "), kind: "school", area: "x")
    let found = SearchIndex(compiling: village.snapshot)
    #expect(found.find(words.joined(separator: " ")).count == 1)
    #expect(found.find(words.prefix(16).reversed().joined(separator: " ")).count == 1)
    #expect(found.find(words.reversed().joined(separator: " ")).isEmpty)
  }

  @Test("kinds can be asked for, and the count is kept")
  func kinds() {
    #expect(index.find("radikalisering", kinds: [.concern]).map(\.subject.kind) == [.concern])
    #expect(index.find("o", countMax: 1).count == 1)
    #expect(index.find("").isEmpty)
    #expect(index.find("…").isEmpty)
  }
}
