import Foundation

/// A Swift source taken apart into code, comments and literals, each at the lines where it stands,
/// so that a rule about words meets only the words that it means.
struct SwiftText: Sendable {
  /// The source with comments and the contents of literals blanked; interpolated code stays.
  private(set) var code: String = ""
  /// The source with all but comments blanked.
  private(set) var comments: String = ""
  /// The contents of string literals, in order, with `*` where something is interpolated.
  private(set) var literals: [String] = []
  private(set) var hasBlockComment = false

  private let bytes: [UInt8]
  private var position = 0
  private var codeBytes: [UInt8] = []
  private var commentBytes: [UInt8] = []

  init(_ source: String) {
    bytes = Array(source.utf8)
    scanCode(until: nil)
    code = String(decoding: codeBytes, as: UTF8.self)
    comments = String(decoding: commentBytes, as: UTF8.self)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private enum Part { case code, comment, neither }

  private mutating func take(_ count: Int = 1, as part: Part) {
    for _ in 0..<count where position < bytes.count {
      let byte = bytes[position]
      let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
      codeBytes.append(part == .code ? byte : blank)
      commentBytes.append(part == .comment ? byte : blank)
      position += 1
    }
  }

  /// Scans code up to the parenthesis that ends an interpolation, or to the end.
  private mutating func scanCode(until end: UInt8?) {
    var depth = 0
    while position < bytes.count {
      if starts("//") {
        while position < bytes.count, byte() != UInt8(ascii: "\n") { take(as: .comment) }
      } else if starts("/*") {
        scanBlockComment()
      } else if let hashes = openingHashes(before: UInt8(ascii: "\"")) {
        scanString(hashes: hashes)
      } else if let hashes = openingHashes(before: UInt8(ascii: "/")), hashes > 0 || opensRegex() {
        scanRegex(hashes: hashes)
      } else {
        if byte() == UInt8(ascii: "(") { depth += 1 }
        if byte() == UInt8(ascii: ")") {
          if end != nil, depth == 0 { return take(as: .code) }
          depth -= 1
        }
        take(as: .code)
      }
    }
  }

  private mutating func scanBlockComment() {
    hasBlockComment = true
    var depth = 0
    repeat {
      if starts("/*") { depth += 1 }
      if starts("*/") { depth -= 1 }
      take(starts("/*") || starts("*/") ? 2 : 1, as: .comment)
    } while depth > 0 && position < bytes.count
  }

  /// How many `#` stand before the delimiter here, or nil where no such literal begins.
  private func openingHashes(before delimiter: UInt8) -> Int? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return byte(hashes) == delimiter ? hashes : nil
  }

  /// A bare regex begins where an operand is expected and ends on its line.
  private func opensRegex() -> Bool {
    let before = codeBytes.last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    guard let before, "(,=:[{&|?!".utf8.contains(before), byte(1) != UInt8(ascii: " ") else {
      return false
    }
    return bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
      .contains(UInt8(ascii: "/"))
  }

  private mutating func scanRegex(hashes: Int) {
    let close = [UInt8(ascii: "/")] + Array(repeating: UInt8(ascii: "#"), count: hashes)
    take(hashes + 1, as: .neither)
    while position < bytes.count, !bytes[position...].starts(with: close) {
      take(byte() == UInt8(ascii: "\\") ? 2 : 1, as: .neither)
    }
    take(close.count, as: .neither)
  }

  private mutating func scanString(hashes: Int) {
    let quote = UInt8(ascii: "\"")
    let isLong = byte(hashes + 1) == quote && byte(hashes + 2) == quote
    let pounds = Array(repeating: UInt8(ascii: "#"), count: hashes)
    let close = Array(repeating: quote, count: isLong ? 3 : 1) + pounds
    let escape = [UInt8(ascii: "\\")] + pounds
    take(hashes + (isLong ? 3 : 1), as: .neither)
    var literal: [UInt8] = []
    while position < bytes.count, !bytes[position...].starts(with: close) {
      if bytes[position...].starts(with: escape) {
        take(escape.count, as: .neither)
        if byte() == UInt8(ascii: "(") {
          literal.append(UInt8(ascii: "*"))
          take(as: .code)
          scanCode(until: UInt8(ascii: ")"))
          continue
        }
      }
      literal.append(byte())
      take(as: .neither)
    }
    take(close.count, as: .neither)
    literals.append(String(decoding: literal, as: UTF8.self))
  }
}
