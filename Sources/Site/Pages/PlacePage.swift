import Registry
import Search
import Presentation
import Web

/// A place with everybody who answers for it, by function.
struct PlacePage {
  let visit: Visit
  let area: ID<Area>

  /// Which of its pages is shown.
  var number = 1

  private var words: SiteWords { visit.words }
  private var slug: String { PlaceSlug(area, in: visit).text }

  /// nil when it has no such page.
  var html: HTML? {
    let contacts = PlaceContacts(visit: visit, area: area)
    var pages = Pagination(number: number)
    let here = section(words.contactsTitle, contacts.here, id: "kontakter", &pages)
    let services = services(contacts, &pages)
    let parts = parts(&pages)
    let wider = section(words.widerTitle, contacts.wider, id: "storre", &pages)
    guard pages.isThere else { return nil }
    var shell = visit.shell(
      path: Pagination.path("\(Address.places)\(slug)", number), title: visit.text(.area(area)))
    shell.addresses = PlacePage.addresses(Pagination.path(slug, number))
    shell.json = PlacePage.json(area, in: visit)
    let about: HTML = pages.isFirst ? "\(facts)\(ended)\(ask)" : .empty
    let links = pages.links(
      PlacePage.addresses(slug)[visit.language] ?? visit.address("\(Address.places)\(slug)"), words)
    return shell.page(
      """
      <h1>\(visit.name(.area(area)))</h1>
      \(about)\(pages.isFirst ? "" : links)\
      \(here)\(pages.isFirst ? empty(contacts) : .empty)\
      \(services)\(parts)\(wider)\(links)
      """)
  }

  /// Where the page stands in each language: bokmål has an address of its own, because the plain
  /// one speaks the municipality's own written form.
  static func addresses(_ slug: String, list: Bool = false) -> [Language: String] {
    let path = "\(Address.places)\(slug)" + (list ? Address.list : "")
    return [.bokmål: "/nb" + path, .nynorsk: "/nn" + path, .english: "/en" + path]
  }

  static func json(_ area: ID<Area>, in visit: Visit) -> String? {
    let code = visit.areas.code(of: area, on: visit.day) ?? visit.areas.area(area)?.key
    return code.map { "\(Address.API.areas)/\($0)" }
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
      <form method="post" action="\(visit.address(Address.answer))">\
      <input type="hidden" name="place" value="\(code)">\
      <button type="submit">\(words.askHere)</button></form>
      <p><a href="\(listAddress)">\(words.phoneList)</a></p>
      </div>

      """
  }

  private var listAddress: String {
    PlacePage.addresses(slug, list: true)[visit.language]
      ?? visit.address("\(Address.places)\(slug)\(Address.list)")
  }

  /// That nobody answers, or that only those for the whole of a wide place are told.
  private func empty(_ contacts: PlaceContacts) -> HTML {
    let nobody: HTML =
      contacts.here.isEmpty ? "<p class=\"soft\">\(words.noContactsHere)</p>\n" : .empty
    return contacts.isWide ? "\(nobody)<p class=\"soft\">\(words.widePlace)</p>\n" : nobody
  }

  /// The seats that can be reached by function, then those that the source only names.
  private func section(
    _ title: String, _ groups: [PlaceContacts.Group], id: HTML, _ pages: inout Pagination
  ) -> HTML {
    let lines = groups.map { group in
      (
        function: group.function,
        seats: group.seats.map { SeatLine(visit: visit, seat: $0, around: area) }
      )
    }
    let shown = lines.map { function, seats -> HTML in
      let cards = pages.part(of: seats.filter(\.isReachable)).map(\.card)
      guard !cards.isEmpty else { return .empty }
      return "<h3>\(visit.link(.function(function)))</h3>\n<ul class=\"cards\">\(cards)</ul>\n"
    }.joined()
    let others = pages.part(of: lines.flatMap(\.seats).filter { !$0.isReachable }).map(\.mention)
    let mentioned: HTML =
      others.isEmpty
      ? .empty
      : """
      <details><summary>\(words.namedOnly)</summary><ul class="plainnames">\(others)</ul></details>

      """
    guard shown != .empty || mentioned != .empty else { return .empty }
    return "<section id=\"\(id)\"><h2>\(title)</h2>\n\(shown)\(mentioned)</section>\n"
  }

  private func services(_ contacts: PlaceContacts, _ pages: inout Pagination) -> HTML {
    let cards = pages.part(of: contacts.organisations).map { organisation -> HTML in
      let channels = ChannelLines(visit: visit).list(of: .organisation(organisation))
      return """
        <li class="card"><p class="who">\(visit.link(.organisation(organisation)))</p>\
        \(channels ?? "")<p class="small noprint">\(visit.card(of: .organisation(organisation)))\
        </p></li>
        """
    }
    guard !cards.isEmpty else { return .empty }
    return """
      <section id="tjenester"><h2>\(words.servicesTitle)</h2>\
      <ul class="cards">\(cards)</ul></section>

      """
  }

  private func parts(_ pages: inout Pagination) -> HTML {
    let inside = visit.areas.children(of: area).filter { $0.valid.contains(visit.day) }
      .map { Subject.area($0.area) }.inNorwegianOrder(of: visit.text)
    let links = pages.part(of: inside).map { "<li>\(visit.link($0))</li>" as HTML }
    guard !links.isEmpty else { return .empty }
    return "<section><h2>\(words.subAreas)</h2><ul class=\"names\">\(links)</ul></section>\n"
  }
}
