import Registry

/// The total order in which rules speak inside a tier; the smaller speaks first.
struct Precedence: Comparable {
  /// Plan level, wish, workplace, area, concern, asker and severity, the first uppermost.
  let beforeAge: UInt64
  let level: Int
  let concern: Int
  let age: Int
  /// The later document is the smaller.
  let documentDay: Int
  let key: String

  init(
    level: Int, wish: Int, work: Int, area: Int, concern: Int, asker: Int, severity: Severity,
    age: Int, documentDay: Day, key: String
  ) {
    var packed = UInt64(level)
    packed = packed << 1 | UInt64(wish)
    packed = packed << 12 | UInt64(min(work, 4095))
    packed = packed << 12 | UInt64(min(area, 4095))
    packed = packed << 12 | UInt64(min(concern, 4095))
    packed = packed << 4 | UInt64(asker)
    beforeAge = packed << 4 | UInt64(Severity.acute.rank - severity.rank)
    self.level = level
    self.concern = concern
    self.age = age
    self.documentDay = -Int(documentDay.number)
    self.key = key
  }

  static func < (left: Precedence, right: Precedence) -> Bool {
    (left.beforeAge, left.age, left.documentDay, left.key)
      < (right.beforeAge, right.age, right.documentDay, right.key)
  }
}

/// A rule that applies, through the best of its cases.
struct Match {
  let rule: Int
  let precedence: Precedence
  let ages: AgeRange?
  let wish: Wish?
}

/// The rules that speak in one tier, in the order of their ladders.
struct Speakers {
  /// The speaking rule, then rules with equal doors (overlapping or unknown ages).
  var first: [Match] = []
  /// Disagreeing documents and specialists of wider owners.
  var added: [Match] = []
}

extension Inquiry {
  /// The rules that apply in a tier, best first.
  func matches(tier: Tier, concernPath: [Int], ledger: inout Ledger) -> [Match] {
    var best: [Int: Match] = [:]
    tables.cases.visit(self, concernWalk: concernPath) { record in
      guard record.tier == tier else { return }
      consider(record, concernPath: concernPath, ledger: &ledger, best: &best)
    }
    return best.values.sorted { $0.precedence < $1.precedence }
  }

  /// The rules that speak when the asked function is asked for, best first.
  func matches(function: Int, ledger: inout Ledger) -> [Match] {
    var best: [Int: Match] = [:]
    tables.cases.visit(self, function: function) { record in
      consider(record, concernPath: concernPath, ledger: &ledger, best: &best)
    }
    return best.values.sorted { $0.precedence < $1.precedence }
  }

  /// The rules of cases that are known to match, best first.
  func matches(among records: [CaseRecord], ledger: inout Ledger) -> [Match] {
    var best: [Int: Match] = [:]
    for record in records {
      consider(record, concernPath: concernPath, ledger: &ledger, best: &best)
    }
    return best.values.sorted { $0.precedence < $1.precedence }
  }

  private func consider(
    _ record: CaseRecord, concernPath: [Int], ledger: inout Ledger, best: inout [Int: Match]
  ) {
    guard let precedence = precedence(of: record, concernPath: concernPath) else { return }
    let rule = tables.rules[record.rule]
    guard ledger.holds(rule.row.valid), ledger.holds(tables.plans[rule.plan].row.valid) else {
      return
    }
    if let known = best[record.rule], known.precedence <= precedence { return }
    best[record.rule] = Match(
      rule: record.rule, precedence: precedence, ages: record.condition.ages,
      wish: record.condition.wish)
  }

  private func precedence(of record: CaseRecord, concernPath: [Int]) -> Precedence? {
    let condition = record.condition
    guard condition.severity <= severity, fits(condition.ages),
      let work = position(ofWork: condition.work), let area = position(ofArea: condition.area),
      let asker = position(ofAsker: condition.asker)
    else { return nil }
    if let wish = condition.wish, !wishes.contains(wish) { return nil }
    guard
      let concern = condition.concern.map({ concernPath.firstIndex(of: $0) }) ?? concernPath.count
    else { return nil }
    let width = condition.ages.map { age == nil ? 1000 : $0.width } ?? (age == nil ? 0 : 1000)
    return Precedence(
      level: record.level, wish: condition.wish == nil ? 1 : 0, work: work, area: area,
      concern: concern, asker: asker, severity: condition.severity, age: width,
      documentDay: record.documentDay, key: tables.rules[record.rule].row.key)
  }

  /// Who speaks among the rules that apply in a tier.
  func speakers(of matches: [Match], ledger: inout Ledger) -> Speakers {
    guard let speaking = matches.first else { return Speakers() }
    var speakers = Speakers(first: [speaking])
    for other in matches.dropFirst() where isPeer(other, of: speaking) {
      if areEqualDoors(speaking, other) {
        speakers.first.append(other)
      } else if other.precedence.age == speaking.precedence.age,
        tables.rules[other.rule].rungs != tables.rules[speaking.rule].rungs
      {
        ledger.warn(.sourcesDisagree)
        speakers.added.append(other)
      }
    }
    speakers.added += specialists(matches, speaking: speaking)
    return speakers
  }

  private func isPeer(_ other: Match, of speaking: Match) -> Bool {
    other.precedence.beforeAge == speaking.precedence.beforeAge
  }

  /// Two age ranges of which neither holds the other, any two when the age is not known, or two
  /// different wishes.
  private func areEqualDoors(_ speaking: Match, _ other: Match) -> Bool {
    if speaking.wish != other.wish { return true }
    guard let mine = speaking.ages, let theirs = other.ages, mine != theirs else { return false }
    return age == nil || (!mine.encloses(theirs) && !theirs.encloses(mine))
  }

  /// The best rule of each wider owner whose concern is narrower than the speaking rule's.
  private func specialists(_ matches: [Match], speaking: Match) -> [Match] {
    var level = speaking.precedence.level
    var found: [Match] = []
    for other in matches where other.precedence.level > level {
      guard other.precedence.concern < speaking.precedence.concern else { continue }
      found.append(other)
      level = other.precedence.level
    }
    return found
  }
}
