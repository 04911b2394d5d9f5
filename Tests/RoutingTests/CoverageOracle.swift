import Registry
import Analysis
import Routing
import Testing

/// Coverage against asking every single question of a space, one by one.
struct CoverageOracle {
  let index: RoutingIndex
  let space: QuestionSpace
  let day: Day
  let comment: Comment

  /// Compares question by question and in sum; hours are not judged.
  func expectExact() {
    let told = standings()
    #expect(told.count == space.count, comment)
    var tally = ReachTally()
    var alone: [CoverageContact: Int] = [:]
    var overdue: [CoverageContact: Int] = [:]
    var differences = 0
    space.forEach(at: Moment(day: day)) { question in
      let standing = index.standing(of: index.answer(question))
      if told[question] != standing { differences += 1 }
      tally[standing.reach] += 1
      if let contact = standing.alone { alone[contact, default: 0] += 1 }
      if standing.isOverdue, let first = standing.first { overdue[first, default: 0] += 1 }
    }
    #expect(differences == 0, comment)
    let coverage = index.coverage(of: space, on: day)
    #expect(coverage.questions == tally, comment)
    #expect(coverage.alone == alone, comment)
    #expect(coverage.overdue == overdue, comment)
    #expect(coverage.places.values.reduce(0) { $0 + $1.total } == space.count, comment)
    #expect(coverage.concerns.values.reduce(0) { $0 + $1.total } == space.count, comment)
    for (reach, witness) in coverage.witnesses {
      #expect(index.standing(of: index.answer(witness)).reach == reach, comment)
    }
    #expect(Set(coverage.witnesses.keys) == Set(Reach.allCases.filter { tally[$0] > 0 }), comment)
  }

  /// What the survey says of each question; each must be in one part only.
  private func standings() -> [Question: Standing] {
    var told: [Question: Standing] = [:]
    index.visitStandings(of: space, on: day) { part, standing in
      part.forEach(at: Moment(day: day)) { question in
        #expect(told.updateValue(standing, forKey: question) == nil, comment)
      }
    }
    return told
  }

  /// Compares the minutes of the week, asked every half hour.
  func expectExactWeek() {
    var tally = ReachTally()
    for offset in 0..<7 {
      space.forEach(at: Moment(day: day + offset)) { question in
        let whole = index.standing(of: index.answer(question))
        guard whole.hasHours else { return }
        for half in 0..<48 {
          var asked = question
          asked.moment = Moment(day: day + offset, minute: half * 30)
          tally[index.standing(of: index.answer(asked)).reach] += 30
        }
      }
    }
    #expect(index.coverage(of: space, on: day).minutes == tally, comment)
  }
}
