import Registry

/// A rung before it has its place: the contact and what decides where it stands.
struct Draft {
  enum Identity: Hashable {
    case designation(Int)
    case unit(Int)
    case offering(Int)
    case words(String)
  }

  /// A draft is handed on many times: what is large of it is shared until somebody changes it.
  private final class Kept {
    let identity: Identity
    var contact: Contact
    let person: ID<Person>?
    let conditions: [String]

    init(_ identity: Identity, _ contact: Contact, _ person: ID<Person>?, _ conditions: [String]) {
      self.identity = identity
      self.contact = contact
      self.person = person
      self.conditions = conditions
    }
  }

  private var kept: Kept
  var relation: Relation
  /// A usable channel and a seat that is not vacant.
  let isReachable: Bool
  let order: HoursJudgement.Order

  /// - Parameter conditions: of the extended age range that the asked age falls in.
  init(
    identity: Identity, contact: Contact, relation: Relation, isReachable: Bool,
    order: HoursJudgement.Order, person: ID<Person>?, conditions: [String] = []
  ) {
    kept = Kept(identity, contact, person, conditions)
    self.relation = relation
    self.isReachable = isReachable
    self.order = order
  }

  var identity: Identity { kept.identity }
  var person: ID<Person>? { kept.person }
  var conditions: [String] { kept.conditions }

  var contact: Contact {
    _read { yield kept.contact }
    set {
      if isKnownUniquelyReferenced(&kept) {
        kept.contact = newValue
      } else {
        kept = Kept(kept.identity, newValue, kept.person, kept.conditions)
      }
    }
  }
}

/// A draft with the rule that led to it; nil when the function was asked for by name.
struct LedDraft {
  var draft: Draft
  let match: Match?
}

/// What one door leads to: groups of contacts, the nearest first, going outward past gaps.
typealias Groups = [[Draft]]

/// Walks from doors to contacts for one question.
struct Resolver {
  let inquiry: Inquiry
  let judge: HoursJudge
  var tables: Tables { inquiry.tables }

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    judge = HoursJudge(moment: inquiry.question.moment, holidays: inquiry.tables.holidays)
  }

  func resolve(_ door: Door, tier: Tier, ledger: inout Ledger) -> Groups {
    switch door.goal {
    case .function(let function):
      return designations(of: function, tier: tier, isAsked: false, ledger: &ledger)
    case .unit(let unit):
      return frontDoor(of: unit, area: nil, tier: tier, ledger: &ledger).map { [[$0]] } ?? []
    case .kind(let kind):
      return organisations(of: kind, tier: tier, ledger: &ledger)
    case .offering(let offering):
      return provider(of: offering, tier: tier, ledger: &ledger).map { [[$0]] } ?? []
    case .ownWorkplace(let words):
      if inquiry.asker.isWithin(.manager) {
        ledger.skip(Skipped(tier: tier, because: .ownLeader))
        return []
      }
      return [[described(words, as: .ownWorkplace)]]
    case .described(let words):
      return [[described(words, as: .described)]]
    }
  }

  private func described(_ words: String, as status: RungStatus) -> Draft {
    Draft(
      identity: .words(words), contact: Contact(words: words, status: status, seats: 1),
      relation: .then, isReachable: false, order: .undecided, person: nil)
  }

  /// Keeps the groups up to the first that reaches somebody.
  static func outward(_ groups: Groups) -> Groups {
    guard let first = groups.firstIndex(where: { $0.contains(where: \.isReachable) }) else {
      return groups
    }
    return Array(groups[...first])
  }

  func label(_ unit: Int) -> PartyLabel {
    let id = tables.units[unit].row.id
    let key = tables.units[unit].row.key
    return PartyLabel(id: id, key: key, name: name(.organisation(id)) ?? key)
  }

  func label(function: Int) -> Label {
    let key = tables.functions[function].row.key
    return Label(key: key, text: name(.function(tables.functions[function].row.id)) ?? key)
  }

  func name(_ subject: Subject) -> String? {
    tables.names.official(subject, on: inquiry.day, in: inquiry.question.language)
  }

  /// Confirmed while the confirmation is young and the area has not taken in others since.
  func status(confirmedOn: Day?, area: Int?, ledger: inout Ledger) -> RungStatus {
    guard let confirmedOn else { return .unconfirmed }
    ledger.mark(LocalTime(day: Confirmation.end(of: confirmedOn), minute: 0))
    if Confirmation.isOver(confirmedOn, on: inquiry.day) { return .unconfirmed }
    guard let area else { return .confirmed }
    let hasGrown = tables.areas[area].absorbed.contains {
      $0 > confirmedOn && $0 <= inquiry.day
    }
    return hasGrown ? .unconfirmed : .confirmed
  }

  func hasEnded(unit: Int, ledger: inout Ledger) -> Bool {
    let forms = tables.units[unit].forms
    var isAlive = forms.isEmpty
    for form in forms where ledger.holds(form.valid) { isAlive = true }
    return !isAlive
  }
}
