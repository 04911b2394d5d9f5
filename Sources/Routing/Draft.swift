import Registry

/// A rung before it has its place: the contact and what decides where it stands.
struct Draft {
  enum Identity: Hashable {
    case designation(Int)
    case unit(Int)
    case offering(Int)
    case words(String)
  }

  let identity: Identity
  var contact: Contact
  var relation: Relation
  /// A usable channel and a seat that is not vacant.
  let isReachable: Bool
  let order: HoursJudgement.Order
  let person: ID<Person>?
  /// The conditions of the extended age range that the asked age falls in.
  var conditions: [String] = []
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
    let row = tables.units[unit].row
    return PartyLabel(id: row.id, key: row.key, name: name(.organisation(row.id)) ?? row.key)
  }

  func label(function: Int) -> Label {
    let row = tables.functions[function].row
    return Label(key: row.key, text: name(.function(row.id)) ?? row.key)
  }

  func name(_ subject: Subject) -> String? {
    tables.names.official(subject, on: inquiry.day, in: inquiry.question.language)
  }

  /// Confirmed while the confirmation is young and the area has not taken in others since.
  func status(confirmedOn: Day?, area: Int?, ledger: inout Ledger) -> RungStatus {
    guard let confirmedOn else { return .unconfirmed }
    let end = Confirmation.end(of: confirmedOn)
    ledger.mark(LocalTime(day: end, minute: 0))
    let hasGrown = (area.map { tables.areas[$0].absorbed } ?? []).contains {
      $0 > confirmedOn && $0 <= inquiry.day
    }
    return inquiry.day < end && !hasGrown ? .confirmed : .unconfirmed
  }

  func hasEnded(unit: Int, ledger: inout Ledger) -> Bool {
    let forms = tables.units[unit].forms
    var isAlive = forms.isEmpty
    for form in forms where ledger.holds(form.valid) { isAlive = true }
    return !isAlive
  }
}
