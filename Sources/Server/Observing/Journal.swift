package import Logging
import Registry
package import Web

/// Tells observations to a log, in words that carry nothing of what was asked. How many requests
/// are in flight is a number for the metrics alone.
package struct Journal: Sendable {
  private let logger: Logger

  package init(_ logger: Logger) {
    self.logger = logger
  }

  package func record(_ observation: Observation) {
    guard let (level, message, metadata) = Journal.line(observation) else { return }
    logger.log(level: level, message, metadata: metadata)
  }

  private static let unnamedProxyRemedy =
    "Everybody behind it shares the limits of one visitor. If it is a proxy of yours, name its "
    + "address in this setting; if not, a visitor wrote the field, and nothing needs to be done."

  private typealias Line = (Logger.Level, Logger.Message, Logger.Metadata)

  private static func line(_ observation: Observation) -> Line? {
    switch observation {
    case .served(let method, let pattern, let status, let microseconds, let generation):
      let metadata: Logger.Metadata = [
        "method": "\(method)", "route": "\(pattern)", "status": .stringConvertible(status),
        "microseconds": .stringConvertible(microseconds),
        "generation": .stringConvertible(generation),
      ]
      return (.info, "served", metadata)
    case .failed(let pattern, let kind):
      return (.error, "failed", ["route": "\(pattern)", "kind": "\(kind)"])
    case .limited(let pattern): return (.notice, "limited", ["route": "\(pattern)"])
    case .unnamedProxy:
      let metadata: Logger.Metadata = [
        "setting": "\(Setting.proxies.variable)",
        "remedy": "\(Journal.unnamedProxyRemedy)",
      ]
      return (.warning, "forwarded by somebody who is no proxy of ours", metadata)
    case .started(let address): return (.notice, "started", ["address": "\(address)"])
    case .inspectable(let address):
      return (.notice, "metrics and health", ["address": "\(address)"])
    case .stopping: return (.notice, "stopping", [:])
    case .stuck: return (.critical, "ended by force: something did not stop", [:])
    default: return refresh(observation)
    }
  }

  private static func refresh(_ observation: Observation) -> Line? {
    switch observation {
    case .editionSwapped(let mark, let origin, let took):
      let metadata: Logger.Metadata = [
        "generation": .stringConvertible(mark.generation), "lineage": "\(mark.shortLineage)",
        "origin": "\(origin.rawValue)",
        "milliseconds": .stringConvertible(took.milliseconds),
        "readMilliseconds": .stringConvertible(took.readMilliseconds),
        "compileMilliseconds": .stringConvertible(took.compileMilliseconds),
      ]
      return (.notice, "edition swapped", metadata)
    case .editionRefused(let generation, let current):
      let metadata: Logger.Metadata = [
        "generation": .stringConvertible(generation), "current": .stringConvertible(current),
      ]
      return (.error, "ahead of the database: the edition in use stays, not ready", metadata)
    case .databaseLost(let reason):
      return (.error, "database lost", ["reason": "\(reason)"])
    case .databaseReturned(let generation):
      return (.notice, "database returned", ["generation": .stringConvertible(generation)])
    case .databaseCaughtUp, .lineageLeft, .rowsUnreadable: return kinship(observation)
    case .snapshotWritten(let generation, let bytes):
      let metadata: Logger.Metadata = [
        "generation": .stringConvertible(generation), "bytes": .stringConvertible(bytes),
      ]
      return (.info, "snapshot written", metadata)
    case .snapshotRefused(let reason):
      return (.error, "snapshot refused", ["reason": "\(reason)"])
    case .snapshotNotWritten(let reason):
      return (.error, "snapshot not written", ["reason": "\(reason)"])
    case .requestBegun, .requestEnded, .served, .failed, .limited, .unnamedProxy, .started,
      .inspectable, .stopping, .stuck:
      return nil
    }
  }
  /// How what the database holds goes with what this node shows.
  private static func kinship(_ observation: Observation) -> Line? {
    switch observation {
    case .databaseCaughtUp(let generation):
      return (.notice, "database caught up", ["generation": .stringConvertible(generation)])
    case .lineageLeft(let left, let mark):
      let metadata: Logger.Metadata = [
        "generation": .stringConvertible(mark.generation), "lineage": "\(mark.shortLineage)",
        "leftGeneration": .stringConvertible(left.generation),
        "leftLineage": "\(left.shortLineage)",
      ]
      return (.warning, "another history, or one too long to know: what it lacks is left", metadata)
    case .rowsUnreadable(let count, let some):
      let metadata: Logger.Metadata = [
        "count": .stringConvertible(count), "rows": "\(some.joined(separator: "; "))",
      ]
      return (.error, "rows cannot be read and are not shown", metadata)
    default: return nil
    }
  }
}
