/// A fact that holds for a time.
private protocol DatedRow {
  var valid: DayRange { get set }
}

extension Area: DatedRow {}
extension AreaCode: DatedRow {}
extension AreaParent: DatedRow {}
extension Postcode: DatedRow {}
extension Name: DatedRow {}
extension Link: DatedRow {}
extension OrganisationForm: DatedRow {}
extension OrganisationParent: DatedRow {}
extension OrganisationService: DatedRow {}
extension OrganisationMember: DatedRow {}
extension Designation: DatedRow {}
extension Absence: DatedRow {}
extension Channel: DatedRow {}
extension Plan: DatedRow {}
extension Rule: DatedRow {}
extension Step: DatedRow {}
extension Notice: DatedRow {}
extension ReadingMatter: DatedRow {}
extension Measure: DatedRow {}
extension Offering: DatedRow {}

extension Snapshot {
  /// What anybody may be told on that day: nothing that begins later, and of nothing that it ends.
  ///
  /// Judged on a later day it says what holds on that one, so that no question about a coming day
  /// hears of a change before it is there. What a document prints of its own period stays, and so
  /// do holidays. Lists in which nothing is coming are shared with the whole.
  package func told(on today: Day) -> Snapshot {
    var told = self
    told.toldOn = today
    told.areas = areas.told(on: today)
    told.areaCodes = areaCodes.told(on: today)
    told.areaParents = areaParents.told(on: today)
    if areaSuccessions.contains(where: { $0.day > today }) {
      told.areaSuccessions = areaSuccessions.filter { $0.day <= today }
    }
    told.postcodes = postcodes.told(on: today)
    told.names = names.told(on: today)
    told.links = links.told(on: today)
    told.organisationForms = organisationForms.told(on: today)
    told.organisationParents = organisationParents.told(on: today)
    told.organisationServices = organisationServices.told(on: today)
    told.organisationMembers = organisationMembers.told(on: today)
    told.designations = designations.told(on: today)
    told.absences = absences.told(on: today)
    told.channels = channels.told(on: today)
    told.plans = plans.told(on: today)
    told.rules = rules.told(on: today)
    told.steps = steps.told(on: today)
    told.notices = notices.told(on: today)
    told.readingMatter = readingMatter.told(on: today)
    told.measures = measures.told(on: today)
    told.offerings = offerings.told(on: today)
    told.dropWhatIsOnlyComing(of: self)
    return told
  }

  /// Whether this tells all that the whole does: nothing was coming.
  package func hasAllRows(of whole: Snapshot) -> Bool {
    var other = whole
    other.toldOn = toldOn
    return self == other
  }

  /// Identities have no time of their own: an organisation of which every form is coming, and a
  /// person who holds nothing yet, are not there either.
  private mutating func dropWhatIsOnlyComing(of whole: Snapshot) {
    if organisationForms.count < whole.organisationForms.count {
      let coming = Set(whole.organisationForms.map(\.organisation))
        .subtracting(organisationForms.map(\.organisation))
      organisations.removeAll { coming.contains($0.id) }
    }
    if designations.count < whole.designations.count {
      let coming = Set(whole.designations.compactMap(\.person))
        .subtracting(designations.compactMap(\.person))
      persons.removeAll { coming.contains($0.id) }
      personDetails.removeAll { coming.contains($0.id) }
    }
    dropWordsAboutNothing(of: whole)
  }

  /// Names, doubts and links of what is left out: their words would tell of it.
  private mutating func dropWordsAboutNothing(of whole: Snapshot) {
    let gone = Set(whole.subjects).subtracting(subjects)
    guard !gone.isEmpty else { return }
    names.removeAll { gone.contains($0.subject) }
    doubts.removeAll { gone.contains($0.subject) }
    links.removeAll { gone.contains($0.subject) }
    channels.removeAll { gone.contains($0.owner) }
  }

  /// Everything that may be left out because it is coming, and that something is said about.
  private var subjects: [Subject] {
    var subjects: [Subject] = []
    func add<Row>(_ kind: Subject.Kind, _ rows: [Row], _ id: (Row) -> UInt128) {
      subjects += rows.map { Subject(kind: kind, bits: id($0)) }
    }
    add(.area, areas, \.id.bits)
    add(.organisation, organisations, \.id.bits)
    add(.person, persons, \.id.bits)
    add(.designation, designations, \.id.bits)
    add(.channel, channels, \.id.bits)
    add(.offering, offerings, \.id.bits)
    add(.plan, plans, \.id.bits)
    add(.rule, rules, \.id.bits)
    add(.step, steps, \.id.bits)
    add(.notice, notices, \.id.bits)
    add(.readingMatter, readingMatter, \.id.bits)
    add(.measure, measures, \.id.bits)
    return subjects
  }
}

extension Array where Element: DatedRow {
  /// The same array where nothing is coming.
  fileprivate func told(on today: Day) -> [Element] {
    guard contains(where: { $0.valid.isComing(after: today) }) else { return self }
    return compactMap { row in
      if let from = row.valid.from, from > today { return nil }
      guard let until = row.valid.until, until > today else { return row }
      var row = row
      row.valid = DayRange(from: row.valid.from)
      return row
    }
  }
}

extension DayRange {
  /// Whether it begins or ends after that day.
  fileprivate func isComing(after day: Day) -> Bool {
    (from.map { $0 > day } ?? false) || (until.map { $0 > day } ?? false)
  }
}
