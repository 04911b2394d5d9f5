import CLibPQ
import Glibc

extension Session {
  /// Runs `COPY … to stdout` and hands on each row as it comes.
  ///
  /// When `receive` throws, the server is told to stop and the rest is thrown away.
  func copyOut(
    _ statement: PQStatement, _ turn: Turn, to receive: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try begin(statement, expecting: PGRES_COPY_OUT, turn)
    var failure: (any Error)?
    while let row = try nextCopyRow(turn) {
      defer { PQfreemem(row.baseAddress) }
      guard failure == nil else { continue }
      do {
        try receive(UnsafeRawBufferPointer(row))
      } catch {
        failure = error
        turn.callOff()
      }
    }
    do throws(PQError) {
      _ = try end(turn)
    } catch {
      throw failure ?? error
    }
    if let failure { throw failure }
  }

  /// Runs `COPY … from stdin` with what `chunks` gives; returns the number of rows.
  func copyIn(
    _ statement: PQStatement, _ chunks: some Sequence<[UInt8]>, _ turn: Turn
  ) throws(PQError) -> Int {
    try begin(statement, expecting: PGRES_COPY_IN, turn)
    for chunk in chunks {
      guard !turn.isInterrupted() else { break }
      try put(chunk, turn)
    }
    // A server that waits for rows hears no cancel request; this it does hear.
    try endCopyIn(because: turn.isInterrupted() ? "called off by the client" : nil, turn)
    return try end(turn).affected
  }

  /// Ends a COPY that was begun by a statement not meant for it; true when there was one.
  func endStrayCopy(_ result: PQResult, _ turn: Turn) throws(PQError) -> Bool {
    switch result.status {
    case PGRES_COPY_IN:
      try endCopyIn(because: "not expected by the client", turn)
      return true
    case PGRES_COPY_OUT:
      while let row = try nextCopyRow(turn) { PQfreemem(row.baseAddress) }
      return true
    default: return false
    }
  }

  /// Sends the COPY command. It must be one command, so it goes as one with no parameters.
  private func begin(
    _ statement: PQStatement, expecting status: ExecStatusType, _ turn: Turn
  ) throws(PQError) {
    wake.silence()
    guard PQsendQueryParams(pointer, statement.sql, 0, nil, nil, nil, nil, 0) == 1 else {
      throw failure(turn)
    }
    try flush(turn)
    let first = try nextResult(turn)
    if let first, first.status == status { return }
    if let first { _ = try endStrayCopy(first, turn) }
    while try nextResult(turn) != nil {}
    settle(turn)
    let refusal = first?.error(statement: turn.statement)
    throw refusal.map { explained($0, turn) } ?? misuse("this is no such COPY", turn)
  }

  /// The results after the data: the server's last word on the COPY.
  private func end(_ turn: Turn) throws(PQError) -> PQResult {
    var last: PQResult?
    var refusal: PQError?
    while let result = try nextResult(turn) {
      if let error = result.error(statement: turn.statement) { refusal = refusal ?? error }
      last = result
    }
    settle(turn)
    if let refusal { throw explained(refusal, turn) }
    guard let last else { throw failure(turn) }
    return last
  }

  private func nextCopyRow(_ turn: Turn) throws(PQError) -> UnsafeMutableRawBufferPointer? {
    while true {
      var row: UnsafeMutablePointer<CChar>?
      switch PQgetCopyData(pointer, &row, 1) {
      case -1: return nil
      case 0:
        try wait(for: POLLIN, turn)
        guard PQconsumeInput(pointer) == 1 else { throw failure(turn) }
      case let count where count > 0:
        return UnsafeMutableRawBufferPointer(start: row, count: Int(count))
      default: throw failure(turn)
      }
    }
  }

  private func put(_ chunk: [UInt8], _ turn: Turn) throws(PQError) {
    // libpq takes the length as Int32 and buffers the whole chunk.
    for start in stride(from: 0, to: chunk.count, by: Self.copyBytesMax) {
      let part = chunk[start..<min(start + Self.copyBytesMax, chunk.count)]
      try retry(turn) {
        part.withUnsafeBytes { bytes in
          PQputCopyData(
            pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
      }
      try flush(turn)
    }
  }

  private func endCopyIn(because reason: String?, _ turn: Turn) throws(PQError) {
    try retry(turn) { PQputCopyEnd(pointer, reason) }
    try flush(turn)
  }

  /// Repeats a call that says "not now, the buffer is full" (0) until it says yes (1).
  private func retry(_ turn: Turn, _ call: () -> Int32) throws(PQError) {
    while true {
      switch call() {
      case 1: return
      case 0: try flush(turn)
      default: throw failure(turn)
      }
    }
  }

  private static let copyBytesMax = 65_536
}
