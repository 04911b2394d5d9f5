package import Registry

/// What everything is called, by language and day.
package final class NameBook: Sendable {
  private let names: [Subject: [Name]]
  private let persons: [UInt128: String]
  private let plans: [UInt128: Plan]
  private let measures: [UInt128: Measure]

  package init(_ snapshot: Snapshot) {
    names = Dictionary(grouping: snapshot.names, by: \.subject)
    let open = snapshot.openPersons
    persons = Dictionary(
      snapshot.personDetails.filter { open.contains($0.id) }.map { ($0.id.bits, $0.name) },
      uniquingKeysWith: { first, _ in first })
    plans = Dictionary(
      snapshot.plans.map { ($0.id.bits, $0) }, uniquingKeysWith: { first, _ in first })
    measures = Dictionary(
      snapshot.measures.map { ($0.id.bits, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name to show: valid that day before older ones, official before short before other words,
  /// the asked language before the other Norwegian and English; a misprint never.
  package func label(of subject: Subject, language: Language, on day: Day?) -> String? {
    switch subject.kind {
    case .person: persons[subject.bits]
    case .plan: plans[subject.bits]?.title
    case .measure: measures[subject.bits].map { "\($0.number) \($0.title)" }
    default: name(of: subject, language: language, on: day)?.text
    }
  }

  /// The same for what has names of its own, with the name's language and validity.
  package func name(of subject: Subject, language: Language, on day: Day?) -> Name? {
    guard let own = names[subject] else { return nil }
    var best: (place: Int, rank: Rank)?
    for (place, name) in own.enumerated() where name.kind != .misprint && name.plan == nil {
      let rank = rank(name, language, day)
      if let known = best?.rank, known <= rank { continue }
      best = (place, rank)
    }
    return best.map { own[$0.place] } ?? own.first { $0.kind != .misprint }
  }

  /// Every name of it, in the snapshot's order.
  package func names(of subject: Subject) -> [Name] {
    names[subject, default: []]
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
    let seated = designations.compactMap { seat in seat.person.map { ($0, seat.visibility) } }
    let seats = Dictionary(grouping: seated, by: \.0)
    let open = persons.filter { person in
      guard person.visibility == .public else { return false }
      guard let held = seats[person.id] else { return true }
      return held.contains { $0.1 == .public }
    }
    return Set(open.map(\.id))
  }
}
