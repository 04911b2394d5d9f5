import Registry
import Search
import Web

/// The ladder of contacts as a path from cairn to cairn, with everything that explains it.
struct AnswerPage {
  let answer: Answer
  let understood: [Understanding]
  let edition: Edition
  let time: OsloTime
  let language: Language
  let finder: Finder
  var stale: String?

  private var words: SiteWords { .of(language) }
  private var shared: any Words { Web.words(in: language) }
  private var isAcute: Bool { answer.question.severity == .acute }

  var html: HTML {
    var shell = Shell(language: language, path: nil, title: words.answerTitle)
    shell.hasExit = true
    shell.isAcute = isAcute
    shell.stale = stale
    return shell.page(
      """
      \(acute)<h1>\(words.answerTitle)</h1>
      \(summary)\(ladder)\(warnings)\(notices)\(steps)\(offerings)\(measures)\(skipped)\(validity)
      <p class="noprint"><button class="plain" type="button" data-print hidden>\(words.printPage)\
      </button></p>
      <p class="small soft noprint">\(words.exitHint)</p>
      <section class="noprint"><h2>\(words.askAgain)</h2>\(finder.html)</section>
      """)
  }

  private var acute: HTML {
    guard isAcute else { return .empty }
    return """
      <div class="problem"><h2>\(words.acuteTitle)</h2><p>\(words.acuteText)</p></div>

      """
  }

  private var summary: HTML {
    let day = answer.question.moment.day
    var parts: [String] = []
    let book = edition.search.book
    if let name = book.label(of: .area(answer.question.place), language: language, on: day) {
      parts.append(name)
    }
    let asked =
      answer.question.function.map { Subject.function($0) }
      ?? answer.question.concern.map { Subject.concern($0) }
    if let name = asked.flatMap({ book.label(of: $0, language: language, on: day) }) {
      parts.append(name)
    }
    if let age = answer.question.age, case .years(let years) = age {
      parts.append(shared.years(String(years)))
    }
    let remarks = understood.map { "<li>\(shared.understanding($0))</li>" as HTML }
    let list: HTML = remarks.isEmpty ? "" : "<ul class=\"small\">\(remarks)</ul>"
    return "<p class=\"lead\">\(parts.joined(separator: " · "))</p>\(list)\n"
  }

  private var ladder: HTML {
    Tier.allCases.map { tier -> HTML in
      let rungs = answer.ladder.filter { $0.tier == tier }
      guard !rungs.isEmpty else { return .empty }
      let steps = AnswerPage.sideBySide(rungs).map { doors -> HTML in
        let isFirst = doors.contains { $0.relation == .first }
        let isGap = doors.allSatisfy(\.isGap)
        let marks: HTML = isFirst ? " class=\"first\"" : (isGap ? " class=\"gap\"" : "")
        let cards = doors.map { door(for: $0) }
        return
          "<li\(marks)>\(Pictures.cairn(class: "cairn"))<div class=\"doors\">\(cards)</div></li>"
      }
      return "<h2>\(shared.tier(tier))</h2>\n<ol class=\"ladder\">\(steps)</ol>\n"
    }.joined()
  }

  private func door(for rung: Rung) -> HTML {
    DoorCard(
      rung: rung, asked: answer.question.moment, time: time, language: language
    ).html
  }

  /// Equal doors stand side by side in one step of the path.
  static func sideBySide(_ rungs: [Rung]) -> [[Rung]] {
    var steps: [[Rung]] = []
    for rung in rungs {
      if rung.relation == .equal, !steps.isEmpty {
        steps[steps.count - 1].append(rung)
      } else {
        steps.append([rung])
      }
    }
    return steps
  }

  private var warnings: HTML {
    let lines = answer.warnings.map { "<li>\(shared.warning($0))</li>" as HTML }
    guard !lines.isEmpty else { return .empty }
    return "<div class=\"notice\"><h2>\(shared.phrase(.warnings))</h2><ul>\(lines)</ul></div>\n"
  }

  private var notices: HTML {
    guard !answer.notices.isEmpty else { return .empty }
    let told = answer.notices.map { notice -> HTML in
      let quote: HTML? = notice.quote.map { "<blockquote lang=\"nb\">\($0)</blockquote>" }
      return """
        <div class="notice"><p><strong>\(shared.notice(notice.kind))</strong> \
        <span lang="nb">\(notice.text)</span></p>
        <details><summary>\(words.sourceSays)</summary>\(quote)
        <p class="small soft"><cite lang="nb">\(notice.plan.text)</cite> \
        \(notice.section ?? "")</p></details></div>
        """
    }
    return "<section><h2>\(shared.phrase(.notices))</h2>\(told)</section>\n"
  }

  private var steps: HTML {
    guard !answer.steps.isEmpty else { return .empty }
    let lines = answer.steps.map { step -> HTML in
      let current: HTML = step.isHere ? " aria-current=\"step\"" : ""
      let here: HTML? =
        step.isHere ? " <span class=\"mark\">\(shared.phrase(.hereNow))</span>" : nil
      return """
        <li\(current)><strong>\(step.number). <span lang="nb">\(step.title)</span></strong>\(here)
        <p lang="nb">\(step.text)</p><p class="small soft">\(shared.phrase(.responsible)): \
        <span lang="nb">\(step.responsible.joined(separator: ", "))</span></p></li>
        """
    }
    return "<section><h2>\(shared.phrase(.steps))</h2><ol class=\"steps\">\(lines)</ol></section>\n"
  }

  private var offerings: HTML {
    guard !answer.offerings.isEmpty else { return .empty }
    let lines = answer.offerings.map { offering -> HTML in
      let ages: HTML? = offering.ages.map { " (\(shared.ages($0)))" }
      return """
        <li><strong lang="nb">\(offering.name)</strong>\(ages), \
        <span lang="nb">\(offering.organisation.name)</span> \
        <span class="small" lang="nb">\(offering.conditions.joined(separator: " "))</span></li>
        """
    }
    return "<section><h2>\(shared.phrase(.offerings))</h2><ul>\(lines)</ul></section>\n"
  }

  private var measures: HTML {
    guard !answer.measures.isEmpty else { return .empty }
    let lines = answer.measures.map { measure -> HTML in
      """
      <li><a href="\(Shell.address("/plan/\(measure.plan.key)", in: language))" lang="nb">\
      \(measure.number) \(measure.title)</a></li>
      """
    }
    return """
      <details><summary>\(shared.phrase(.measures))</summary><ul>\(lines)</ul></details>

      """
  }

  private var skipped: HTML {
    guard !answer.skipped.isEmpty else { return .empty }
    let lines = answer.skipped.map { entry -> HTML in
      let who = [entry.function?.text, entry.organisation?.name].compactMap(\.self)
      return """
        <li><span lang="nb">\(who.joined(separator: ", "))</span>: \(shared.skip(entry.because))</li>
        """
    }
    return "<details><summary>\(words.considered)</summary><ul>\(lines)</ul></details>\n"
  }

  private var validity: HTML {
    guard let until = answer.holdsUntil else { return .empty }
    let text = time.text(until, after: answer.question.moment)
    let shown = shared.holdsUntil(text.prefix(16).description.replacing("T", with: " "))
    return "<p class=\"small soft\">\(shown)</p>\n"
  }
}

extension Rung {
  /// Stands at its place without a way to reach anybody.
  var isGap: Bool {
    switch contact.status {
    case .vacant, .unknownNumber: true
    case .confirmed, .unconfirmed, .ownWorkplace, .described: false
    }
  }
}
