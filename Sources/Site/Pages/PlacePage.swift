import Registry
import Search
import Web

/// A place with everybody who answers for it, by function.
struct PlacePage {
  let visit: Visit
  let area: ID<Area>

  private var words: SiteWords { visit.words }
  private var slug: String { PlaceSlug(area, in: visit).text }
  private var contacts: PlaceContacts { PlaceContacts(visit: visit, area: area) }

  var html: HTML {
    var shell = visit.shell(path: "/sted/\(slug)", title: visit.text(.area(area)))
    shell.addresses = PlacePage.addresses(slug)
    shell.json = PlacePage.json(area, in: visit)
    let contacts = contacts
    return shell.page(
      """
      <h1>\(visit.name(.area(area)))</h1>
      \(facts)\(ended)\(ask)
      \(section(words.contactsTitle, contacts.here, id: "kontakter"))\(empty(contacts))
      \(services(contacts))\(parts)\(section(words.widerTitle, contacts.wider, id: "storre"))
      """)
  }

  /// Where the page stands in each language: bokmål has an address of its own, because the plain
  /// one speaks the municipality's own written form.
  static func addresses(_ slug: String, list: Bool = false) -> [Language: String] {
    let path = "/sted/\(slug)" + (list ? "/liste" : "")
    return [.bokmål: "/nb" + path, .nynorsk: "/nn" + path, .english: "/en" + path]
  }

  static func json(_ area: ID<Area>, in visit: Visit) -> String? {
    let code = visit.areas.code(of: area, on: visit.day) ?? visit.areas.area(area)?.key
    return code.map { "/api/v1/areas/\($0)" }
  }

  private var facts: HTML {
    var facts = Facts(visit)
    if let kind = visit.areas.kind(of: area) {
      facts.add(words.kindLabel, visit.name(.areaKind(kind.id)))
    }
    let codes = visit.areas.codes(of: area).filter {
      $0.scheme != "maalform" && $0.valid.contains(visit.day)
    }
    facts.add(words.numberLabel, codes.map { "\($0.code)" as HTML }.joined(", "))
    let parents = visit.areas.parents(of: area).filter { $0.valid.contains(visit.day) }
    facts.add(words.partOf, parents.map { visit.link(.area($0.parent)) }.joined(", "))
    let former = visit.edition.search.book.names(of: .area(area)).filter { $0.kind == .former }
    facts.add(words.formerly, former.map { visit.name($0.text, in: $0.language) }.joined(", "))
    let merged = visit.areas.predecessors(of: area).filter { $0.day <= visit.day }
    facts.add(words.formedFrom, merged.map { visit.link(.area($0.area)) }.joined(", "))
    let around = visit.areas.outward(from: area, on: visit.day)
    let plans = around.flatMap { visit.directory.plans(in: $0) }.filter {
      $0.valid.contains(visit.day) && visit.directory.plans(following: $0.id).isEmpty
    }
    facts.add(words.planInForce, plans.map { visit.link(.plan($0.id)) }.joined("<br>"))
    return facts.html
  }

  /// A former municipality lives on as a place inside its successor.
  private var ended: HTML {
    guard let end = visit.areas.area(area)?.valid.until, end <= visit.day else { return .empty }
    let successors = visit.areas.successors(of: area).map { visit.link(.area($0.successor)) }
    return """
      <div class="notice"><p>\(words.mergedText.filled(visit.long(end))) \
      \(successors.joined(", "))</p></div>

      """
  }

  private var ask: HTML {
    let code = visit.areas.code(of: area, on: visit.day) ?? slug
    return """
      <div class="actions noprint">
      <form method="post" action="\(visit.address("/svar"))">\
      <input type="hidden" name="place" value="\(code)">\
      <button type="submit">\(words.askHere)</button></form>
      <p><a href="\(listAddress)">\(words.phoneList)</a></p>
      </div>

      """
  }

  private var listAddress: String {
    PlacePage.addresses(slug, list: true)[visit.language] ?? visit.address("/sted/\(slug)/liste")
  }

  private func empty(_ contacts: PlaceContacts) -> HTML {
    contacts.here.isEmpty ? "<p class=\"soft\">\(words.noContactsHere)</p>\n" : .empty
  }

  private func section(_ title: String, _ groups: [PlaceContacts.Group], id: HTML) -> HTML {
    guard !groups.isEmpty else { return .empty }
    let lines = groups.map { group in
      group.seats.map { SeatLine(visit: visit, seat: $0, around: area) }
    }
    let shown = zip(groups, lines).map { group, lines -> HTML in
      let cards = lines.filter(\.isReachable).map(\.card)
      guard !cards.isEmpty else { return .empty }
      return
        "<h3>\(visit.link(.function(group.function)))</h3>\n<ul class=\"cards\">\(cards)</ul>\n"
    }
    let others = lines.joined().filter { !$0.isReachable }.map(\.mention)
    let mentioned: HTML =
      others.isEmpty
      ? .empty
      : """
      <details><summary>\(words.namedOnly)</summary><ul class="plainnames">\(others)</ul></details>

      """
    return "<section id=\"\(id)\"><h2>\(title)</h2>\n\(shown)\(mentioned)</section>\n"
  }

  private func services(_ contacts: PlaceContacts) -> HTML {
    guard !contacts.organisations.isEmpty else { return .empty }
    let cards = contacts.organisations.map { organisation -> HTML in
      let channels = ChannelLines(visit: visit).list(of: .organisation(organisation))
      return """
        <li class="card"><p class="who">\(visit.link(.organisation(organisation)))</p>\
        \(channels ?? "")<p class="small noprint">\(visit.card(of: .organisation(organisation)))\
        </p></li>
        """
    }
    return """
      <section id="tjenester"><h2>\(words.servicesTitle)</h2>\
      <ul class="cards">\(cards)</ul></section>

      """
  }

  private var parts: HTML {
    let inside = visit.areas.children(of: area).filter { $0.valid.contains(visit.day) }
      .map { Subject.area($0.area) }
      .sorted { norwegian(visit.text($0), visit.text($1)) }
    guard !inside.isEmpty else { return .empty }
    let links = inside.map { "<li>\(visit.link($0))</li>" as HTML }
    return "<section><h2>\(words.subAreas)</h2><ul class=\"names\">\(links)</ul></section>\n"
  }
}
