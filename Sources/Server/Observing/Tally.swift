import Synchronization
package import Web

/// Counts what was observed, by patterns of routes that the code itself knows, never by what a
/// client wrote.
package final class Tally: Sendable {
  struct Served: Hashable, Sendable {
    let method: String
    let pattern: String
    let status: Int
  }

  struct Durations: Sendable {
    /// How many took at most so long, for each of ``Tally/bounds``.
    var within = [Int](repeating: 0, count: Tally.bounds.count)
    var count = 0
    var microseconds = 0

    mutating func add(_ microseconds: Int) {
      for (index, bound) in Tally.bounds.enumerated() where microseconds <= bound {
        within[index] += 1
      }
      count += 1
      self.microseconds += microseconds
    }
  }

  struct Counts: Sendable {
    var served: [Served: Int] = [:]
    var inFlight = 0
    var durations: [String: Durations] = [:]
    var limited: [String: Int] = [:]
    var swaps: [Edition.Origin: Int] = [:]
    var failures = 0
    var refusals = 0
    var losses = 0
    var snapshotsWritten = 0
    var snapshotsFailed = 0
    var unnamedProxies = 0
    /// Counted by the log itself.
    var linesLost = 0
  }

  /// Upper bounds of the histogram, in microseconds.
  static let bounds = [
    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
    1_000_000, 2_500_000,
  ]

  private let state = Mutex(Counts())

  package init() {}

  var counts: Counts { state.withLock { $0 } }

  package func count(_ observation: Observation) {
    state.withLock { counts in
      switch observation {
      case .served(let method, let pattern, let status, let microseconds, _):
        let served = Served(method: method, pattern: pattern, status: status)
        counts.served[served, default: 0] += 1
        counts.durations[pattern, default: Durations()].add(microseconds)
      case .requestBegun: counts.inFlight += 1
      case .requestEnded: counts.inFlight -= 1
      case .failed: counts.failures += 1
      case .unnamedProxy: counts.unnamedProxies = 1
      case .limited(let pattern): counts.limited[pattern, default: 0] += 1
      case .editionSwapped(_, let origin, _): counts.swaps[origin, default: 0] += 1
      case .editionRefused: counts.refusals += 1
      case .databaseLost: counts.losses += 1
      case .snapshotWritten: counts.snapshotsWritten += 1
      case .snapshotRefused, .snapshotNotWritten: counts.snapshotsFailed += 1
      case .databaseReturned, .databaseCaughtUp, .lineageLeft, .rowsUnreadable, .started,
        .inspectable, .stopping, .stuck:
        break
      }
    }
  }
}
