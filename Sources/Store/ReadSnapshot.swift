package import Registry

/// A snapshot with the text that its tables were read from, so that the next reading decodes only
/// the tables that have changed: most changes touch one or two of forty.
package struct ReadSnapshot: Sendable {
  package let snapshot: Snapshot
  let texts: SnapshotTexts

  /// Decodes the texts of a new reading, each table from the earlier one where its bytes are equal.
  ///
  /// - Throws: `malformedRow`.
  init(_ texts: SnapshotTexts, reusing earlier: ReadSnapshot?) throws {
    var snapshot = Snapshot()
    snapshot.generation = texts.generation
    for (position, table) in CopyTable.all.enumerated() {
      if let earlier, earlier.texts.tables[position] == texts.tables[position] {
        table.reuse(earlier.snapshot, &snapshot)
      } else {
        try table.decode(texts.tables[position], &snapshot)
      }
    }
    self.snapshot = snapshot
    self.texts = texts
  }
}

/// The rows of every table as COPY text, in the order of ``CopyTable/all``.
struct SnapshotTexts: Sendable {
  let generation: Int64
  let tables: [[UInt8]]
}
