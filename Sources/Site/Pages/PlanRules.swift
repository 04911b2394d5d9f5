import Registry
import Presentation

/// How a plan points on: for each rule who and what it speaks about, then its doors in order, and
/// the sentence it rests on.
struct PlanRules {
  let visit: Visit
  let plan: ID<Plan>
  /// The day on which the plan is read; of a plan that has ended, its last.
  let day: Day

  private var words: SiteWords { visit.words }

  func html(_ pages: inout Pagination) -> HTML {
    let rules = visit.directory.rules(of: plan).filter { $0.valid.contains(day) }
    let tiers = Tier.allCases.map { tier -> HTML in
      let lines = pages.part(of: rules.filter { $0.tier == tier }).map(line)
      guard !lines.isEmpty else { return .empty }
      return "<h3>\(visit.shared.tier(tier))</h3>\n<ul class=\"cards\">\(lines)</ul>\n"
    }.joined()
    guard tiers != .empty else { return .empty }
    return """
      <section id="regler"><h2>\(words.rulesTitle)</h2><p>\(words.rulesHint)</p>
      \(tiers)</section>

      """
  }

  private func line(_ rule: Rule) -> HTML {
    """
    <li class="card"><p class="who">\(visit.told(rule.text))</p>\(conditions(rule))\
    <p>\(words.rulesLadder)</p><ol class="way">\(ladder(rule))</ol>\
    \(visit.sentence(rule.citation, unlike: rule.text))</li>

    """
  }

  /// A rule is written as sets, so that the values of each field say all of it.
  private func conditions(_ rule: Rule) -> HTML {
    let cases = visit.directory.cases(of: rule.id)
    var facts = Facts(visit)
    func add(_ label: Phrase, _ values: [HTML]) {
      facts.add(visit.shared.phrase(label), values.isEmpty ? nil : values.joined(", "))
    }
    let workplaces = cases.compactMap { line -> Subject? in
      line.unit.map { .organisation($0) } ?? line.unitKind.map { .organisationKind($0) }
    }
    let area = visit.directory.plans[plan]?.area
    let severities = cases.map(\.severity).unique.filter { $0 != .question }
    add(.asker, cases.map(\.asker).unique.map { "\(visit.shared.asker($0))" })
    add(.workplace, workplaces.unique.map { visit.name($0) })
    add(.concern, cases.compactMap(\.concern).unique.map { visit.name(.concern($0)) })
    add(.function, cases.compactMap(\.function).unique.map { visit.link(.function($0)) })
    add(.severity, severities.map { "\(words.atLeast.filled(visit.shared.severity($0)))" })
    add(.age, cases.compactMap(\.ages).unique.map { visit.ages($0) })
    add(
      .place, cases.compactMap(\.area).unique.filter { $0 != area }.map { visit.link(.area($0)) })
    facts.add(
      words.wishesTitle,
      cases.compactMap(\.wish).unique.map { "\(visit.shared.wish($0))" as HTML }.joined(", "))
    return facts.html
  }

  private func ladder(_ rule: Rule) -> [HTML] {
    let targets = visit.directory.targets(of: rule.id)
    return targets.map(\.rung).unique.map { rung in
      let doors = targets.filter { $0.rung == rung }
      let covers = doors.contains(where: \.covers)
      let mark: HTML? =
        covers ? " <span class=\"mark\">\(visit.shared.phrase(.coversAbove))</span>" : nil
      let or: HTML = " \(visit.shared.relation(.equal)) "
      return "<li>\(doors.map { door($0.target) }.joined(or))\(mark)</li>"
    }
  }

  private func door(_ target: Target) -> HTML {
    switch target {
    case .function(let id): visit.link(.function(id))
    case .organisation(let id): visit.link(.organisation(id))
    case .organisationKind(let id): visit.name(.organisationKind(id))
    case .offering(let id): visit.name(.offering(id))
    case .ownWorkplace(let role), .described(let role): visit.told(role)
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each once, in the order they come.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
