/// Reads rows in COPY's text format field after field, where they lie.
///
/// A field without an escape is handed out as the very bytes of the text, so that a hundred
/// megabytes are read once and copied never.
package struct PQCopyReader {
  package enum Field {
    case null
    /// Valid until the next field is read, and no longer than the text.
    case text(UnsafeBufferPointer<UInt8>)
    /// The row has not as many fields as it must, is cut off, or holds an escape that `copy … to`
    /// does not write.
    case malformed
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let width: Int
  private let plain = PlainBytes()
  /// How far the text has been read, in bytes.
  package private(set) var position = 0
  private var column = 0

  /// - Parameter text: stays where it is as long as anything is read from it.
  package init(_ text: UnsafeBufferPointer<UInt8>, width: Int) {
    self.text = text
    self.width = width
  }

  /// Whether every row has been read to its end.
  package var isAtEnd: Bool { position == text.count && column == 0 }

  /// The fields of a row one after the other, then those of the next row.
  package mutating func next() -> Field {
    let start = position
    var end = start
    var hasEscape = false
    // Every index is below `count`: a look beyond the letter of an escape is the loop's own test.
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscape = true
        end += 1
      }
      end += 1
    }
    guard end < text.count else { return .malformed }
    let isLast = column == width - 1
    guard (text[end] == UInt8(ascii: "\n")) == isLast else { return .malformed }
    column = isLast ? 0 : column + 1
    position = end + 1
    let field = UnsafeBufferPointer(rebasing: text[start..<end])
    return hasEscape ? unescaped(field) : .text(field)
  }

  private func unescaped(_ field: UnsafeBufferPointer<UInt8>) -> Field {
    if field.count == 2, field[1] == UInt8(ascii: "N") { return .null }
    plain.clear(reserving: field.count)
    var isEscaped = false
    for byte in field {
      if isEscaped {
        guard let meant = CopyEscape.byte(for: byte) else { return .malformed }
        plain.append(meant)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return isEscaped ? .malformed : .text(plain.bytes)
  }
}

/// Room for one field without its escapes.
private final class PlainBytes {
  private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1024)
  private var count = 0

  deinit {
    room.deallocate()
  }

  /// - Parameter size: how many bytes will be appended at most.
  func clear(reserving size: Int) {
    count = 0
    guard size > room.count else { return }
    room.deallocate()
    room = .allocate(capacity: size)
  }

  func append(_ byte: UInt8) {
    precondition(count < room.count, "More was appended than room was made for.")
    room[count] = byte
    count += 1
  }

  /// What has been appended: `count` never passes the room.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: room[..<count])
  }
}
