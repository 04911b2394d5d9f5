import Registry
import Search
import Presentation
import Web

/// What is told after the ladder: notices, steps, offerings, measures, and what was left out.
struct AnswerAppendix {
  let visit: Visit
  let answer: Answer

  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }

  func write(on page: inout HTML) {
    warnings(on: &page)
    NoticeList(visit: visit, answer: answer).write(on: &page)
    steps(on: &page)
    offerings(on: &page)
    measures(on: &page)
    skipped(on: &page)
  }

  private func warnings(on page: inout HTML) {
    guard !answer.warnings.isEmpty else { return }
    page += "<details class=\"cautions\"><summary>"
    page.add(shared.phrase(.warnings))
    page += " (\(answer.warnings.count))</summary><ul>"
    for warning in answer.warnings {
      page += "<li>"
      page.add(shared.warning(warning))
      page += "</li>"
    }
    page += "</ul></details>\n"
  }

  /// The step that the asker is at; the whole way of the plan is folded.
  private func steps(on page: inout HTML) {
    guard !answer.steps.isEmpty else { return }
    page += "<section><h2>\(shared.phrase(.steps))</h2>"
    if let here = answer.steps.first(where: \.isHere) {
      page += "<ol class=\"steps\">"
      step(here, on: &page)
      page += "</ol>"
    }
    page += "<details><summary>"
    page.add(words.allSteps.filled("\(answer.steps.count)"))
    page += "</summary><ol class=\"steps\">"
    for step in answer.steps { self.step(step, on: &page) }
    page += "</ol></details></section>\n"
  }

  private func step(_ step: AnswerStep, on page: inout HTML) {
    page += step.isHere ? "<li aria-current=\"step\"><p><strong>" : "<li><p><strong>"
    page.add(step.number)
    page += ". "
    visit.tell(step.title, on: &page)
    page += "</strong>"
    if step.isHere { page += " <span class=\"mark\">\(shared.phrase(.hereNow))</span>" }
    page += "</p>\n<p class=\"more\">"
    visit.tell(step.text, on: &page)
    page += "</p>"
    if !step.responsible.isEmpty {
      page += "<p class=\"small soft\">"
      page.add(shared.phrase(.responsible))
      page += ": "
      visit.tell(step.responsible.map(Self.withoutStop), between: ", ", on: &page)
      page += "</p>"
    }
    page += "</li>\n"
  }

  /// In a list nobody's name ends in a full stop.
  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func offerings(on page: inout HTML) {
    guard !answer.offerings.isEmpty else { return }
    page += "<section class=\"offers\"><h2>\(shared.phrase(.offerings))</h2><ul>"
    for offering in answer.offerings {
      page += "<li><strong>"
      visit.name(.offering(offering.id), on: &page)
      page += "</strong>"
      if let ages = offering.ages { page += " (\(visit.ages(ages)))" }
      page += ", "
      visit.link(offering.organisation, on: &page)
      if !offering.conditions.isEmpty {
        page += "<br><span class=\"small\">"
        visit.tell(offering.conditions, between: " ", on: &page)
        page += "</span>"
      }
      page += "</li>\n"
    }
    page += "</ul></section>\n"
  }

  private func measures(on page: inout HTML) {
    guard !answer.measures.isEmpty else { return }
    page += "<details><summary>\(shared.phrase(.measures))</summary><ul>"
    for measure in answer.measures {
      page += "<li><a href=\""
      visit.write(Address.plans, measure.plan.key, on: &page)
      page += "\(Address.measure)\(PlaceSlug.plain(measure.number))\">"
      visit.tell("\(measure.number) \(measure.title)", on: &page)
      page += "</a></li>\n"
    }
    page += "</ul></details>\n"
  }

  private func skipped(on page: inout HTML) {
    guard !answer.skipped.isEmpty else { return }
    page += "<details><summary>\(words.considered)</summary><ul>"
    for entry in answer.skipped {
      page += "<li>"
      if let function = entry.function { visit.name(of: function, kind: .function, on: &page) }
      if let organisation = entry.organisation {
        if entry.function != nil { page += ", " }
        visit.name(.organisation(organisation.id), on: &page)
      }
      page += ": "
      page.add(shared.skip(entry.because))
      page += "</li>"
    }
    page += "</ul></details>\n"
  }
}
