import CLibPQ

/// The owner of one `PGresult`.
///
/// Sendable because a `PGresult` does not change once libpq has given it away, and it is cleared
/// only here, when no reader is left.
final class PQResult: @unchecked Sendable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    PQclear(pointer)
  }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var rowCount: Int { Int(PQntuples(pointer)) }
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }
  var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  var columnNames: [String] {
    (0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) }
  }

  /// The text of one value, valid while this result lives; nil when it is NULL.
  func text(row: Int, column: Int) -> UnsafeBufferPointer<UInt8>? {
    let row = Int32(row)
    let column = Int32(column)
    guard PQgetisnull(pointer, row, column) == 0, let value = PQgetvalue(pointer, row, column)
    else { return nil }
    let length = Int(PQgetlength(pointer, row, column))
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: length)
  }

  var description: PQDescription {
    PQDescription(
      parameterTypes: (0..<PQnparams(pointer)).map {
        PQType(rawValue: PQparamtype(pointer, $0))
      },
      columns: (0..<PQnfields(pointer)).map {
        .init(
          name: String(cString: PQfname(pointer, $0)),
          type: PQType(rawValue: PQftype(pointer, $0)))
      })
  }

  /// Nil unless the server refused.
  func error(statement: String) -> PQError? {
    switch status {
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: break
    default: return nil
    }
    let state = field(.sqlState)
    var error = PQError(
      state.map { .server(sqlState: $0) } ?? .connection, statement: statement,
      details: String(cString: PQresultErrorMessage(pointer)))
    error.constraint = field(.constraint)
    error.schema = field(.schema)
    error.table = field(.table)
    error.column = field(.column)
    return error
  }

  private func field(_ field: ErrorField) -> String? {
    PQresultErrorField(pointer, field.rawValue).map { String(cString: $0) }
  }
}

/// The fields of an error by their letters (PostgreSQL, "Error and Notice Message Fields").
enum ErrorField: Int32 {
  case severity = 0x56
  case sqlState = 0x43
  case message = 0x4D
  case schema = 0x73
  case table = 0x74
  case column = 0x63
  case constraint = 0x6E
}
