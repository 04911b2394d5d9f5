import Registry
import Analysis
import Routing

/// Plants for area, asker, kind of workplace and concern.
extension CoveragePlant {
  static let areas = [
    CoveragePlant(
      what: "a rule for one district",
      planted: """
        \(office)
        rules:
          - {key: r, when: {area: "990101"}, text: T., ladder: [{organisation: office}]}
        """, places: ["9901", "990101", "990102"], expected: [.local: 1, .fallbackOnly: 2]),
    CoveragePlant(
      what: "a seat that answers for one district",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "990101"},
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, places: ["9901", "990101", "990102"], expected: [.local: 2, .fallbackOnly: 1]),
    CoveragePlant(
      what: "a seat inside a municipality that nothing names", level: "nation",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "990201"},
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, places: ["9902", "990201", "990202", "9901"],
      expected: [.local: 2, .fallbackOnly: 2]),
    CoveragePlant(
      what: "a kind of organisation is looked for inside a municipality, not inside a county",
      level: "nation",
      planted: """
        organisations:
          - {key: house, name: Huset, kind: club, serves: "990201",
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, text: T., ladder: [{kind: club}]}
        """, places: ["9902", "99"], expected: [.local: 1, .fallbackOnly: 1]),
    CoveragePlant(
      what: "an organisation that serves another municipality than the one it lies in",
      level: "nation",
      planted: """
        organisations:
          - {key: house, name: Huset, kind: club, location: "9902", serves: "9901",
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, text: T., ladder: [{organisation: house}]}
        """, places: ["9901", "9902"], expected: [.local: 1, .regional: 1]),
    CoveragePlant(
      what: "an organisation that does not say what it serves answers for where it lies",
      level: "nation",
      planted: """
        organisations:
          - {key: house, name: Huset, kind: club, location: "9902",
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, text: T., ladder: [{organisation: house}]}
        """, places: ["9901", "9902", "990201"], expected: [.local: 2, .regional: 1]),
    CoveragePlant(
      what: "an offering for one district that nothing else names", level: "nation",
      planted: """
        offerings:
          - {key: talk, name: Samtale, organisation: watch, when: {area: "990201"}}
        \(offeringRule)
        """, places: ["9902", "990201", "990202"], expected: [.regional: 2, .fallbackOnly: 1]),
    CoveragePlant(
      what: "a seat of the police district is not local",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: pd},
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, places: ["9901", "990101"], expected: [.regional: 2]),
  ]

  private static let oneForEmployees = [Reach.local: 2, .numberUnknown: 10]

  static let askers = [
    CoveragePlant(
      what: "a rule for employees",
      planted: """
        \(office)
        rules:
          - {key: r, when: {asker: employee}, text: T., ladder: [{organisation: office}]}
        """, askers: QuestionSpace.everyAsker, expected: [.local: 2, .fallbackOnly: 10]),
    CoveragePlant(
      what: "a seat for relatives",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901", asker: relative},
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, askers: QuestionSpace.everyAsker, expected: [.local: 1, .fallbackOnly: 11]),
    CoveragePlant(
      what: "a seat whose number is for managers",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{phone: 25 00 00 02, for: manager}]}
        \(adviserRule)
        """, askers: QuestionSpace.everyAsker, expected: [.local: 1, .numberUnknown: 11]),
    CoveragePlant(
      what: "a seat reached through one whose number is for employees",
      planted: """
        organisations:
          - {key: outer, name: Ytre, kind: club, channels: [{phone: 25 00 00 02, for: employee}]}
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{via: {organisation: outer}}]}
        \(adviserRule)
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "a seat reached through a seat, through a third whose number is for employees",
      planted: """
        organisations:
          - {key: outer, name: Ytre, kind: club, channels: [{phone: 25 00 00 02, for: employee}]}
        designations:
          - {key: inner, function: coordinator, organisation: watch, remit: {area: "9901"},
             channels: [{via: {organisation: outer}}]}
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{via: {designation: inner}}]}
        \(adviserRule)
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "an organisation whose number is for employees",
      planted: """
        \(houseForEmployees)
        rules:
          - {key: r, text: T., ladder: [{organisation: house}]}
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "a kind of organisation whose number is for employees",
      planted: """
        \(houseForEmployees)
        rules:
          - {key: r, text: T., ladder: [{kind: club}]}
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "an offering whose provider's number is for employees",
      planted: """
        \(houseForEmployees)
        offerings: [{key: talk, name: Samtale, organisation: house}]
        \(offeringRule)
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "an offering whose own number is for employees",
      planted: """
        organisations: [{key: house, name: Huset, kind: club, serves: "9901"}]
        offerings:
          - {key: talk, name: Samtale, organisation: house,
             channels: [{phone: 25 00 00 02, for: employee}]}
        \(offeringRule)
        """, askers: QuestionSpace.everyAsker, expected: oneForEmployees),
    CoveragePlant(
      what: "an offering for volunteers",
      planted: """
        \(house)
        offerings:
          - {key: talk, name: Samtale, organisation: house, when: {asker: volunteer}}
        \(offeringRule)
        """, askers: QuestionSpace.everyAsker, expected: [.local: 1, .fallbackOnly: 11]),
  ]

  static let workplaces = [
    CoveragePlant(
      what: "a rule for schools",
      planted: """
        \(office)
        rules:
          - {key: r, when: {workplace: school}, text: T., ladder: [{organisation: office}]}
        """, askers: [.employee], workplaces: everyWorkplace,
      expected: [.local: 2, .fallbackOnly: 3]),
    CoveragePlant(
      what: "a seat for lower schools",
      planted: """
        designations:
          - {function: adviser, organisation: watch,
             remit: {area: "9901", workplace: lower-school}, channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, askers: [.employee], workplaces: everyWorkplace,
      expected: [.local: 1, .fallbackOnly: 4]),
    CoveragePlant(
      what: "an organisation that serves the schools, wherever they lie",
      planted: """
        organisations:
          - {key: house, name: Huset, kind: club, serves: {kind: school},
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, text: T., ladder: [{kind: club}]}
        """, askers: [.employee], workplaces: everyWorkplace,
      expected: [.regional: 2, .fallbackOnly: 3]),
  ]

  static let concerns = [
    CoveragePlant(
      what: "a rule for one concern and those below it; without a concern it speaks too",
      planted: """
        \(office)
        rules:
          - {key: r, when: {concern: extremism}, text: T., ladder: [{organisation: office}]}
        """, concerns: everyConcern, expected: [.local: 3, .fallbackOnly: 3]),
    CoveragePlant(
      what: "a rule for a concern that is no main worry is silent without a concern",
      planted: """
        \(office)
        rules:
          - {key: r, when: {concern: recruitment}, text: T., ladder: [{organisation: office}]}
        """, concerns: everyConcern, expected: [.local: 1, .fallbackOnly: 5]),
    CoveragePlant(
      what: "a seat for one concern",
      planted: """
        designations:
          - {function: adviser, organisation: watch,
             remit: {area: "9901", concern: extremism}, channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, concerns: everyConcern, expected: [.local: 3, .fallbackOnly: 3]),
    CoveragePlant(
      what: "a rule for what is grave speaks for a concern that is grave by itself",
      planted: """
        \(office)
        rules:
          - {key: r, when: {severity: grave}, text: T., ladder: [{organisation: office}]}
        """, concerns: everyConcern, expected: [.local: 1, .fallbackOnly: 5]),
    CoveragePlant(
      what: "a seat for what is grave answers for a concern that is grave by itself",
      planted: """
        designations:
          - {function: adviser, organisation: watch,
             remit: {area: "9901", severity: grave}, channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, concerns: everyConcern, expected: [.local: 1, .fallbackOnly: 5]),
    CoveragePlant(
      what: "the doors of a rule for what is grave are told apart for a concern grave by itself",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901", asker: relative},
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, when: {severity: grave}, text: T., ladder: [{function: adviser}]}
        """, askers: QuestionSpace.everyAsker, concerns: ["departure"],
      expected: [.local: 1, .fallbackOnly: 11]),
    CoveragePlant(
      what: "a seat from clarified on answers for a concern that is clarified by itself",
      planted: """
        concerns: [{key: relapse, parent: worry, name: tilbakefall, least-severity: clarified}]
        designations:
          - {function: adviser, organisation: watch,
             remit: {area: "9901", severity: clarified}, channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, concerns: ["drugs", "relapse"], expected: [.local: 1, .fallbackOnly: 1]),
    CoveragePlant(
      what: "without a concern, a rule for one worry speaks to those that it is for",
      planted: """
        \(office)
        rules:
          - {key: r, when: {concern: extremism, asker: employee}, text: T.,
             ladder: [{organisation: office}]}
        """, askers: QuestionSpace.everyAsker, concerns: [nil],
      expected: [.local: 2, .fallbackOnly: 10]),
    CoveragePlant(
      what: "without a concern, the doors of a rule for one worry are told apart",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901", asker: relative},
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, when: {concern: extremism}, text: T., ladder: [{function: adviser}]}
        """, askers: QuestionSpace.everyAsker, concerns: [nil],
      expected: [.local: 1, .fallbackOnly: 11]),
  ]
}
