import Registry
import Web

/// A plan as it can be read: steps, duties, reading matter, measures and where it points.
struct PlanPage {
  let visit: Visit
  let plan: Plan

  private var words: SiteWords { visit.words }
  private var directory: Directory { visit.directory }
  /// A plan that is no longer in force is shown as it stood on its last day.
  private var day: Day {
    guard let until = plan.valid.until, until <= visit.day else { return visit.day }
    return until + -1
  }

  var html: HTML {
    var shell = visit.shell(path: "/plan/\(plan.key)", title: plan.title)
    shell.json = "/api/v1/plans/\(plan.id)"
    return shell.page(
      """
      <h1>\(visit.told(plan.title))</h1>
      \(state)\(facts)\(visit.doubts(about: .plan(plan.id)))\(contents)\(steps)\(rules)\
      \(duties)\(measures)\(reading)\(visit.links(of: .plan(plan.id)))\(source)
      """)
  }

  static func anchor(_ measure: Measure) -> String { PlaceSlug.plain(measure.number) }

  private var state: HTML {
    let newer = directory.plans(following: plan.id)
    if !newer.isEmpty {
      let links = newer.map { visit.link(.plan($0.id)) }
      return "<div class=\"stale\"><p>\(words.followedBy) \(links.joined(", "))</p></div>\n"
    }
    guard let end = plan.period.until, end <= visit.day else { return .empty }
    return "<div class=\"stale\"><p>\(words.periodOver)</p></div>\n"
  }

  private var facts: HTML {
    var facts = Facts(visit)
    facts.add(words.kindLabel, "\(visit.shared.level(plan.level))")
    facts.add(words.ownerLabel, plan.owner.map { visit.link(.organisation($0)) })
    facts.add(words.appliesIn, visit.link(.area(plan.area)))
    facts.add(words.versionLabel, plan.version.map { visit.told($0) })
    facts.add(words.dateLabel, "\(visit.long(plan.day))")
    facts.add(words.periodLabel, visit.span(plan.period).map { "\($0)" })
    facts.add(words.followsLabel, plan.follows.map { visit.link(.plan($0)) })
    return facts.html
  }

  /// Links down the page, because a plan is long on a phone.
  private var contents: HTML {
    var links: [HTML] = []
    func add(_ anchor: HTML, _ title: String, _ part: HTML) {
      if part != .empty { links.append("<li><a href=\"#\(anchor)\">\(title)</a></li>") }
    }
    add("trinn", words.stepsTitle, steps)
    add("regler", words.rulesTitle, rules)
    add("plikter", words.dutiesTitle, duties)
    add("tiltak", words.measuresTitle, measures)
    add("lesestoff", words.readingTitle, reading)
    return links.count < 2 ? .empty : "<ul class=\"names noprint\">\(links)</ul>\n"
  }

  private var rules: HTML { PlanRules(visit: visit, plan: plan.id, day: day).html }

  private var steps: HTML {
    let rows = directory.steps(of: plan.id).filter { $0.valid.contains(day) }
    guard !rows.isEmpty else { return .empty }
    let lines = rows.map { step -> HTML in
      let responsible: HTML? =
        step.responsible.isEmpty
        ? nil
        : """
        <p class="small soft">\(words.responsibleLabel): \
        \(visit.told(step.responsible.joined(separator: ", ")))</p>
        """
      return """
        <li><p><strong>\(step.number). \(visit.told(step.title))</strong></p>\
        <p>\(visit.told(step.text))</p>\(responsible)\
        \(visit.sentence(step.citation, unlike: step.text))</li>

        """
    }
    return """
      <section id="trinn"><h2>\(words.stepsTitle)</h2><ol class="steps">\(lines)</ol></section>

      """
  }

  private var duties: HTML {
    let rows = directory.notices(of: plan.id).filter { $0.valid.contains(day) }
    guard !rows.isEmpty else { return .empty }
    let shown = NoticeKind.allCases.map { kind -> HTML in
      let lines = rows.filter { $0.kind == kind }.map { notice -> HTML in
        "<li>\(visit.told(notice.text))\(visit.sentence(notice.citation, unlike: notice.text))</li>"
      }
      guard !lines.isEmpty else { return .empty }
      return "<h3>\(visit.shared.notice(kind))</h3><ul>\(lines)</ul>\n"
    }
    return "<section id=\"plikter\"><h2>\(words.dutiesTitle)</h2>\n\(shown)</section>\n"
  }

  private var measures: HTML {
    let rows = directory.measures(of: plan.id)
    guard !rows.isEmpty else { return .empty }
    let lines = rows.map { MeasureLine(visit: visit, measure: $0).html }
    return """
      <section id="tiltak"><h2>\(words.measuresTitle)</h2><ul class="cards">\(lines)</ul></section>

      """
  }

  private var reading: HTML {
    let rows = directory.reading(of: plan.id).filter { $0.valid.contains(day) }
    guard !rows.isEmpty else { return .empty }
    let shown = ReadingKind.allCases.map { kind -> HTML in
      let matter = rows.filter { $0.kind == kind }
      guard !matter.isEmpty else { return .empty }
      var groups: [String] = []
      for row in matter where !groups.contains(row.group) { groups.append(row.group) }
      let lists = groups.map { group -> HTML in
        let lines = matter.filter { $0.group == group }.map {
          "<li>\(visit.told($0.text))</li>" as HTML
        }
        return "<h4>\(visit.told(group))</h4><ul>\(lines)</ul>"
      }
      return "<details><summary>\(visit.shared.reading(kind))</summary>\(lists)</details>\n"
    }
    return """
      <section id="lesestoff"><h2>\(words.readingTitle)</h2><p>\(words.readingHint)</p>
      \(shown)</section>

      """
  }

  private var source: HTML {
    guard let source = directory.source(plan.source) else { return .empty }
    var facts = Facts(visit)
    facts.add(words.sourceTitle, visit.told(source.title))
    facts.add(words.ownerLabel, source.publisher.map { visit.told($0) })
    facts.add(words.versionLabel, source.version.map { visit.told($0) })
    facts.add(words.dateLabel, source.day.map { "\(visit.long($0))" })
    if let url = source.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
      facts.add(
        words.linksTitle, "<a href=\"\(url)\" rel=\"noreferrer\">\(words.openDocument)</a>")
    }
    return "<section><h2>\(words.sourceTitle)</h2>\(facts.html)</section>\n"
  }
}

/// One measure: number, title, who is responsible, how it stands and what it became.
struct MeasureLine {
  let visit: Visit
  let measure: Measure

  private var words: SiteWords { visit.words }

  var html: HTML {
    let text: HTML? = measure.text.map { "<p>\(visit.told($0))</p>" }
    var facts = Facts(visit)
    facts.add(parties.count > 1 ? words.mainResponsible : words.responsibleLabel, parties.first)
    facts.add(words.alsoResponsible, Array(parties.dropFirst()).joined(", "))
    facts.add(words.statusLabel, measure.status.map { visit.told($0) })
    facts.add(words.fateLabel, fate)
    return """
      <li class="card" id="tiltak-\(PlanPage.anchor(measure))">\
      <h3>\(measure.number) \(visit.told(measure.title))</h3>\(text)\(facts.html)\
      \(visit.sentence(measure.citation, unlike: measure.text ?? measure.title))</li>

      """
  }

  /// In the plan's order; the first is the main one.
  private var parties: [HTML] {
    visit.directory.parties(of: measure.id).map { party -> HTML in
      if let organisation = party.organisation { return visit.link(.organisation(organisation)) }
      if let function = party.function { return visit.link(.function(function)) }
      return visit.told(party.text)
    }
  }

  private var fate: HTML {
    var parts: [HTML] = []
    if let fate = measure.fate { parts.append(visit.told(fate)) }
    for merge in visit.directory.merges(of: measure.id) {
      guard let into = visit.directory.measures[merge.into],
        let plan = visit.directory.plans[into.plan]
      else { continue }
      let address = visit.address("/plan/\(plan.key)#tiltak-\(PlanPage.anchor(into))")
      parts.append("<a href=\"\(address)\">\(into.number) \(visit.told(into.title))</a>")
    }
    return parts.joined("<br>")
  }
}
