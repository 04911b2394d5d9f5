import Registry

/// The small language of opening hours: days, times and the dashes between them.
enum HoursText {
  /// One kind of dash, without spaces around it, and one space between words.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in SeedSigns.spaced(text) {
      let isDash = "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains(character)
      if character == "-" || isDash || character == "," {
        if result.last == " " { result.removeLast() }
        result.append(character == "," ? "," : "-")
      } else if character != " " || (result.last != "-" && result.last != ",") {
        result.append(character)
      }
    }
    return result
  }

  /// `mon-fri`, `sat`, `sat,sun,holidays`, `all`; the days may be written in Norwegian, whole or as
  /// their usual abbreviations. Nil for anything else.
  static func weekdays(of text: String) -> Weekdays? {
    let text = plain(text).lowercased()
    if text == "all" { return .all }
    var days: Weekdays = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if part == "holidays" {
        days.insert(.holidays)
        continue
      }
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(weekday)
      guard (1...2).contains(ends.count), let start = ends[0], let end = ends[ends.count - 1],
        ends.count == 1 || start != end
      else { return nil }
      var day = start.rawValue
      days.insert(Weekdays(start))
      while day != end.rawValue {
        day = day % 7 + 1
        days.insert(Weekdays(rawValue: 1 << (day - 1)))
      }
    }
    return days
  }

  private static let names: [String: Weekday] = {
    let words: [(Weekday, String)] = [
      (.monday, "mon monday man mandag mån måndag"),
      (.tuesday, "tue tues tuesday tir tirs tirsdag tys tysdag"),
      (.wednesday, "wed weds wednesday ons onsdag"),
      (.thursday, "thu thur thurs thursday tor tors torsdag"),
      (.friday, "fri friday fre fredag"),
      (.saturday, "sat saturday lør lørdag lau laur laurdag"),
      (.sunday, "sun sunday søn søndag sundag"),
    ]
    let pairs = words.flatMap { day, words in
      words.split(separator: " ").map { (String($0), day) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  private static func weekday(_ text: Substring) -> Weekday? {
    names[String(text.hasSuffix(".") && text.count <= 5 ? text.dropLast() : text)]
  }

  /// `08:00`, `8.30` or `15` as minutes; 24:00 is 1440.
  static func minute(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (1...2).contains(parts.count), let hour = number(parts[0], digits: 1...2),
      (0...24).contains(hour), let minute = parts.count == 2 ? number(parts[1], digits: 2...2) : 0,
      (0..<60).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
