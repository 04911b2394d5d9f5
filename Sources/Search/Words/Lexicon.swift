import Registry

/// The words of people, parsed from files of lines; data that an editor extends without code.
///
/// A line is a field (`@hit = slår, slo`), or a head, a colon and patterns with `;` between. A
/// pattern has parts with `+` between, met in any order; a part is words and fields in their order.
/// A line that begins with white space goes on the line before.
package struct Lexicon: Sendable {
  /// What a met pattern says.
  struct Rule: Sendable {
    var meaning: Meaning
    var severity: Severity?
    var asker: Asker?
    /// Added to the weight of the words that met it.
    var bonus = 0
    var pattern: [[Element]]
    /// In whose sentences it is looked for.
    var tongue: Tongue
  }

  enum Meaning: Hashable, Sendable {
    /// The key of a concern.
    case concern(String)
    /// Looks like a worry and is none: faith, a figure of speech, a journey.
    case nothing
    case asker(Asker)
    /// Who asks, and the kind of place they work in.
    case role(Asker, workplace: String?)
    case danger(Danger)
    /// What is told is over, or has not happened.
    case past
  }

  enum Element: Hashable, Sendable {
    case word(String)
    case field(String)
  }

  /// Which words a file is made of.
  enum Tongue: String, Hashable, Sendable {
    case norwegian = "no"
    case english = "en"
  }

  /// One of the worries that stand before the field, in an editor's order.
  package struct Worry: Hashable, Sendable {
    package let key: String
    package let concern: String
    /// By language code.
    package let names: [String: String]
  }

  /// A language that is recognised, and answered with a page of its own where there are words.
  package struct ForeignLanguage: Hashable, Sendable {
    package let code: String
    package let isRightToLeft: Bool
    package let name: String
    /// `title`, `show`, `emergency`, `below`; empty when nobody could check them.
    package let texts: [String: String]
    let words: Set<String>
  }

  private(set) var fields: [Tongue: [String: [[Element]]]] = [:]
  private(set) var rules: [Rule] = []
  private(set) package var worries: [Worry] = []
  private(set) package var languages: [ForeignLanguage] = []
  /// The readings to offer beside a concern when the words offer none.
  private(set) var near: [String: [String]] = [:]
  /// Lines that could not be read, as `file:line`; a test holds them to be none.
  private(set) package var faults: [String] = []

  package static let empty = Lexicon(parsing: [])

  /// - Parameter texts: named `people.no`, `people.en` … for words, `worries`, `languages`.
  package init(parsing texts: [(name: String, text: String)]) {
    for (name, text) in texts {
      for (number, line) in Lexicon.lines(of: text) {
        let isRead =
          switch name {
          case "worries": takeWorry(line)
          case "languages": takeLanguage(line)
          default: Tongue(rawValue: String(name.suffix(2))).map { take(line, $0) } ?? false
          }
        if !isRead { faults.append("\(name):\(number)") }
      }
    }
  }

  /// Whole lines without remarks, each with the number that it begins at.
  private static func lines(of text: String) -> [(number: Int, line: String)] {
    var lines: [(number: Int, line: String)] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !raw.hasPrefix("#"), raw.contains(where: { !$0.isWhitespace }) else { continue }
      if raw.first?.isWhitespace == true, let last = lines.indices.last {
        lines[last].line += " " + raw
      } else {
        lines.append((index + 1, String(raw)))
      }
    }
    return lines
  }

  private mutating func take(_ line: String, _ tongue: Tongue) -> Bool {
    if line.hasPrefix("@") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return false }
      let members = Lexicon.pieces(parts[1], ",").map(Lexicon.elements)
      fields[tongue, default: [:]][Lexicon.bare(parts[0].dropFirst()), default: []] += members
      return !members.isEmpty
    }
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let rule = Lexicon.head(parts[0], tongue) else { return false }
    let patterns = Lexicon.pieces(parts[1], ";").map { pattern in
      Lexicon.pieces(pattern, "+").map(Lexicon.elements)
    }
    rules += patterns.map { pattern in
      var one = rule
      one.pattern = pattern
      // `vold *-2`: this pattern alone weighs more or less.
      if case .word(let last)? = pattern.last?.last, last.hasPrefix("*"),
        let bonus = Int(last.dropFirst())
      {
        one.bonus = bonus
        one.pattern[pattern.count - 1].removeLast()
      }
      return one
    }
    return !patterns.isEmpty
  }

  /// `violence-at-home grave affected *5`, `asker relative`, `role manager primary-school`,
  /// `danger 112`, `past`, or `-` for nothing.
  private static func head(_ text: Substring, _ tongue: Tongue) -> Rule? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    var rest = words.dropFirst()
    let meaning: Meaning
    switch first {
    case "-": meaning = .nothing
    case "past": meaning = .past
    case "asker":
      guard let asker = rest.popFirst().flatMap(Asker.init(rawValue:)) else { return nil }
      meaning = .asker(asker)
    case "role":
      guard let asker = rest.popFirst().flatMap(Asker.init(rawValue:)) else { return nil }
      let workplace = rest.first.flatMap { $0.hasPrefix("*") ? nil : $0 }
      if workplace != nil { rest.removeFirst() }
      meaning = .role(asker, workplace: workplace)
    case "danger":
      guard let danger = rest.popFirst().flatMap(Danger.init(rawValue:)) else { return nil }
      meaning = .danger(danger)
    default: meaning = .concern(first)
    }
    var rule = Rule(meaning: meaning, pattern: [], tongue: tongue)
    for word in rest {
      if let severity = Severity(rawValue: word) {
        rule.severity = severity
      } else if let asker = Asker(rawValue: word) {
        rule.asker = asker
      } else if word.hasPrefix("*"), let bonus = Int(word.dropFirst()) {
        rule.bonus = bonus
      } else {
        return nil
      }
    }
    return rule
  }

  private static func elements(_ text: Substring) -> [Element] {
    text.split(whereSeparator: \.isWhitespace).map {
      $0.hasPrefix("@") ? .field(String($0.dropFirst())) : .word(String($0))
    }
  }

  private static func pieces(_ text: Substring, _ separator: Character) -> [Substring] {
    text.split(separator: separator).filter { $0.contains { !$0.isWhitespace } }
  }

  private static func bare(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `key | concern | bokmål | nynorsk | English`
  private mutating func takeWorry(_ line: String) -> Bool {
    let parts = line.split(separator: "|").map { Lexicon.bare($0) }
    guard parts.count == 5 else { return false }
    worries.append(
      Worry(
        key: parts[0], concern: parts[1], names: ["nb": parts[2], "nn": parts[3], "en": parts[4]]))
    return true
  }

  /// `code ltr name : word, word | key = text | key = text`, or `near key : key, key`.
  private mutating func takeLanguage(_ line: String) -> Bool {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return false }
    let head = parts[0].split(separator: " ").map(String.init)
    if head.first == "near", head.count == 2 {
      near[head[1]] = Lexicon.pieces(parts[1], ",").map { Lexicon.bare($0) }
      return true
    }
    guard head.count >= 3, ["ltr", "rtl"].contains(head[1]) else { return false }
    let pieces = Lexicon.pieces(parts[1], "|")
    let words = pieces.first.map { Lexicon.pieces($0, ",").map { Lexicon.bare($0) } } ?? []
    var texts: [String: String] = [:]
    for piece in pieces.dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1).map { Lexicon.bare($0) }
      guard pair.count == 2 else { return false }
      texts[pair[0]] = pair[1]
    }
    languages.append(
      ForeignLanguage(
        code: head[0], isRightToLeft: head[1] == "rtl",
        name: head.dropFirst(2).joined(separator: " "), texts: texts,
        words: Set(words.map { $0.lowercased() })))
    return true
  }
}
