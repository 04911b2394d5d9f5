/// Eight bytes of a text looked at as one number, since nearly no text holds what is looked for.
///
/// In a finding the highest bit of a byte is set wherever that byte is meant, and nowhere if none
/// is; behind the first that is meant others may be set too. Inlined, so that a scan of a text is
/// one loop without a call.
struct EightBytes {
  private let bits: UInt64
  /// One in each byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Those from a place on; `place + 8` is at most the count.
  @inline(__always)
  init(of text: UnsafeBufferPointer<UInt8>, at place: Int) {
    precondition(place >= 0 && place + 8 <= text.count)
    // The bytes from `place` up to `place + 8` lie in the buffer, as was just asked.
    bits = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Finds the control characters below the blank.
  @inline(__always)
  var controls: UInt64 { (bits &- Self.ones &* 0x20) & ~bits }

  /// The same and DEL (0x7F). A byte beside one of them may look like one as well.
  @inline(__always)
  var controlsAndDelete: UInt64 {
    ((bits &- Self.ones &* 0x20) | (bits &+ Self.ones)) & ~bits
  }

  /// Finds one character.
  @inline(__always)
  func equal(_ value: UInt8) -> UInt64 {
    let zeros = bits ^ (Self.ones &* UInt64(value))
    return (zeros &- Self.ones) & ~zeros
  }

  /// Finds one character, and what it is without that bit of it.
  @inline(__always)
  func equal(_ value: UInt8, orWithout bit: UInt8) -> UInt64 {
    EightBytes(bits: bits | Self.ones &* UInt64(bit)).equal(value)
  }

  /// Whether a finding, or several joined by `|`, found anything.
  @inline(__always)
  static func isAny(in finding: UInt64) -> Bool { finding & (ones &* 0x80) != 0 }
}
