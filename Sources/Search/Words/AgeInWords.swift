import Registry

/// The age that a sentence tells: «på 14», «14 år gammel», «15-åring», «is 12 years old»; never how
/// long something has lasted or how long ago it was.
struct AgeInWords {
  private(set) var age: Age?
  /// The places of the numbers that were read so.
  private(set) var places: Set<Int> = []

  private static let years: Set<String> = ["år", "aar", "ar", "years", "year", "yrs", "yo", "åra"]
  private static let aged: Set<String> = [
    "åring", "åringen", "åringer", "aaring", "aring", "åringar", "gammel", "gamal", "gammal", "old",
  ]
  private static let months: Set<String> = [
    "måneder", "måned", "månader", "månad", "mnd", "months", "month", "uker", "uke", "veker",
    "weeks",
  ]
  private static let spans: Set<String> = [
    "i", "for", "etter", "siden", "sidan", "over", "om", "gjennom", "ago", "since", "after", "in",
  ]
  private static let states: Set<String> = ["på", "paa", "er", "aged", "is", "am", "blir", "age"]
  private static let newborn: Set<String> = ["nyfødt", "nyfødd", "nyfødte", "newborn"]

  init(_ sentence: Sentence) {
    let words = sentence.words
    func text(_ place: Int) -> String? { words.indices.contains(place) ? words[place].text : nil }
    func isIn(_ set: Set<String>, _ place: Int) -> Bool { text(place).map(set.contains) ?? false }
    for place in words.indices {
      if AgeInWords.newborn.contains(words[place].text) { age = age ?? .years(0) }
      if let years = AgeInWords.spelled(words[place].text) { age = age ?? .years(years) }
      guard let (number, unit) = AgeInWords.number(words[place].text), number <= 130 else {
        continue
      }
      func isUnit(_ set: Set<String>) -> Bool { unit.map(set.contains) ?? isIn(set, place + 1) }
      let next = unit == nil ? place + 1 : place
      let isSpan =
        isIn(AgeInWords.spans, place - 1)
        || isIn(["siden", "sidan", "ago", "straff", "fengsel"], next + 1)
      let isMonths = isUnit(AgeInWords.months)
      let isAged = isUnit(AgeInWords.aged) || isIn(AgeInWords.aged, next + 1)
      let isYears = isUnit(AgeInWords.years) && !isSpan
      let isBare =
        isIn(AgeInWords.states, place - 1) && (unit == nil)
        && (text(place + 1).map { !$0.isEmpty && AgeInWords.mayFollow($0) } ?? true)
      guard (number >= 1) && (isAged || isYears || (isMonths && !isSpan) || isBare) else {
        continue
      }
      places.insert(place)
      age = age ?? .years(isMonths ? number / 12 : number)
    }
  }

  private static let numerals = [
    "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten", "femten",
    "seksten", "sytten", "atten", "nitten", "tjue",
  ]

  /// «fjortenåringen».
  private static func spelled(_ word: String) -> Int? {
    numerals.firstIndex { word.hasPrefix($0 + "åring") }.map { $0 + 5 }
  }

  /// A bare number after «på» or «er» is an age unless something is counted.
  private static func mayFollow(_ word: String) -> Bool {
    let followers: Set<String> = [
      "og", "som", "har", "er", "blir", "sier", "seier", "vil", "men", "år", "and", "who", "is",
      "has", "says", "i", "får", "kan", "ble", "vart", "bor", "bur", "går", "på", "snakker",
      "skriver", "trenger",
    ]
    return followers.contains(word)
  }

  /// `15` or `15år` in its two parts.
  private static func number(_ text: String) -> (Int, String?)? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
    let rest = String(text.dropFirst(digits.count))
    return (number, rest.isEmpty ? nil : rest)
  }
}
