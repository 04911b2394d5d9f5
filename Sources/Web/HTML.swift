/// A piece of a page, already safe to send.
///
/// A page is a Swift function from a finished value to `HTML`. What stands between the quotes of a
/// literal is markup; every value put in with `\(…)` is escaped **by bytes** unless its type is
/// `HTML` already. Escaping by bytes is what makes a quotation mark followed by a combining mark
/// harmless: the mark cannot hide the byte.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var bytes: [UInt8]

  package static let empty = HTML(bytes: [])

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  package init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  /// Any text as harmless text.
  package init(text: some StringProtocol) {
    bytes = []
    HTML.escape(text, into: &bytes)
  }

  package static func += (page: inout HTML, piece: HTML) {
    page.bytes += piece.bytes
  }

  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(bytes: left.bytes + right.bytes)
  }

  /// The same with a piece put in before the byte at that place, where markup must allow it.
  package func with(_ piece: HTML, at place: Int) -> HTML {
    HTML(bytes: bytes[..<place] + piece.bytes + bytes[place...])
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes += $0 }
    }

    package mutating func appendInterpolation(_ text: some StringProtocol) {
      HTML.escape(text, into: &bytes)
    }

    /// The same for the most frequent type, without the detour over its protocol.
    package mutating func appendInterpolation(_ text: String) {
      HTML.escape(text, into: &bytes)
    }

    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      bytes += String(number).utf8
    }

    package mutating func appendInterpolation(_ html: HTML) {
      bytes += html.bytes
    }

    package mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes += html.bytes }
    }

    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { bytes += piece.bytes }
    }
  }

  /// Escapes the five bytes that mean something in markup, and leaves out what can change the
  /// direction of the text around it or is not allowed in a page.
  ///
  /// Left out: NUL and other control bytes but tab and line feed, the bidi embeddings, overrides,
  /// isolates and marks (U+200E, U+200F, U+202A–202E, U+2066–2069).
  private static func escape(_ text: some StringProtocol, into bytes: inout [UInt8]) {
    escape(String(text), into: &bytes)
  }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { escape($0, into: &bytes) }
  }

  private static func escape(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var place = 0
    /// From here on nothing has been written yet.
    var start = 0
    func write(upTo end: Int) {
      if start < end { bytes += UnsafeBufferPointer(rebasing: source[start..<end]) }
    }
    while place < source.count {
      var length = 1
      let instead: StaticString
      switch source[place] {
      case UInt8(ascii: "&"): instead = "&amp;"
      case UInt8(ascii: "<"): instead = "&lt;"
      case UInt8(ascii: ">"): instead = "&gt;"
      case UInt8(ascii: "\""): instead = "&quot;"
      case UInt8(ascii: "'"): instead = "&#39;"
      case 0xE2
      where place + 2 < source.count && isBidiControl(source[place + 1], source[place + 2]):
        instead = ""
        length = 3
      case 0x09, 0x0A, 0x20...0x7E, 0x80...0xFF:
        place += 1
        continue
      default: instead = ""
      }
      write(upTo: place)
      instead.withUTF8Buffer { bytes += $0 }
      place += length
      start = place
    }
    write(upTo: place)
  }

  private static func isBidiControl(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}

extension Sequence where Element == HTML {
  /// The pieces one after another.
  package func joined() -> HTML {
    var page = HTML.empty
    for piece in self { page += piece }
    return page
  }
}
