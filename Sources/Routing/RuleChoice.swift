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
  /// Rules are numbered in the order of their keys: nothing else is left to decide.
  let rule: Int

  init(
    level: Int, wish: Int, _ place: CellPlace, asker: Int, severity: Int, age: Int,
    documentDay: Int32, rule: Int
  ) {
    beforeAge = Precedence.order(
      level: level, wish: wish, place, asker: asker, severity: severity)
    self.level = level
    concern = place.concern
    self.age = age
    self.documentDay = -Int(documentDay)
    self.rule = rule
  }

  /// How far out the rule's workplace lies on the asker's walk, and its asker on the asker's path.
  var work: Int { Int(beforeAge >> 32 & 4095) }
  var asker: Int { Int(beforeAge >> 4 & 15) }

  /// What stands before age in the order; the smaller speaks first.
  static func order(
    level: Int, wish: Int, _ place: CellPlace, asker: Int, severity: Int
  ) -> UInt64 {
    var packed = UInt64(level)
    packed = packed << 1 | UInt64(wish)
    packed = packed << 12 | UInt64(min(place.work, 4095))
    packed = packed << 12 | UInt64(min(place.area, 4095))
    packed = packed << 12 | UInt64(min(place.concern, 4095))
    packed = packed << 4 | UInt64(asker)
    return packed << 4 | UInt64(Severity.acute.rank - severity)
  }

  static func < (left: Precedence, right: Precedence) -> Bool {
    if left.beforeAge != right.beforeAge { return left.beforeAge < right.beforeAge }
    if left.age != right.age { return left.age < right.age }
    if left.documentDay != right.documentDay { return left.documentDay < right.documentDay }
    return left.rule < right.rule
  }
}

/// A rule that applies, through the best of its cases; a class, since it is handed on many times.
final class Match {
  let rule: Int
  let precedence: Precedence
  let ages: AgeRange?
  let wish: Wish?

  init(rule: Int, precedence: Precedence, ages: AgeRange?, wish: Wish?) {
    self.rule = rule
    self.precedence = precedence
    self.ages = ages
    self.wish = wish
  }
}

/// The rules that speak in one tier, in the order of their ladders.
struct Speakers {
  /// The speaking rule, then rules with equal doors (overlapping or unknown ages).
  var first: [Match] = []
  /// Disagreeing documents, specialists of wider owners, and their lines for this asker.
  var added: [Match] = []
  /// What answers a question without a concern, in order.
  var generalRules: [GeneralRule] = []
  /// The best rule of each wider owner, for when no door of those above has a channel that works.
  var behind: [Match] = []

  func contains(_ match: Match) -> Bool {
    first.contains { $0.rule == match.rule } || added.contains { $0.rule == match.rule }
  }

  /// Numbers of all rules that have a part, and where each list ends.
  var signature: [Int] {
    first.map(\.rule) + [-1] + added.map(\.rule) + [-2] + generalRules.map(\.match.rule) + [-3]
      + behind.map(\.rule) + [-4]
  }
}

/// A rule that answers a question without a concern.
struct GeneralRule {
  let match: Match
  /// Whether all its doors are told; else those down to the first that can be reached.
  let isWhole: Bool
}

extension Inquiry {
  /// The rules that apply in a tier, best first.
  func matches(tier: Tier, concernPath: [Int], ledger: inout Ledger) -> [Match] {
    var found: [(precedence: Precedence, number: Int)] = []
    tables.cases.grid(tier).visit(self, concernPath: concernPath) { member, place, _ in
      guard let precedence = precedence(of: member, at: place) else { return }
      guard ledger.holds(member.ruleValid), ledger.holds(member.planValid) else { return }
      let rule = precedence.rule
      guard let known = found.firstIndex(where: { $0.precedence.rule == rule }) else {
        return found.append((precedence, Int(member.number)))
      }
      if precedence < found[known].precedence { found[known] = (precedence, Int(member.number)) }
    }
    found.sort { $0.precedence < $1.precedence }
    return found.map { precedence, number in
      let condition = tables.cases.cases[number].condition
      return Match(
        rule: precedence.rule, precedence: precedence, ages: condition.ages, wish: condition.wish)
    }
  }

  /// The rule that speaks first in a tier, and nothing else: what cannot beat the best so far is
  /// not looked at.
  func first(tier: Tier) -> Int? {
    var best: Precedence?
    tables.cases.grid(tier).visit(self, concernPath: concernPath) { member, place, limit in
      guard let precedence = precedence(of: member, at: place),
        best.map({ precedence < $0 }) ?? true,
        member.ruleValid.contains(day), member.planValid.contains(day)
      else { return }
      best = precedence
      limit = precedence.beforeAge
    }
    return best?.rule
  }

  private func precedence(of member: PackedCase, at place: CellPlace) -> Precedence? {
    guard Int(member.severity) <= severity.rank, let asker = position(ofAsker: member.asker),
      member.wish & ~wishBits == 0
    else { return nil }
    var width = member.hasAges ? Int(member.ages) : 1000
    if let age {
      guard age.number >= Int(member.firstAge), age.number <= Int(member.lastAge) else {
        return nil
      }
    } else {
      width = member.hasAges ? 1000 : 0
    }
    return Precedence(
      level: Int(member.level), wish: member.wish == 0 ? 1 : 0, place, asker: asker,
      severity: Int(member.severity), age: width, documentDay: member.documentDay,
      rule: Int(member.rule))
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
    guard ledger.holds(record.ruleValid), ledger.holds(record.planValid) else { return }
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
      level: record.level, wish: condition.wish == nil ? 1 : 0,
      CellPlace(area: area, work: work, concern: concern), asker: asker,
      severity: condition.severity.rank, age: width, documentDay: record.documentDay.number,
      rule: record.rule)
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
    var level = speaking.precedence.level
    for other in matches where other.precedence.level > level && !speakers.contains(other) {
      speakers.behind.append(other)
      level = other.precedence.level
    }
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

  /// The best rule of each wider owner whose concern is narrower than the speaking rule's, or that
  /// is for this asker or this workplace.
  private func specialists(_ matches: [Match], speaking: Match) -> [Match] {
    var level = speaking.precedence.level
    var found: [Match] = []
    for other in matches where other.precedence.level > level {
      guard other.precedence.concern < speaking.precedence.concern || isLineForAsker(other)
      else { continue }
      found.append(other)
      level = other.precedence.level
    }
    return found
  }

  /// Whether a rule names the asker, as a victim or a professional, or the workplace; not one that
  /// begins inside the workplace: the nearer plan has said that already.
  private func isLineForAsker(_ match: Match) -> Bool {
    let isNamed = match.precedence.asker < asker.widestNamed
    guard isNamed || match.precedence.work < workWalk.count - 1 else { return false }
    return !tables.rules[match.rule].rungs.joined().contains { door in
      if case .ownWorkplace = door.goal { true } else { false }
    }
  }
}

extension Asker {
  /// How many steps of its path name a part that people have; `citizen` and `anyone` name none.
  fileprivate var widestNamed: Int {
    path.firstIndex { $0 == .citizen || $0 == .anyone } ?? 0
  }
}
