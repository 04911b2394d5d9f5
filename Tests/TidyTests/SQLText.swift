/// A file of SQL as the words and marks outside comments, literals and quoted names, for the rules
/// of style that a machine can see.
struct SQLText {
  struct Word: Equatable {
    let text: String
    let line: Int
  }

  private(set) var words: [Word] = []

  init(_ source: String) {
    var rest = Substring(source)
    var line = 1
    func drop(_ count: Int) {
      line += rest.prefix(count).count { $0.isNewline }
      rest = rest.dropFirst(count)
    }
    while let first = rest.first {
      if rest.hasPrefix("--") {
        drop(rest.prefix { !$0.isNewline }.count)
      } else if rest.hasPrefix("/*") {
        drop(rest.firstRange(of: "*/").map { rest[..<$0.upperBound].count } ?? rest.count)
      } else if first == "'" || first == "\"" {
        drop(Self.literalLength(rest, quote: first))
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        words.append(Word(text: String(word), line: line))
        drop(word.count)
      } else if first == "$", let tag = rest.prefixMatch(of: /\$\w*\$/) {
        // The body of a function is SQL as well: only the quotes are passed over.
        words.append(Word(text: "$$", line: line))
        drop(tag.0.count)
      } else {
        if !first.isWhitespace { words.append(Word(text: String(first), line: line)) }
        drop(1)
      }
    }
  }

  /// With its quotes; a doubled quote is part of the text.
  private static func literalLength(_ text: Substring, quote: Character) -> Int {
    var count = 1
    var rest = text.dropFirst()
    while let next = rest.first {
      let isDoubled = next == quote && rest.dropFirst().first == quote
      count += isDoubled ? 2 : 1
      rest = rest.dropFirst(isDoubled ? 2 : 1)
      if next == quote, !isDoubled { break }
    }
    return count
  }

  /// Words with a capital letter: keywords and names are lower case.
  var capitals: [Word] {
    words.filter { $0.text.contains(where: \.isUppercase) }
  }

  /// What begins a new condition, so that an `and` before it and an `or` after it do not mix.
  private static let borders: Set<String> = [
    "where", "on", "when", "then", "else", "having", "check", "using", "select", "from", "join",
    "union", "group", "order", "begin", "if", "elsif", "loop", "while", "return", "set", "values",
    "filter", "returning", "with", "as", "do", "default", "window", "limit", "offset", "before",
    "after", "create", "grant", "revoke", "exception", ",", ";", "$$", "=>",
  ]

  private struct Condition {
    var hasAnd = false
    var hasOr = false
    var openBetweens = 0
    var isCase = false

    func with(_ change: (inout Self) -> Void) -> Self {
      var copy = self
      change(&copy)
      return copy
    }
  }

  /// The words at which one condition comes to mix `and` with `or` without parentheses.
  var mixes: [Word] {
    var found: [Word] = []
    var stack = [Condition()]
    var before = ""
    for word in words {
      var top = stack.removeLast()
      switch word.text {
      case "(", "[": stack += [top, Condition()]
      case "case": stack += [top, Condition(isCase: true)]
      case ")", "]", "end":
        let closes = word.text != "end" || top.isCase
        if !closes || stack.isEmpty { stack.append(Condition()) }
      case "between": stack.append(top.with { $0.openBetweens += 1 })
      case "and" where top.openBetweens > 0:
        stack.append(top.with { $0.openBetweens -= 1 })
      case "or" where before == "create":
        stack.append(top)
      case "and", "or":
        top.hasAnd = top.hasAnd || word.text == "and"
        top.hasOr = top.hasOr || word.text == "or"
        if top.hasAnd, top.hasOr {
          found.append(word)
          top = Condition(isCase: top.isCase)
        }
        stack.append(top)
      case let text where Self.borders.contains(text):
        stack.append(Condition(isCase: top.isCase))
      default: stack.append(top)
      }
      before = word.text
    }
    return found
  }
}
