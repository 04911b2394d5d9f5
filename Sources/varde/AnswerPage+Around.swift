import Presentation
import Registry

extension AnswerPage {
  func write(warnings: [AnswerWarning], _ page: inout TextPage) {
    guard !warnings.isEmpty else { return }
    page.heading(words.phrase(.warnings))
    for warning in warnings { page.line("! \(words.warning(warning))") }
  }

  func write(_ notices: [AnswerNotice], _ page: inout TextPage) {
    guard !notices.isEmpty else { return }
    page.heading(words.phrase(.notices))
    for notice in notices {
      page.line("\(words.notice(notice.kind)): \(notice.text)")
      guard isFull else { continue }
      if let quote = notice.quote { page.line("«\(quote)»", indent: 3, style: .dim) }
      let section = notice.section.map { "\(words.phrase(.section)) \($0)" }
      let document = [notice.plan.text, section].compactMap { $0 }.joined(separator: ", ")
      page.line(document, indent: 3, style: .dim)
    }
  }

  func write(_ steps: [AnswerStep], _ page: inout TextPage) {
    guard !steps.isEmpty else { return }
    page.heading(words.phrase(.steps))
    for step in steps {
      let here = step.isHere ? " ← \(words.phrase(.hereNow))" : ""
      let mark = step.isHere ? "▶" : " "
      page.line(
        "\(mark) \(step.number). \(step.title)\(here)", style: step.isHere ? .bold : .plain)
      guard step.isHere else { continue }
      page.line(step.text, indent: 5)
      if !step.responsible.isEmpty {
        let responsible = step.responsible.joined(separator: ", ")
        page.line("\(words.phrase(.responsible)): \(responsible)", indent: 5)
      }
      if isFull, let quote = step.source?.quote { page.line("«\(quote)»", indent: 5, style: .dim) }
    }
  }

  func write(_ offerings: [AnswerOffering], _ page: inout TextPage) {
    guard !offerings.isEmpty else { return }
    page.heading(words.phrase(.offerings))
    for offering in offerings {
      let ages = offering.ages.map { ", \(words.ages($0))" } ?? ""
      page.line("– \(offering.name) (\(offering.organisation.name))\(ages)")
      for condition in offering.conditions { page.line(condition, indent: 3) }
      if isFull, let quote = offering.source?.quote {
        page.line("«\(quote)»", indent: 3, style: .dim)
      }
    }
  }

  func write(_ measures: [AnswerMeasure], _ page: inout TextPage) {
    guard !measures.isEmpty else { return }
    page.heading(words.phrase(.measures))
    for measure in measures {
      page.line("– \(measure.plan.key)/\(measure.number) \(measure.title)")
      if !measure.responsible.isEmpty {
        let responsible = measure.responsible.joined(separator: ", ")
        page.line("\(words.phrase(.responsible)): \(responsible)", indent: 3)
      }
      let state = [measure.status, measure.fate].compactMap { $0 }.joined(separator: "; ")
      if !state.isEmpty { page.line("\(words.phrase(.status)): \(state)", indent: 3) }
    }
  }

  func write(_ skipped: [Skipped], _ page: inout TextPage) {
    guard !skipped.isEmpty else { return }
    page.heading(words.phrase(.skipped))
    for line in skipped {
      let who = [line.function?.text, line.organisation?.name].compactMap { $0 }
      page.line("– \(who.joined(separator: ", ")): \(words.skip(line.because))", style: .dim)
    }
  }
}
