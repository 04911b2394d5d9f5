/// Collects the faults of one load, so that all are told at once.
final class FaultList {
  static let faultsMax = 1000

  private(set) var faults: [SeedFault] = []
  private(set) var count = 0
  /// Whether a file could not be read, so that an unknown key may be in that file.
  var isIncomplete = false

  func add(_ fault: SeedFault) {
    count += 1
    if faults.count < FaultList.faultsMax { faults.append(FaultList.printable(fault)) }
  }

  /// What was written is told again, but never more of it than a line, nor a sign that cannot be
  /// seen: faults end on a terminal and in logs.
  private static func printable(_ fault: SeedFault) -> SeedFault {
    let parts = fault.sentence.split(separator: "`", omittingEmptySubsequences: false)
    let short = parts.enumerated().map { place, part in
      place % 2 == 1 && part.count > quotedMax ? part.prefix(quotedMax) + "…" : part
    }
    let sentence = short.joined(separator: "`")
    return SeedFault(
      path: SeedSigns.printable(fault.path), line: fault.line,
      key: SeedSigns.printable(String(fault.key.prefix(sentenceMax))),
      sentence: SeedSigns.printable(String(sentence.prefix(sentenceMax))))
  }

  private static let quotedMax = 120
  private static let sentenceMax = 2000

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
