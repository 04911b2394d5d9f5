/// Everything that happens while serving, as one closed list that logs and metrics both consume.
///
/// No case carries what somebody asked: never a query, a body, an address or a user agent, only the
/// pattern of the route.
package enum Observation: Sendable, Hashable {
  case served(
    method: String, pattern: String, status: Int, microseconds: Int, generation: Int64)
  case limited(pattern: String)
  case editionSwapped(generation: Int64, origin: Edition.Origin, milliseconds: Int)
  case editionRefused(generation: Int64, current: Int64)
  case databaseLost(reason: String)
  case databaseReturned(generation: Int64)
  case snapshotWritten(generation: Int64, bytes: Int)
  case snapshotRefused(reason: String)
  case snapshotNotWritten(reason: String)
  case started(address: String)
  case inspectable(address: String)
  case stopping
}

/// Hands each observation to everyone who wants it.
package struct Observer: Sendable {
  private let receivers: [@Sendable (Observation) -> Void]

  package init(_ receivers: [@Sendable (Observation) -> Void] = []) {
    self.receivers = receivers
  }

  package func observe(_ observation: Observation) {
    for receiver in receivers { receiver(observation) }
  }
}
