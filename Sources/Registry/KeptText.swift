/// Room beside an immutable value for a text that is made of it once, when it is first wanted, and
/// then shared.
package struct KeptText: ~Copyable, Sendable {
  private final class Made: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }
  }

  private let made = Kept()

  package init() {}

  package borrowing func withBytes(
    _ make: () -> [UInt8], _ read: (UnsafeRawBufferPointer) -> Void
  ) {
    made.withObject {
      Made(make())
    } _: { made in
      unsafeDowncast(made, to: Made.self).bytes.withUnsafeBytes(read)
    }
  }
}

/// The same for a text in each language of the interface.
package struct KeptTexts: ~Copyable, Sendable {
  private let bokmål = KeptText()
  private let nynorsk = KeptText()
  private let english = KeptText()

  package init() {}

  package borrowing func withBytes(
    in language: Language, _ make: () -> [UInt8], _ read: (UnsafeRawBufferPointer) -> Void
  ) {
    switch language {
    case .nynorsk: nynorsk.withBytes(make, read)
    case .english: english.withBytes(make, read)
    default: bokmål.withBytes(make, read)
    }
  }
}
