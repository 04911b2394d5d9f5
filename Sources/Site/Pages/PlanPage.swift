import Registry
import Presentation
import Web

/// A plan as it can be read: steps, duties, reading matter, measures and where it points.
struct PlanPage {
  let visit: Visit
  let plan: Plan
  /// Which of its pages is shown.
  var number = 1

  private var words: SiteWords { visit.words }
  private var directory: Directory { visit.directory }
  /// A plan that is no longer in force is shown as it stood on its last day.
  private var day: Day {
    guard let until = plan.valid.until, until <= visit.day else { return visit.day }
    return until + -1
  }

  /// nil when it has no such page.
  var html: HTML? {
    var pages = Pagination(number: number)
    var links: [HTML] = []
    let path = visit.address("\(Address.plans)\(plan.key)")
    func part(_ anchor: HTML, _ title: String, _ write: (inout Pagination) -> HTML) -> HTML {
      let (start, before) = (pages.nextPage, pages.count)
      let part = write(&pages)
      let here: HTML = start == number ? .empty : "\(Pagination.path(path, start))"
      if pages.count > before {
        links.append("<li><a href=\"\(here)#\(anchor)\">\(title)</a></li>")
      }
      return part
    }
    let steps = part("trinn", words.stepsTitle, steps)
    let rules = part("regler", words.rulesTitle) {
      PlanRules(visit: visit, plan: plan.id, day: day).html(&$0)
    }
    let duties = part("plikter", words.dutiesTitle, duties)
    let measures = part("tiltak", words.measuresTitle, measures)
    let reading = part("lesestoff", words.readingTitle, reading)
    guard pages.isThere else { return nil }
    var shell = visit.shell(
      path: Pagination.path("\(Address.plans)\(plan.key)", number), title: plan.title)
    shell.json = "\(Address.API.plans)/\(plan.id)"
    let about: HTML =
      pages.isFirst ? "\(state)\(facts)\(visit.doubts(about: .plan(plan.id)))" : state
    let contents: HTML =
      links.count < 2 ? .empty : "<ul class=\"names noprint\">\(links)</ul>\n"
    let end: HTML = pages.isFirst ? "\(visit.links(of: .plan(plan.id)))\(source)" : .empty
    return shell.page(
      """
      <h1>\(visit.told(plan.title))</h1>
      \(about)\(contents)\(steps)\(rules)\
      \(duties)\(measures)\(reading)\(end)\(pages.links(path, words))
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

  private func steps(_ pages: inout Pagination) -> HTML {
    let rows = directory.steps(of: plan.id).filter { $0.valid.contains(day) }
    let lines = pages.part(of: rows).map { step -> HTML in
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
    guard !lines.isEmpty else { return .empty }
    return """
      <section id="trinn"><h2>\(words.stepsTitle)</h2><ol class="steps">\(lines)</ol></section>

      """
  }

  private func duties(_ pages: inout Pagination) -> HTML {
    let rows = directory.notices(of: plan.id).filter { $0.valid.contains(day) }
    let shown = NoticeKind.allCases.map { kind -> HTML in
      let lines = pages.part(of: rows.filter { $0.kind == kind }).map { notice -> HTML in
        "<li>\(visit.told(notice.text))\(visit.sentence(notice.citation, unlike: notice.text))</li>"
      }
      guard !lines.isEmpty else { return .empty }
      return "<h3>\(visit.shared.notice(kind))</h3><ul>\(lines)</ul>\n"
    }.joined()
    guard shown != .empty else { return .empty }
    return "<section id=\"plikter\"><h2>\(words.dutiesTitle)</h2>\n\(shown)</section>\n"
  }

  private func measures(_ pages: inout Pagination) -> HTML {
    let rows = pages.part(of: directory.measures(of: plan.id))
    guard !rows.isEmpty else { return .empty }
    let lines = rows.map { MeasureLine(visit: visit, measure: $0).html }
    return """
      <section id="tiltak"><h2>\(words.measuresTitle)</h2><ul class="cards">\(lines)</ul></section>

      """
  }

  private func reading(_ pages: inout Pagination) -> HTML {
    let rows = directory.reading(of: plan.id).filter { $0.valid.contains(day) }
    let shown = ReadingKind.allCases.map { kind -> HTML in
      let matter = rows.filter { $0.kind == kind }
      let groups = Dictionary(grouping: matter, by: \.group)
      let lists = matter.map(\.group).unique.map { group -> HTML in
        let lines = pages.part(of: groups[group] ?? []).map {
          "<li>\(visit.told($0.text))</li>" as HTML
        }
        return lines.isEmpty
          ? .empty : "<h4>\(visit.told(group))</h4><ul>\(lines)</ul>"
      }.joined()
      guard lists != .empty else { return .empty }
      return "<details><summary>\(visit.shared.reading(kind))</summary>\(lists)</details>\n"
    }.joined()
    guard shown != .empty else { return .empty }
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
    if parties.count > 1, visit.directory.saysFirstIsMain(measure.plan) {
      facts.add(words.mainResponsible, parties.first)
      facts.add(words.alsoResponsible, Array(parties.dropFirst()).joined(", "))
    } else {
      facts.add(words.responsibleLabel, parties.joined(", "))
    }
    facts.add(words.statusLabel, measure.status.map { visit.told($0) })
    facts.add(words.fateLabel, fate)
    return """
      <li class="card" id="tiltak-\(PlanPage.anchor(measure))">\
      <h3>\(measure.number) \(visit.told(measure.title))</h3>\(text)\(facts.html)\
      \(visit.sentence(measure.citation, unlike: measure.text ?? measure.title))</li>

      """
  }

  /// In the plan's order.
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
      let address = visit.address(
        "\(Address.plans)\(plan.key)\(Address.measure)\(PlanPage.anchor(into))")
      parts.append("<a href=\"\(address)\">\(into.number) \(visit.told(into.title))</a>")
    }
    return parts.joined("<br>")
  }
}
