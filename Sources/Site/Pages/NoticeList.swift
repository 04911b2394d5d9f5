import Registry
import Web

/// What is worth knowing with an answer: what matters most to this asker on top, the rest folded.
struct NoticeList {
  let visit: Visit
  let answer: Answer

  static let shownMax = 4

  private var words: SiteWords { visit.words }

  var html: HTML {
    guard !answer.notices.isEmpty else { return .empty }
    let (shown, folded) = NoticeList.split(answer.notices, for: answer.question)
    let rest: HTML =
      folded.isEmpty
      ? .empty
      : """
      <details><summary>\(words.moreNotices.filled(String(folded.count)))</summary>\
      <ul class="told">\(folded.map(line))</ul></details>

      """
    let top: HTML = shown.isEmpty ? .empty : "<ul class=\"told\">\(shown.map(line))</ul>\n"
    return """
      <section><h2>\(visit.shared.phrase(.notices))</h2>\(top)\(rest)</section>

      """
  }

  /// The first of each kind that matters most, at most four; what a word means is never among them.
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

  private func line(_ notice: AnswerNotice) -> HTML {
    let quote: HTML? = notice.quote.map { "<blockquote>\(visit.told($0))</blockquote>" }
    let section: HTML? = notice.section.map { ", \(visit.told($0))" }
    return """
      <li><strong>\(visit.shared.notice(notice.kind)).</strong> \(visit.told(notice.text))
      <details><summary>\(words.sourceSays)</summary>\(quote)
      <p class="small soft"><cite>\(plan(notice.plan))</cite>\(section)</p></details></li>

      """
  }

  private func plan(_ plan: Label) -> HTML {
    let address = visit.address("/plan/\(plan.key)")
    return "<a href=\"\(address)\">\(visit.told(plan.text))</a>"
  }
}
