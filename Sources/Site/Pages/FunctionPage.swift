import Registry
import Search
import Presentation
import Web

/// A function: what it is called, and where somebody holds it.
struct FunctionPage {
  let visit: Visit
  let function: ID<Function>

  /// Which of its pages is shown.
  var number = 1

  private var words: SiteWords { visit.words }
  private var subject: Subject { .function(function) }

  /// nil when it has no such page.
  var html: HTML? {
    let key = visit.directory.functions[function]?.key ?? ""
    var pages = Pagination(number: number)
    let names = names(&pages)
    let holders = holders(&pages)
    let measures = MeasureLinks(visit: visit, parties: visit.directory.parties(played: function))
      .html(&pages)
    guard pages.isThere else { return nil }
    let path = "\(Address.functions)\(key)"
    var shell = visit.shell(path: Pagination.path(path, number), title: visit.text(subject))
    shell.json = "\(Address.API.functions)/\(key)"
    let about: HTML? =
      pages.isFirst
      ? "\(visit.doubts(about: subject))\(ChannelLines(visit: visit).list(of: subject))" : nil
    let links = pages.links(visit.address(path), words)
    return shell.page(
      """
      <h1>\(visit.name(subject))</h1>
      \(names)\(about)\(pages.isFirst ? "" : links)\(holders)\(measures)\
      \(pages.isFirst ? visit.links(of: subject) : .empty)\(links)
      """)
  }

  private func names(_ pages: inout Pagination) -> HTML {
    var facts = Facts(visit)
    var seen: Set<String> = [visit.text(subject)]
    let names = visit.edition.search.book.names(of: subject)
      .filter { $0.kind != .misprint && $0.kind != .former && $0.valid.contains(visit.day) }
      .filter { seen.insert($0.text).inserted }
    let others = pages.part(of: names).map { name -> HTML in
      let plan: HTML? = name.plan.map { plan in
        let text = visit.link(.plan(plan))
        return " <span class=\"small soft\">(\(text))</span>"
      }
      return "<li>\(visit.name(name.text, in: name.language))\(plan)</li>"
    }
    let former = visit.edition.search.book.names(of: subject).filter {
      $0.kind == .former || ($0.valid.until ?? visit.day + 1) <= visit.day
    }
    let before = pages.part(of: former).map { visit.name($0.text, in: $0.language) }
    facts.add(words.formerly, before.joined(", "))
    facts.add(words.alsoCalled, others.isEmpty ? nil : "<ul class=\"plainlist\">\(others)</ul>")
    return facts.html
  }

  private func holders(_ pages: inout Pagination) -> HTML {
    let groups = visit.directory.whereabouts(of: function)
      .map { (area: $0.area, seats: $0.seats.filter { $0.valid.contains(visit.day) }) }
      .filter { !$0.seats.isEmpty }
      .inNorwegianOrder { $0.area.map { visit.text(.area($0)) } ?? "" }
    guard !groups.isEmpty else {
      return pages.isFirst
        ? "<section><h2>\(words.holdersTitle)</h2><p>\(words.noHolders)</p></section>\n" : .empty
    }
    var shown: HTML = .empty
    for (area, seats) in groups {
      let places = pages.take(seats.count)
      guard !places.isEmpty else { continue }
      let links = ordered(seats)[places].map(line)
      let title: HTML? = area.map { "<h3>\(visit.link(.area($0)))</h3>\n" }
      shown += "\(title)<ul class=\"names\">\(links)</ul>\n"
    }
    guard shown != .empty else { return .empty }
    return "<section><h2>\(words.holdersTitle)</h2>\n\(shown)</section>\n"
  }

  private func line(_ seat: Designation) -> HTML {
    let vacant: HTML =
      seat.holding == .vacant ? " <span class=\"mark\">\(words.nobodyHolds)</span>" : .empty
    return """
      <li><a href="\(SeatLine(visit: visit, seat: seat).record)">\
      \(visit.name(.organisation(seat.organisation)))</a>\(vacant)\
      <br><span class="small noprint">\(visit.card(of: .designation(seat.id)))</span></li>
      """
  }

  /// By the name of the organisation; more than fill a page stay in the order of their keys.
  private func ordered(_ seats: [Designation]) -> [Designation] {
    guard seats.count <= Pagination.linesMax else { return seats }
    return seats.inNorwegianOrder { visit.text(.organisation($0.organisation)) }
  }
}
