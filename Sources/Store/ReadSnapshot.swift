import Crypto
package import Registry

/// A snapshot with the marks of the text that its tables were read from, so that the next reading
/// decodes only the tables that have changed: most changes touch one or two of forty.
package struct ReadSnapshot: Sendable {
  package let snapshot: Snapshot
  /// The rows that are left out because this program cannot read them, by table and id.
  package let unreadable: [UnreadableRow]
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
    snapshot.lineage = texts.lineage
    marks = texts.tables.map { TextMark($0) }
    var unreadable: [UnreadableRow] = []
    var changed: [(place: Int, text: ArraySlice<UInt8>)] = []
    for (place, table) in CopyTable.all.enumerated() {
      if let earlier, earlier.marks[place] == marks[place] {
        table.reuse(earlier.snapshot, &snapshot)
        unreadable += earlier.unreadable.filter { $0.table == table.name }
      } else {
        changed.append((place, texts.tables[place][...]))
      }
    }
    unreadable += try CopyTable.read(changed, into: &snapshot, sideBySide)
    self.snapshot = snapshot
    self.unreadable = unreadable.sorted { ($0.table, $0.id) < ($1.table, $1.id) }
    self.texts = texts
  }

  /// What the next reading needs of this one, which does not hold the text.
  package var known: KnownSnapshot {
    KnownSnapshot(snapshot: snapshot, unreadable: unreadable, marks: marks)
  }
}

/// A snapshot that is in use and the marks of its text, a few bytes a table.
package struct KnownSnapshot: Sendable {
  package let snapshot: Snapshot
  package let unreadable: [UnreadableRow]
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
  package let lineage: Lineage
  let tables: [[UInt8]]

  /// Nothing read.
  package static let none = SnapshotTexts(lineage: .none, tables: [])
}
