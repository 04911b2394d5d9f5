import Registry

/// The rules that a sentence meets, after what is denied, over or no worry has been taken away.
struct SentenceMatches {
  struct Ranked: Hashable {
    let key: String
    let score: Int
    let asker: Asker?
  }

  struct Role {
    let asker: Asker
    let workplace: String?
  }

  /// Likeliest first.
  private(set) var concerns: [Ranked] = []
  private(set) var severity: Severity?
  private(set) var dangers: [Danger] = []
  private(set) var asker: Asker?
  private(set) var role: Role?

  private struct Met {
    let rule: Lexicon.Rule
    let occurrence: SentenceMatcher.Occurrence
    var score: Int { occurrence.weight + rule.bonus }
    /// What it weighs against words that say it is no worry: a rule that only raises the severity
    /// ranks low and says much.
    var standing: Int { occurrence.weight + max(rule.bonus, 0) }

    /// Whether the other says more with the same words and others, and something else.
    func isOutdone(by other: Met) -> Bool {
      let (own, wider) = (occurrence.places, other.occurrence.places)
      return own != wider && own & wider == own && other.score > score
        && other.rule.meaning != rule.meaning
    }
  }

  /// Words that do not weigh more say nothing.
  private static let scoreMin = 5
  /// How far before and behind a phrase «ikke» still denies it.
  private static let denialReach = 2

  init(_ matcher: inout SentenceMatcher) {
    var worries: [Met] = []
    var harmless: [Met] = []
    var askers: [Met] = []
    var calls: [Met] = []
    var isOver = false
    for rule in matcher.book.rules {
      if case .role = rule.rule.meaning { continue }
      guard let occurrence = matcher.best(rule) else { continue }
      let met = Met(rule: rule.rule, occurrence: occurrence)
      switch rule.rule.meaning {
      case .concern: worries.append(met)
      case .nothing: harmless.append(met)
      case .asker: askers.append(met)
      case .danger: calls.append(met)
      case .past: isOver = true
      case .role: break
      }
    }
    let denials = SentenceMatches.denials(&matcher, besides: worries + harmless)
    func stands(_ met: Met) -> Bool {
      let isDenied = denials.contains { denial in
        let occurrence = met.occurrence
        return
          (occurrence.first - SentenceMatches.denialReach...occurrence.last
          + SentenceMatches.denialReach).contains(denial)
          && matcher.sentence.words[denial].clause
            == matcher.sentence.words[max(occurrence.first, 0)].clause
      }
      let isHarmless = harmless.contains {
        $0.occurrence.places & met.occurrence.places != 0 && $0.score >= met.standing
      }
      return !isDenied && !isHarmless
    }
    worries = worries.filter(stands)
    worries = worries.filter { met in !worries.contains { met.isOutdone(by: $0) } }
    rank(worries.filter { $0.score >= SentenceMatches.scoreMin })
    if !isOver { severity = worries.compactMap(\.rule.severity).max() }
    let called = Set(
      calls.filter(stands).compactMap { met -> Danger? in
        if case .danger(let danger) = met.rule.meaning { return danger }
        return nil
      })
    dangers = isOver ? [] : Danger.allCases.filter(called.contains)
    if case .asker(let best)? = askers.max(by: { $0.score < $1.score })?.rule.meaning {
      asker = best
    }
    role = SentenceMatches.role(&matcher, isAlone: false)
  }

  /// The best rule of a concern counts, its others a little.
  private mutating func rank(_ worries: [Met]) {
    var byKey: [String: [Met]] = [:]
    for met in worries {
      if case .concern(let key) = met.rule.meaning { byKey[key, default: []].append(met) }
    }
    concerns = byKey.map { key, all in
      let best = all.map(\.score).max() ?? 0
      let asker = all.filter { $0.rule.asker != nil }.max { $0.score < $1.score }?.rule.asker
      return Ranked(key: key, score: best * 4 + min(all.count - 1, 3) * 3, asker: asker)
    }.sorted { ($1.score, $0.key) < ($0.score, $1.key) }
  }

  /// Where «ikke» stands and belongs to no phrase that was met.
  private static func denials(
    _ matcher: inout SentenceMatcher, besides met: [Met]
  ) -> [Int] {
    var spoken: UInt64 = met.reduce(0) { $0 | $1.occurrence.places }
    for unsaid in matcher.occurrences(ofField: "unsaid") { spoken |= unsaid.places }
    return matcher.occurrences(ofField: "negation").map(\.first)
      .filter { spoken & (1 << UInt64($0)) == 0 }
  }

  /// Who somebody says they are: after «jeg er», or where nothing else is said.
  static func role(_ matcher: inout SentenceMatcher, isAlone: Bool) -> Role? {
    let starts = matcher.occurrences(ofField: "iam").map(\.last)
    let words = matcher.sentence.words.indices
    var best: (role: Role, score: Int)?
    for rule in matcher.book.rules {
      guard case .role(let asker, let workplace) = rule.rule.meaning,
        let occurrence = matcher.best(rule)
      else { continue }
      let isSaid = starts.contains { (1...2).contains(occurrence.first - $0) }
      let isAll = words.allSatisfy {
        occurrence.places & (1 << UInt64($0)) != 0 || matcher.isCommon($0)
      }
      guard isSaid || isAll || isAlone else { continue }
      let score = occurrence.weight + rule.rule.bonus
      if score > best?.score ?? 0 { best = (Role(asker: asker, workplace: workplace), score) }
    }
    return best?.role
  }
}
