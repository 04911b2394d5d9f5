package import Registry

/// The total order in which rules speak inside a tier; the smaller speaks first.
///
/// Fields decide in the order below, each only where all before it are equal: who owns the plan,
/// whether the rule is for a wish, then how far each condition lies from what was asked, as a
/// position on that walk (0 is the thing itself, 1 its parent …, the end "anything").
///
/// Worked through: a fifteen-year-old, radicalisation, at a club in Heimdal, Trondheim. The
/// municipality's rule for "kind of unit: club" has level 0 and workplace 1. Its rule for Heimdal
/// without a workplace has level 0, a workplace behind every kind, and area 0. The first speaks:
/// workplace stands before area, so the area is never compared. The nation's rule for the very same
/// club would lose to both, since its level is 2. Two rules of one plan that agree in all of it but
/// the last are ties and are refused when they are loaded.
package struct Precedence: Comparable {
  /// Plan level, wish, workplace, area, concern, asker and severity, the first uppermost.
  package let beforeAge: UInt64
  package let level: Int
  package let concern: Int
  package let age: Int
  /// The later document is the smaller.
  package let documentDay: Int
  /// Rules are numbered in the order of their keys: nothing else is left to decide.
  package let rule: Int

  package init(
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
  package var work: Int { Int(beforeAge >> 32 & 4095) }
  package var asker: Int { Int(beforeAge >> 4 & 15) }

  /// What stands before age in the order; the smaller speaks first.
  package static func order(
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

  package static func < (left: Precedence, right: Precedence) -> Bool {
    if left.beforeAge != right.beforeAge { return left.beforeAge < right.beforeAge }
    if left.age != right.age { return left.age < right.age }
    if left.documentDay != right.documentDay { return left.documentDay < right.documentDay }
    return left.rule < right.rule
  }
}

/// A rule that applies, through the best of its cases; a class, since it is handed on many times.
package final class Match {
  package let rule: Int
  package let precedence: Precedence
  package let ages: AgeRange?
  package let wish: Wish?

  package init(rule: Int, precedence: Precedence, ages: AgeRange?, wish: Wish?) {
    self.rule = rule
    self.precedence = precedence
    self.ages = ages
    self.wish = wish
  }
}

/// The rules that speak in one tier, in the order of their ladders.
package struct Speakers {
  /// The speaking rule, then rules with equal doors (overlapping or unknown ages).
  package var first: [Match] = []
  /// Disagreeing documents, specialists of wider owners, and their lines for this asker.
  package var added: [Match] = []
  /// What answers a question without a concern, in order.
  package var generalRules: [GeneralRule] = []
  /// The best rule of each wider owner, for when no door of those above has a channel that works.
  package var behind: [Match] = []

  package init(first: [Match] = [], added: [Match] = []) {
    self.first = first
    self.added = added
  }

  package func contains(_ match: Match) -> Bool {
    first.contains { $0.rule == match.rule } || added.contains { $0.rule == match.rule }
  }

  /// Numbers of all rules that have a part, and where each list ends.
  package var signature: [Int] {
    first.map(\.rule) + [-1] + added.map(\.rule) + [-2] + generalRules.map(\.match.rule) + [-3]
      + behind.map(\.rule) + [-4]
  }
}

/// A rule that answers a question without a concern.
package struct GeneralRule {
  package let match: Match
  /// Whether all its doors are told; else those down to the first that can be reached.
  package let isWhole: Bool
}

extension Inquiry {
  /// The rules that apply in a tier, best first.
  package func matches(tier: Tier, concernPath: [Int], ledger: inout Ledger) -> [Match] {
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
  package func first(tier: Tier) -> Int? {
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

  /// Where a case stands that lies on the walks of this question at `place`; nil if what else it
  /// asks for (severity, asker, wish, age) does not hold.
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
  package func matches(function: Int, ledger: inout Ledger) -> [Match] {
    var best: [Int: Match] = [:]
    tables.cases.visit(self, function: function) { record in
      consider(record, concernPath: concernPath, ledger: &ledger, best: &best)
    }
    return best.values.sorted { $0.precedence < $1.precedence }
  }

  /// The rules of cases that are known to match, best first.
  package func matches(among records: [CaseRecord], ledger: inout Ledger) -> [Match] {
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

  /// The same for a case that the grid did not find on the walks.
  private func precedence(of record: CaseRecord, concernPath: [Int]) -> Precedence? {
    let condition = record.condition
    guard let work = position(ofWork: condition.work), let area = position(ofArea: condition.area),
      let concern = condition.concern.map({ concernPath.firstIndex(of: $0) }) ?? concernPath.count
    else { return nil }
    return precedence(
      of: PackedCase(record, number: 0), at: CellPlace(area: area, work: work, concern: concern))
  }

  /// Who speaks among the rules that apply in a tier.
  package func speakers(of matches: [Match], ledger: inout Ledger) -> Speakers {
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
  ///
  /// Somebody of 16 stands in both 0-16 and 16-18: neither range is inside the other, so both doors
  /// are equal. Of 0-18 and 16-18 the second lies inside the first and speaks alone. With the age
  /// unknown all three stand side by side, each with its ages.
  private func areEqualDoors(_ speaking: Match, _ other: Match) -> Bool {
    if speaking.wish != other.wish { return true }
    guard let mine = speaking.ages, let theirs = other.ages, mine != theirs else { return false }
    return age == nil || (!mine.encloses(theirs) && !theirs.encloses(mine))
  }

  /// The best rule of each wider owner whose concern is narrower than the speaking rule's, or that
  /// is for this asker or this workplace.
  ///
  /// Asked about hate crime, a municipality that has a rule for "crime" alone speaks, since it is
  /// nearer; the police district's rule for hate crime follows as `added`, so that its specialist
  /// is not lost. A wider rule of the same or a nearer owner adds nothing: `level` only rises.
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
