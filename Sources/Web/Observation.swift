package import Registry

/// Everything that happens while serving, as one closed list that logs and metrics both consume.
///
/// No case carries what somebody asked: never a query, a body, an address or a user agent, only the
/// pattern of the route.
package enum Observation: Sendable, Hashable {
  case served(
    method: String, pattern: String, status: Int, microseconds: Int, generation: Int64)
  /// The head of a request has come; its answer has not been made.
  case requestBegun
  /// An answer has been made, or nobody waits for it any more.
  case requestEnded
  case limited(pattern: String)
  /// Somebody who is no proxy of ours says for whom a request is; told once, without who that is.
  case unnamedProxy
  /// Something that nobody foresaw, told by the kind of its error and nothing that it says.
  case failed(pattern: String, kind: String)
  case editionSwapped(EditionMark, origin: Edition.Origin, took: MakingTime)
  /// The database is at a state that the edition in use has grown from: the node is ahead of it.
  case editionRefused(generation: Int64, current: Int64)
  /// The database holds everything again that the edition in use shows.
  case databaseCaughtUp(generation: Int64)
  /// The database's history never held the edition that was in use.
  case lineageLeft(EditionMark, by: EditionMark)
  /// Rows of an edition that cannot be read and are left out; some of them by name.
  case rowsUnreadable(count: Int, some: [String])
  case databaseLost(reason: String)
  case databaseReturned(generation: Int64)
  case snapshotWritten(generation: Int64, bytes: Int)
  case snapshotRefused(reason: String)
  case snapshotNotWritten(reason: String)
  case started(address: String)
  case inspectable(address: String)
  case stopping
  /// The node was told to stop, and something held it for too long.
  case stuck
}

/// How long it took to make an edition, by part.
package struct MakingTime: Sendable, Hashable {
  /// For reading and decoding the rows.
  package let readMilliseconds: Int
  /// For compiling the indexes.
  package let compileMilliseconds: Int

  package var milliseconds: Int { readMilliseconds + compileMilliseconds }

  package init(readMilliseconds: Int, compileMilliseconds: Int) {
    self.readMilliseconds = readMilliseconds
    self.compileMilliseconds = compileMilliseconds
  }
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
