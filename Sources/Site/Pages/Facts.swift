import Registry
import Search
import Presentation

/// Short facts about a record as terms and what they are; empty ones are left out.
struct Facts {
  private let visit: Visit
  private var lines: [HTML] = []

  init(_ visit: Visit) {
    self.visit = visit
  }

  mutating func add(_ term: String, _ value: HTML?) {
    guard let value, value != .empty else { return }
    lines.append("<dt>\(term)</dt><dd>\(value)</dd>\n")
  }

  var html: HTML {
    lines.isEmpty ? .empty : "<dl class=\"facts\">\n\(lines)</dl>\n"
  }
}

extension Visit {
  /// Whether a confirmation is too old to be believed today.
  func isOld(_ confirmed: Day) -> Bool {
    Confirmation.isOver(confirmed, on: day)
  }

  /// When something was last confirmed, told as a warning when that is too long ago.
  func confirmed(_ confirmed: Day) -> HTML {
    self.confirmed(confirmed, isOld: isOld(confirmed))
  }

  private func confirmed(_ confirmed: Day, isOld: Bool) -> HTML {
    isOld
      ? "\(words.notConfirmedSince.filled(long(confirmed)))"
      : "\(shared.confirmed(long(confirmed)))"
  }

  /// The same as a line of its own; nothing is hidden when it never was confirmed.
  func freshness(of confirmed: Day?) -> HTML {
    guard let confirmed else { return "<p class=\"small old\">\(words.neverConfirmed)</p>" }
    return freshness(of: confirmed, isOld: isOld(confirmed))
  }

  func freshness(of confirmed: Day, isOld: Bool) -> HTML {
    let look = isOld ? "old" : "soft"
    return "<p class=\"small \(look)\">\(self.confirmed(confirmed, isOld: isOld))</p>"
  }

  /// Where a fact stands, with the source's own sentence.
  func citation(_ id: ID<Citation>?) -> HTML {
    guard let citation = directory.citation(id), let source = directory.source(citation.source)
    else { return .empty }
    let quote: HTML? = citation.quote.map { "<blockquote>\(told($0))</blockquote>" }
    let section: HTML? = citation.section.map { ", \(told($0))" }
    let when: HTML? = source.day.map { " (\(long($0)))" }
    return """
      \(quote)<p class="small soft">\(words.sourceTitle): <cite>\(told(source.title))</cite>\
      \(when)\(section)</p>

      """
  }

  /// The source's own sentence, folded; nothing when it is what already stands there.
  func sentence(_ id: ID<Citation>?, unlike text: String) -> HTML {
    guard let citation = directory.citation(id), let quote = citation.quote, quote != text else {
      return .empty
    }
    let section: HTML? = citation.section.map {
      "<p class=\"small soft\">\(told($0))</p>"
    }
    return """
      <details><summary>\(words.sourceSays)</summary>\
      <blockquote>\(told(quote))</blockquote>\(section)</details>
      """
  }

  func doubts(about subject: Subject) -> HTML {
    let lines = directory.doubts(about: subject).map { "<p>\(told($0.reason))</p>" as HTML }
    guard !lines.isEmpty else { return .empty }
    return "<div class=\"notice\"><p><strong>\(words.doubtTitle)</strong></p>\(lines)</div>\n"
  }

  func links(of subject: Subject) -> HTML {
    let lines = directory.links(of: subject).filter { $0.valid.contains(day) }
      .map { link -> HTML in
        guard link.isUsable, let url = link.url,
          url.hasPrefix("https://") || url.hasPrefix("http://")
        else { return "<li>\(told(link.text))</li>" }
        return "<li><a href=\"\(url)\" rel=\"noreferrer\">\(told(link.text))</a></li>"
      }
    guard !lines.isEmpty else { return .empty }
    return "<section><h2>\(words.linksTitle)</h2><ul>\(lines)</ul></section>\n"
  }
}
