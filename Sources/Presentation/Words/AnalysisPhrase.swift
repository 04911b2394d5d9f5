package import Analysis
import Routing

/// What coverage, difference and lint say in the words of the interface.
package enum AnalysisPhrase: String, Hashable, Sendable, CaseIterable {
  case coverage, questions, places, whoAsks, workplaces, concerns, throughTheWeek, gaps
  case concernsWithGaps, restsOnOne, restsOnOverdue, everyQuestion, total
  case noWorkplace, noConcern, unknownAge, nothingFound, heatMap, heatMapReading
  case functionsHeld, functionsReading, held, vacantSeat, notThere, difference, unchanged
  case changed, answersFirst, added, removed, rearranged, otherChannel, nobody, everybody
  case noChange, lint, noFinding, withAllBelow, planSays, otherSays, registrySays, noRow
}

/// The words of the analyses in one language; complete by the compiler, as `Words` is.
package protocol AnalysisWords: Sendable {
  func analysis(_ phrase: AnalysisPhrase) -> String
  func reach(_ reach: Reach) -> String
  /// What a reach means, in one sentence.
  func meaning(_ reach: Reach) -> String
  func lint(_ kind: LintKind) -> String
  func years(_ first: Int, _ last: Int) -> String
  /// Thousands apart, as the language writes them.
  func count(_ number: Int) -> String
}

extension AnalysisWords {
  /// Thousands apart by a no-break space.
  package func count(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert("\u{A0}", at: place)
      place -= 3
    }
    return (number < 0 ? "−" : "") + String(digits)
  }
}
