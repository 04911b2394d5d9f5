import Registry
import Search
import Web

/// A function: what it is called, and where somebody holds it.
struct FunctionPage {
  let visit: Visit
  let function: ID<Function>

  private var words: SiteWords { visit.words }
  private var subject: Subject { .function(function) }

  var html: HTML {
    let key = visit.directory.functions[function]?.key ?? ""
    var shell = visit.shell(path: "/funksjon/\(key)", title: visit.text(subject))
    shell.json = "/api/v1/functions/\(key)"
    let channels = ChannelLines(visit: visit).list(of: subject)
    return shell.page(
      """
      <h1>\(visit.name(subject))</h1>
      \(names)\(visit.doubts(about: subject))\(channels)\(holders)\(measures)\
      \(visit.links(of: subject))
      """)
  }

  private var measures: HTML {
    MeasureLinks(visit: visit, parties: visit.directory.parties(played: function)).html
  }

  private var names: HTML {
    var facts = Facts(visit)
    var seen: Set<String> = [visit.text(subject)]
    let others = visit.edition.search.book.names(of: subject)
      .filter { $0.kind != .misprint && $0.kind != .former && $0.valid.contains(visit.day) }
      .filter { seen.insert($0.text).inserted }
      .map { name -> HTML in
        let plan: HTML? = name.plan.map { plan in
          let text = visit.link(.plan(plan))
          return " <span class=\"small soft\">(\(text))</span>"
        }
        return "<li>\(visit.name(name.text, in: name.language))\(plan)</li>"
      }
    let former = visit.edition.search.book.names(of: subject).filter {
      $0.kind == .former || ($0.valid.until ?? visit.day + 1) <= visit.day
    }
    facts.add(words.formerly, former.map { visit.name($0.text, in: $0.language) }.joined(", "))
    facts.add(words.alsoCalled, others.isEmpty ? nil : "<ul class=\"plainlist\">\(others)</ul>")
    return facts.html
  }

  private var holders: HTML {
    let seats = visit.directory.seats(of: function, on: visit.day)
    guard !seats.isEmpty else {
      return "<section><h2>\(words.holdersTitle)</h2><p>\(words.noHolders)</p></section>\n"
    }
    let groups = Dictionary(grouping: seats, by: area).map { area, seats in
      (area.map { visit.text(.area($0)) } ?? "", area, seats)
    }.sorted { norwegian($0.0, $1.0) }
    let shown = groups.map { _, area, seats -> HTML in
      let links = seats.sorted {
        norwegian(
          visit.text(.organisation($0.organisation)),
          visit.text(.organisation($1.organisation)))
      }.map { seat -> HTML in
        let vacant: HTML =
          seat.holding == .vacant ? " <span class=\"mark\">\(words.nobodyHolds)</span>" : .empty
        return """
          <li><a href="\(SeatLine(visit: visit, seat: seat).record)">\
          \(visit.name(.organisation(seat.organisation)))</a>\(vacant)\
          <br><span class="small noprint">\(visit.card(of: .designation(seat.id)))</span></li>
          """
      }
      let title: HTML? = area.map { "<h3>\(visit.link(.area($0)))</h3>\n" }
      return "\(title)<ul class=\"names\">\(links)</ul>\n"
    }
    return "<section><h2>\(words.holdersTitle)</h2>\n\(shown)</section>\n"
  }

  /// The place under which a seat is listed: the widest that it names.
  private func area(_ seat: Designation) -> ID<Area>? {
    visit.directory.remits(of: seat.id).compactMap(\.area).max { left, right in
      rank(left) < rank(right)
    }
  }

  private func rank(_ area: ID<Area>) -> Int { visit.areas.kind(of: area)?.rank ?? 0 }
}
