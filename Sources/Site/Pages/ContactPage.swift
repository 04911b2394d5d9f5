import Registry
import Search
import Presentation
import Web

/// The one record on which a seat stands whole: who holds it, how to reach them, what it rests on.
struct ContactPage {
  let visit: Visit
  let seat: Designation

  private var words: SiteWords { visit.words }
  private var subject: Subject { .designation(seat.id) }

  var html: HTML {
    let title =
      visit.text(.function(seat.function)) + ", " + visit.text(.organisation(seat.organisation))
    var shell = visit.shell(path: "\(Address.contacts)\(seat.key)", title: title)
    shell.hidesFromSearchEngines = true
    shell.json = "\(Address.API.designations)/\(seat.key)"
    return shell.page(
      """
      <h1>\(visit.name(.function(seat.function)))</h1>
      \(facts)\(channels)\(visit.doubts(about: subject))\(visit.links(of: subject))
      \(visit.citation(seat.citation))
      """)
  }

  private var facts: HTML {
    var facts = Facts(visit)
    facts.add(words.partOf, visit.link(.organisation(seat.organisation)))
    facts.add(words.kindLabel, visit.link(.function(seat.function)))
    facts.add(words.holderLabel, holder)
    facts.add(words.coversLabel, remit)
    facts.add(words.confirmedLabel, confirmed)
    return facts.html
  }

  /// Of very many, the record for programs has the rest.
  private var remit: HTML {
    SeatRemit(visit: visit, seat: seat.id, namesMax: Pagination.linesMax).html
  }

  private var confirmed: HTML {
    guard let day = seat.confirmedOn else { return "\(words.neverConfirmed)" }
    return visit.isOld(day)
      ? "<span class=\"old\">\(words.notConfirmedSince.filled(visit.long(day)))</span>"
      : "\(visit.long(day))"
  }

  private var holder: HTML? {
    let away = visit.directory.absences(of: seat.id, on: visit.day).compactMap { absence in
      visit.span(absence.valid).map { words.away.filled($0) }
    }.first
    let absent: HTML? = away.map { " <span class=\"mark\">\($0)</span>" }
    if seat.holding == .vacant { return "\(words.nobodyHolds)" }
    guard let person = visit.directory.name(of: seat.person) else { return absent }
    return "\(visit.name(person))\(absent)"
  }

  private var channels: HTML {
    let list = ChannelLines(visit: visit).list(of: subject)
    let card = visit.card(of: subject)
    return """
      <h2>\(words.contactTitle)</h2>
      \(list ?? "<p class=\"soft\">\(words.noChannel).</p>")\
      <p class="small noprint">\(card)</p>

      """
  }
}
