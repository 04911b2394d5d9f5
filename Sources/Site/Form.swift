import HTTPTypes
import Hummingbird
import Web

/// The fields of a posted form, read strictly: one content type, 16 kB, bounded fields, valid
/// UTF-8.
struct Form {
  static let bytesMax = 16 * 1024
  static let fieldsMax = 40
  static let nameBytesMax = 64
  static let valueBytesMax = 1000

  let fields: [(name: String, value: String)]

  init(_ request: Request) async throws {
    guard Form.isForm(request.headers.value(of: .contentType)) else {
      throw RequestProblem.unsupported
    }
    guard let buffer = try? await request.body.collect(upTo: Form.bytesMax) else {
      throw RequestProblem.tooLarge
    }
    self = try Form(bytes: Array(buffer.readableBytesView))
  }

  init(bytes: [UInt8]) throws(RequestProblem) {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let pair = rest.prefix { $0 != UInt8(ascii: "&") }
      rest = rest[pair.endIndex...].dropFirst()
      guard !pair.isEmpty else { continue }
      let written = pair.prefix { $0 != UInt8(ascii: "=") }
      guard let name = Form.decoded(written), name.utf8.count <= Form.nameBytesMax,
        let value = Form.decoded(pair[written.endIndex...].dropFirst()),
        value.utf8.count <= Form.valueBytesMax, fields.count < Form.fieldsMax
      else { throw .malformed }
      fields.append((name, value))
    }
    self.fields = fields
  }

  /// The last value of that name, without white space around it.
  func value(_ name: String) -> String {
    fields.last { $0.name == name }?.value.trimmed ?? ""
  }

  private static let type = "application/x-www-form-urlencoded"

  private static func isForm(_ contentType: String?) -> Bool {
    if contentType == type { return true }
    let parts = (contentType ?? "").lowercased().split(separator: ";").map { $0.trimmed }
    guard parts.first == type else { return false }
    return parts.dropFirst().allSatisfy { $0 == "charset=utf-8" }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    // Nearly every field: ASCII that stands for itself.
    let isPlain = bytes.allSatisfy {
      (1...0x7F).contains($0) && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "%")
    }
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard place + 2 < bytes.endIndex, let high = hexDigit(bytes[place + 1]),
          let low = hexDigit(bytes[place + 2])
        else { return nil }
        plain.append(high << 4 | low)
        place += 2
      default: plain.append(bytes[place])
      }
      place += 1
    }
    guard !plain.contains(0) else { return nil }
    return String(validating: plain, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    // Nearly every value, told by its ends: no character that is white space has such a one.
    let marks: ClosedRange<Unicode.Scalar> = "!"..."~"
    if let first = unicodeScalars.first, let last = unicodeScalars.last, marks ~= first,
      marks ~= last
    {
      return String(self)
    }
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
