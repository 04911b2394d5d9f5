import Foundation
import Testing
import Presentation

/// Names stand in the order of the Norwegian alphabet, at a cost that follows their number.
@Suite struct NorwegianOrderTests {
  private static let names = [
    "", "1. tinging", "10 dager", "2 dager", "A", "a", "Aa", "Aarborte", "Aasen", "Abel",
    "Alstahaug",
    "Alta", "Asker", "Askvoll", "Aukra", "Bodø", "Bø", "Bø i Telemark", "Bømlo", "Båtsfjord",
    "Barne- og familietjenesten", "Barne-, ungdoms- og familieetaten", "Barnehage", "Barnevern",
    "Barnevernet i Bø", "Deatnu – Tana", "Deanu gielda", "Đđ", "Evenes", "Evenášši", "Evje",
    "Fåberg", "Færder", "Fræna", "Frøya", "Guovdageaidnu", "Gáivuotna", "Gáivuona suohkan", "Hå",
    "Hægebostad", "Herøy", "Herøy (Møre og Romsdal)", "Herøy kommune", "Høyanger", "Ibestad",
    "Kárášjohka", "Karasjok", "Karlsøy", "Kåfjord", "Loabák", "Lavangen", "Loppa", "Lærdal",
    "Lødingen", "Müller", "Myhre", "Nav Øst", "NAV Øst", "Nav Åsane", "Nav Vest", "Nærøy",
    "Oslo", "Ørland", "Østre Toten", "Öberg", "Ål", "Ålesund", "Ås", "Åsnes", "Ærfugl", "Ängen",
    "Porsanger", "Porsáŋgu", "Raarvihke", "Røros", "Rosse", "Snåase", "Snåsa", "Stad", "Sør-Aurdal",
    "Sør Aurdal", "Sørreisa", "Storfjord", "Tana", "Tromsø", "Tysfjord", "Unjárga", "Vågå",
    "Vågan", "Vang", "Værøy", "Zachariassen",
  ]

  @Test("Names stand as the locale puts them, one by one")
  func asTheLocalePutsThem() {
    let locale = Locale(identifier: "nb_NO")
    for one in Self.names {
      for other in Self.names {
        let order = one.compare(other, options: [.caseInsensitive], range: nil, locale: locale)
        guard order != .orderedSame else { continue }
        #expect(
          (NorwegianKey(one) < NorwegianKey(other)) == (order == .orderedAscending),
          "\(one), \(other)")
      }
    }
  }

  @Test("Neither a sign that nobody sees nor another alphabet makes two names one")
  func totalOrder() {
    let strange = [
      "Ås", "A\u{30A}s", "ås", "A\u{AD}s", "As", "Алта", "Алтай", "阿尔塔", "¡Ås", "\u{7}",
    ]
    for one in strange {
      for other in strange {
        let (first, second) = (NorwegianKey(one), NorwegianKey(other))
        #expect([first < second, second < first, one == other].filter { $0 }.count == 1)
      }
    }
    #expect(["阿", "Ås", "Алта", "Zoo"].inNorwegianOrder { $0 } == ["Zoo", "Ås", "Алта", "阿"])
  }

  @Test("Each text is read once, however many there are, and those of one text stay as they stood")
  func eachTextIsReadOnce() {
    for count in [100, 1_000, 10_000] {
      var asked = 0
      let sorted = (0..<count).inNorwegianOrder { number in
        asked += 1
        return Self.names[number * 7 % Self.names.count]
      }
      #expect(asked == count)
      for (one, other) in zip(sorted, sorted.dropFirst()) {
        let texts = (
          Self.names[one * 7 % Self.names.count], Self.names[other * 7 % Self.names.count]
        )
        #expect(NorwegianKey(texts.0) <= NorwegianKey(texts.1))
        #expect(texts.0 != texts.1 || one < other)
      }
    }
  }
}
