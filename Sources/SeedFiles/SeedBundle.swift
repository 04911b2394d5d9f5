package import Registry

/// One seed file, or one table that a seed file names, before it is read.
package struct SeedText: Hashable, Sendable {
  /// As a person would write it, from the folder where the command was given; used in faults.
  package let path: String
  package let bytes: [UInt8]
  /// Why a table that a file names was not read; the reader tells it on the line that names it.
  package let refusal: String?

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    refusal = nil
  }

  package init(path: String, refusal: String) {
    self.path = path
    bytes = []
    self.refusal = refusal
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A seed file that was read; rows belong to its name, wherever the file lies.
package struct SeedFile: Hashable, Sendable {
  /// The value of `seed:`.
  package let name: String
  package let path: String

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// What the names and the source keys of invented seeds begin with, and no others.
  package static let inventedMark = "synthetic-"

  package static func isInvented(_ name: String) -> Bool {
    name.hasPrefix(inventedMark)
  }
}

/// One row of one table, whatever its type.
package struct RowReference: Hashable, Sendable {
  /// The snake_case name of the row's struct: `area_code`, `rule_case`, `person_detail` …
  package let table: String
  package let bits: UInt128

  package init(table: String, bits: UInt128) {
    self.table = table
    self.bits = bits
  }
}

/// Where in a seed file a row was written.
package struct SeedPosition: Hashable, Sendable {
  package let path: String
  /// 1 is the first line.
  package let line: Int
  /// The way down to the entry, such as `designations[3].remit`.
  package let key: String

  package init(path: String, line: Int, key: String) {
    self.path = path
    self.line = line
    self.key = key
  }
}

/// Everything that a set of seed files says, with the seed file that owns each row.
package struct SeedBundle: Sendable {
  /// By name.
  package let files: [SeedFile]
  /// Each array in the order of the rows' ids; `generation` is 0.
  package let snapshot: Snapshot
  /// The name of the seed file that each row belongs to.
  package let owners: [RowReference: String]
  package let positions: [RowReference: SeedPosition]
  /// Questions that the registry must answer once the files are loaded.
  package let questions: [SeedQuestion]
  /// Names whose entry says `correction: true`: the name before them was never right.
  package let corrections: Set<ID<Name>>
  /// What is written and can never be part of an answer, in the order of the files; a load goes on.
  package let warnings: [SeedFault]

  package init(
    files: [SeedFile], snapshot: Snapshot, owners: [RowReference: String],
    positions: [RowReference: SeedPosition], questions: [SeedQuestion] = [],
    corrections: Set<ID<Name>> = [], warnings: [SeedFault] = []
  ) {
    self.files = files
    self.snapshot = snapshot
    self.owners = owners
    self.positions = positions
    self.questions = questions
    self.corrections = corrections
    self.warnings = warnings
  }
}

/// One thing that is wrong in a seed file, and what to do instead.
package struct SeedFault: Error, Hashable, Sendable, Comparable, CustomStringConvertible {
  package let path: String
  /// 1 is the first line; 0 when the whole file is meant.
  package let line: Int
  /// The way down to the entry, such as `designations[3].remit.age`; empty for the whole file.
  package let key: String
  package let sentence: String

  package init(path: String, line: Int, key: String, sentence: String) {
    self.path = path
    self.line = line
    self.key = key
    self.sentence = sentence
  }

  /// `Seed/x.yaml:12: designations[3].remit.age: …`
  package var description: String {
    "\(path):\(line): \(key.isEmpty ? "" : "\(key): ")\(sentence)"
  }

  package static func < (left: SeedFault, right: SeedFault) -> Bool {
    (left.path, left.line, left.key, left.sentence)
      < (right.path, right.line, right.key, right.sentence)
  }
}

/// Every fault of a load at once, by path and line; nothing was read.
package struct SeedFaults: Error, Sendable, CustomStringConvertible {
  package let faults: [SeedFault]

  package init(_ faults: [SeedFault]) {
    self.faults = Array(Set(faults)).sorted()
  }

  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
