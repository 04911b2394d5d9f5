import Registry
import Testing

@testable import Search

/// Places as people write them, over the seeds: `key` is read, `?key key` is asked.
@Suite struct RealPlaceTests {
  @Test(
    "Post towns, names in several languages and words for a municipality are read",
    arguments: [
      ("Bekkestua", "3201"), ("Drøbak", "3214"), ("orkanger", "5059"), ("Mo i Rana", "1833"),
      ("Mo i Rana, Nordland", "1833"), ("Sande i Vestfold", "3903"), ("Lenvik", "1931"),
      ("Karasjok - Kárášjohka", "5610"), ("Hamarøy - Hábmer", "1875"), ("Hámmerfeasta", "5603"),
      ("Karasjok-Kárášjohka", "5610"), ("Kárášjohka Karasjok", "5610"),
      ("Gáivuotna suohkan – Kåfjord kommune", "5540"), ("Raarvihke tjïelte", "5043"),
      ("Ulvik herad", "4620"), ("Fuossko", "1841"), ("Fuosko", "1841"), ("Oslo", "0301"),
      ("Oslo (fylke)", "03"), ("Troms", "55"), ("Ålesund", "1508"), ("Haram", "1580"),
    ])
  func names(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text) == expected)
  }

  @Test(
    "A place with what it lies in is read in any order, also by what was there before",
    arguments: [
      ("Trondheim, Heimdal", "500104"), ("Heimdal ved Trondheim", "500104"),
      ("Heimdal i Trondheim", "500104"), ("Bærum, Viken", "3201"), ("Våler, Viken", "3114"),
      ("Sandefjord, Vestfold og Telemark", "3907"), ("Frogner, Lillestrøm", "3205"),
      ("Frogner, Oslo", "030105"), ("Sentrum, Oslo", "030116"), ("Lade, Trondheim", "5001"),
      ("Tungasletta 2, Trondheim", "5001"), ("Storgata 5 Trondheim", "5001"),
      ("Nes på Romerike", "?3228 3322 3305"),
      ("Vik, Romerike", "?centre-3310 4639 centre-1812 3305"),
      ("Trondheim, Lade", "?5001 3112"),
    ])
  func within(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text) == expected)
  }

  @Test(
    "A postcode is read with the town, the street and the country",
    arguments: [
      ("7030 Trondheim", "5001"), ("7030, Trondheim", "5001"), ("N-7030", "5001"),
      ("NO-7030 Trondheim", "5001"), ("Storgata 5, 7030 Trondheim", "5001"),
      ("Postboks 12 Sentrum, 0101 Oslo", "0301"), ("Storgata 12B, 1440 Drøbak", "3214"),
      ("7080 Heimdal", "500104"), ("3201 Sandefjord", "3907"), ("3201 Bærum", "3201"),
      ("7030 Oslo", "?5001 0301"), ("301", "?0301"),
    ])
  func addresses(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text) == expected)
  }

  @Test(
    "Namesakes are asked about, whatever kind of place they are",
    arguments: [
      ("Sande", "?1514 0713"), ("Bø", "?1867 0821"), ("Nes", "?3228 3322"), ("Os", "?3430 1243"),
      ("Herøy", "?1818 1515"), ("Frogner", "?030105 3205"), ("Bryne", "?1120 1121"),
    ])
  func namesakes(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text) == expected)
  }

  @Test(
    "A municipality's centre is a place, and one of several of its name is asked about",
    arguments: [
      ("Vossevangen", "centre-4621"), ("Osøyro", "centre-4624"), ("Setermoen", "centre-5520"),
      ("Ask", "?centre-3230 4627"), ("Hopen", "?centre-1573 2100"), ("Sylte", "?centre-1578 1511"),
      ("Dale", "?centre-4628 centre-4646"), ("Mo", "?centre-4629 1833"), ("Hauge", "centre-1111"),
      ("Ask, Gjerdrum", "centre-3230"), ("Svalbard/Hopen", "2100"),
      ("Voss/Vossevangen", "centre-4621"),
    ])
  func centres(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    let told = table.told(text)
    #expect(told.hasPrefix("?") == expected.hasPrefix("?"), "\(told)")
    #expect(
      Set(told.split { "? ".contains($0) }) == Set(expected.split { "? ".contains($0) }), "\(told)")
  }

  @Test("A municipality's own name means that, and the village elsewhere is one tap away")
  func villages() async throws {
    let table = try await RealPlaces.read()
    #expect(table.told("Ås") == "3218")
    #expect(table.others("Ås") == ["Tydal/Ås"])
    #expect(table.told("Tydal/Ås") == "centre-5033")
  }

  @Test("What is a county's name and a municipality's in one language only is asked about")
  func romsa() async throws {
    let table = try await RealPlaces.read()
    #expect(Set(table.told("Romsa").split { "? ".contains($0) }) == ["5501", "55"])
    #expect(table.told("Romsa").hasPrefix("?"))
    #expect(table.told("Oslo") == "0301")
    #expect(table.told("Troms") == "55" && table.told("Tromsø") == "5501")
  }

  @Test("A word that every town has says nothing alone")
  func generic() async throws {
    let table = try await RealPlaces.read()
    #expect(table.told("Sentrum").hasPrefix("?030116"))
  }

  @Test(
    "A municipality's own name is answered, with the post town elsewhere one tap away",
    arguments: [
      ("Kvam", "4622", "Nord-Fron/Kvam", "3436"), ("Osen", "5020", "Åmot/Osen", "3422"),
    ])
  func besides(_ text: String, _ expected: String, _ other: String, _ there: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text) == expected)
    #expect(table.others(text) == [other])
    #expect(table.told(other) == there)
  }

  @Test("A misspelling is a question, and an exact name beats it")
  func misspellings() async throws {
    let table = try await RealPlaces.read()
    #expect(table.told("Lade") == "?3112")
    #expect(table.told("Tronhiem").hasPrefix("?5001"))
    #expect(table.told("Mjøndalen") == "3301")
    guard case .fault(let fault) = table.reading("Lade") else { return }
    #expect(fault.candidates.map(\.label) == ["Råde"])
    #expect(fault.candidates.first?.detail?.hasSuffix("Østfold") == true)
  }

  @Test(
    "Names, numbers and namesakes are those of the day",
    arguments: [
      ("Sande", "2019-06-01", "?0713 1514"), ("3070", "2019-06-01", "0713"),
      ("7540", "2019-06-01", "5030"), ("7030", "2019-06-01", "5001"),
      ("Ålesund", "2022-06-01", "1507"), ("Haram", "2022-06-01", "1534"),
      ("Vestfold", "2022-06-01", "38"), ("fylke 07", "2022-06-01", "38"),
      ("56", "2022-06-01", "54"), ("0219", "2018-01-01", "3201"), ("0219", "2026-12-01", "3201"),
      ("Senja", "2018-06-01", "?1931 1929 1927 1928"),
    ])
  func days(_ text: String, _ day: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text, on: day) == expected)
    #expect(table.others(text, on: day).isEmpty)
  }

  @Test(
    "What was dissolved leads on, by the number's own time",
    arguments: [
      ("Troms og Finnmark", "?56 55"), ("fylke 19", "55"), ("kommune 1534", "1580"),
      ("kommune 1504", "1508"), ("kommune 1507", "?1508 1580"), ("Snillfjord", "?5055 5059 5056"),
    ])
  func dissolved(_ text: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(
      Set(table.told(text).split(separator: " ").map { $0.drop { $0 == "?" } })
        == Set(expected.split(separator: " ").map { $0.drop { $0 == "?" } }))
    #expect(table.told(text).hasPrefix("?") == expected.hasPrefix("?"))
  }

  @Test(
    "How places lie on the day decides what is meant together, not how they lie on another",
    arguments: [
      ("6001 Ålesund", "2026-12-01", "1508"), ("Storgata 1, Ålesund", "2026-12-01", "1508"),
      ("Ålesund, Møre og Romsdal", "2026-12-01", "1508"),
      ("Ålesund i Møre og Romsdal", "2026-12-01", "1508"),
      ("Brattvåg, Ålesund", "2026-12-01", "1580"), ("7257 Snillfjord", "2026-12-01", "5059"),
      ("Kjøpsvik, Tysfjord", "2026-12-01", "1806"), ("Drag, Tysfjord", "2026-12-01", "1875"),
      ("7053 Trondheim", "2019-06-01", "5001"), ("5707 Voss", "2019-06-01", "4621"),
      ("7053 Ranheim", "2019-06-01", "?5001 5030"), ("9610 Rypefjord", "2019-06-01", "?5603 2017"),
      ("7790 Malm", "2019-06-01", "?5039 5006"), ("7790 Malm", "2026-12-01", "5006"),
      ("8270 Drag", "2019-06-01", "?1875 1850"), ("8590 Kjøpsvik", "2019-06-01", "?1806 1850 1854"),
      ("9439 Evenskjer", "2019-06-01", "?1913 5512"), ("3290 Stavern", "2015-06-01", "?3909 0728"),
    ])
  func together(_ text: String, _ day: String, _ expected: String) async throws {
    let table = try await RealPlaces.read()
    #expect(table.told(text, on: day) == expected)
  }

  @Test(
    "What is offered for a misspelling is a place to be in, and Oslo once",
    arguments: ["Osslo", "Trondeim", "City of Trondheim"])
  func offered(_ text: String) async throws {
    let table = try await RealPlaces.read()
    let told = table.told(text)
    #expect(told.hasPrefix("?"))
    let offered = told.dropFirst().split(separator: " ")
    #expect(!offered.contains { $0.hasPrefix("politidistrikt") || $0 == "03" }, "\(told)")
    #expect(offered.first == (text == "Osslo" ? "0301" : "5001"), "\(told)")
  }

  @Test("A number that is a postcode and was a municipality's is read by its time")
  func doubleNumber() async throws {
    let table = try await RealPlaces.read()
    #expect(table.told("5012") == "4601")
    #expect(table.others("5012").count == 3)
    #expect(table.told("5012", on: "2018-06-01").hasPrefix("?"))
    #expect(table.told("3201") == "?3201 3907")
  }

  @Test("A later number is told as one")
  func laterNumber() async throws {
    let table = try await RealPlaces.read()
    guard case .found(_, let remarks) = table.reading("56", on: Village.day("2022-06-01")) else {
      Issue.record("The number was not read.")
      return
    }
    #expect(remarks.map(\.reason) == [.laterNumber])
  }

  @Test("Every place of the seeds is reached by what the suggestions send for it")
  func writings() async throws {
    let table = try await RealPlaces.read()
    let today = RealPlaces.today
    var lost: [String] = []
    for area in table.snapshot.areas where area.valid.contains(today) {
      guard !table.index.areas.isGone(area.id, on: today) else { continue }
      let written = table.index.writing(of: area.id, on: today, language: .bokmål)
      guard case .found(area.id, _) = table.reading(written) else {
        lost.append("\(area.key): \(written)")
        continue
      }
    }
    #expect(lost.isEmpty)
    #expect(
      table.index.writing(of: try area("0713", table), on: today, language: .bokmål)
        == "Holmestrand/Sande")
    #expect(
      table.index.writing(of: try area("5001", table), on: today, language: .bokmål)
        == "Trondheim")
  }

  private func area(_ key: String, _ table: RealPlaces.Table) throws -> ID<Area> {
    ID(bits: try #require(table.index.subject(.area, key: key)).bits)
  }

  @Test("A question about an unclear place can be answered meanwhile for the whole country")
  func meanwhile() async throws {
    let table = try await RealPlaces.read()
    let text = QuestionText(
      place: "Sande", age: "15", moment: Moment(day: RealPlaces.today))
    guard case .refused(let refusal) = table.index.read(text) else {
      Issue.record("One of two places was guessed.")
      return
    }
    let place = try #require(refusal.meanwhile?.place)
    #expect(table.index.areas.kind(of: place)?.key == "country")
    #expect(refusal.meanwhile?.age == .years(15))
  }
}
