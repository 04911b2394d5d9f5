/// A named statement; each connection prepares it once, when it first runs it.
package struct PQStatement: Sendable, Hashable {
  /// Names the statement in errors and on the server; at most 56 bytes, since PostgreSQL compares
  /// only the first 63 and a few are kept for preparing it anew.
  package let name: String
  /// One SQL command with `$1`, `$2` … for parameters.
  package let sql: String
  /// The types of the parameters in order; those left out are inferred by the server.
  package let parameterTypes: [PQType]

  package init(name: String, sql: String, parameterTypes: [PQType] = []) {
    self.name = name
    self.sql = sql
    self.parameterTypes = parameterTypes
  }

  static let nameBytesMax = 56
}

/// The parameter types and columns of a statement, as the server sees them.
package struct PQDescription: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package let name: String
    package let type: PQType
  }

  package let parameterTypes: [PQType]
  package let columns: [Column]
}

/// A type of PostgreSQL by its object id; those named here have the same id on every server.
package struct PQType: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static let inferred = PQType(rawValue: 0)
  package static let boolean = PQType(rawValue: 16)
  package static let bigint = PQType(rawValue: 20)
  package static let integer = PQType(rawValue: 23)
  package static let text = PQType(rawValue: 25)
  package static let json = PQType(rawValue: 114)
  package static let doublePrecision = PQType(rawValue: 701)
  package static let date = PQType(rawValue: 1082)
  package static let timestamptz = PQType(rawValue: 1184)
  package static let uuid = PQType(rawValue: 2950)
  package static let jsonb = PQType(rawValue: 3802)
  package static let int4range = PQType(rawValue: 3904)
  package static let daterange = PQType(rawValue: 3912)
  package static let textArray = PQType(rawValue: 1009)
  package static let uuidArray = PQType(rawValue: 2951)
}
