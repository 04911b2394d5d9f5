import CLibPQ
import Glibc

extension Session {
  /// The next notification; waits for one.
  func nextNotification(_ turn: Turn) throws(PQError) -> PQNotification {
    while true {
      if let notification = takeNotification() { return notification }
      try wait(for: POLLIN, turn, cancelling: false)
      guard PQconsumeInput(pointer) == 1 else { throw failure(turn) }
    }
  }

  private func takeNotification() -> PQNotification? {
    guard let notification = PQnotifies(pointer) else { return nil }
    defer { PQfreemem(notification) }
    return PQNotification(
      channel: String(cString: notification.pointee.relname),
      payload: String(cString: notification.pointee.extra))
  }

  /// The name in quotes, as SQL writes identifiers; values are never escaped, they are parameters.
  func escaped(identifier: String, _ turn: Turn) throws(PQError) -> String {
    guard !identifier.utf8.contains(0),
      let escaped = PQescapeIdentifier(pointer, identifier, identifier.utf8.count)
    else { throw misuse("this is no name", turn) }
    defer { PQfreemem(escaped) }
    return String(cString: escaped)
  }
}
