import HTTPTypes
import Registry
import Web

/// Something that was here and is no more: what happened, and where to go instead.
struct GonePage {
  let visit: Visit
  let subject: Subject
  let ended: Day?
  /// What it became, when that is several things.
  var successors: [Subject] = []

  private var words: SiteWords { visit.words }

  var reply: Reply {
    .page(html, status: .gone, caching: .never)
  }

  private var html: HTML {
    let shell = visit.shell(path: nil, title: words.errorGone)
    return shell.page(
      """
      <h1>\(visit.name(subject))</h1>
      <p class="lead">\(what)</p>
      \(links)
      <p><a class="button" href="\(shell.address("/"))">\(words.toStart)</a></p>
      <p><a href="\(shell.address("/sok"))">\(words.navSearch)</a></p>
      """)
  }

  private var what: HTML {
    if successors.count > 1, let ended {
      return "\(words.splitText.filled(visit.long(ended)))"
    }
    let since: HTML? = ended.map { " \(words.closedSince.filled(visit.long($0)))" }
    return "\(words.closedText.filled(visit.text(subject)))\(since)"
  }

  private var links: HTML {
    let lines = successors.map { "<li>\(visit.link($0))</li>" as HTML }
    return lines.isEmpty ? .empty : "<ul>\(lines)</ul>\n"
  }
}
