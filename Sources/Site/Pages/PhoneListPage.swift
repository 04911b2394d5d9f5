import Registry
import Search
import Presentation
import Web

/// A dated list of telephone numbers for the wall of a staff room, made to print on one page.
struct PhoneListPage {
  let visit: Visit
  let area: ID<Area>

  /// Which of its pages is shown.
  var number = 1

  private var words: SiteWords { visit.words }
  private var slug: String { PlaceSlug(area, in: visit).text }

  /// nil when it has no such page.
  var html: HTML? {
    let place = visit.text(.area(area))
    let contacts = PlaceContacts(visit: visit, area: area)
    var pages = Pagination(number: number)
    let rows = (contacts.here + contacts.wider).flatMap(rows) + services(contacts)
    let local = table(merged(rows), caption: place, &pages)
    let national = table(merged(national), caption: words.listNational, &pages)
    guard pages.isThere else { return nil }
    var shell = visit.shell(
      path: Pagination.path("\(Address.places)\(slug)\(Address.list)", number),
      title: words.listTitle.filled(place))
    shell.addresses = PlacePage.addresses(slug, list: true).mapValues {
      Pagination.path($0, number)
    }
    shell.json = PlacePage.json(area, in: visit)
    let back =
      PlacePage.addresses(slug)[visit.language] ?? visit.address("\(Address.places)\(slug)")
    let wide: HTML =
      contacts.isWide && pages.isFirst
      ? "<p class=\"soft\"><a href=\"\(back)\">\(words.widePlace)</a></p>\n" : .empty
    return shell.page(
      """
      <h1>\(words.listTitle.filled(place))</h1>
      <p>\(words.listDate.filled(visit.long(visit.day)))</p>
      \(wide)\(local)\(national)\(pages.links(back + Address.list, words))
      <p class="noprint"><button class="plain" type="button" data-print hidden>\(words.printPage)\
      </button></p>
      <p class="noprint"><a href="\(back)">\(words.backTo.filled(place))</a></p>
      """)
  }

  private struct Row: Hashable {
    let function: HTML
    let organisation: HTML
    let confirmed: Day?
    let number: String
    let dial: String
    let hours: String
  }

  private func rows(_ group: PlaceContacts.Group) -> [Row] {
    group.seats.flatMap { seat in
      numbers(
        .designation(seat.id), function: visit.name(.function(group.function)),
        organisation: visit.name(.organisation(seat.organisation)),
        confirmed: seat.confirmedOn)
    }
  }

  private func services(_ contacts: PlaceContacts) -> [Row] {
    contacts.organisations.flatMap { organisation in
      numbers(
        .organisation(organisation), function: visit.name(.organisation(organisation)),
        organisation: .empty)
    }
  }

  /// The helplines and services that serve the whole country.
  private var national: [Row] {
    let country = visit.areas.outward(from: area, on: visit.day).filter {
      visit.areas.kind(of: $0)?.key == "country"
    }
    return country.flatMap { visit.directory.services(in: $0) }
      .filter { $0.valid.contains(visit.day) }.map(\.organisation)
      .inNorwegianOrder { visit.text(.organisation($0)) }
      .flatMap { organisation in
        numbers(
          .organisation(organisation), function: visit.name(.organisation(organisation)),
          organisation: .empty)
      }
  }

  private func numbers(
    _ owner: Subject, function: HTML, organisation: HTML, confirmed: Day? = nil
  ) -> [Row] {
    let lines = ChannelLines(visit: visit)
    return lines.phones(of: owner).compactMap { channel, text in
      // A number that is another's and doubted for this contact stands at its owner alone: a sheet
      // on the wall has no room for the doubt.
      guard
        channel.owner == owner
          || visit.directory.doubts(
            about: Subject(kind: .channel, bits: channel.id.bits)
          ).isEmpty
      else { return nil }
      return text.dial.map {
        Row(
          function: function, organisation: organisation,
          confirmed: confirmed ?? channel.confirmedOn, number: text.display, dial: $0,
          hours: channel.hours == .unknown ? "" : lines.hours(channel))
      }
    }
  }

  private struct Contact: Hashable {
    let function: HTML
    let organisation: HTML
  }

  /// The numbers of one contact on one line, each once, in the order they came.
  private func merged(_ rows: [Row]) -> [[Row]] {
    var lines: [[Row]] = []
    var places: [Contact: Int] = [:]
    var seen: Set<Row> = []
    for row in rows where seen.insert(row).inserted {
      let contact = Contact(function: row.function, organisation: row.organisation)
      if let place = places[contact] {
        lines[place].append(row)
      } else {
        places[contact] = lines.count
        lines.append([row])
      }
    }
    return lines
  }

  private func table(_ lines: [[Row]], caption: String, _ pages: inout Pagination) -> HTML {
    guard !lines.isEmpty else {
      return pages.isFirst
        ? "<h2>\(caption)</h2><p class=\"soft\">\(words.listEmpty)</p>\n" : .empty
    }
    let rows = pages.part(of: lines)
    guard !rows.isEmpty else { return .empty }
    let hasHours = rows.joined().contains { !$0.hours.isEmpty }
    let lines = rows.map { row -> HTML in
      let confirmed = row.compactMap(\.confirmed).min().map {
        visit.confirmed($0)
      }
      let small = [row[0].organisation == .empty ? nil : row[0].organisation, confirmed]
        .compactMap(\.self)
      let organisation: HTML =
        small.isEmpty ? .empty : "<br><span class=\"small soft\">\(small.joined(", "))</span>"
      let numbers = row.map { "<a href=\"\($0.dial)\">\($0.number)</a>" as HTML }
      let hours: HTML? =
        hasHours ? "<td>\(row.map { "\($0.hours)" as HTML }.joined("<br>"))</td>" : nil
      return """
        <tr><th scope="row">\(row[0].function)\(organisation)</th>\
        <td>\(numbers.joined("<br>"))</td>\(hours)</tr>

        """
    }
    let when: HTML? = hasHours ? "<th scope=\"col\">\(words.listHours)</th>" : nil
    return """
      <table class="phones"><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(words.listFunction)</th><th scope="col">\(words.listNumber)</th>\
      \(when)</tr></thead>
      <tbody>\(lines)</tbody></table>

      """
  }
}
