/// Collects the faults of one load, so that all are told at once.
final class FaultList {
  static let faultsMax = 1000

  private(set) var faults: [SeedFault] = []
  private(set) var count = 0
  /// Whether a file could not be read, so that an unknown key may be in that file.
  var isIncomplete = false

  func add(_ fault: SeedFault) {
    count += 1
    if faults.count < FaultList.faultsMax { faults.append(fault) }
  }

  /// The faults, and when there are too many to tell, a last line that says how many are left.
  var all: [SeedFault] {
    guard let last = faults.max(), count > faults.count else { return faults }
    let sentence = "There are \(count - faults.count) more faults; mend these first."
    return faults + [SeedFault(path: last.path, line: last.line, key: "…", sentence: sentence)]
  }

  func add(at position: SeedPosition, _ sentence: String) {
    add(
      SeedFault(
        path: position.path, line: position.line, key: position.key, sentence: sentence))
  }
}
