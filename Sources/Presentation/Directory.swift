package import Registry
import Search

/// The rows of one snapshot by what they belong to, for pages and records.
///
/// Holds nothing whose visibility is `desk`: who reads rows through it cannot show what is hidden.
package final class Directory: Sendable {
  package let areas: RowsByKey<ID<Area>, Area>
  package let organisations: RowsByKey<ID<Organisation>, Organisation>
  package let functions: RowsByKey<ID<Function>, Function>
  package let concerns: RowsByKey<ID<Concern>, Concern>
  package let plans: RowsByKey<ID<Plan>, Plan>
  package let measures: RowsByKey<ID<Measure>, Measure>
  package let offerings: RowsByKey<ID<Offering>, Offering>
  package let kinds: RowsByKey<ID<OrganisationKind>, OrganisationKind>
  package let designations: RowsByKey<ID<Designation>, Designation>
  package let inOrder: RowsInOrder
  private let citations: RowsByKey<ID<Citation>, Citation>
  private let sources: RowsByKey<ID<Source>, Source>
  private let persons: RowsByKey<ID<Person>, PersonDetail>
  private let channelsByOwner: RowGroups<Subject, Channel>
  private let openingsByChannel: RowGroups<ID<Channel>, Opening>
  private let seatsByOrganisation: RowGroups<ID<Organisation>, Designation>
  private let seatsByFunction: RowGroups<ID<Function>, Designation>
  private let whereabouts: Whereabouts
  private let seatsByPerson: RowGroups<ID<Person>, Designation>
  private let remitsBySeat: RowGroups<ID<Designation>, Remit>
  private let remitsByArea: RowGroups<ID<Area>?, Remit>
  private let absencesBySeat: RowGroups<ID<Designation>, Absence>
  private let forms: RowGroups<ID<Organisation>, OrganisationForm>
  private let parents: RowGroups<ID<Organisation>, OrganisationParent>
  private let children: RowGroups<ID<Organisation>, OrganisationParent>
  private let services: RowGroups<ID<Organisation>, OrganisationService>
  private let servants: RowGroups<ID<Area>, OrganisationService>
  private let members: RowGroups<ID<Organisation>, OrganisationMember>
  private let offeringsByProvider: RowGroups<ID<Organisation>, Offering>
  private let offeringCases: RowGroups<ID<Offering>, OfferingCase>
  private let matter: PlanMatter
  private let linksBySubject: RowGroups<Subject, Link>
  private let doubtsBySubject: RowGroups<Subject, Doubt>

  package init(_ snapshot: Snapshot) {
    areas = RowsByKey(snapshot.areas, by: { $0.id })
    organisations = RowsByKey(snapshot.organisations, by: { $0.id })
    functions = RowsByKey(snapshot.functions, by: { $0.id })
    concerns = RowsByKey(snapshot.concerns, by: { $0.id })
    plans = RowsByKey(snapshot.plans, by: { $0.id })
    measures = RowsByKey(snapshot.measures, by: { $0.id })
    offerings = RowsByKey(snapshot.offerings, by: { $0.id })
    kinds = RowsByKey(snapshot.organisationKinds, by: { $0.id })
    inOrder = RowsInOrder(snapshot)
    citations = RowsByKey(snapshot.citations, by: { $0.id })
    sources = RowsByKey(snapshot.sources, by: { $0.id })
    let open = snapshot.openPersons
    persons = RowsByKey(snapshot.personDetails.only { open.contains($0.id) }, by: { $0.id })
    let seats = snapshot.designations.only { $0.visibility == .public }
    designations = RowsByKey(seats, by: { $0.id })
    let presence = Presence(
      areas: areas, organisations: organisations, kinds: kinds, functions: functions,
      concerns: concerns, designations: designations)
    let channels = snapshot.channels.only {
      $0.visibility == .public && presence.isWhole($0)
    }
    channelsByOwner = RowGroups(channels, by: { $0.owner }) {
      ($0.position, $0.id) < ($1.position, $1.id)
    }
    openingsByChannel = RowGroups(snapshot.openings, by: { $0.channel })
    seatsByOrganisation = RowGroups(seats, by: { $0.organisation })
    seatsByFunction = RowGroups(seats, by: { $0.function }) { $0.key < $1.key }
    seatsByPerson = RowGroups(seats, by: { $0.person }) { $0.key < $1.key }
    let remits = snapshot.remits.only { [designations] in
      designations.position(of: $0.designation) != nil && presence.isWhole($0)
    }
    remitsBySeat = RowGroups(remits, by: { $0.designation })
    whereabouts = Whereabouts(
      seats, areas: areas, kinds: snapshot.areaKinds, remits: remitsBySeat)
    remitsByArea = RowGroups(remits, by: { $0.area })
    absencesBySeat = RowGroups(snapshot.absences, by: { $0.designation })
    forms = RowGroups(snapshot.organisationForms, by: { $0.organisation })
    parents = RowGroups(snapshot.organisationParents, by: { $0.organisation })
    children = RowGroups(snapshot.organisationParents, by: { $0.parent })
    let served = snapshot.organisationServices.only { presence.isWhole($0) }
    services = RowGroups(served, by: { $0.organisation })
    servants = RowGroups(served, by: { $0.area })
    members = RowGroups(snapshot.organisationMembers, by: { $0.organisation }) {
      $0.position < $1.position
    }
    let cases = snapshot.offeringCases.only { presence.isWhole($0) }
    let offered = Set(cases.map(\.owner))
    offeringsByProvider = RowGroups(
      snapshot.offerings.only { offered.contains($0.id) }, by: { $0.provider })
    offeringCases = RowGroups(cases, by: { $0.owner })
    matter = PlanMatter(snapshot, presence)
    linksBySubject = RowGroups(snapshot.links, by: { $0.subject }) { $0.position < $1.position }
    doubtsBySubject = RowGroups(snapshot.doubts, by: { $0.subject })
  }
}

/// What lists are made of, in the order of the keys: sorted once, and not for each page of a list.
package struct RowsInOrder: Sendable {
  package let areas: [Area]
  package let organisations: [Organisation]
  package let functions: [Function]
  package let concerns: [Concern]
  package let measures: [Measure]
  package let offerings: [Offering]

  fileprivate init(_ snapshot: Snapshot) {
    areas = snapshot.areas.sorted { $0.key < $1.key }
    organisations = snapshot.organisations.sorted { $0.key < $1.key }
    functions = snapshot.functions.sorted { $0.key < $1.key }
    concerns = snapshot.concerns.sorted { $0.key < $1.key }
    measures = snapshot.measures.sorted { $0.key < $1.key }
    offerings = snapshot.offerings.sorted { $0.key < $1.key }
  }
}

/// What the plans own, by plan, area, measure and party.
private struct PlanMatter {
  let plansByArea: RowGroups<ID<Area>, Plan>
  let followers: RowGroups<ID<Plan>, Plan>
  let stepsByPlan: RowGroups<ID<Plan>, Step>
  let noticesByPlan: RowGroups<ID<Plan>, Notice>
  let readingByPlan: RowGroups<ID<Plan>, ReadingMatter>
  let measuresByPlan: RowGroups<ID<Plan>, Measure>
  let partiesByMeasure: RowGroups<ID<Measure>, MeasureParty>
  let partiesByOrganisation: RowGroups<ID<Organisation>, MeasureParty>
  let partiesByFunction: RowGroups<ID<Function>, MeasureParty>
  let merges: RowGroups<ID<Measure>, MeasureMerge>
  let rulesByPlan: RowGroups<ID<Plan>, Rule>
  let casesByRule: RowGroups<ID<Rule>, RuleCase>
  let targetsByRule: RowGroups<ID<Rule>, RuleTarget>

  /// A rule or a notice of which no condition is left speaks nowhere, and is not told.
  init(_ snapshot: Snapshot, _ presence: Presence) {
    let ruleCases = snapshot.ruleCases.only { presence.isWhole($0) }
    let speaking = Set(ruleCases.map(\.owner))
    let told = Set(snapshot.noticeCases.lazy.filter { presence.isWhole($0) }.map(\.owner))
    plansByArea = RowGroups(snapshot.plans, by: { $0.area })
    followers = RowGroups(snapshot.plans, by: { $0.follows })
    stepsByPlan = RowGroups(snapshot.steps, by: { $0.plan }) { $0.position < $1.position }
    noticesByPlan = RowGroups(snapshot.notices.only { told.contains($0.id) }, by: { $0.plan })
    readingByPlan = RowGroups(snapshot.readingMatter, by: { $0.plan }) { $0.position < $1.position }
    measuresByPlan = RowGroups(snapshot.measures, by: { $0.plan }) { $0.position < $1.position }
    partiesByMeasure = RowGroups(snapshot.measureParties, by: { $0.measure }) {
      $0.position < $1.position
    }
    partiesByOrganisation = RowGroups(snapshot.measureParties, by: { $0.organisation })
    partiesByFunction = RowGroups(snapshot.measureParties, by: { $0.function })
    merges = RowGroups(snapshot.measureMerges, by: { $0.measure })
    let rules = snapshot.rules.only { speaking.contains($0.id) }
    rulesByPlan = RowGroups(rules, by: { $0.plan }) { $0.key < $1.key }
    casesByRule = RowGroups(ruleCases, by: { $0.owner })
    targetsByRule = RowGroups(snapshot.ruleTargets, by: { $0.rule }) {
      ($0.rung, $0.door) < ($1.rung, $1.door)
    }
  }
}

extension Directory {
  /// The name of a holder who is public; nil for everybody else.
  package func name(of person: ID<Person>?) -> String? { person.flatMap { persons[$0]?.name } }

  package func citation(_ id: ID<Citation>?) -> Citation? { id.flatMap { citations[$0] } }

  package func source(_ id: ID<Source>) -> Source? { sources[id] }

  /// The public channels of something on that day, in the source's order; with a seat stand those
  /// of its function, since they lead to whoever has it.
  package func channels(of owner: Subject, on day: Day) -> [Channel] {
    let own = channelsByOwner[owner].filter { $0.valid.contains(day) }
    guard owner.kind == .designation, let seat = designations[ID(bits: owner.bits)] else {
      return own
    }
    return own + channelsByOwner[.function(seat.function)].filter { $0.valid.contains(day) }
  }

  package func openings(of channel: ID<Channel>) -> [Opening] {
    Array(openingsByChannel[channel])
  }

  package func seats(in organisation: ID<Organisation>, on day: Day) -> [Designation] {
    seatsByOrganisation[organisation].filter { $0.valid.contains(day) }
  }

  /// In the order of their keys.
  package func seats(of function: ID<Function>, on day: Day) -> [Designation] {
    seatsByFunction[function].filter { $0.valid.contains(day) }
  }

  /// The seats of a function by the widest area that each names, of any day.
  package func whereabouts(
    of function: ID<Function>
  ) -> [(area: ID<Area>?, seats: RowGroup<Designation>)] {
    whereabouts[function]
  }

  /// In the order of their keys; a holder who is not public has a name that nobody is told.
  package func seats(heldBy person: ID<Person>, on day: Day) -> [Designation] {
    seatsByPerson[person].filter { $0.valid.contains(day) }
  }

  package func remits(of seat: ID<Designation>) -> [Remit] { Array(remitsBySeat[seat]) }

  /// The remits that name that area; for nil those that name none.
  package func remits(in area: ID<Area>?) -> [Remit] { Array(remitsByArea[area]) }

  /// How many remits name exactly that area.
  package func remitCount(in area: ID<Area>) -> Int { remitsByArea[area].count }

  /// How many services serve exactly that area.
  package func serviceCount(in area: ID<Area>) -> Int { servants[area].count }

  /// The one area that a seat's remits name, or all of them where they name several.
  package func areas(of seat: ID<Designation>) -> [ID<Area>] {
    remitsBySeat[seat].compactMap(\.area)
  }

  package func absences(of seat: ID<Designation>, on day: Day) -> [Absence] {
    absencesBySeat[seat].filter { $0.valid.contains(day) }
  }

  package func forms(of organisation: ID<Organisation>) -> [OrganisationForm] {
    Array(forms[organisation])
  }

  package func form(of organisation: ID<Organisation>, on day: Day) -> OrganisationForm? {
    forms(of: organisation).first { $0.valid.contains(day) }
  }

  /// Whether it is nothing on that day: it has ended, or all that it was has been withdrawn.
  package func hasEnded(_ organisation: ID<Organisation>, on day: Day) -> Bool {
    !forms[organisation].contains { $0.valid.contains(day) }
  }

  /// Whether a kind of organisation is another or a narrower one.
  package func isKind(_ kind: ID<OrganisationKind>, within outer: ID<OrganisationKind>) -> Bool {
    var next: ID<OrganisationKind>? = kind
    var seen: Set<ID<OrganisationKind>> = []
    while let current = next, seen.insert(current).inserted {
      if current == outer { return true }
      next = kinds[current]?.parent
    }
    return false
  }

  package func parents(of organisation: ID<Organisation>) -> [OrganisationParent] {
    Array(parents[organisation])
  }

  package func children(of organisation: ID<Organisation>) -> [OrganisationParent] {
    Array(children[organisation])
  }

  package func services(of organisation: ID<Organisation>) -> [OrganisationService] {
    Array(services[organisation])
  }

  /// Who serves exactly that area.
  package func services(in area: ID<Area>) -> [OrganisationService] { Array(servants[area]) }

  package func members(of organisation: ID<Organisation>) -> [OrganisationMember] {
    Array(members[organisation])
  }

  package func offerings(by organisation: ID<Organisation>) -> [Offering] {
    Array(offeringsByProvider[organisation])
  }

  package func cases(of offering: ID<Offering>) -> [OfferingCase] {
    Array(offeringCases[offering])
  }

  package func plans(in area: ID<Area>) -> [Plan] { Array(matter.plansByArea[area]) }

  /// The plans that say that they follow it.
  package func plans(following plan: ID<Plan>) -> [Plan] { Array(matter.followers[plan]) }

  package func steps(of plan: ID<Plan>) -> [Step] { Array(matter.stepsByPlan[plan]) }

  package func notices(of plan: ID<Plan>) -> [Notice] { Array(matter.noticesByPlan[plan]) }

  /// Whether a plan says that the first of several responsible parties is the main one.
  package func saysFirstIsMain(_ plan: ID<Plan>) -> Bool {
    matter.noticesByPlan[plan].contains(where: \.saysFirstIsMain)
  }

  package func reading(of plan: ID<Plan>) -> [ReadingMatter] {
    Array(matter.readingByPlan[plan])
  }

  package func measures(of plan: ID<Plan>) -> [Measure] { Array(matter.measuresByPlan[plan]) }

  package func parties(of measure: ID<Measure>) -> [MeasureParty] {
    Array(matter.partiesByMeasure[measure])
  }

  package func parties(played organisation: ID<Organisation>) -> [MeasureParty] {
    Array(matter.partiesByOrganisation[organisation])
  }

  package func parties(played function: ID<Function>) -> [MeasureParty] {
    Array(matter.partiesByFunction[function])
  }

  package func merges(of measure: ID<Measure>) -> [MeasureMerge] {
    Array(matter.merges[measure])
  }

  package func rules(of plan: ID<Plan>) -> [Rule] { Array(matter.rulesByPlan[plan]) }

  package func cases(of rule: ID<Rule>) -> [RuleCase] { Array(matter.casesByRule[rule]) }

  /// The doors of a rule, in the order of its ladder.
  package func targets(of rule: ID<Rule>) -> [RuleTarget] {
    Array(matter.targetsByRule[rule])
  }

  package func links(of subject: Subject) -> [Link] { Array(linksBySubject[subject]) }

  package func doubts(about subject: Subject) -> [Doubt] { Array(doubtsBySubject[subject]) }
}
