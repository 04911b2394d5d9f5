import Synchronization
import Web

/// Remembers every observation, and waits for one.
final class Witness: Sendable {
  private let state = Mutex<[Observation]>([])

  var observations: [Observation] { state.withLock { $0 } }
  var observer: Observer { Observer([note]) }

  func note(_ observation: Observation) {
    state.withLock { $0.append(observation) }
  }

  func count(_ isMeant: (Observation) -> Bool) -> Int {
    observations.filter(isMeant).count
  }

  func sees(_ what: String, _ isMeant: (Observation) -> Bool) async throws {
    try await eventually("saw \(what)") { observations.contains(where: isMeant) }
  }

  /// Waits until the database is lost and has not returned: on a busy machine a look may have been
  /// given up before, and made good.
  func seesTheLoss() async throws {
    try await eventually("saw the loss") { count(\.isLoss) > count(\.isReturn) }
  }
}

extension Observation {
  var isLoss: Bool {
    if case .databaseLost = self { return true }
    return false
  }
  var isReturn: Bool {
    if case .databaseReturned = self { return true }
    return false
  }
  var isWritten: Bool {
    if case .snapshotWritten = self { return true }
    return false
  }
  var refusal: String? {
    if case .snapshotRefused(let reason) = self { return reason }
    return nil
  }
}
