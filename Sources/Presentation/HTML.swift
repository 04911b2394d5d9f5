/// A piece of a page, already safe to send.
///
/// A page is a Swift function from a finished value to `HTML`. What stands between the quotes of a
/// literal is markup; every value put in with `\(…)` is escaped **by bytes** unless its type is
/// `HTML` already. Escaping by bytes is what makes a quotation mark followed by a combining mark
/// harmless: the mark cannot hide the byte.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// What it begins with: a plain literal, which needs no room of its own.
  private let literal: StaticString
  /// What follows the literal.
  private var written: [UInt8]

  package static let empty = HTML(bytes: [])

  private init(bytes: [UInt8]) {
    literal = ""
    written = bytes
  }

  package init(stringLiteral literal: StaticString) {
    self.literal = literal
    written = []
  }

  package init(stringInterpolation: Interpolation) {
    self.init(bytes: stringInterpolation.bytes)
  }

  /// Any text as harmless text.
  package init(text: String) {
    self.init(bytes: [])
    written.reserveCapacity(text.utf8.count)
    HTML.escape(text, into: &written)
  }

  /// What is written piece after piece into one buffer, where a buffer for each piece would cost
  /// more than the piece.
  package init(room bytes: Int = 128, _ write: (inout HTML) -> Void) {
    self.init(bytes: [])
    written.reserveCapacity(bytes)
    write(&self)
  }

  /// Any text as harmless text behind the rest.
  package mutating func add(_ text: String) {
    HTML.escape(text, into: &written)
  }

  /// The digits of a number behind the rest.
  package mutating func add(_ number: Int) {
    written += String(number).utf8
  }

  package var bytes: [UInt8] {
    guard literal.utf8CodeUnitCount > 0 else { return written }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    write(to: &bytes)
    return bytes
  }

  package var isEmpty: Bool { literal.utf8CodeUnitCount == 0 && written.isEmpty }

  private var count: Int { literal.utf8CodeUnitCount + written.count }

  private func write(to bytes: inout [UInt8]) {
    if literal.utf8CodeUnitCount > 0 { literal.withUTF8Buffer { bytes += $0 } }
    if !written.isEmpty { bytes += written }
  }

  package static func += (page: inout HTML, piece: HTML) {
    piece.write(to: &page.written)
  }

  package static func + (left: HTML, right: HTML) -> HTML {
    var page = left
    page += right
    return page
  }

  /// Writes it with pieces put in before the bytes at those places, which ascend, where markup must
  /// allow it.
  package func write(with pieces: [(place: Int, piece: HTML)], on page: inout HTML) {
    let bytes = bytes
    var start = 0
    for (place, piece) in pieces {
      page.written += bytes[start..<place]
      piece.write(to: &page.written)
      start = place
    }
    page.written += bytes[start...]
  }

  /// A named place that is left open, for markup that is made once. Never sent: NUL, which stands
  /// on both sides of the name, is in no other markup, because no text can bring it.
  package static func gap(_ name: String) -> HTML {
    HTML(bytes: [0] + name.utf8 + [0])
  }

  /// The markup without its gaps, and where the gaps of each name were.
  package var parted: (whole: HTML, places: [String: [Int]]) {
    var whole: [UInt8] = []
    var places: [String: [Int]] = [:]
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      if number.isMultiple(of: 2) {
        whole += part
      } else {
        places[String(decoding: part, as: UTF8.self), default: []].append(whole.count)
      }
    }
    return (HTML(bytes: whole), places)
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
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
      html.write(to: &bytes)
    }

    package mutating func appendInterpolation(_ html: HTML?) {
      html?.write(to: &bytes)
    }

    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { piece.write(to: &bytes) }
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
    text.withBytes { escape($0, into: &bytes) }
  }

  private static func escape(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var place = 0
    /// From here on nothing has been written yet.
    var start = 0
    func write(upTo end: Int) {
      if start < end { bytes += UnsafeBufferPointer(rebasing: source[start..<end]) }
    }
    while place < source.count {
      while place + 8 <= source.count, isPlain(source, at: place) { place += 8 }
      guard place < source.count else { break }
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

  /// Whether the eight bytes from a place hold none that may have to be escaped or left out, which
  /// is so of nearly all text. `place + 8` is at most the count.
  private static func isPlain(_ source: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let eight = EightBytes(of: source, at: place)
    let marks =
      // With `&`, and with `<`.
      eight.equal(UInt8(ascii: "'"), orWithout: 0x01)
      | eight.equal(UInt8(ascii: ">"), orWithout: 0x02)
      | eight.equal(UInt8(ascii: "\"")) | eight.equal(0xE2)
    return !EightBytes.isAny(in: eight.controlsAndDelete | marks)
  }

  private static func isBidiControl(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}

extension HTML: Hashable {
  package static func == (left: HTML, right: HTML) -> Bool {
    left.count == right.count && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
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
