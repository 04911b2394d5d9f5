import Registry

/// A row of a snapshot that a seed file may own.
protocol SeedRow: Sendable {
  /// The snake_case name of the type.
  static var table: String { get }
  static var rows: WritableKeyPath<Snapshot, [Self]> { get }
  var bits: UInt128 { get }
}

extension SeedRow {
  var reference: RowReference {
    RowReference(table: Self.table, bits: bits)
  }
}

extension Source: SeedRow {
  static var table: String { "source" }
  static var rows: WritableKeyPath<Snapshot, [Source]> { \.sources }
  var bits: UInt128 { id.bits }
}

extension Citation: SeedRow {
  static var table: String { "citation" }
  static var rows: WritableKeyPath<Snapshot, [Citation]> { \.citations }
  var bits: UInt128 { id.bits }
}

extension Doubt: SeedRow {
  static var table: String { "doubt" }
  static var rows: WritableKeyPath<Snapshot, [Doubt]> { \.doubts }
  var bits: UInt128 { id.bits }
}

extension Link: SeedRow {
  static var table: String { "link" }
  static var rows: WritableKeyPath<Snapshot, [Link]> { \.links }
  var bits: UInt128 { id.bits }
}

extension Name: SeedRow {
  static var table: String { "name" }
  static var rows: WritableKeyPath<Snapshot, [Name]> { \.names }
  var bits: UInt128 { id.bits }
}

extension AreaKind: SeedRow {
  static var table: String { "area_kind" }
  static var rows: WritableKeyPath<Snapshot, [AreaKind]> { \.areaKinds }
  var bits: UInt128 { id.bits }
}

extension Area: SeedRow {
  static var table: String { "area" }
  static var rows: WritableKeyPath<Snapshot, [Area]> { \.areas }
  var bits: UInt128 { id.bits }
}

extension AreaCode: SeedRow {
  static var table: String { "area_code" }
  static var rows: WritableKeyPath<Snapshot, [AreaCode]> { \.areaCodes }
  var bits: UInt128 { id.bits }
}

extension AreaParent: SeedRow {
  static var table: String { "area_parent" }
  static var rows: WritableKeyPath<Snapshot, [AreaParent]> { \.areaParents }
  var bits: UInt128 { id.bits }
}

extension AreaSuccession: SeedRow {
  static var table: String { "area_succession" }
  static var rows: WritableKeyPath<Snapshot, [AreaSuccession]> { \.areaSuccessions }
  var bits: UInt128 { id.bits }
}

extension Postcode: SeedRow {
  static var table: String { "postcode" }
  static var rows: WritableKeyPath<Snapshot, [Postcode]> { \.postcodes }
  var bits: UInt128 { id.bits }
}

extension Holiday: SeedRow {
  static var table: String { "holiday" }
  static var rows: WritableKeyPath<Snapshot, [Holiday]> { \.holidays }
  var bits: UInt128 { id.bits }
}

extension OrganisationKind: SeedRow {
  static var table: String { "organisation_kind" }
  static var rows: WritableKeyPath<Snapshot, [OrganisationKind]> { \.organisationKinds }
  var bits: UInt128 { id.bits }
}

extension Organisation: SeedRow {
  static var table: String { "organisation" }
  static var rows: WritableKeyPath<Snapshot, [Organisation]> { \.organisations }
  var bits: UInt128 { id.bits }
}

extension OrganisationForm: SeedRow {
  static var table: String { "organisation_form" }
  static var rows: WritableKeyPath<Snapshot, [OrganisationForm]> { \.organisationForms }
  var bits: UInt128 { id.bits }
}

extension OrganisationParent: SeedRow {
  static var table: String { "organisation_parent" }
  static var rows: WritableKeyPath<Snapshot, [OrganisationParent]> { \.organisationParents }
  var bits: UInt128 { id.bits }
}

extension OrganisationService: SeedRow {
  static var table: String { "organisation_service" }
  static var rows: WritableKeyPath<Snapshot, [OrganisationService]> { \.organisationServices }
  var bits: UInt128 { id.bits }
}

extension OrganisationMember: SeedRow {
  static var table: String { "organisation_member" }
  static var rows: WritableKeyPath<Snapshot, [OrganisationMember]> { \.organisationMembers }
  var bits: UInt128 { id.bits }
}

extension Function: SeedRow {
  static var table: String { "function" }
  static var rows: WritableKeyPath<Snapshot, [Function]> { \.functions }
  var bits: UInt128 { id.bits }
}

extension Person: SeedRow {
  static var table: String { "person" }
  static var rows: WritableKeyPath<Snapshot, [Person]> { \.persons }
  var bits: UInt128 { id.bits }
}

extension PersonDetail: SeedRow {
  static var table: String { "person_detail" }
  static var rows: WritableKeyPath<Snapshot, [PersonDetail]> { \.personDetails }
  var bits: UInt128 { id.bits }
}

extension Designation: SeedRow {
  static var table: String { "designation" }
  static var rows: WritableKeyPath<Snapshot, [Designation]> { \.designations }
  var bits: UInt128 { id.bits }
}

extension Remit: SeedRow {
  static var table: String { "remit" }
  static var rows: WritableKeyPath<Snapshot, [Remit]> { \.remits }
  var bits: UInt128 { id.bits }
}

extension Absence: SeedRow {
  static var table: String { "absence" }
  static var rows: WritableKeyPath<Snapshot, [Absence]> { \.absences }
  var bits: UInt128 { id.bits }
}

extension Channel: SeedRow {
  static var table: String { "channel" }
  static var rows: WritableKeyPath<Snapshot, [Channel]> { \.channels }
  var bits: UInt128 { id.bits }
}

extension Opening: SeedRow {
  static var table: String { "opening" }
  static var rows: WritableKeyPath<Snapshot, [Opening]> { \.openings }
  var bits: UInt128 { id.bits }
}

extension Concern: SeedRow {
  static var table: String { "concern" }
  static var rows: WritableKeyPath<Snapshot, [Concern]> { \.concerns }
  var bits: UInt128 { id.bits }
}

extension Plan: SeedRow {
  static var table: String { "plan" }
  static var rows: WritableKeyPath<Snapshot, [Plan]> { \.plans }
  var bits: UInt128 { id.bits }
}

extension SeverityWord: SeedRow {
  static var table: String { "severity_word" }
  static var rows: WritableKeyPath<Snapshot, [SeverityWord]> { \.severityWords }
  var bits: UInt128 { id.bits }
}

extension Rule: SeedRow {
  static var table: String { "rule" }
  static var rows: WritableKeyPath<Snapshot, [Rule]> { \.rules }
  var bits: UInt128 { id.bits }
}

extension RuleTarget: SeedRow {
  static var table: String { "rule_target" }
  static var rows: WritableKeyPath<Snapshot, [RuleTarget]> { \.ruleTargets }
  var bits: UInt128 { id.bits }
}

extension Step: SeedRow {
  static var table: String { "step" }
  static var rows: WritableKeyPath<Snapshot, [Step]> { \.steps }
  var bits: UInt128 { id.bits }
}

extension Notice: SeedRow {
  static var table: String { "notice" }
  static var rows: WritableKeyPath<Snapshot, [Notice]> { \.notices }
  var bits: UInt128 { id.bits }
}

extension ReadingMatter: SeedRow {
  static var table: String { "reading_matter" }
  static var rows: WritableKeyPath<Snapshot, [ReadingMatter]> { \.readingMatter }
  var bits: UInt128 { id.bits }
}

extension Measure: SeedRow {
  static var table: String { "measure" }
  static var rows: WritableKeyPath<Snapshot, [Measure]> { \.measures }
  var bits: UInt128 { id.bits }
}

extension MeasureParty: SeedRow {
  static var table: String { "measure_party" }
  static var rows: WritableKeyPath<Snapshot, [MeasureParty]> { \.measureParties }
  var bits: UInt128 { id.bits }
}

extension MeasureMerge: SeedRow {
  static var table: String { "measure_merge" }
  static var rows: WritableKeyPath<Snapshot, [MeasureMerge]> { \.measureMerges }
  var bits: UInt128 { id.bits }
}

extension Offering: SeedRow {
  static var table: String { "offering" }
  static var rows: WritableKeyPath<Snapshot, [Offering]> { \.offerings }
  var bits: UInt128 { id.bits }
}

/// The three kinds of case share one type, so their tables are told apart by the owner.
protocol CaseOwner: Sendable {
  static var caseTable: String { get }
  static var cases: WritableKeyPath<Snapshot, [Case<Self>]> { get }
}

extension Rule: CaseOwner {
  static var caseTable: String { "rule_case" }
  static var cases: WritableKeyPath<Snapshot, [RuleCase]> { \.ruleCases }
}

extension Notice: CaseOwner {
  static var caseTable: String { "notice_case" }
  static var cases: WritableKeyPath<Snapshot, [NoticeCase]> { \.noticeCases }
}

extension Offering: CaseOwner {
  static var caseTable: String { "offering_case" }
  static var cases: WritableKeyPath<Snapshot, [OfferingCase]> { \.offeringCases }
}

extension Case: SeedRow where Owner: CaseOwner {
  static var table: String { Owner.caseTable }
  static var rows: WritableKeyPath<Snapshot, [Case<Owner>]> { Owner.cases }
  var bits: UInt128 { id.bits }
}
