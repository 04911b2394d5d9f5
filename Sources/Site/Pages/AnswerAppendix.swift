import Registry
import Search
import Web

/// What is told after the ladder: notices, steps, offerings, measures, and what was left out.
struct AnswerAppendix {
  let visit: Visit
  let answer: Answer

  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }

  var html: HTML {
    let notices = NoticeList(visit: visit, answer: answer).html
    return "\(warnings)\(notices)\(steps)\(offerings)\(measures)\(skipped)"
  }

  private var warnings: HTML {
    let lines = answer.warnings.map { "<li>\(shared.warning($0))</li>" as HTML }
    guard !lines.isEmpty else { return .empty }
    return """
      <section class="notice"><h2 class="minor">\(shared.phrase(.warnings))</h2>\
      <ul>\(lines)</ul></section>

      """
  }

  private var steps: HTML {
    guard !answer.steps.isEmpty else { return .empty }
    let lines = answer.steps.map { step -> HTML in
      let current: HTML = step.isHere ? " aria-current=\"step\"" : ""
      let here: HTML? =
        step.isHere ? " <span class=\"mark\">\(shared.phrase(.hereNow))</span>" : nil
      let responsible: HTML? =
        step.responsible.isEmpty
        ? nil
        : """
        <p class="small soft">\(shared.phrase(.responsible)): \
        \(visit.told(step.responsible.joined(separator: ", ")))</p>
        """
      return """
        <li\(current)><p><strong>\(step.number). \(visit.told(step.title))</strong>\(here)</p>
        <p class="more">\(visit.told(step.text))</p>\(responsible)</li>

        """
    }
    return """
      <section><h2>\(shared.phrase(.steps))</h2><ol class="steps">\(lines)</ol></section>

      """
  }

  private var offerings: HTML {
    guard !answer.offerings.isEmpty else { return .empty }
    let lines = answer.offerings.map { offering -> HTML in
      let ages: HTML? = offering.ages.map { " (\(visit.ages($0)))" }
      let conditions: HTML? =
        offering.conditions.isEmpty
        ? nil
        : """
        <br><span class="small">\(visit.told(offering.conditions.joined(separator: " ")))</span>
        """
      return """
        <li><strong>\(visit.name(.offering(offering.id)))</strong>\(ages), \
        \(visit.link(.organisation(offering.organisation.id)))\(conditions)</li>

        """
    }
    return
      "<section class=\"offers\"><h2>\(shared.phrase(.offerings))</h2><ul>\(lines)</ul></section>\n"
  }

  private var measures: HTML {
    guard !answer.measures.isEmpty else { return .empty }
    let lines = answer.measures.map { measure -> HTML in
      let anchor = PlaceSlug.plain(measure.number)
      let address = visit.address("/plan/\(measure.plan.key)#tiltak-\(anchor)")
      return """
        <li><a href="\(address)">\(visit.told("\(measure.number) \(measure.title)"))</a></li>

        """
    }
    return """
      <details><summary>\(shared.phrase(.measures))</summary><ul>\(lines)</ul></details>

      """
  }

  private var skipped: HTML {
    guard !answer.skipped.isEmpty else { return .empty }
    let lines = answer.skipped.map { entry -> HTML in
      var who: [HTML] = []
      if let function = entry.function { who.append(visit.name(of: function, kind: .function)) }
      if let organisation = entry.organisation {
        who.append(visit.name(.organisation(organisation.id)))
      }
      return "<li>\(who.joined(", ")): \(shared.skip(entry.because))</li>"
    }
    return "<details><summary>\(words.considered)</summary><ul>\(lines)</ul></details>\n"
  }
}

extension Visit {
  /// The label of an answer; a plan's own word for it is the plan's and so in bokmål.
  func name(of label: Label, kind: Subject.Kind) -> HTML {
    guard let subject = edition.search.subject(kind, key: label.key),
      let known = edition.search.book.name(of: subject, language: language, on: day),
      known.text == label.text
    else { return name(label.text, in: .bokmål) }
    return name(known.text, in: known.language)
  }
}
