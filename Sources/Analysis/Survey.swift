import Routing
import Registry

/// Asks a whole space of questions, exactly, by asking once where nothing can tell them apart.
///
/// The space is divided wherever a rule that can match there, or a remit, service, condition or
/// audience behind its doors, can tell two values apart; one question of each part is then judged
/// by the doors that Routing resolves. With two sides (two registries, or two dates) the parts are
/// those that neither can tell apart. What came out is remembered only while one place is surveyed.
struct Survey<Outcome> {
  let space: QuestionSpace
  let sides: [SurveySide]
  /// What is wanted of one question at one side, and whether the fallback had a part in it.
  ///
  /// Where it had none, questions that differ only in their fallback are asked once.
  let outcome: (SurveySide, Question) -> (outcome: Outcome, restsOnFallback: Bool)

  /// Calls `body` with parts of the space that together are the whole, each once, and with the
  /// outcome at every side.
  func visit(_ body: (QuestionSpace, [Outcome]) -> Void) {
    var order: [[PlaceKey]] = []
    var members: [[PlaceKey]: [ID<Area>]] = [:]
    for place in space.places {
      let key = sides.map { $0.key(of: place) }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(place)
    }
    for key in order {
      var survey = PlaceSurvey(survey: self, places: members[key] ?? [])
      survey.visit(body)
    }
  }
}

/// The survey of places that answer alike.
struct PlaceSurvey<Outcome> {
  let survey: Survey<Outcome>
  let places: [ID<Area>]
  let sides: [PlaceSide]
  private var decisions = DecisionBook()
  private var outcomes: [OutcomeKey: [Outcome]] = [:]

  private struct OutcomeKey: Hashable {
    let decision: Int
    let concern: Int
    /// Signatures of asker, workplace, age and severity.
    let others: SIMD4<Int32>
  }

  init(survey: Survey<Outcome>, places: [ID<Area>]) {
    self.survey = survey
    self.places = places
    sides = survey.sides.map { PlaceSide($0, at: places[0], space: survey.space) }
  }

  var space: QuestionSpace { survey.space }

  mutating func visit(_ body: (QuestionSpace, [Outcome]) -> Void) {
    var order: [[ConcernKey]] = []
    var members: [[ConcernKey]: [ID<Concern>?]] = [:]
    for concern in space.concerns {
      let key = sides.map { $0.key(of: concern) }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(concern)
    }
    for key in order {
      visit(
        ConcernSurvey(concerns: members[key] ?? [], keys: key, sides: sides, space: space), body)
    }
  }

  private mutating func visit(
    _ concern: ConcernSurvey, _ body: (QuestionSpace, [Outcome]) -> Void
  ) {
    var known: [CaseSet: Decision] = [:]
    for asker in concern.askers {
      for work in ValueClass.narrowed(concern.workplaces, to: asker.matches) {
        for age in ValueClass.narrowed(concern.ages, to: work.matches) {
          for severity in ValueClass.narrowed(concern.severities, to: age.matches) {
            let part = Part(
              askers: asker.values, workplaces: work.values, ages: age.values,
              severities: severity.values)
            let decision: Decision
            if let found = known[severity.matches] {
              decision = found
            } else {
              decision = decide(severity.matches, part, concern)
              known[severity.matches] = decision
            }
            divide(part, decision: decision, concern, body)
          }
        }
      }
    }
  }

  /// The rules that speak in a part, at every side.
  private mutating func decide(
    _ matching: CaseSet, _ part: Part, _ concern: ConcernSurvey
  ) -> Decision {
    let question = space.question(
      place: places[0], concern: concern.concerns[0], askers: part.askers,
      workplaces: part.workplaces, ages: part.ages, severities: part.severities,
      moment: Moment(day: sides[0].side.moment.day))
    let rules = sides.indices.map { number in
      sides[number].speakers(question, among: concern.records(matching, side: number))
    }
    let above = rules.map { $0.above }
    let whole = zip(above, rules).map { $0 + [-3] + $1.fallback }
    return Decision(
      above: decisions.number(of: above, sides: sides, space: space),
      whole: decisions.number(of: whole, sides: sides, space: space))
  }

  /// Divides a part by what the doors of its rules can tell apart, and asks once for each piece.
  private mutating func divide(
    _ part: Part, decision: Decision, _ concern: ConcernSurvey,
    _ body: (QuestionSpace, [Outcome]) -> Void
  ) {
    let leasts = concern.keys.map(\.least)
    let signatures = decisions.signatures[decision.whole]
    let askers = Part.grouped(part.askers) { signatures.askers[$0] }
    let works = Part.grouped(part.workplaces) { signatures.workplaces[$0] }
    let ages = Part.grouped(part.ages) { signatures.ages[$0] }
    let severities = Part.grouped(part.severities) { value in
      signatures.severity(space.severities[value], leasts: leasts)
    }
    for asker in askers {
      for work in works {
        for age in ages {
          for severity in severities {
            let piece = Part(
              askers: asker.values, workplaces: work.values, ages: age.values,
              severities: severity.values)
            ask(piece, decision, concern, body)
          }
        }
      }
    }
  }

  private mutating func ask(
    _ piece: Part, _ decision: Decision, _ concern: ConcernSurvey,
    _ body: (QuestionSpace, [Outcome]) -> Void
  ) {
    let questions = space.narrowed(
      places: places, concerns: concern.concerns, askers: piece.askers,
      workplaces: piece.workplaces, ages: piece.ages, severities: piece.severities)
    let above = key(of: piece, decision.above, concern)
    if let known = outcomes[above] { return body(questions, known) }
    let whole = key(of: piece, decision.whole, concern)
    if let known = outcomes[whole] { return body(questions, known) }
    let made = sides.map { survey.outcome($0.side, questions.first(at: $0.side.moment)) }
    let restsOnFallback = made.contains { $0.restsOnFallback }
    outcomes[restsOnFallback ? whole : above] = made.map(\.outcome)
    body(questions, made.map(\.outcome))
  }

  /// What a decision's doors can tell apart about a piece whose values they cannot tell apart.
  private mutating func key(
    of piece: Part, _ decision: Int, _ concern: ConcernSurvey
  ) -> OutcomeKey {
    let signatures = decisions.signatures[decision]
    return OutcomeKey(
      decision: decision, concern: decisions.concernSignature(decision, concern.keys),
      others: SIMD4(
        signatures.askers[piece.askers[0]], signatures.workplaces[piece.workplaces[0]],
        signatures.ages[piece.ages[0]],
        signatures.severity(
          space.severities[piece.severities[0]], leasts: concern.keys.map(\.least))))
  }
}

/// Which rules speak: above the fallback, and with it.
struct Decision {
  let above: Int
  let whole: Int
}

/// Values of the asker's side that match the same cases.
struct Part {
  let askers: [Int]
  let workplaces: [Int]
  let ages: [Int]
  let severities: [Int]

  /// Values with one signature together, in the order of their first values.
  static func grouped(
    _ values: [Int], by signature: (Int) -> Int32
  ) -> [(key: Int32, values: [Int])] {
    var groups: [(key: Int32, values: [Int])] = []
    for value in values {
      let key = signature(value)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].values.append(value)
      } else {
        groups.append((key, [value]))
      }
    }
    return groups
  }
}

extension QuestionSpace {
  func narrowed(
    places: [ID<Area>], concerns: [ID<Concern>?], askers: [Int], workplaces: [Int], ages: [Int],
    severities: [Int]
  ) -> QuestionSpace {
    QuestionSpace(
      places: places, askers: askers.map { self.askers[$0] },
      workplaces: workplaces.map { self.workplaces[$0] }, concerns: concerns,
      ages: ages.map { self.ages[$0] }, severities: severities.map { self.severities[$0] })
  }

  func question(
    place: ID<Area>, concern: ID<Concern>?, askers: [Int], workplaces: [Int], ages: [Int],
    severities: [Int], moment: Moment
  ) -> Question {
    Question(
      asker: self.askers[askers[0]], workplace: self.workplaces[workplaces[0]].map { .kind($0) },
      place: place, concern: concern, age: self.ages[ages[0]],
      severity: self.severities[severities[0]], moment: moment)
  }
}
