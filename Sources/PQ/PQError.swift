/// What went wrong between this program and PostgreSQL.
///
/// `description` is safe to show and to log: names of statements, tables and constraints, never a
/// value. What the server or libpq wrote stands in `details`, and in `debugDescription`.
package struct PQError: Error, Sendable {
  package enum Kind: Sendable, Hashable {
    /// The connection could not be made, or was lost. What was under way may or may not have
    /// happened if it was not in a transaction.
    case connection
    /// The server refused; the statement has had no effect.
    case server(sqlState: String)
    /// Time was up, and the statement was cancelled.
    case deadline
    /// The task was cancelled, and the statement with it.
    case cancelled
    /// COMMIT was sent and no answer came: only reading can tell whether it happened.
    case unknownOutcome
    /// No connection became free in time.
    case poolExhausted
    case poolClosed
    /// A value could not be read.
    case decoding(Decoding)
    /// A value cannot be sent: text with a NUL byte.
    case parameter
    /// The connection string cannot be read.
    case configuration
    /// The program used the connection wrongly.
    case protocolMisuse
  }

  package enum Decoding: Sendable, Hashable {
    case null
    case absent
    case malformed
  }

  package let kind: Kind
  package internal(set) var sqlState: String?
  package internal(set) var constraint: String?
  package internal(set) var schema: String?
  package internal(set) var table: String?
  package internal(set) var column: String?
  /// The name of the statement, as in ``PQStatement/name``.
  package internal(set) var statement: String?
  /// What the server or libpq wrote. May hold values: for the log of a developer only.
  package internal(set) var details: String

  init(_ kind: Kind, statement: String? = nil, column: String? = nil, details: String) {
    self.kind = kind
    self.statement = statement
    self.column = column
    self.details = details
    if case .server(let state) = kind { sqlState = state }
  }

  /// The same failure at COMMIT, after which nobody on this side knows whether it happened.
  var withUnknownOutcome: PQError {
    var error = PQError(.unknownOutcome, statement: statement, details: details)
    error.sqlState = sqlState
    return error
  }

  /// A serialisation failure or deadlock: the whole transaction was undone and may be tried again.
  package var mayBeTriedAgain: Bool { sqlState == "40001" || sqlState == "40P01" }
}

extension PQError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    var words = [fault?.clause ?? sentence]
    if let sqlState { words.append("SQLSTATE \(sqlState)") }
    if let statement { words.append("statement \(statement)") }
    if let table { words.append("table \(schema.map { "\($0)." } ?? "")\(table)") }
    if let column { words.append("column \(column)") }
    if let constraint { words.append("constraint \(constraint)") }
    return words.joined(separator: ", ")
  }

  package var debugDescription: String { "\(description): \(details)" }

  /// Printing an error by reflection must not show its details either.
  package var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  private var sentence: String {
    switch kind {
    case .connection: "No connection to the database"
    case .server: "The database refused"
    case .deadline: "The database took too long"
    case .cancelled: "Cancelled"
    case .unknownOutcome: "The connection was lost at commit: the outcome is unknown"
    case .poolExhausted: "All connections to the database are in use"
    case .poolClosed: "The connections to the database are closed"
    case .decoding(.null): "A value is missing where one must be"
    case .decoding(.absent): "A column is not in the result, or is there twice"
    case .decoding(.malformed): "A value is not of the type that was asked for"
    case .parameter: "Text with a NUL byte cannot be stored"
    case .configuration: "The connection string cannot be read"
    case .protocolMisuse: "The connection was used wrongly"
    }
  }
}
