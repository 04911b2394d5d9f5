package import Registry

/// A rung that may change places with the one above it when the hours say so.
package protocol MovableRung {
  /// Whether the plan writes it as covering for the rung above.
  var covers: Bool { get }
  /// Whether nobody behind it can be reached: vacant seats and unknown numbers alone.
  var isGap: Bool { get }
  /// The hours that all its channels share that somebody may answer at once; nil when they differ.
  var hours: HoursKind? { get }
}

extension Array where Element: MovableRung {
  /// A closed rung, or a gap, moves below the open one that covers for it, and a closed day service
  /// below its duty service; nothing else moves. An answer and coverage order their rungs by it.
  package func moved(isClosed: (Element) -> Bool, isOpen: (Element) -> Bool) -> [Element] {
    func makesWay(_ above: Element, for rung: Element) -> Bool {
      guard isOpen(rung) else { return false }
      if rung.covers, above.isGap { return true }
      guard isClosed(above) else { return false }
      return rung.covers || (above.hours == .office && rung.hours == .outsideOffice)
    }
    guard count > 1 else { return self }
    var rungs = self
    for start in rungs.indices.dropFirst() {
      var place = start
      while place > 0, makesWay(rungs[place - 1], for: rungs[place]) {
        rungs.swapAt(place, place - 1)
        place -= 1
      }
    }
    return rungs
  }
}
