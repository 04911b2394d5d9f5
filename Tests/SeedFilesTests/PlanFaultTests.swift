import Registry
import SeedFiles
import Testing

/// Faults of seats, rules and plans.
@Suite struct PlanFaultTests {
  @Test func `The same seat twice and the same holder twice are told`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        designations:
          - {key: a, function: slt-coordinator, organisation: kommune-9901}
          # v The seat is the same as the one of `a`
          - {key: b, function: slt-coordinator, organisation: kommune-9901}
          - {key: c, function: slt-coordinator, organisation: kommune-9901, order: 2}
          - {key: d, function: slt-coordinator, organisation: kommune-9901, seat: 2}
          - {key: e, function: slt-coordinator, organisation: kommune-9901, until: 2020-01-01}
          - {key: f, function: slt-coordinator, organisation: kommune-9901,
              remit: {concern: extremism}}
          - {key: g, function: resource-person, organisation: kommune-9901, holder: Kari Nordmann}
          # v The same holder has the same remit of this function in `g`
          - {key: h, function: resource-person, organisation: kommune-9901, holder: Kari Nordmann,
              seat: 2}
          - key: i
            function: resource-person
            organisation: politiet
            holder: Kari Nordmann
            seats: 2  # <- `seats` counts equal seats without names
          - {function: resource-person, organisation: kommune-9902}
          - {function: resource-person, organisation: kommune-9902, order: 2}
          # v Without `key:` this contact and that of line 21 are both
          - {function: resource-person, organisation: kommune-9902, holder: vacant}
          - key: kommune-9902-resource-person  # <- already there on line 21
            function: resource-person
            organisation: kommune-9902
            order: 3
        """)
  }

  @Test func `A person shown in one place and hidden in another is told`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        designations:
          - {function: slt-coordinator, organisation: kommune-9901, holder: Kari Nordmann}
          - function: resource-person
            organisation: kommune-9901
            holder: {name: Kari Nordmann, visibility: desk}  # <- is hidden here and shown elsewhere
        """)
  }

  @Test func `A seat without any area is told`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations: [{key: o, name: O, kind: police}]
      designations:
        - {function: slt-coordinator, organisation: o}  # <- It is not said for which area
        - function: resource-person
          organisation: o
          remit: {age: 12-18}  # <- It is not said for which area
      contacts:
        - {function: slt-coordinator, phone: "02800"}  # <- The field `area` is missing
        - {function: slt-coordinator, area: "9903", phone: "02800"}  # <- There is no area `9903`
      """)
  }

  @Test func `Rules that lead nowhere or are too mild are told`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        rules:
          - {key: a, text: Grunn., when: {concern: extremism}}  # <- The rule has no ladder
          # v The field `text` is missing
          - {key: b, when: {concern: worry}, ladder: [{own: Leder}]}
          - key: c
            tier: serious
            when: {concern: extremism, severity: clarified}  # <- needs `severity: grave`
            text: Grunn.
            ladder:
              - {organisation: politiet, covers: true}  # <- `covers` stands in for the rung above
              - {organisation: politiet, function: slt-coordinator}  # <- One rung has one door
              - {covers: true}  # <- Say who stands here
              # v did you mean `slt-coordinator`
              - {any: [{organisation: politiet}, {function: slt-koordinator}]}
              - {any: [{words: PST}], own: Leder}  # <- Beside `any:` only `covers`
          - {key: d, tier: serious, when: {concern: departure}, text: Grunn.,
              ladder: {organisation: politiet}}
        """)
  }

  @Test func `Rules between which nothing decides are told with both names`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        rules:
          - {key: a, text: Grunn., when: {concern: extremism}, ladder: [{own: Leder}]}
          # v between this rule `b` and `a` on line 4
          - {key: b, text: Grunn., when: {concern: [worry, extremism]}, ladder: [{own: Leder}]}
          - {key: c, text: Grunn., when: {concern: extremism}, tier: fallback,
              ladder: [{own: Leder}]}
          - {key: d, text: Grunn., when: {concern: extremism}, until: 2020-01-01,
              ladder: [{own: Leder}]}
          - {key: e, text: Grunn., when: {concern: departure, age: 10-15}, ladder: [{own: Leder}]}
          # v between this rule `f` and `e`
          - {key: f, text: Grunn., when: {concern: departure, age: 15-20}, ladder: [{own: Leder}]}
          - {key: g, text: Grunn., when: {concern: departure, age: 12-13}, ladder: [{own: Leder}]}
          - {key: h, text: Grunn., when: {concern: departure, age: 21-26}, ladder: [{own: Leder}]}
          - {key: i, text: Grunn., when: {concern: departure, asker: manager},
              ladder: [{own: Leder}]}
        """)
  }

  @Test func `A tie between two files of one plan is told`() throws {
    let first =
      Seeds.plan + """
        rules: [{key: a, text: Grunn., when: {concern: extremism}, ladder: [{own: Leder}]}]
        """
    let second = """
      seed: more
      plan: p
      rules: [{key: b, text: Grunn., when: {concern: extremism}, ladder: [{own: Leder}]}]
      """
    do {
      _ = try Seeds.load(first, second)
      Issue.record("The tie was not told.")
    } catch {
      // Of the two the one that comes later by path is told, with the other's place.
      #expect(error.faults.map(\.path) == ["y.yaml"])
      #expect(error.faults.map(\.line) == [3])
      #expect(error.description.contains("`a` on x.yaml, line 3"))
    }
  }

  @Test func `What belongs to a plan needs one`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      rules:
        # v The section `rules` belongs to a plan
        - {key: a, text: Grunn., when: {concern: extremism}, ladder: [{own: Leder}]}
      steps:
        - {number: 1, title: T, text: T}  # <- The section `steps` belongs to a plan
      """)
  }

  @Test func `A plan says what kind, where, when and what it is`() {
    Seeds.expectAnnounced(
      """
      seed: x
      plan:
        key: p
        level: kommune  # <- write municipality, police-district, county, service, nation
        area: "9901"
        title: Plan
        date: 2021-03-01
      """)
    Seeds.expectAnnounced(
      """
      seed: x
      # v The field `date` is missing
      plan: {key: p, level: municipality, area: "9901", title: Plan}
      """)
    Seeds.expectAnnounced(
      """
      seed: x
      plan: q  # <- There is no plan `q`
      """)
  }

  @Test func `Numbers of measures, steps and notices are unique in their plan`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        measures:
          - {number: 1, title: En, merged: [1]}  # <- A measure cannot be merged with itself
          - {number: 1, title: To}  # <- already there on line 4
          # v There is no measure `p/2` | There is no measure `p/q/1`
          - {number: 3, title: Tre, merged: [2, q/1]}
        steps:
          - {number: 1, title: En, text: En}
          - {number: 1, title: To, text: To}  # <- already there on line 9
        notices:
          - {key: n, kind: duty, text: En}
          - {key: n, kind: duty, text: To}  # <- already there on line 12
          - {key: o, kind: plikt, text: To}  # <- write anonymity, confidentiality, duty
          # v This is about one thing only
          - {key: p, kind: duty, text: To, about: {function: slt-coordinator, concern: worry}}
          - {key: q, kind: duty, text: To, about: {rule: z}}  # <- There is no rule `p/z`
        reading:
          - {kind: sign, group: Tegn, items: [En, En]}  # <- says the same
        """)
  }
}
