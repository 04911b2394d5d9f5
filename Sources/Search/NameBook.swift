package import Registry

/// What everything is called, by language and day.
package final class NameBook: Sendable {
  private let names: RowGroups<Subject, Name>
  private let persons: RowsByKey<ID<Person>, PersonDetail>
  private let plans: RowsByKey<ID<Plan>, Plan>
  private let measures: RowsByKey<ID<Measure>, Measure>

  /// - Parameter open: the persons who may be named.
  init(_ snapshot: Snapshot, open: Set<ID<Person>>) {
    names = RowGroups(snapshot.names, by: { $0.subject })
    persons = RowsByKey(snapshot.personDetails.only { open.contains($0.id) }, by: { $0.id })
    plans = RowsByKey(snapshot.plans, by: { $0.id })
    measures = RowsByKey(snapshot.measures, by: { $0.id })
  }

  /// The name to show: valid that day before older ones, official before short before other words,
  /// the asked language before the other Norwegian and English; a misprint never.
  package func label(of subject: Subject, language: Language, on day: Day?) -> String? {
    switch subject.kind {
    case .person: persons[ID(bits: subject.bits)]?.name
    case .plan: plans[ID(bits: subject.bits)]?.title
    case .measure: measures[ID(bits: subject.bits)].map { "\($0.number) \($0.title)" }
    default: name(of: subject, language: language, on: day)?.text
    }
  }

  /// The same for what has names of its own, with the name's language and validity.
  package func name(of subject: Subject, language: Language, on day: Day?) -> Name? {
    let own = names[subject]
    // Most things have one, which needs no comparing.
    if own.count == 1, let only = own.first { return only.kind == .misprint ? nil : only }
    var best: (place: Int, rank: Rank)?
    for place in own.indices {
      let name = own[place]
      guard name.kind != .misprint, name.plan == nil else { continue }
      let rank = rank(name, language, day)
      if let known = best?.rank, known <= rank { continue }
      best = (place, rank)
    }
    return best.map { own[$0.place] } ?? own.first { $0.kind != .misprint }
  }

  /// Every name of it, in the snapshot's order.
  package func names(of subject: Subject) -> [Name] {
    Array(names[subject])
  }

  /// Numbers that are compared one after another; the least is the best.
  private typealias Rank = (current: Int, kind: Int, language: Int, newest: Int)

  private func rank(_ name: Name, _ language: Language, _ day: Day?) -> Rank {
    let isCurrent = day.map { name.valid.contains($0) } ?? (name.valid.until == nil)
    let newest = -Int(name.valid.from?.number ?? Int32.min / 2)
    return (
      isCurrent ? 0 : 1, kindRank(name.kind), languageRank(name.language, language), newest
    )
  }

  private func kindRank(_ kind: NameKind) -> Int {
    switch kind {
    case .official: 0
    case .short: 1
    case .former: 2
    case .alias: 3
    case .synonym: 4
    case .misprint: 5
    }
  }

  private func languageRank(_ language: Language, _ asked: Language) -> Int {
    if language == asked { return 0 }
    switch language {
    case .bokmål: return 1
    case .nynorsk: return 2
    case .english: return 3
    default: return 4
    }
  }
}

extension Snapshot {
  /// The persons who may be named: public themselves, and not only by seats that are not.
  package var openPersons: Set<ID<Person>> {
    let hidden = Set(designations.lazy.filter { $0.visibility != .public }.compactMap(\.person))
    let shown = Set(
      designations.lazy.filter { $0.visibility == .public }.compactMap(\.person)
        .filter { hidden.contains($0) })
    return Set(
      persons.lazy.filter { person in
        person.visibility == .public
          && (shown.contains(person.id) || !hidden.contains(person.id))
      }.map(\.id))
  }
}
