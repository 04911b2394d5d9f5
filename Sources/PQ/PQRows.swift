/// Rows with named columns: the result of a statement.
package struct PQRows: Sendable, RandomAccessCollection {
  let source: PQResult
  /// The columns, resolved by name once for all rows.
  package let columns: PQColumns

  init(_ result: PQResult, statement: String) {
    source = result
    columns = PQColumns(names: result.columnNames, statement: statement)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { source.rowCount }

  package subscript(position: Int) -> PQRow {
    precondition(indices.contains(position), "A row outside the result was asked for.")
    return PQRow(source: source, position: position, columns: columns)
  }

  /// Rows inserted, updated, deleted, or selected.
  package var affected: Int { source.affected }

  /// The only row; throws `protocolMisuse` when there is none or are several.
  package func only() throws(PQError) -> PQRow {
    guard count == 1 else {
      throw PQError(
        .protocolMisuse, statement: columns.statement, details: "\(count) rows where one must be")
    }
    return self[0]
  }

  /// A column for all rows; throws `decoding(.absent)` when the result does not have it.
  package func column<Value: PQDecodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(PQError) -> PQColumn<Value> {
    PQColumn(position: try columns.position(of: name))
  }
}

/// Where each column of a result stands, by its name.
package struct PQColumns: Sendable {
  package let names: [String]
  let statement: String
  private let positions: [String: Int]

  init(names: [String], statement: String) {
    self.names = names
    self.statement = statement
    // A name that stands twice means neither.
    positions = Dictionary(names.enumerated().map { ($1, $0) }) { _, _ in -1 }
  }

  func position(of name: String) throws(PQError) -> Int {
    guard let position = positions[name], position >= 0 else {
      throw PQError(
        .decoding(.absent), statement: statement, column: name,
        details: "the columns are \(names.joined(separator: ", "))")
    }
    return position
  }
}

/// A column that was found in a result, and the type it is read as.
package struct PQColumn<Value: PQDecodable>: Sendable {
  let position: Int
}

/// One row of a result. NULL, an absent column and a malformed value are three errors.
package struct PQRow: Sendable {
  let source: PQResult
  let position: Int
  package let columns: PQColumns

  package func decode<Value: PQDecodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(PQError) -> Value {
    try decode(PQColumn<Value>(position: columns.position(of: name)))
  }

  /// The same for a column that may be NULL.
  package func decode<Value: PQDecodable>(
    _ name: String, as type: Value?.Type = Value?.self
  ) throws(PQError) -> Value? {
    try decodeIfPresent(PQColumn<Value>(position: columns.position(of: name)))
  }

  package func decode<Value: PQDecodable>(_ column: PQColumn<Value>) throws(PQError) -> Value {
    guard let value = try decodeIfPresent(column) else {
      throw fault(.null, in: column.position, details: "it is NULL")
    }
    return value
  }

  package func decodeIfPresent<Value: PQDecodable>(
    _ column: PQColumn<Value>
  ) throws(PQError) -> Value? {
    try withExtendedLifetime(source) { () throws(PQError) -> Value? in
      guard let text = source.text(row: position, column: column.position) else { return nil }
      guard let value = Value(pqText: text) else {
        throw fault(
          .malformed, in: column.position,
          details: "«\(String(decoding: text, as: UTF8.self))» is not \(Value.self)")
      }
      return value
    }
  }

  private func fault(_ fault: PQError.Decoding, in column: Int, details: String) -> PQError {
    PQError(
      .decoding(fault), statement: columns.statement, column: columns.names[column],
      details: "row \(position): \(details)")
  }
}
