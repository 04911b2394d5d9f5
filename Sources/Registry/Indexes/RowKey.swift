/// What rows are found by; scattered cheaply, since most keys are ids and those are random already.
///
/// Nobody but the editors of a registry makes keys, so no protection against chosen ones is needed.
@usableFromInline package protocol RowKey: Hashable, Sendable {
  /// Well mixed in its highest bits.
  var scatter: UInt64 { get }
}

/// Outside every type, so that it asks for no metadata of the kind of id.
@inlinable package func scattered(_ bits: UInt128, _ salt: UInt64 = 0) -> UInt64 {
  let folded = UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64)
  let mixed = (folded ^ salt) &* 0x9E37_79B9_7F4A_7C15
  return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
}

extension ID: RowKey {
  @inlinable package var scatter: UInt64 { scattered(bits) }
}

extension Optional: RowKey where Wrapped: RowKey {
  @usableFromInline package var scatter: UInt64 { self?.scatter ?? 0 }
}

extension Subject: RowKey {
  @inlinable package var scatter: UInt64 {
    // Two kinds never share an id, so the kind need not be mixed in.
    scattered(bits)
  }
}

extension String: RowKey {
  @usableFromInline package var scatter: UInt64 { UInt64(truncatingIfNeeded: hashValue) }
}
