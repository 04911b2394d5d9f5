import Foundation

extension SwiftText {
  struct Function: Equatable {
    let name: String
    /// The line of its keyword, counted from one.
    let line: Int
    /// From the keyword to the closing brace.
    let lineCount: Int
  }

  private enum Token: Equatable {
    case word(String)
    case mark(Character)
  }

  /// Functions, initialisers and computed properties with a body.
  var functions: [Function] {
    let tokens = self.tokens()
    return tokens.indices.compactMap { index in
      guard case .word(let word) = tokens[index].token,
        ["func", "init", "deinit", "subscript", "var"].contains(word),
        index == 0 || tokens[index - 1].token != .mark("."),
        let open = body(after: index, word: word, in: tokens),
        let close = closing(open, in: tokens)
      else { return nil }
      var name = word
      if case .word(let next) = tokens[index + 1].token, word == "func" || word == "var" {
        name = next
      }
      let line = tokens[index].line
      return Function(name: name, line: line, lineCount: tokens[close].line - line + 1)
    }
  }

  private func tokens() -> [(token: Token, line: Int)] {
    var tokens: [(token: Token, line: Int)] = []
    for (index, line) in House.lines(code).enumerated() {
      var word = ""
      for character in line + " " {
        if character.isLetter || character.isNumber || character == "_" {
          word.append(character)
          continue
        }
        if !word.isEmpty { tokens.append((.word(word), index + 1)) }
        word = ""
        if !character.isWhitespace { tokens.append((.mark(character), index + 1)) }
      }
    }
    return tokens
  }

  /// The brace that opens the body, or nil for a requirement or a stored property.
  private func body(after keyword: Int, word: String, in tokens: [(token: Token, line: Int)])
    -> Int?
  {
    let next: Set<String> = [
      "func", "var", "let", "init", "deinit", "subscript", "static", "case", "struct", "enum",
      "class", "actor", "extension", "protocol", "associatedtype", "typealias", "mutating",
      "package", "private", "import", "return", "if", "for", "while", "switch", "guard",
    ]
    var depth = 0
    for index in tokens.indices.dropFirst(keyword + 1) {
      switch tokens[index].token {
      case .mark("("), .mark("["): depth += 1
      case .mark(")"), .mark("]"): depth -= 1
      case .mark("{") where depth == 0: return index
      case .mark("=") where depth == 0 && word == "var": return nil
      case .mark("}") where depth <= 0: return nil
      case .word(let word) where depth == 0 && index > keyword + 1 && next.contains(word):
        return nil
      default: break
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  private func closing(_ open: Int, in tokens: [(token: Token, line: Int)]) -> Int? {
    var depth = 0
    for index in tokens.indices.dropFirst(open) {
      if tokens[index].token == .mark("{") { depth += 1 }
      if tokens[index].token == .mark("}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
