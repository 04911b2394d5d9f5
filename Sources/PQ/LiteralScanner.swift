/// Reads the literals of PostgreSQL's arrays and ranges, byte by byte.
struct LiteralScanner {
  struct Element {
    var bytes: [UInt8] = []
    var wasQuoted = false

    /// The unquoted word NULL.
    var isNull: Bool { !wasQuoted && bytes == Array("NULL".utf8) }
    /// Nothing at all: malformed in an array, no bound in a range.
    var isMissing: Bool { !wasQuoted && bytes.isEmpty }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { position == text.count }

  /// Steps over one character of `characters`; false when none stands here.
  mutating func skip(_ characters: StaticString) -> Bool {
    guard peek(characters) else { return false }
    position += 1
    return true
  }

  func peek(_ characters: StaticString) -> Bool {
    guard position < text.count else { return false }
    return characters.withUTF8Buffer { $0.contains(text[position]) }
  }

  /// The element from here to one of `ends`, without its quotes; nil when the text ends first.
  mutating func element(endingAt ends: StaticString) -> Element? {
    var element = Element()
    var isQuoted = false
    while position < text.count {
      let byte = text[position]
      if !isQuoted, peek(ends) { return element }
      position += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard position < text.count else { return nil }
        element.bytes.append(text[position])
        position += 1
      case UInt8(ascii: "\""):
        // Inside a range, PostgreSQL writes a quote as two quotes.
        if isQuoted, peek("\"") {
          element.bytes.append(byte)
          position += 1
        } else {
          isQuoted.toggle()
          element.wasQuoted = true
        }
      default:
        element.bytes.append(byte)
      }
    }
    return nil
  }
}
