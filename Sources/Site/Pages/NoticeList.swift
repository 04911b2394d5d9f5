import Registry
import Presentation

/// What is worth knowing with an answer: what matters most to this asker on top, the rest folded.
struct NoticeList {
  let visit: Visit
  let answer: Answer

  static let shownMax = 2

  private var words: SiteWords { visit.words }

  func write(on page: inout HTML) {
    guard !answer.notices.isEmpty else { return }
    let (shown, folded) = NoticeList.split(answer.notices, for: answer.question)
    page += "<section><h2>"
    page.add(visit.shared.phrase(.notices))
    page += "</h2>"
    if !shown.isEmpty {
      page += "<ul class=\"told\">"
      for notice in shown { line(notice, on: &page) }
      page += "</ul>\n"
    }
    if !folded.isEmpty {
      page += "<details><summary>"
      page.add(words.moreNotices.filled(String(folded.count)))
      page += "</summary><ul class=\"told\">"
      for notice in folded { line(notice, on: &page) }
      page += "</ul></details>\n"
    }
    page += "</section>\n"
  }

  /// The first of each kind that matters most, at most two; what a word means is never among them.
  static func split(
    _ notices: [AnswerNotice], for question: Question
  ) -> (shown: [AnswerNotice], folded: [AnswerNotice]) {
    let kinds = notices.map(\.kind)
    let shown = order(for: question).compactMap { kinds.firstIndex(of: $0) }.prefix(shownMax)
    let folded = notices.indices.filter { place in
      !shown.contains { notices[$0] == notices[place] }
    }
    return (shown.map { notices[$0] }, folded.map { notices[$0] })
  }

  private static func order(for question: Question) -> [NoticeKind] {
    var kinds: [NoticeKind] = []
    if question.wishes.contains(.anonymous) { kinds.append(.anonymity) }
    if let severity = question.severity, severity >= .grave { kinds += [.duty, .confidentiality] }
    kinds += [
      .anonymity, .confidentiality, .consent, .whatHappensNext, .duty, .parents, .advice,
      .voluntary, .cost, .responsibility,
    ]
    return kinds.unique
  }

  private func line(_ notice: AnswerNotice, on page: inout HTML) {
    page += "<li><strong>"
    page.add(visit.shared.notice(notice.kind))
    page += ".</strong> "
    visit.tell(notice.text, on: &page)
    page += "\n<details><summary>"
    page.add(words.sourceSays)
    page += "</summary>"
    if let quote = notice.quote {
      page += "<blockquote>"
      visit.tell(quote, on: &page)
      page += "</blockquote>"
    }
    page += "\n<p class=\"small soft\"><cite>"
    visit.link(plan: notice.plan, on: &page)
    page += "</cite>"
    if let section = notice.section {
      page += ", "
      visit.tell(section, on: &page)
    }
    page += "</p></details></li>\n"
  }
}
