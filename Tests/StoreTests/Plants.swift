import Registry
import SeedFiles
import Store

/// A row that one constraint must refuse.
struct Plant: CustomStringConvertible {
  let table: String
  let constraint: String
  let id: String
  /// The row as COPY text with its newline.
  let line: String

  var description: String { "\(table) \(constraint)" }
}

/// A faulty copy of a row of the sample for every constraint.
struct Plants {
  private let rows: [String: (columns: [String], fields: [[String]])]

  init() {
    let snapshot = Sample.planted().bundle(files: []).snapshot
    var rows: [String: (columns: [String], fields: [[String]])] = [:]
    for table in CopyTable.all {
      let bytes = (try? table.encode(snapshot)) ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      rows[table.name] = (
        table.columns,
        lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      )
    }
    self.rows = rows
  }

  /// A reference to nothing, for each foreign key named `<table>_<column>_fkey`.
  func references(_ names: [String]) -> [Plant] {
    CopyTable.all.flatMap { table in
      table.columns.compactMap { column in
        let name = "\(table.name)_\(column)_fkey"
        guard names.contains(name) else { return nil }
        // A name of a person's detail is its identity: that row itself must not be known.
        return plant(
          name, in: table.name,
          [column: column == "id" ? nil : "99999999-0000-0000-0000-000000000000"])
      }
    }
  }

  /// The same row again under another id: everything that may be there once is there twice.
  func twin(in table: String, against constraint: String) -> Plant {
    plant(constraint, in: table, [:], isTwin: true)
  }

  /// The table and the columns that make each check fail.
  var checks: [Plant] {
    Plants.faults.map { fault in
      plant(fault.constraint, in: fault.table, fault.columns.mapValues(Optional.some))
    }
  }

  /// The rows that constraint triggers refuse.
  var refusals: [Plant] {
    let nowhere = "99999999-0000-0000-0000-000000000000"
    return [
      plant(
        "area_parent_no_cycle", in: "area_parent",
        [
          "area": Sample.text(2, Area.self), "parent": Sample.text(1, Area.self),
          "valid": "[2022-01-01,)",
        ]),
      plant(
        "organisation_parent_no_cycle", in: "organisation_parent",
        [
          "organisation": Sample.text(2, Organisation.self),
          "parent": Sample.text(1, Organisation.self),
        ]),
      plant(
        "area_succession_no_cycle", in: "area_succession",
        ["area": Sample.text(1, Area.self), "successor": Sample.text(3, Area.self)]),
      plant(
        "channel_no_cycle", in: "channel",
        [
          "owner_kind": "organisation", "owner": Sample.text(2, Organisation.self),
          "via_organisation": Sample.text(2, Organisation.self),
        ]),
      plant("organisation_kind_no_cycle", in: "organisation_kind", [:], parentIsItself: true),
      plant("concern_no_cycle", in: "concern", [:], parentIsItself: true),
      plant("plan_no_cycle", in: "plan", [:], parentIsItself: true),
      plant("channel_owner_known", in: "channel", ["owner": nowhere]),
      plant("notice_about_known", in: "notice", ["about": nowhere]),
      plant("measure_concerns_known", in: "measure", ["concerns": "{\(nowhere)}"]),
      plant("name_subject_known", in: "name", ["subject": nowhere]),
      plant("link_subject_known", in: "link", ["subject": nowhere]),
      plant("doubt_subject_known", in: "doubt", ["subject": nowhere]),
    ]
  }

  /// A copy of a row of the sample with another id and, unless it is a twin, another key.
  private func plant(
    _ constraint: String, in table: String, _ changes: [String: String?], isTwin: Bool = false,
    parentIsItself: Bool = false
  ) -> Plant {
    let id = Plants.id(of: constraint)
    let (columns, all) = rows[table] ?? ([], [])
    var fields = all.first ?? []
    for (index, column) in columns.enumerated() where index < fields.count {
      if column == "id" { fields[index] = id }
      if column == "key", !isTwin { fields[index] = constraint }
      if parentIsItself, column == "parent" || column == "follows" { fields[index] = id }
      if let change = changes[column], let change { fields[index] = change }
    }
    return Plant(
      table: table, constraint: constraint, id: id,
      line: fields.joined(separator: "\t") + "\n")
  }

  /// The same for the same constraint in every run.
  private static func id(of constraint: String) -> String {
    var bits: UInt128 = 0xcbf2_9ce4_8422_2325
    for byte in constraint.utf8 { bits = (bits ^ UInt128(byte)) &* 0x100_0000_01b3_0000_01b3 }
    return IDText.format(bits)
  }
}

extension Sample {
  /// The text of an id of the sample.
  static func text<T>(_ number: Int, _ type: T.Type) -> String {
    (id(number) as ID<T>).description
  }
}
