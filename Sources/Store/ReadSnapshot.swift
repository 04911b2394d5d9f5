import Crypto
package import Registry

/// A snapshot with the marks of the text that its tables were read from, so that the next reading
/// decodes only the tables that have changed: most changes touch one or two of forty.
package struct ReadSnapshot: Sendable {
  package let snapshot: Snapshot
  private let marks: [TextMark]
  /// The text itself, for the snapshot file.
  let texts: SnapshotTexts

  /// Decodes the texts of a new reading, each table from the earlier one where its bytes are equal.
  ///
  /// - Throws: `malformedRow`.
  package init(
    _ texts: SnapshotTexts, reusing earlier: KnownSnapshot?, _ sideBySide: SideBySide = .inTurn
  ) throws {
    var snapshot = Snapshot()
    snapshot.generation = texts.generation
    marks = texts.tables.map { TextMark($0) }
    var changed: [(place: Int, text: ArraySlice<UInt8>)] = []
    for (place, table) in CopyTable.all.enumerated() {
      if let earlier, earlier.marks[place] == marks[place] {
        table.reuse(earlier.snapshot, &snapshot)
      } else {
        changed.append((place, texts.tables[place][...]))
      }
    }
    try CopyTable.read(changed, into: &snapshot, sideBySide)
    self.snapshot = snapshot
    self.texts = texts
  }

  /// What the next reading needs of this one, which does not hold the text.
  package var known: KnownSnapshot { KnownSnapshot(snapshot: snapshot, marks: marks) }
}

/// A snapshot that is in use and the marks of its text, a few bytes a table.
package struct KnownSnapshot: Sendable {
  package let snapshot: Snapshot
  let marks: [TextMark]
}

/// Tells two texts apart, without either being kept.
struct TextMark: Hashable, Sendable {
  private let count: Int
  private let digest: SHA256Digest

  init(_ text: [UInt8]) {
    count = text.count
    var hash = SHA256()
    text.withUnsafeBytes { hash.update(bufferPointer: $0) }
    digest = hash.finalize()
  }
}

/// The rows of every table as COPY text, in the order of ``CopyTable/all``.
package struct SnapshotTexts: Sendable {
  package let generation: Int64
  let tables: [[UInt8]]

  /// Nothing read.
  package static let none = SnapshotTexts(generation: 0, tables: [])
}
