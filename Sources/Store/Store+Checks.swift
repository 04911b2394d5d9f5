import PQ
package import Registry
import SQL

/// Something in the registry that a person should look at.
package struct Defect: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Someone who asks is led nowhere.
    case error
    /// Someone who asks may be led astray.
    case warning
    /// Worth knowing.
    case notice

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    /// 0 is the worst.
    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .notice: 2
      }
    }
  }

  /// The name of the file in SQL/Checks, or `unreadable-row`.
  package let check: String
  package let severity: Severity
  package let subject: Subject?
  package let sentence: String
}

extension Store {
  /// What the data checks find, check by check, the worst first.
  ///
  /// - Parameter day: the day to judge; today in Oslo when nil.
  package func checks(on day: Day? = nil) async throws -> [Defect] {
    let checks = try sql().checks.map { ($0, Defect.Severity($0)) }.sorted {
      ($0.1, $0.0.name) < ($1.1, $1.0.name)
    }
    return try await pool.withConnection { connection in
      try await connection.transaction(isolation: .repeatableRead, readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionShow))
        var defects: [Defect] = []
        for (check, severity) in checks {
          let statement = PQStatement(name: "check.\(check.name)", sql: check.content)
          for row in try await transaction.query(statement, [day?.description]) {
            defects.append(try Defect(row, check: check.name, severity: severity))
          }
        }
        return defects
      }
    }
  }
}

extension Defect {
  /// A row that nobody is shown, since this program cannot read it.
  package init(_ row: UnreadableRow) {
    self.init(
      check: "unreadable-row", severity: .error, subject: nil, sentence: row.description)
  }

  init(_ row: PQRow, check: String, severity: Severity) throws {
    let kind: String = try row.decode("subject_kind")
    let id: String = try row.decode("subject")
    self.init(
      check: check, severity: severity,
      subject: Subject.Kind(rawValue: kind).flatMap { kind in
        IDText.parse(id.utf8).map { Subject(kind: kind, bits: $0) }
      },
      sentence: try row.decode("sentence"))
  }
}

extension Defect.Severity {
  /// What the header of a check says; a check that says nothing known is a warning.
  init(_ check: SQLText) {
    self = check.header["severity"].flatMap(Defect.Severity.init) ?? .warning
  }
}
