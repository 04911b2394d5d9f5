import Synchronization

/// Room beside an immutable value for a text that is made of it once, when it is first wanted, and
/// then shared.
package struct KeptText: ~Copyable, Sendable {
  private final class Made: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }
  }

  /// Nothing (0), or the address of what was made, which this value holds until its end. A bare
  /// address, since the library's own lazy reference takes ten times as long to read.
  private let made = Atomic<UInt>(0)

  package init() {}

  deinit {
    KeptText.made(at: made.load(ordering: .acquiring))?.release()
  }

  /// Who makes it at the same time as another makes the same.
  package borrowing func bytes(_ make: () -> [UInt8]) -> [UInt8] {
    if let known = KeptText.made(at: made.load(ordering: .acquiring)) {
      return known.takeUnretainedValue().bytes
    }
    let mine = Unmanaged.passRetained(Made(make()))
    let (_, first) = made.compareExchange(
      expected: 0, desired: UInt(bitPattern: mine.toOpaque()), ordering: .acquiringAndReleasing)
    guard let other = KeptText.made(at: first) else { return mine.takeUnretainedValue().bytes }
    mine.release()
    return other.takeUnretainedValue().bytes
  }

  private static func made(at address: UInt) -> Unmanaged<Made>? {
    UnsafeRawPointer(bitPattern: address).map { Unmanaged<Made>.fromOpaque($0) }
  }
}

/// The same for a text in each language of the interface.
package struct KeptTexts: ~Copyable, Sendable {
  private let bokmål = KeptText()
  private let nynorsk = KeptText()
  private let english = KeptText()

  package init() {}

  package borrowing func bytes(in language: Language, _ make: () -> [UInt8]) -> [UInt8] {
    switch language {
    case .nynorsk: nynorsk.bytes(make)
    case .english: english.bytes(make)
    default: bokmål.bytes(make)
    }
  }
}
