import Routing
import Registry

/// The cases that can match for concerns that nothing tells apart, and how each dimension divides.
///
/// Numbers run over the cases of all sides; one more number stands for an age that is not known,
/// which orders rules the other way round.
struct ConcernSurvey {
  let concerns: [ID<Concern>?]
  let keys: [ConcernKey]
  /// Cases of each side, and where their numbers begin.
  private let records: [(start: Int, cases: [CaseRecord])]
  let askers: [ValueClass]
  let workplaces: [ValueClass]
  let ages: [ValueClass]
  let severities: [ValueClass]

  init(
    concerns: [ID<Concern>?], keys: [ConcernKey], sides: [PlaceSide], space: QuestionSpace
  ) {
    var all: [(side: Int, record: CaseRecord)] = []
    var records: [(start: Int, cases: [CaseRecord])] = []
    for (number, side) in sides.enumerated() {
      let cases = side.candidates(for: keys[number])
      records.append((all.count, cases))
      all += cases.map { (number, $0) }
    }
    self.concerns = concerns
    self.keys = keys
    self.records = records
    let unknownAge = all.count
    func matches(isKnownAge: Bool = false, _ fits: (Int, CaseRecord) -> Bool) -> CaseSet {
      var set = CaseSet(count: all.count + 1)
      for (number, entry) in all.enumerated() where fits(entry.side, entry.record) {
        set.insert(number)
      }
      if !isKnownAge { set.insert(unknownAge) }
      return set
    }
    askers = ValueClass.classes(of: space.askers.count) { value in
      matches { _, record in space.askers[value].isWithin(record.condition.asker) }
    }
    workplaces = ValueClass.classes(of: space.workplaces.count) { value in
      matches { side, record in sides[side].isOn(value, record.condition.work) }
    }
    ages = ValueClass.classes(of: space.ages.count) { value in
      guard let age = space.ages[value] else { return matches { _, _ in true } }
      return matches(isKnownAge: true) { $1.condition.ages?.contains(age) ?? true }
    }
    severities = ValueClass.classes(of: space.severities.count) { value in
      matches { side, record in
        let severity = max(space.severities[value], keys[side].least)
        return record.condition.severity <= severity
          && (record.tier != .serious || severity >= .grave)
      }
    }
  }

  func records(_ matching: CaseSet, side: Int) -> [CaseRecord] {
    let (start, cases) = records[side]
    return cases.indices.filter { matching.contains(start + $0) }.map { cases[$0] }
  }
}
