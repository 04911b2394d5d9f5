import Registry
import Search
import Presentation
import Web

/// An organisation: how to reach it, who answers for what in it, where it belongs.
struct OrganisationPage {
  let visit: Visit
  let organisation: ID<Organisation>

  /// Which of its pages is shown.
  var number = 1

  private var words: SiteWords { visit.words }
  private var subject: Subject { .organisation(organisation) }
  private var directory: Directory { visit.directory }

  /// nil when it has no such page.
  var html: HTML? {
    let key = directory.organisations[organisation]?.key ?? ""
    var pages = Pagination(number: number)
    let facts = facts(&pages)
    let seats = seats(&pages)
    let tree = OrganisationTree(visit: visit, organisation: organisation).html(&pages)
    let members = members(&pages)
    let offerings = offerings(&pages)
    let measures = MeasureLinks(
      visit: visit, parties: directory.parties(played: organisation)
    ).html(&pages)
    let history = history(&pages)
    guard pages.isThere else { return nil }
    let path = "\(Address.organisations)\(key)"
    var shell = visit.shell(path: Pagination.path(path, number), title: visit.text(subject))
    shell.json = "\(Address.API.organisations)/\(organisation)"
    let about: HTML = pages.isFirst ? "\(visit.doubts(about: subject))\(contact)" : .empty
    let links = pages.links(visit.address(path), words)
    return shell.page(
      """
      <h1>\(visit.name(subject))</h1>
      \(facts)\(about)\(pages.isFirst ? "" : links)\(seats)\(tree)\(members)\(offerings)\
      \(measures)\(pages.isFirst ? visit.links(of: subject) : .empty)\(history)\(links)
      """)
  }

  private func facts(_ pages: inout Pagination) -> HTML {
    var facts = Facts(visit)
    if pages.isFirst {
      let form = directory.form(of: organisation, on: visit.day)
      facts.add(words.kindLabel, form.map { visit.name(.organisationKind($0.kind)) })
      facts.add(words.orgnrLabel, form?.orgnr.map { "\($0)" })
      facts.add(words.locationLabel, form?.location.map { visit.link(.area($0)) })
    }
    let services = directory.services(of: organisation).filter { $0.valid.contains(visit.day) }
    let served = pages.part(of: services).compactMap { service -> HTML? in
      if let area = service.area { return visit.link(.area(area)) }
      if let unit = service.unit { return visit.link(.organisation(unit)) }
      return service.unitKind.map { visit.name(.organisationKind($0)) }
    }
    facts.add(words.serves, served.joined(", "))
    let names = visit.edition.search.book.names(of: subject)
    let former = names.filter {
      $0.kind == .former || ($0.valid.until ?? visit.day + 1) <= visit.day
    }
    let before = pages.part(of: former).map { visit.name($0.text, in: $0.language) }
    facts.add(words.formerly, before.joined(", "))
    return facts.html
  }

  private var contact: HTML {
    guard let channels = ChannelLines(visit: visit).list(of: subject) else { return .empty }
    return """
      <section><h2>\(words.contactTitle)</h2>
      \(channels)<p class="small noprint">\(visit.card(of: subject))</p></section>

      """
  }

  private func seats(_ pages: inout Pagination) -> HTML {
    let seats = directory.seats(in: organisation, on: visit.day)
    guard !seats.isEmpty else {
      return pages.isFirst && ChannelLines(visit: visit).list(of: subject) == nil
        ? "<p class=\"soft\">\(words.noChannel).</p>\n" : .empty
    }
    let ordered = seats.sorted { one, other in
      (one.position, one.seat, one.key) < (other.position, other.seat, other.key)
    }.inNorwegianOrder { visit.text(.function($0.function)) }
    let cards = pages.part(of: ordered).map { SeatLine(visit: visit, seat: $0).functionCard }
    guard !cards.isEmpty else { return .empty }
    return "<section><h2>\(words.contactsTitle)</h2>\n<ul class=\"cards\">\(cards)</ul></section>\n"
  }

  private func members(_ pages: inout Pagination) -> HTML {
    let members = directory.members(of: organisation).filter { $0.valid.contains(visit.day) }
    let places = pages.take(members.count)
    let lines = members[places].map { member -> HTML in
      if let other = member.member { return "<li>\(visit.link(.organisation(other)))</li>" }
      return "<li>\(visit.told(member.text))</li>"
    }
    guard !lines.isEmpty else { return .empty }
    let start: HTML =
      places.lowerBound == 0 ? "<ol>" : "<ol start=\"\(String(places.lowerBound + 1))\">"
    return "<section><h2>\(words.membersTitle)</h2>\(start)\(lines)</ol></section>\n"
  }

  private func offerings(_ pages: inout Pagination) -> HTML {
    let offered = directory.offerings(by: organisation).filter { $0.valid.contains(visit.day) }
    let lines = pages.part(of: offered).map { offering -> HTML in
      let ages = directory.cases(of: offering.id).compactMap(\.ages).unique
        .map { visit.ages($0) }
      let told = ([offering.text].compactMap(\.self) + offering.conditions).map { text -> HTML in
        "<p>\(visit.told(text))</p>"
      }
      let range: HTML? = ages.isEmpty ? nil : " (\(ages.joined(", ")))"
      let channels = ChannelLines(visit: visit).list(of: .offering(offering.id))
      return """
        <li class="card"><p class="who">\(visit.name(.offering(offering.id)))\(range)</p>\
        \(told)\(channels)</li>

        """
    }
    guard !lines.isEmpty else { return .empty }
    return """
      <section id="tilbud"><h2>\(words.offeringsTitle)</h2><ul class="cards">\(lines)</ul></section>

      """
  }

  private func history(_ pages: inout Pagination) -> HTML {
    let all = OrganisationHistory(visit: visit, organisation: organisation).lines
    let lines = Array(pages.part(of: all))
    let source =
      pages.isFirst
      ? directory.forms(of: organisation).last.map { visit.citation($0.citation) } : nil
    guard !lines.isEmpty else { return source.map { "<div>\($0)</div>\n" } ?? .empty }
    return """
      <section><h2>\(words.history)</h2><ul>\(lines)</ul>\(source ?? .empty)</section>

      """
  }
}

/// What an organisation was called and where it belonged, each with its days.
struct OrganisationHistory {
  let visit: Visit
  let organisation: ID<Organisation>

  private var words: SiteWords { visit.words }

  /// Items of a list; what has always been so is not told.
  var lines: [HTML] {
    let names = visit.edition.search.book.names(of: .organisation(organisation))
      .filter { $0.kind != .misprint }
      .compactMap { name in
        visit.span(name.valid).map { span -> HTML in
          let verb = told(name.valid, words.wasCalled, now: words.isCalled)
          return "<li>\(verb) \(visit.name(name.text, in: name.language)) \(span)</li>"
        }
      }
    let parents = visit.directory.parents(of: organisation).compactMap { row in
      visit.span(row.valid).map { span -> HTML in
        let parent = visit.link(.organisation(row.parent))
        let verb = told(row.valid, words.belonged, now: words.belongs)
        return "<li>\(verb) \(parent) \(span)</li>"
      }
    }
    return names + parents
  }

  private func told(_ valid: DayRange, _ then: String, now: String) -> String {
    valid.contains(visit.day) ? now : then
  }
}
