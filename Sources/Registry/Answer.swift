/// Whether somebody can be expected to answer at the asked moment.
package enum DoorState: String, Hashable, Sendable, CaseIterable {
  case open, closed, unknown
  /// The source does not say what happens on a holiday.
  case uncertain
}

/// Why a contact was rejected.
package enum SkipReason: String, Hashable, Sendable, CaseIterable {
  case notValid = "not-valid"
  case absent
  case wrongAge = "wrong-age"
  case wrongAsker = "wrong-asker"
  case wrongSeverity = "wrong-severity"
  case wrongConcern = "wrong-concern"
  case wrongPlace = "wrong-place"
  case organisationEnded = "organisation-ended"
  case ownLeader = "own-leader"
  case yourself
}

/// What a reader must know before trusting an answer.
package enum AnswerWarning: String, Hashable, Sendable, CaseIterable {
  case severityAssumed = "severity-assumed"
  case severityRaised = "severity-raised"
  case askerAssumed = "asker-assumed"
  case ageUnknown = "age-unknown"
  case concernUnknown = "concern-unknown"
  case planPeriodEnded = "plan-period-ended"
  case confirmationOld = "confirmation-old"
  case sourcesDisagree = "sources-disagree"
  case conflict
  case areaSplit = "area-split"
  case areaEnded = "area-ended"
  case nothingLocal = "nothing-local"
  /// Nothing above the last resort can be called or written to at once at the asked moment.
  case noTelephone = "no-telephone"
  /// A rule or a confirmation is from after the day asked about.
  case evidenceLater = "evidence-later"
  case hoursUncertain = "hours-uncertain"
  case hoursNotJudged = "hours-not-judged"
}

/// A ladder, never one name and never empty, and everything that explains it.
package struct Answer: Hashable, Sendable {
  package var question: Question
  package var generation: Int64
  /// Exclusive; nil when no bound is known.
  package var holdsUntil: LocalTime?
  package var emergency: [EmergencyNumber]
  package var ladder: [Rung]
  package var skipped: [Skipped]
  package var steps: [AnswerStep]
  package var notices: [AnswerNotice]
  package var offerings: [AnswerOffering]
  package var measures: [AnswerMeasure]
  package var warnings: [AnswerWarning]

  package init(
    question: Question, generation: Int64, holdsUntil: LocalTime? = nil,
    emergency: [EmergencyNumber] = [], ladder: [Rung] = [], skipped: [Skipped] = [],
    steps: [AnswerStep] = [], notices: [AnswerNotice] = [], offerings: [AnswerOffering] = [],
    measures: [AnswerMeasure] = [], warnings: [AnswerWarning] = []
  ) {
    self.question = question
    self.generation = generation
    self.holdsUntil = holdsUntil
    self.emergency = emergency
    self.ladder = ladder
    self.skipped = skipped
    self.steps = steps
    self.notices = notices
    self.offerings = offerings
    self.measures = measures
    self.warnings = warnings
  }
}

/// A measure of a plan in force that concerns the same worry.
package struct AnswerMeasure: Hashable, Sendable {
  package var plan: Label
  package var number: String
  package var title: String
  package var responsible: [String]
  package var status: String?
  package var fate: String?

  package init(
    plan: Label, number: String, title: String, responsible: [String] = [], status: String? = nil,
    fate: String? = nil
  ) {
    self.plan = plan
    self.number = number
    self.title = title
    self.responsible = responsible
    self.status = status
    self.fate = fate
  }
}

/// Something that fits the age and the concern.
package struct AnswerOffering: Hashable, Sendable {
  package var id: ID<Offering>
  package var key: String
  package var name: String
  package var organisation: PartyLabel
  package var ages: AgeRange?
  package var conditions: [String]
  package var source: SourceLabel?

  package init(
    id: ID<Offering>, key: String, name: String, organisation: PartyLabel, ages: AgeRange? = nil,
    conditions: [String] = [], source: SourceLabel? = nil
  ) {
    self.id = id
    self.key = key
    self.name = name
    self.organisation = organisation
    self.ages = ages
    self.conditions = conditions
    self.source = source
  }
}

/// A sourced sentence that is told with the answer.
package struct AnswerNotice: Hashable, Sendable {
  package var kind: NoticeKind
  package var about: String?
  package var text: String
  package var plan: Label
  package var section: String?
  package var quote: String?

  package init(
    kind: NoticeKind, about: String? = nil, text: String, plan: Label, section: String? = nil,
    quote: String? = nil
  ) {
    self.kind = kind
    self.about = about
    self.text = text
    self.plan = plan
    self.section = section
    self.quote = quote
  }
}

/// A step of the plan's own ladder of action.
package struct AnswerStep: Hashable, Sendable {
  package var plan: Label
  package var number: String
  package var title: String
  package var text: String
  package var responsible: [String]
  package var isHere: Bool
  package var source: SourceLabel?

  package init(
    plan: Label, number: String, title: String, text: String, responsible: [String] = [],
    isHere: Bool, source: SourceLabel? = nil
  ) {
    self.plan = plan
    self.number = number
    self.title = title
    self.text = text
    self.responsible = responsible
    self.isHere = isHere
    self.source = source
  }
}

/// A contact that was considered and rejected.
package struct Skipped: Hashable, Sendable {
  package var tier: Tier
  package var function: Label?
  package var organisation: PartyLabel?
  package var because: SkipReason

  package init(
    tier: Tier, function: Label? = nil, organisation: PartyLabel? = nil, because: SkipReason
  ) {
    self.tier = tier
    self.function = function
    self.organisation = organisation
    self.because = because
  }
}

/// One door of the ladder.
package struct Rung: Hashable, Sendable {
  package var position: Int
  package var tier: Tier
  package var relation: Relation
  package var contact: Contact
  package var why: Why

  package init(
    position: Int, tier: Tier, relation: Relation, contact: Contact, why: Why
  ) {
    self.position = position
    self.tier = tier
    self.relation = relation
    self.contact = contact
    self.why = why
  }
}

/// The rule that opened a door, and the sentence it rests on; an index makes it once for each rule
/// and all its answers share it.
package final class Why: Hashable, Sendable {
  /// The rule key of a rung that answers an asked function directly.
  package static let askedFunction = "asked-function"

  /// Key of the rule, or `asked-function`.
  package let rule: String
  package let text: String
  package let plan: Label?
  package let planDay: Day?
  package let section: String?
  package let quote: String?
  /// For who tells of it.
  package let told = KeptText()

  package init(
    rule: String, text: String, plan: Label? = nil, planDay: Day? = nil, section: String? = nil,
    quote: String? = nil
  ) {
    self.rule = rule
    self.text = text
    self.plan = plan
    self.planDay = planDay
    self.section = section
    self.quote = quote
  }

  package static func == (left: Why, right: Why) -> Bool {
    left === right
      || left.rule == right.rule && left.text == right.text && left.plan == right.plan
        && left.planDay == right.planDay && left.section == right.section
        && left.quote == right.quote
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(text)
    hasher.combine(plan)
  }
}
