import CLibPQ
import Glibc

extension Session {
  /// Begins to connect; nil when there is no memory even for the error.
  static func start(_ configuration: PQConfiguration) -> OpaquePointer? {
    configuration.withPointers { PQconnectStartParams($0, $1, 0) }
  }

  /// Brings the connection up, or throws what libpq says.
  func establish(_ turn: Turn) throws(PQError) {
    // libpq: until PQconnectPoll has been called, behave as if it had asked to write.
    PQsetErrorVerbosity(pointer, PQERRORS_VERBOSE)
    defer { PQsetErrorVerbosity(pointer, PQERRORS_DEFAULT) }
    var state = PQstatus(pointer) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      switch state {
      case PGRES_POLLING_READING: try wait(for: POLLIN, turn, cancelling: false)
      case PGRES_POLLING_WRITING: try wait(for: POLLOUT, turn, cancelling: false)
      default:
        let refusal = ConnectRefusal(String(cString: PQerrorMessage(pointer)))
        var error = PQError(.connection, details: refusal.details)
        error.sqlState = refusal.sqlState
        throw error
      }
      state = PQconnectPoll(pointer)
    }
  }

  /// Whether the connection is up, quiet and outside any transaction. Asks the socket, not the
  /// server: notices an ended server process, not a network gone silent.
  var isUsable: Bool {
    guard !isBroken else { return false }
    var state = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
    // A server that goes says why first: the end comes only with the read after that.
    while poll(&state, 1, 0) > 0 {
      guard PQconsumeInput(pointer) == 1 else { return false }
    }
    return PQstatus(pointer) == CONNECTION_OK && transactionStatus == PQTRANS_IDLE
  }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(pointer) }

  /// What the server last said of a setting that it reports (`server_version`, `TimeZone` …).
  func parameterStatus(_ name: String) -> String? {
    PQparameterStatus(pointer, name).map { String(cString: $0) }
  }
}
