import Registry
import Search
import Web

/// An organisation: how to reach it, who answers for what in it, where it belongs.
struct OrganisationPage {
  let visit: Visit
  let organisation: ID<Organisation>

  private var words: SiteWords { visit.words }
  private var subject: Subject { .organisation(organisation) }
  private var directory: Directory { visit.directory }

  var html: HTML {
    let key = directory.organisations[organisation]?.key ?? ""
    var shell = visit.shell(path: "/organisasjon/\(key)", title: visit.text(subject))
    shell.json = "/api/v1/organisations/\(organisation)"
    return shell.page(
      """
      <h1>\(visit.name(subject))</h1>
      \(facts)\(visit.doubts(about: subject))\(contact)\(seats)\(tree)\(members)\(offerings)\
      \(measures)\(visit.links(of: subject))\(history)
      """)
  }

  private var facts: HTML {
    var facts = Facts(visit)
    let form = directory.form(of: organisation, on: visit.day)
    facts.add(words.kindLabel, form.map { visit.name(.organisationKind($0.kind)) })
    facts.add(words.orgnrLabel, form?.orgnr.map { "\($0)" })
    facts.add(words.locationLabel, form?.location.map { visit.link(.area($0)) })
    let services = directory.services(of: organisation).filter { $0.valid.contains(visit.day) }
    let served = services.compactMap { service -> HTML? in
      if let area = service.area { return visit.link(.area(area)) }
      if let unit = service.unit { return visit.link(.organisation(unit)) }
      return service.unitKind.map { visit.name(.organisationKind($0)) }
    }
    facts.add(words.serves, served.joined(", "))
    let names = visit.edition.search.book.names(of: subject)
    let former = names.filter {
      $0.kind == .former || ($0.valid.until ?? visit.day + 1) <= visit.day
    }
    facts.add(words.formerly, former.map { visit.name($0.text, in: $0.language) }.joined(", "))
    return facts.html
  }

  private var contact: HTML {
    guard let channels = ChannelLines(visit: visit).list(of: subject) else { return .empty }
    return """
      <section><h2>\(words.contactTitle)</h2>
      \(channels)<p class="small noprint">\(visit.card(of: subject))</p></section>

      """
  }

  private var seats: HTML {
    let seats = directory.seats(in: organisation, on: visit.day).sorted { one, other in
      let left = visit.text(.function(one.function))
      let right = visit.text(.function(other.function))
      if left != right { return norwegian(left, right) }
      return (one.position, one.seat, one.key) < (other.position, other.seat, other.key)
    }
    guard !seats.isEmpty else {
      return ChannelLines(visit: visit).list(of: subject) == nil
        ? "<p class=\"soft\">\(words.noChannel).</p>\n" : .empty
    }
    let cards = seats.map { SeatLine(visit: visit, seat: $0).functionCard }
    return "<section><h2>\(words.contactsTitle)</h2>\n<ul class=\"cards\">\(cards)</ul></section>\n"
  }

  private var tree: HTML {
    OrganisationTree(visit: visit, organisation: organisation).html
  }

  private var members: HTML {
    let lines = directory.members(of: organisation).filter { $0.valid.contains(visit.day) }
      .map { member -> HTML in
        if let other = member.member { return "<li>\(visit.link(.organisation(other)))</li>" }
        return "<li>\(visit.told(member.text))</li>"
      }
    guard !lines.isEmpty else { return .empty }
    return "<section><h2>\(words.membersTitle)</h2><ol>\(lines)</ol></section>\n"
  }

  private var offerings: HTML {
    let offered = directory.offerings(by: organisation).filter { $0.valid.contains(visit.day) }
    guard !offered.isEmpty else { return .empty }
    let lines = offered.map { offering -> HTML in
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
    return """
      <section id="tilbud"><h2>\(words.offeringsTitle)</h2><ul class="cards">\(lines)</ul></section>

      """
  }

  private var measures: HTML {
    MeasureLinks(visit: visit, parties: directory.parties(played: organisation)).html
  }

  private var history: HTML {
    let lines = OrganisationHistory(visit: visit, organisation: organisation).lines
    let source = directory.forms(of: organisation).last.map { visit.citation($0.citation) }
    let list: HTML = lines.isEmpty ? .empty : "<h2>\(words.history)</h2><ul>\(lines)</ul>"
    return "<section>\(list)\(source ?? .empty)</section>\n"
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
