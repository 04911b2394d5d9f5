package import Routing
package import Registry

/// A finite set of questions: every combination of the values of each dimension.
///
/// Asked functions, wishes, single workplaces and functions that the asker holds are no dimensions:
/// they never take a contact away from a question that names none.
package struct QuestionSpace: Hashable, Sendable {
  package var places: [ID<Area>]
  package var askers: [Asker]
  /// Kinds of workplace; nil is a question without one.
  package var workplaces: [ID<OrganisationKind>?]
  /// Nil is a question without a concern.
  package var concerns: [ID<Concern>?]
  /// Nil is an age that is not known.
  package var ages: [Age?]
  package var severities: [Severity]

  package init(
    places: [ID<Area>], askers: [Asker] = QuestionSpace.everyAsker,
    workplaces: [ID<OrganisationKind>?] = [nil], concerns: [ID<Concern>?] = [nil],
    ages: [Age?] = QuestionSpace.everyAge, severities: [Severity] = QuestionSpace.everySeverity
  ) {
    self.places = places
    self.askers = askers
    self.workplaces = workplaces
    self.concerns = concerns
    self.ages = ages
    self.severities = severities
  }

  /// The plainest first, so that a witness is as plain as it can be.
  package static let everyAsker: [Asker] =
    [.citizen, .employee] + Asker.allCases.filter { $0 != .citizen && $0 != .employee }
  package static let everySeverity: [Severity] = [.mild, .question, .clarified, .grave, .acute]
  package static let ageMax = 120
  package static let everyAge: [Age?] = (0...ageMax).map { .years($0) } + [.unborn, nil]

  /// How many questions there are.
  package var count: Int {
    places.count * askers.count * workplaces.count * concerns.count * ages.count
      * severities.count
  }

  /// The first question of all.
  package func first(at moment: Moment) -> Question {
    Question(
      asker: askers[0], workplace: workplaces[0].map { .kind($0) }, place: places[0],
      concern: concerns[0], age: ages[0], severity: severities[0], moment: moment)
  }

  /// Calls `body` with every question, one by one.
  package func forEach(at moment: Moment, _ body: (Question) -> Void) {
    for place in places {
      for concern in concerns {
        for asker in askers {
          for workplace in workplaces {
            for age in ages {
              for severity in severities {
                body(
                  Question(
                    asker: asker, workplace: workplace.map { .kind($0) }, place: place,
                    concern: concern, age: age, severity: severity, moment: moment))
              }
            }
          }
        }
      }
    }
  }
}

extension RoutingIndex {
  /// Every question that can be asked in a municipality and the areas inside it.
  package func questions(in municipality: ID<Area>, on day: Day) -> QuestionSpace {
    let inside = tables.placeWalk(from: tables.areaNumbers[municipality], on: day).inside
    let places = inside.sorted {
      (tables.areas[$0].rank, tables.areas[$0].row.key)
        < (tables.areas[$1].rank, tables.areas[$1].row.key)
    }
    return QuestionSpace(
      places: [municipality] + places.map { tables.areas[$0].row.id },
      workplaces: [nil] + tables.kinds.map(\.row.id),
      concerns: tables.concerns.map(\.row.id) + [nil])
  }
}
