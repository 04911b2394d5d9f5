package import SeedFiles

/// What a load did, or would do.
package struct SeedDifference: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case added, changed
    /// No longer said by its file: a dated fact ended, another one superseded.
    case closed
  }

  /// One row that was written.
  package struct Line: Hashable, Sendable {
    package let kind: Kind
    package let row: RowReference
    /// Whose fact it is and what changed, in words.
    package let text: String
  }

  /// Words of these files that are not shown, since they name a hidden person or number.
  package struct Concealed: Hashable, Sendable {
    package let row: RowReference
    package let column: String
    /// The key of the thing that the fact is about.
    package let key: String
    /// Where the row was written.
    package let position: SeedPosition?
  }

  package struct Count: Hashable, Sendable {
    package let table: String
    package let added: Int
    package let changed: Int
    package let closed: Int
  }

  /// The generation that the load raised, or would have raised; nil when nothing differs.
  package let generation: Int64?
  /// In the order of writing.
  package let lines: [Line]
  package let concealed: [Concealed]

  package init(generation: Int64?, lines: [Line], concealed: [Concealed] = []) {
    self.generation = generation
    self.lines = lines
    self.concealed = concealed
  }

  /// Whether the registry already says everything that the files say.
  package var isEmpty: Bool { generation == nil }

  /// How many rows of each table that was touched, in the order of writing.
  package var counts: [Count] {
    var order: [String] = []
    var kinds: [String: [Kind: Int]] = [:]
    for line in lines {
      if kinds[line.row.table] == nil { order.append(line.row.table) }
      kinds[line.row.table, default: [:]][line.kind, default: 0] += 1
    }
    return order.map { table in
      let count = kinds[table] ?? [:]
      return Count(
        table: table, added: count[.added] ?? 0, changed: count[.changed] ?? 0,
        closed: count[.closed] ?? 0)
    }
  }
}

/// How far a load has come.
package enum SeedProgress: Hashable, Sendable {
  /// The rows of a table were sent to the database.
  case received(table: String, rows: Int)
  /// All rows hold by themselves.
  case checked
  /// The rows of a table that are new or different were written.
  case merged(table: String, rows: Int)
  /// What the files no longer say was closed.
  case closed(rows: Int)
  /// All rows go together.
  case settled
  /// The registry as it would be was read and verified.
  case verified
}
