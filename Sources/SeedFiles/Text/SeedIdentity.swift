import Crypto
import Registry

/// Ids of rows: UUID version 5 of what the row is, so that every load of every machine agrees.
enum SeedIdentity {
  /// The namespace of all ids that seed files give; never to be changed.
  private static let namespace: UInt128 = 0x8f0c_39e6_5d2b_4b7e_9a41_6c1d_02f7_7a30

  static func id<Subject>(_ kind: String, _ parts: String...) -> ID<Subject> {
    ID(bits: bits(kind, parts))
  }

  static func id<Subject>(_ kind: String, _ parts: [String]) -> ID<Subject> {
    ID(bits: bits(kind, parts))
  }

  static func bits(_ kind: String, _ parts: [String]) -> UInt128 {
    var hash = Insecure.SHA1()
    withUnsafeBytes(of: namespace.bigEndian) { hash.update(bufferPointer: $0) }
    hash.update(data: Array(kind.utf8))
    for part in parts {
      hash.update(data: [0])
      hash.update(data: Array(part.utf8))
    }
    var bits: UInt128 = 0
    for byte in hash.finalize().prefix(16) { bits = bits << 8 | UInt128(byte) }
    let version: UInt128 = 5 << 76
    let variant: UInt128 = 2 << 62
    bits &= ~(UInt128(0xF) << 76)
    bits &= ~(UInt128(3) << 62)
    return bits | version | variant
  }

  /// Digits that stand for a text in a key without repeating it.
  static func mark(_ text: String, digits: Int = 6) -> String {
    String(IDText.format(bits("mark", [text])).filter { $0 != "-" }.prefix(digits))
  }
}
