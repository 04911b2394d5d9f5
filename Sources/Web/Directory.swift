package import Registry
import Search

/// The rows of one snapshot by what they belong to, for pages and records.
///
/// Holds nothing whose visibility is `desk`: who reads rows through it cannot show what is hidden.
package final class Directory: Sendable {
  package let areas: [ID<Area>: Area]
  package let organisations: [ID<Organisation>: Organisation]
  package let functions: [ID<Function>: Function]
  package let concerns: [ID<Concern>: Concern]
  package let plans: [ID<Plan>: Plan]
  package let measures: [ID<Measure>: Measure]
  package let offerings: [ID<Offering>: Offering]
  package let kinds: [ID<OrganisationKind>: OrganisationKind]
  package let designations: [ID<Designation>: Designation]
  private let citations: [ID<Citation>: Citation]
  private let sources: [ID<Source>: Source]
  private let persons: [ID<Person>: String]
  private let channelsByOwner: [Subject: [Channel]]
  private let openingsByChannel: [ID<Channel>: [Opening]]
  private let seatsByOrganisation: [ID<Organisation>: [Designation]]
  private let seatsByFunction: [ID<Function>: [Designation]]
  private let remitsBySeat: [ID<Designation>: [Remit]]
  private let remitsByArea: [ID<Area>?: [Remit]]
  private let absencesBySeat: [ID<Designation>: [Absence]]
  private let forms: [ID<Organisation>: [OrganisationForm]]
  private let parents: [ID<Organisation>: [OrganisationParent]]
  private let children: [ID<Organisation>: [OrganisationParent]]
  private let services: [ID<Organisation>: [OrganisationService]]
  private let servants: [ID<Area>: [OrganisationService]]
  private let members: [ID<Organisation>: [OrganisationMember]]
  private let offeringsByProvider: [ID<Organisation>: [Offering]]
  private let offeringCases: [ID<Offering>: [OfferingCase]]
  private let matter: PlanMatter
  private let linksBySubject: [Subject: [Link]]
  private let doubtsBySubject: [Subject: [Doubt]]

  package init(_ snapshot: Snapshot) {
    func byID<Row, Key: Hashable>(_ rows: [Row], _ key: (Row) -> Key) -> [Key: Row] {
      Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    areas = byID(snapshot.areas, \.id)
    organisations = byID(snapshot.organisations, \.id)
    functions = byID(snapshot.functions, \.id)
    concerns = byID(snapshot.concerns, \.id)
    plans = byID(snapshot.plans, \.id)
    measures = byID(snapshot.measures, \.id)
    offerings = byID(snapshot.offerings, \.id)
    kinds = byID(snapshot.organisationKinds, \.id)
    citations = byID(snapshot.citations, \.id)
    sources = byID(snapshot.sources, \.id)
    let open = snapshot.openPersons
    persons = Dictionary(
      snapshot.personDetails.filter { open.contains($0.id) }.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    let seats = snapshot.designations.filter { $0.visibility == .public }
    designations = byID(seats, \.id)
    let channels = snapshot.channels.filter { $0.visibility == .public }
    channelsByOwner = Dictionary(grouping: channels, by: \.owner)
      .mapValues { $0.sorted { ($0.position, $0.id) < ($1.position, $1.id) } }
    openingsByChannel = Dictionary(grouping: snapshot.openings, by: \.channel)
    seatsByOrganisation = Dictionary(grouping: seats, by: \.organisation)
    seatsByFunction = Dictionary(grouping: seats, by: \.function)
    let known = Set(seats.map(\.id))
    let remits = snapshot.remits.filter { known.contains($0.designation) }
    remitsBySeat = Dictionary(grouping: remits, by: \.designation)
    remitsByArea = Dictionary(grouping: remits, by: \.area)
    absencesBySeat = Dictionary(grouping: snapshot.absences, by: \.designation)
    forms = Dictionary(grouping: snapshot.organisationForms, by: \.organisation)
    parents = Dictionary(grouping: snapshot.organisationParents, by: \.organisation)
    children = Dictionary(grouping: snapshot.organisationParents, by: \.parent)
    services = Dictionary(grouping: snapshot.organisationServices, by: \.organisation)
    servants = Dictionary(
      grouping: snapshot.organisationServices.compactMap { row in row.area.map { ($0, row) } },
      by: \.0
    ).mapValues { $0.map(\.1) }
    members = Dictionary(grouping: snapshot.organisationMembers, by: \.organisation)
      .mapValues { $0.sorted { $0.position < $1.position } }
    offeringsByProvider = Dictionary(grouping: snapshot.offerings, by: \.provider)
    offeringCases = Dictionary(grouping: snapshot.offeringCases, by: \.owner)
    matter = PlanMatter(snapshot)
    linksBySubject = Dictionary(grouping: snapshot.links, by: \.subject)
      .mapValues { $0.sorted { $0.position < $1.position } }
    doubtsBySubject = Dictionary(grouping: snapshot.doubts, by: \.subject)
  }
}

/// What the plans own, by plan, area, measure and party.
private struct PlanMatter {
  let plansByArea: [ID<Area>: [Plan]]
  let followers: [ID<Plan>: [Plan]]
  let stepsByPlan: [ID<Plan>: [Step]]
  let noticesByPlan: [ID<Plan>: [Notice]]
  let readingByPlan: [ID<Plan>: [ReadingMatter]]
  let measuresByPlan: [ID<Plan>: [Measure]]
  let partiesByMeasure: [ID<Measure>: [MeasureParty]]
  let partiesByOrganisation: [ID<Organisation>: [MeasureParty]]
  let partiesByFunction: [ID<Function>: [MeasureParty]]
  let merges: [ID<Measure>: [MeasureMerge]]
  let rulesByPlan: [ID<Plan>: [Rule]]
  let casesByRule: [ID<Rule>: [RuleCase]]
  let targetsByRule: [ID<Rule>: [RuleTarget]]

  init(_ snapshot: Snapshot) {
    plansByArea = Dictionary(grouping: snapshot.plans, by: \.area)
    followers = Dictionary(
      grouping: snapshot.plans.compactMap { plan in plan.follows.map { ($0, plan) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    stepsByPlan = Dictionary(grouping: snapshot.steps, by: \.plan)
      .mapValues { $0.sorted { $0.position < $1.position } }
    noticesByPlan = Dictionary(grouping: snapshot.notices, by: \.plan)
    readingByPlan = Dictionary(grouping: snapshot.readingMatter, by: \.plan)
      .mapValues { $0.sorted { $0.position < $1.position } }
    measuresByPlan = Dictionary(grouping: snapshot.measures, by: \.plan)
      .mapValues { $0.sorted { $0.position < $1.position } }
    partiesByMeasure = Dictionary(grouping: snapshot.measureParties, by: \.measure)
      .mapValues { $0.sorted { $0.position < $1.position } }
    partiesByOrganisation = Dictionary(
      grouping: snapshot.measureParties.compactMap { party in
        party.organisation.map { ($0, party) }
      }, by: \.0
    ).mapValues { $0.map(\.1) }
    partiesByFunction = Dictionary(
      grouping: snapshot.measureParties.compactMap { party in
        party.function.map { ($0, party) }
      }, by: \.0
    ).mapValues { $0.map(\.1) }
    merges = Dictionary(grouping: snapshot.measureMerges, by: \.measure)
    rulesByPlan = Dictionary(grouping: snapshot.rules, by: \.plan)
      .mapValues { $0.sorted { $0.key < $1.key } }
    casesByRule = Dictionary(grouping: snapshot.ruleCases, by: \.owner)
    targetsByRule = Dictionary(grouping: snapshot.ruleTargets, by: \.rule)
      .mapValues { $0.sorted { ($0.rung, $0.door) < ($1.rung, $1.door) } }
  }
}

extension Directory {
  /// The name of a holder who is public; nil for everybody else.
  package func name(of person: ID<Person>?) -> String? { person.flatMap { persons[$0] } }

  package func citation(_ id: ID<Citation>?) -> Citation? { id.flatMap { citations[$0] } }

  package func source(_ id: ID<Source>) -> Source? { sources[id] }

  /// The public channels of something on that day, in the source's order.
  package func channels(of owner: Subject, on day: Day) -> [Channel] {
    channelsByOwner[owner, default: []].filter { $0.valid.contains(day) }
  }

  package func openings(of channel: ID<Channel>) -> [Opening] {
    openingsByChannel[channel, default: []]
  }

  package func seats(in organisation: ID<Organisation>, on day: Day) -> [Designation] {
    seatsByOrganisation[organisation, default: []].filter { $0.valid.contains(day) }
  }

  package func seats(of function: ID<Function>, on day: Day) -> [Designation] {
    seatsByFunction[function, default: []].filter { $0.valid.contains(day) }
  }

  package func remits(of seat: ID<Designation>) -> [Remit] { remitsBySeat[seat, default: []] }

  /// The remits that name that area; for nil those that name none.
  package func remits(in area: ID<Area>?) -> [Remit] { remitsByArea[area, default: []] }

  package func absences(of seat: ID<Designation>, on day: Day) -> [Absence] {
    absencesBySeat[seat, default: []].filter { $0.valid.contains(day) }
  }

  package func forms(of organisation: ID<Organisation>) -> [OrganisationForm] {
    forms[organisation, default: []]
  }

  package func form(of organisation: ID<Organisation>, on day: Day) -> OrganisationForm? {
    forms(of: organisation).first { $0.valid.contains(day) }
  }

  package func parents(of organisation: ID<Organisation>) -> [OrganisationParent] {
    parents[organisation, default: []]
  }

  package func children(of organisation: ID<Organisation>) -> [OrganisationParent] {
    children[organisation, default: []]
  }

  package func services(of organisation: ID<Organisation>) -> [OrganisationService] {
    services[organisation, default: []]
  }

  /// Who serves exactly that area.
  package func services(in area: ID<Area>) -> [OrganisationService] { servants[area, default: []] }

  package func members(of organisation: ID<Organisation>) -> [OrganisationMember] {
    members[organisation, default: []]
  }

  package func offerings(by organisation: ID<Organisation>) -> [Offering] {
    offeringsByProvider[organisation, default: []]
  }

  package func cases(of offering: ID<Offering>) -> [OfferingCase] {
    offeringCases[offering, default: []]
  }

  package func plans(in area: ID<Area>) -> [Plan] { matter.plansByArea[area, default: []] }

  /// The plans that say that they follow it.
  package func plans(following plan: ID<Plan>) -> [Plan] { matter.followers[plan, default: []] }

  package func steps(of plan: ID<Plan>) -> [Step] { matter.stepsByPlan[plan, default: []] }

  package func notices(of plan: ID<Plan>) -> [Notice] { matter.noticesByPlan[plan, default: []] }

  package func reading(of plan: ID<Plan>) -> [ReadingMatter] {
    matter.readingByPlan[plan, default: []]
  }

  package func measures(of plan: ID<Plan>) -> [Measure] { matter.measuresByPlan[plan, default: []] }

  package func parties(of measure: ID<Measure>) -> [MeasureParty] {
    matter.partiesByMeasure[measure, default: []]
  }

  package func parties(played organisation: ID<Organisation>) -> [MeasureParty] {
    matter.partiesByOrganisation[organisation, default: []]
  }

  package func parties(played function: ID<Function>) -> [MeasureParty] {
    matter.partiesByFunction[function, default: []]
  }

  package func merges(of measure: ID<Measure>) -> [MeasureMerge] {
    matter.merges[measure, default: []]
  }

  package func rules(of plan: ID<Plan>) -> [Rule] { matter.rulesByPlan[plan, default: []] }

  package func cases(of rule: ID<Rule>) -> [RuleCase] { matter.casesByRule[rule, default: []] }

  /// The doors of a rule, in the order of its ladder.
  package func targets(of rule: ID<Rule>) -> [RuleTarget] {
    matter.targetsByRule[rule, default: []]
  }

  package func links(of subject: Subject) -> [Link] { linksBySubject[subject, default: []] }

  package func doubts(about subject: Subject) -> [Doubt] { doubtsBySubject[subject, default: []] }
}
