/// Everything the registry believes at one generation, over all valid time, as flat rows.
///
/// One array a table, in the order of a key down to unique; the database, the snapshot file and the
/// seed files all meet here. It carries no index and answers nothing: `RoutingIndex` and
/// `SearchIndex` are compiled from it.
package struct Snapshot: Hashable, Sendable {
  /// Which state of which history this is, and what it grew from.
  package var lineage = Lineage.none
  /// The day on which this is what anybody may be told; nil for the whole, which editors see.
  package var toldOn: Day?
  package var sources: [Source] = []
  package var citations: [Citation] = []
  package var doubts: [Doubt] = []
  package var links: [Link] = []
  package var names: [Name] = []
  package var areaKinds: [AreaKind] = []
  package var areas: [Area] = []
  package var areaCodes: [AreaCode] = []
  package var areaParents: [AreaParent] = []
  package var areaSuccessions: [AreaSuccession] = []
  package var postcodes: [Postcode] = []
  package var holidays: [Holiday] = []
  package var organisationKinds: [OrganisationKind] = []
  package var organisations: [Organisation] = []
  package var organisationForms: [OrganisationForm] = []
  package var organisationParents: [OrganisationParent] = []
  package var organisationServices: [OrganisationService] = []
  package var organisationMembers: [OrganisationMember] = []
  package var functions: [Function] = []
  package var persons: [Person] = []
  package var personDetails: [PersonDetail] = []
  package var designations: [Designation] = []
  package var remits: [Remit] = []
  package var absences: [Absence] = []
  package var channels: [Channel] = []
  package var openings: [Opening] = []
  package var concerns: [Concern] = []
  package var plans: [Plan] = []
  package var severityWords: [SeverityWord] = []
  package var rules: [Rule] = []
  package var ruleTargets: [RuleTarget] = []
  package var steps: [Step] = []
  package var notices: [Notice] = []
  package var readingMatter: [ReadingMatter] = []
  package var measures: [Measure] = []
  package var measureParties: [MeasureParty] = []
  package var measureMerges: [MeasureMerge] = []
  package var offerings: [Offering] = []
  package var ruleCases: [RuleCase] = []
  package var noticeCases: [NoticeCase] = []
  package var offeringCases: [OfferingCase] = []

  package init() {}

  /// Raised once per writing transaction; 0 before anything was written. A number that is set
  /// belongs to no history.
  package var generation: Int64 {
    get { lineage.mark.generation }
    set { lineage = Lineage(mark: EditionMark(generation: newValue)) }
  }
}
