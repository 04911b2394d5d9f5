import Presentation

/// Which part of a long page is shown.
///
/// A page is a row of lines through all its parts, from the first to the last; each of its pages
/// holds so many of them. What is above and below them stands on every one, or only on the first.
struct Pagination {
  /// A line is a card, a name or a sentence with its source: some kilobytes at most, so that no
  /// page comes near a megabyte.
  static let linesMax = 200

  /// From 1.
  let number: Int
  /// How many lines all pages have, as far as they have been counted.
  private(set) var count = 0

  init(number: Int) {
    self.number = number
  }

  var isFirst: Bool { number == 1 }
  /// How many pages there are, when all lines have been counted.
  var pages: Int { max(1, (count + Pagination.linesMax - 1) / Pagination.linesMax) }
  /// Whether there is such a page, when all lines have been counted.
  var isThere: Bool { number <= pages }
  /// The page on which the next line stands.
  var nextPage: Int { count / Pagination.linesMax + 1 }

  /// Counts the lines of a part, and gives those of them that stand on this page.
  mutating func take(_ lines: Int) -> Range<Int> {
    let first = (number - 1) * Pagination.linesMax
    let start = min(max(first - count, 0), lines)
    let end = min(max(first + Pagination.linesMax - count, start), lines)
    count += lines
    return start..<end
  }

  /// The same of the lines themselves.
  mutating func part<Line>(of lines: [Line]) -> ArraySlice<Line> {
    lines[take(lines.count)]
  }

  /// The path of a page, given that of the first one.
  static func path(_ path: String, _ number: Int) -> String {
    number == 1 ? path : "\(path)/side/\(number)"
  }

  /// «Side 2 av 7» and the way to the pages beside it; nothing where there is only one.
  ///
  /// `first`: the address of the first page, in the language of this one.
  func links(_ first: String, _ words: SiteWords) -> HTML {
    guard pages > 1 else { return .empty }
    let before: HTML? =
      number > 1
      ? """
      <li><a href="\(Pagination.path(first, number - 1))" rel="prev">\(words.pageBefore)</a></li>
      """ : nil
    let after: HTML? =
      number < pages
      ? """
      <li><a href="\(Pagination.path(first, number + 1))" rel="next">\(words.pageAfter)</a></li>
      """ : nil
    return """
      <nav class="noprint" aria-label="\(words.pagesLabel)">\
      <p>\(words.pageOf.filled(String(number))) \(String(pages))</p>\
      <ul class="names">\(before)\(after)</ul></nav>

      """
  }
}
