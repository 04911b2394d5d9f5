import Registry
import Analysis
import Routing

/// Plants for age, severity, the doors themselves and the time of week.
extension CoveragePlant {
  static let ages = [
    CoveragePlant(
      what: "a rule for ages 12 to 18",
      planted: """
        \(office)
        rules:
          - {key: r, when: {age: 12-18}, text: T., ladder: [{organisation: office}]}
        """, ages: QuestionSpace.everyAge, expected: [.local: 8, .fallbackOnly: 115]),
    CoveragePlant(
      what: "a seat for ages 12 to 18, and to 23 on a condition",
      planted: """
        designations:
          - function: adviser
            organisation: watch
            remit: {area: "9901", age: {from: 12, through: 18, extended: 23, condition: Ved behov}}
            channels: [{phone: 25 00 00 02}]
        \(adviserRule)
        """, ages: QuestionSpace.everyAge, expected: [.local: 13, .fallbackOnly: 110]),
    CoveragePlant(
      what: "an offering for ages 15 to 23",
      planted: """
        \(house)
        offerings:
          - {key: talk, name: Samtale, organisation: house, when: {age: 15-23}}
        \(offeringRule)
        """, ages: QuestionSpace.everyAge, expected: [.local: 10, .fallbackOnly: 113]),
    CoveragePlant(
      what: "a seat for the unborn and the newborn",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901", age: unborn-0},
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, ages: QuestionSpace.everyAge, expected: [.local: 3, .fallbackOnly: 120]),
    CoveragePlant(
      what: "a rule without ages goes before one with ages where the age is not known",
      planted: """
        \(office)
        rules:
          - {key: r, text: T., ladder: [{organisation: office}]}
          - {key: young, when: {age: -120}, text: T., ladder: [{organisation: watch}]}
        """, ages: QuestionSpace.everyAge, expected: [.local: 1, .regional: 122]),
    CoveragePlant(
      what: "the doors of the rule that speaks where the age is not known are told apart",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901", asker: relative},
             channels: [{phone: 25 00 00 02}]}
        rules:
          - {key: r, text: T., ladder: [{function: adviser}]}
          - {key: young, when: {age: -120}, text: T., ladder: [{organisation: watch}]}
        """, askers: QuestionSpace.everyAsker, ages: [.years(15), nil],
      expected: [.local: 1, .regional: 12, .fallbackOnly: 11]),
    CoveragePlant(
      what: "a seat without ages is nearer than one with ages where the age is not known",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: pd, age: -120},
             channels: [{phone: 25 00 00 02}]}
          - {function: adviser, organisation: watch, seat: 2, remit: {area: pd},
             holder: vacant}
        \(adviserRule)
        """, ages: QuestionSpace.everyAge, expected: [.regional: 123]),
  ]

  static let severities = [
    CoveragePlant(
      what: "a rule from clarified on",
      planted: """
        \(office)
        rules:
          - {key: r, when: {severity: clarified}, text: T., ladder: [{organisation: office}]}
        """, severities: QuestionSpace.everySeverity, expected: [.local: 3, .fallbackOnly: 2]),
    CoveragePlant(
      what: "the serious tier speaks when it is grave",
      planted: """
        \(office)
        rules:
          - {key: r, tier: serious, when: {severity: grave}, text: T.,
             ladder: [{organisation: office}]}
        """, severities: QuestionSpace.everySeverity, expected: [.local: 2, .fallbackOnly: 3]),
    CoveragePlant(
      what: "a seat for what is grave",
      planted: """
        designations:
          - {function: adviser, organisation: watch,
             remit: {area: "9901", severity: grave}, channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, severities: QuestionSpace.everySeverity, expected: [.local: 2, .fallbackOnly: 3]),
    CoveragePlant(
      what: "an offering from clarified on",
      planted: """
        \(house)
        offerings:
          - {key: talk, name: Samtale, organisation: house, when: {severity: clarified}}
        \(offeringRule)
        """, severities: QuestionSpace.everySeverity, expected: [.local: 3, .fallbackOnly: 2]),
    CoveragePlant(
      what: "an e-mail address is no way when it is acute",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{email: adviser@example.org}]}
        \(adviserRule)
        """, severities: QuestionSpace.everySeverity, expected: [.local: 4, .numberUnknown: 1]),
  ]

  static let doors = [
    CoveragePlant(
      what: "a vacant seat leads outward, to the police district",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"}, holder: vacant,
             channels: [{phone: 25 00 00 02}]}
          - {function: adviser, organisation: watch, seat: 2, remit: {area: pd},
             channels: [{phone: 25 00 00 03}]}
        \(adviserRule)
        """, expected: [.regional: 1]),
    CoveragePlant(
      what: "a vacant seat alone covers nothing, whatever number it has",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"}, holder: vacant,
             channels: [{phone: 25 00 00 02}]}
        \(adviserRule)
        """, expected: [.fallbackOnly: 1]),
    CoveragePlant(
      what: "a number that cannot be dialled covers nothing",
      planted: """
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{phone: "2500", unusable: true}]}
        \(adviserRule)
        """, expected: [.numberUnknown: 1]),
    CoveragePlant(
      what: "a role in words covers nothing",
      planted: """
        rules:
          - {key: r, text: T., ladder: [{own: Din leder}, {words: En kollega}]}
        """, askers: [.employee, .manager], expected: [.fallbackOnly: 2]),
    CoveragePlant(
      what: "where the fallback has no number either, nobody is left",
      planted: """
        organisations: [{key: mute, name: Stille, kind: municipality, serves: "9901"}]
        rules:
          - {key: r, tier: fallback, text: T., ladder: [{organisation: mute}]}
          - {key: e, tier: fallback, when: {asker: employee}, text: T.,
             ladder: [{organisation: watch}]}
        """, hasCatchAll: false, askers: QuestionSpace.everyAsker,
      expected: [.fallbackOnly: 2, .unreachable: 10]),
    CoveragePlant(
      what: "a municipality's fallback without a number leaves the nation's",
      planted: mute, askers: QuestionSpace.everyAsker, expected: [.fallbackOnly: 12]),
    CoveragePlant(
      what: "who reaches the fallback first says nothing of those whose fallback is another",
      planted: mute + """
          - {key: c, tier: fallback, when: {asker: citizen}, text: T.,
             ladder: [{organisation: watch}]}
        """, hasCatchAll: false, askers: QuestionSpace.everyAsker,
      expected: [.fallbackOnly: 8, .unreachable: 4]),
  ]

  private static let mute = """
    organisations: [{key: mute, name: Stille, kind: municipality, serves: "9901"}]
    rules:
      - {key: f, tier: fallback, text: T., ladder: [{organisation: mute}]}

    """

  private static let services = """
    organisations:
      - {key: day, name: Dagvakten, kind: municipality, serves: "9901",
         channels: [{phone: 25 00 00 02, hours: office}]}
      - {key: night, name: Nattvakten, kind: club, location: "9901", serves: pd,
         channels: [{phone: 25 00 00 03, hours: always}]}
      - {key: duty, name: Beredskapen, kind: club, location: "9901", serves: pd,
         channels: [{phone: 25 00 00 04, hours: outside-office}]}

    """

  private static func stated(_ hours: String, until: String = "") -> String {
    """
    designations:
      - {function: adviser, organisation: watch, remit: {area: "9901"}\(until),
         channels: [{phone: 25 00 00 02, hours: \(hours)}]}
    \(adviserRule)

    """
  }

  static let weeks = [
    CoveragePlant(
      what: "stated hours", planted: stated("mon-fri 08:00-16:30"), expected: [.local: 1],
      minutes: [.local: 5 * 510, .fallbackOnly: 10_080 - 5 * 510]),
    CoveragePlant(
      what: "hours over midnight, from the week before too", planted: stated("sun 22:00-06:00"),
      expected: [.local: 1], minutes: [.local: 480, .fallbackOnly: 9_600]),
    CoveragePlant(
      what: "a holiday in the week",
      planted: stated("mon-fri 08:00-16:30 holidays excluded")
        + "holidays: [{date: 2026-06-03, name: Fridag}]", expected: [.local: 1],
      minutes: [.local: 4 * 510, .fallbackOnly: 10_080 - 4 * 510]),
    CoveragePlant(
      what: "a seat that ends in the middle of the week",
      planted: stated("all 08:00-20:00", until: ", until: 2026-06-04"), expected: [.local: 1],
      minutes: [.local: 3 * 720, .fallbackOnly: 3 * 720]),
    CoveragePlant(
      what: "a contact that serves a wider area moves up for the closed one it covers",
      planted: services + """
        rules:
          - {key: r, text: T., ladder: [{organisation: day}, {organisation: night, covers: true}]}
        """, expected: [.local: 1], minutes: [.local: 5 * 450, .regional: 10_080 - 5 * 450]),
    CoveragePlant(
      what: "a contact that covers for nobody stays where it stands",
      planted: services + """
        rules:
          - {key: r, text: T., ladder: [{organisation: day}, {organisation: night}]}
        """, expected: [.local: 1], minutes: [.local: 10_080]),
    CoveragePlant(
      what: "a contact of unknown hours does not move up, though it covers",
      planted: services.replacing("hours: always", with: "hours: unknown") + """
        rules:
          - {key: r, text: T., ladder: [{organisation: day}, {organisation: night, covers: true}]}
        """, expected: [.local: 1], minutes: [.local: 10_080]),
    CoveragePlant(
      what: "at the hours when nobody above the fallback answers, each has a fallback of their own",
      planted: mute + """
          - {key: e, tier: fallback, when: {asker: employee}, text: T.,
             ladder: [{organisation: watch}]}
          - {key: r, text: T., ladder: [{function: adviser}]}
        designations:
          - {function: adviser, organisation: watch, remit: {area: "9901"},
             channels: [{phone: 25 00 00 02, hours: mon-fri 08:00-16:30}]}
        """, hasCatchAll: false, askers: [.citizen, .employee, .manager], expected: [.local: 3],
      minutes: [
        .local: 3 * 5 * 510, .unreachable: 10_080 - 5 * 510,
        .fallbackOnly: 2 * (10_080 - 5 * 510),
      ]),
    CoveragePlant(
      what: "a duty service moves up for the closed day service",
      planted: services + """
        rules:
          - {key: r, text: T., ladder: [{organisation: day}, {organisation: duty}]}
        """, expected: [.local: 1], minutes: [.local: 5 * 450, .regional: 10_080 - 5 * 450]),
    CoveragePlant(
      what: "an employee's own leader keeps the rung that is closed for a manager",
      planted: services + """
        rules:
          - key: r
            text: T.
            ladder:
              - any: [{own: Din leder}, {organisation: day}]
              - {organisation: night, covers: true}
        """, askers: [.employee, .manager], expected: [.local: 2],
      minutes: [.local: 10_080 + 5 * 450, .regional: 10_080 - 5 * 450]),
    CoveragePlant(
      what: "hours of the fallback",
      planted: """
        organisations:
          - {key: board, name: Sentralbordet, kind: municipality, serves: "9901",
             channels: [{phone: 25 00 00 02, hours: mon-fri 08:00-16:00}]}
        rules:
          - {key: r, tier: fallback, text: T., ladder: [{organisation: board}]}
        """, hasCatchAll: false, expected: [.fallbackOnly: 1],
      minutes: [.fallbackOnly: 5 * 480, .unreachable: 10_080 - 5 * 480]),
    CoveragePlant(
      what: "a municipality's fallback that closes leaves the nation's",
      planted: """
        organisations:
          - {key: board, name: Sentralbordet, kind: municipality, serves: "9901",
             channels: [{phone: 25 00 00 02, hours: mon-fri 08:00-16:00}]}
        rules:
          - {key: r, tier: fallback, text: T., ladder: [{organisation: board}]}
        """, expected: [.fallbackOnly: 1], minutes: [.fallbackOnly: 10_080]),
  ]

  static let all = areas + askers + workplaces + concerns + ages + severities + doors + weeks
}
