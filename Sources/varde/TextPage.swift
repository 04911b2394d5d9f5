/// Lines of text, wrapped at the terminal's width and coloured only where colour is wanted.
struct TextPage {
  enum Style: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case heading = "1;34"
    case alarm = "1;97;41"
    case good = "32"
    case bad = "31"
  }

  private(set) var text = ""
  private let width: Int?
  private let hasColour: Bool

  init(_ console: Console) {
    width = console.width
    hasColour = console.hasColour
  }

  /// Writes one paragraph; lines after the first are indented two more columns.
  mutating func line(_ line: String, indent: Int = 0, style: Style = .plain) {
    let first = String(repeating: " ", count: indent)
    let rest = first + "  "
    for (place, part) in wrapped(line, first: indent, rest: indent + 2).enumerated() {
      text += (place == 0 ? first : rest) + coloured(part, style) + "\n"
    }
  }

  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  mutating func heading(_ heading: String) {
    gap()
    line(heading, style: .heading)
  }

  private func coloured(_ part: String, _ style: Style) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(part)\u{1B}[0m" : part
  }

  private func wrapped(_ line: String, first: Int, rest: Int) -> [String] {
    guard let width else { return [line] }
    var lines: [String] = []
    var current = ""
    var room = max(20, width - first)
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
      if !current.isEmpty, current.count + 1 + word.count > room {
        lines.append(current)
        current = ""
        room = max(20, width - rest)
      }
      current += current.isEmpty ? String(word) : " \(word)"
    }
    return lines + [current]
  }
}
