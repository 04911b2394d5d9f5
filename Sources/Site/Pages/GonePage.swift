import HTTPTypes
import Registry
import Search
import Presentation
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
      \(past)\(links)
      <p><a class="button" href="\(shell.address("/"))">\(words.toStart)</a></p>
      <p><a href="\(shell.address(Address.search))">\(words.navSearch)</a></p>
      """)
  }

  private var what: HTML {
    if successors.count > 1, let ended {
      return "\(words.splitText.filled(visit.long(ended)))"
    }
    let since: HTML? = ended.map { " \(words.closedSince.filled(visit.long($0)))" }
    return "\(words.closedText.filled(visit.text(subject)))\(since)"
  }

  /// What an organisation was called and where it belonged.
  private var past: HTML {
    guard subject.kind == .organisation else { return .empty }
    let id = ID<Organisation>(bits: subject.bits)
    var facts = Facts(visit)
    let names = visit.edition.search.book.names(of: subject).filter { $0.kind != .misprint }
    facts.add(
      words.wasCalled,
      names.map { visit.name($0.text, in: $0.language) }.unique.joined(", "))
    let last = visit.directory.parents(of: id).max { GonePage.isEarlier($0.valid, $1.valid) }
    facts.add(words.lastPartOf, last.map { visit.link(.organisation($0.parent)) })
    return facts.html
  }

  private var links: HTML {
    let ways = (successors + places).unique
    guard !ways.isEmpty else { return .empty }
    let lines = ways.map { "<li>\(visit.link($0))</li>" as HTML }
    return "<h2>\(words.goOnTitle)</h2><ul>\(lines)</ul>\n"
  }

  /// The places that an organisation served last, or lay in: whoever answers there now is told on
  /// their pages.
  private var places: [Subject] {
    guard subject.kind == .organisation else { return [] }
    let id = ID<Organisation>(bits: subject.bits)
    let served = visit.directory.services(of: id)
      .sorted { GonePage.isEarlier($1.valid, $0.valid) }.compactMap(\.area)
    let lain = visit.directory.forms(of: id).compactMap(\.location)
    return (served + lain).flatMap { today($0) }.map { Subject.area($0) }.filter {
      visit.path(of: $0) != nil
    }
    .unique.prefix(3).map(\.self)
  }

  /// The area itself, or all that it has become, each looked at once: what was merged may have been
  /// split back.
  private func today(_ area: ID<Area>) -> [ID<Area>] {
    var found = [area]
    var seen: Set<ID<Area>> = [area]
    var next = 0
    while next < found.count {
      if visit.isGone(found[next]) {
        found += visit.areas.successors(of: found[next]).map(\.successor)
          .filter { seen.insert($0).inserted }
      }
      next += 1
    }
    return found.filter { !visit.isGone($0) }
  }

  private static func isEarlier(_ one: DayRange, _ other: DayRange) -> Bool {
    let ends = [one, other].map { $0.until?.number ?? .max }
    return ends[0] == ends[1]
      ? (one.from?.number ?? .min) < (other.from?.number ?? .min) : ends[0] < ends[1]
  }
}
