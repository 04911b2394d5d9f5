/// A dated version of a document that owns rules, steps, aliases, measures and notices.
package struct Plan: Hashable, Sendable {
  package let id: ID<Plan>
  package let key: String
  package let level: PlanLevel
  @OptionalID package private(set) var owner: ID<Organisation>?
  package let area: ID<Area>
  package let source: ID<Source>
  package let title: String
  package let version: String?
  package let day: Day
  /// The period the document states for itself; unbounded when it states none.
  package let period: DayRange
  package var valid: DayRange
  @OptionalID package private(set) var follows: ID<Plan>?

  package init(
    id: ID<Plan>, key: String, level: PlanLevel, owner: ID<Organisation>? = nil, area: ID<Area>,
    source: ID<Source>, title: String, version: String? = nil, day: Day, period: DayRange,
    valid: DayRange, follows: ID<Plan>? = nil
  ) {
    self.id = id
    self.key = key
    self.level = level
    self.owner = owner
    self.area = area
    self.source = source
    self.title = title
    self.version = version
    self.day = day
    self.period = period
    self.valid = valid
    self.follows = follows
  }
}

/// A plan's own word or step number and the severity it means.
package struct SeverityWord: Hashable, Sendable {
  package let id: ID<SeverityWord>
  package let plan: ID<Plan>
  package let word: String
  package let severity: Severity

  package init(
    id: ID<SeverityWord>, plan: ID<Plan>, word: String, severity: Severity
  ) {
    self.id = id
    self.plan = plan
    self.word = word
    self.severity = severity
  }
}

/// When this is asked, these are the doors, in the plan's own order.
package struct Rule: Hashable, Sendable {
  package let id: ID<Rule>
  package let key: String
  package let plan: ID<Plan>
  package let tier: Tier
  /// Why, in one plain sentence.
  package let text: String
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Rule>, key: String, plan: ID<Plan>, tier: Tier, text: String, valid: DayRange,
    citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.plan = plan
    self.tier = tier
    self.text = text
    self.valid = valid
    self.citation = citation
  }
}

/// One door of one rung of a rule's ladder.
package struct RuleTarget: Hashable, Sendable {
  package let id: ID<RuleTarget>
  package let rule: ID<Rule>
  /// 1 first.
  package let rung: Int
  /// Equal doors of one rung, 1 first.
  package let door: Int
  package let target: Target
  /// Written as covering for the rung above when that is closed.
  package let covers: Bool

  package init(
    id: ID<RuleTarget>, rule: ID<Rule>, rung: Int, door: Int, target: Target, covers: Bool
  ) {
    self.id = id
    self.rule = rule
    self.rung = rung
    self.door = door
    self.target = target
    self.covers = covers
  }
}

/// One step of a plan's own numbered ladder of action.
package struct Step: Hashable, Sendable {
  package let id: ID<Step>
  package let plan: ID<Plan>
  package let position: Int
  package let number: String
  package let title: String
  package let text: String
  package let responsible: [String]
  package let severities: [Severity]
  package let askers: [Asker]
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Step>, plan: ID<Plan>, position: Int, number: String, title: String, text: String,
    responsible: [String], severities: [Severity], askers: [Asker], valid: DayRange,
    citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.plan = plan
    self.position = position
    self.number = number
    self.title = title
    self.text = text
    self.responsible = responsible
    self.severities = severities
    self.askers = askers
    self.valid = valid
    self.citation = citation
  }
}

/// A sourced sentence told with an answer: anonymity, duty, consent, cost and the like.
package struct Notice: Hashable, Sendable {
  package let id: ID<Notice>
  package let key: String
  package let plan: ID<Plan>
  package let kind: NoticeKind
  package let about: Subject?
  package let text: String
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Notice>, key: String, plan: ID<Plan>, kind: NoticeKind, about: Subject? = nil,
    text: String, valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.plan = plan
    self.kind = kind
    self.about = about
    self.text = text
    self.valid = valid
    self.citation = citation
  }
}

extension Notice {
  /// The key of the notice with which a plan says that the first of several responsible parties is
  /// the main one.
  package static let firstIsMainKey = "first-is-main"

  package var saysFirstIsMain: Bool { key == Notice.firstIsMainKey }
}

/// A line of a sign list or of a table of factors; read, never filled in.
package struct ReadingMatter: Hashable, Sendable {
  package let id: ID<ReadingMatter>
  package let plan: ID<Plan>
  package let kind: ReadingKind
  package let group: String
  package let position: Int
  package let text: String
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<ReadingMatter>, plan: ID<Plan>, kind: ReadingKind, group: String, position: Int,
    text: String, valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.plan = plan
    self.kind = kind
    self.group = group
    self.position = position
    self.text = text
    self.valid = valid
    self.citation = citation
  }
}

/// A numbered measure of a plan with its status and fate.
package struct Measure: Hashable, Sendable {
  package let id: ID<Measure>
  package let key: String
  package let plan: ID<Plan>
  package let position: Int
  package let number: String
  package let title: String
  package let text: String?
  package let status: String?
  package let fate: String?
  package let concerns: [ID<Concern>]
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Measure>, key: String, plan: ID<Plan>, position: Int, number: String, title: String,
    text: String? = nil, status: String? = nil, fate: String? = nil, concerns: [ID<Concern>],
    valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.plan = plan
    self.position = position
    self.number = number
    self.title = title
    self.text = text
    self.status = status
    self.fate = fate
    self.concerns = concerns
    self.valid = valid
    self.citation = citation
  }
}

/// A responsible party of a measure, in the plan's order; the first is the main one only in a plan
/// that says so (`Notice.firstIsMainKey`).
package struct MeasureParty: Hashable, Sendable {
  package let id: ID<MeasureParty>
  package let measure: ID<Measure>
  package let position: Int
  package let text: String
  @OptionalID package private(set) var organisation: ID<Organisation>?
  @OptionalID package private(set) var function: ID<Function>?

  package init(
    id: ID<MeasureParty>, measure: ID<Measure>, position: Int, text: String,
    organisation: ID<Organisation>? = nil, function: ID<Function>? = nil
  ) {
    self.id = id
    self.measure = measure
    self.position = position
    self.text = text
    self.organisation = organisation
    self.function = function
  }
}

/// Another measure that this one was merged with or into.
package struct MeasureMerge: Hashable, Sendable {
  package let id: ID<MeasureMerge>
  package let measure: ID<Measure>
  package let into: ID<Measure>

  package init(
    id: ID<MeasureMerge>, measure: ID<Measure>, into: ID<Measure>
  ) {
    self.id = id
    self.measure = measure
    self.into = into
  }
}

/// Something that can be offered to someone, and by whom.
package struct Offering: Hashable, Sendable {
  package let id: ID<Offering>
  package let key: String
  package let provider: ID<Organisation>
  package let text: String?
  package let conditions: [String]
  package var valid: DayRange
  package let confirmedOn: Day?
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Offering>, key: String, provider: ID<Organisation>, text: String? = nil,
    conditions: [String], valid: DayRange, confirmedOn: Day? = nil, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.provider = provider
    self.text = text
    self.conditions = conditions
    self.valid = valid
    self.confirmedOn = confirmedOn
    self.citation = citation
  }
}
