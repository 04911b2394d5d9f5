import Registry
import Presentation
import Web

/// One door of the ladder: who it is, the number large, whether it is open, and why it is here.
///
/// Written straight onto the page, and what it tells is looked at where it stands: an answer has
/// many doors, and a door many parts.
struct DoorCard {
  let visit: Visit
  let question: Question

  private var asked: Moment { question.moment }
  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }

  func write(_ rung: Rung, on page: inout HTML) {
    let seat = rung.contact.designation.flatMap { visit.directory.designations[$0] }
    page += "<article class=\"door\"><h3>"
    heading(rung.contact, on: &page)
    page += "</h3>\n"
    mark(rung.relation, on: &page)
    holder(rung.contact, on: &page)
    channels(rung.contact, on: &page)
    remarks(rung.contact, on: &page)
    freshness(rung.contact, on: &page)
    card(rung.contact, seat, on: &page)
    page += "\n<details><summary>"
    page.add(words.whyThis)
    page += "</summary>"
    reason(rung.why, rung.contact, on: &page)
    if let seat { record(seat, on: &page) }
    page += "</details></article>\n"
  }

  private func heading(_ contact: Contact, on page: inout HTML) {
    if let role = contact.words { return visit.tell(role, on: &page) }
    if let function = contact.function {
      visit.name(of: function, kind: .function, on: &page)
      if contact.seats > 1 { page += " (\(shared.seats(contact.seats)))" }
    } else if let offering = contact.offering {
      visit.name(of: offering, kind: .offering, on: &page)
    } else if let organisation = contact.organisation {
      visit.link(organisation, on: &page)
    }
  }

  private func mark(_ relation: Relation, on page: inout HTML) {
    switch relation {
    case .deputy, .covers, .added, .equal:
      page += "<p><span class=\"mark\">\(shared.relation(relation))</span></p>\n"
    case .first, .then: break
    }
  }

  private func holder(_ contact: Contact, on page: inout HTML) {
    if let person = contact.person {
      page += "<p><strong>"
      visit.name(person, on: &page)
      page += "</strong></p>\n"
    }
    let isNamedAbove =
      contact.words == nil && contact.function == nil && contact.offering == nil
    if let organisation = contact.organisation, !isNamedAbove {
      page += "<p>"
      visit.link(organisation, on: &page)
      page += "</p>\n"
    }
    if !contact.alsoFunctions.isEmpty {
      page += "<p>\(shared.phrase(.also))"
      for (number, function) in contact.alsoFunctions.enumerated() {
        page += number == 0 ? " " : ", "
        visit.name(of: function, kind: .function, on: &page)
      }
      page += "</p>\n"
    }
    if let via = contact.via {
      page += "<p>\(shared.phrase(.via)) "
      visit.link(via, on: &page)
      page += "</p>\n"
    }
    if let ages = contact.ages { page += "<p>\(visit.ages(ages))</p>\n" }
    if let area = visit.edition.search.part(of: question, answeredBy: contact) {
      page += "<p>"
      page.add(shared.label(.area))
      page += ": "
      visit.link(.area(area), on: &page)
      page += "</p>\n"
    }
  }

  private func channels(_ contact: Contact, on page: inout HTML) {
    guard contact.channels.isEmpty else {
      page += "<ul class=\"channels\">"
      for channel in contact.channels { line(channel, on: &page) }
      page += "</ul>\n"
      return
    }
    switch contact.status {
    case .ownWorkplace, .described:
      page += "<p class=\"small soft\">\(shared.status(contact.status))</p>\n"
    case .vacant, .unknownNumber, .confirmed, .unconfirmed:
      page += "<p class=\"soft\">\(shared.status(contact.status)). \(words.noPublicNumber)</p>\n"
    }
  }

  private func line(_ channel: AnswerChannel, on page: inout HTML) {
    page += "<li>"
    let text = ChannelText(channel.facts)
    ChannelLines.value(text, kind: channel.kind, visit: visit, on: &page)
    let hasHours = channel.kind.isImmediate && channel.isUsable
    if channel.label != nil || hasHours {
      page += "<br><span class=\"small\">"
      if let label = channel.label {
        visit.tell(label, on: &page)
        if hasHours { page += ", " }
      }
      if hasHours { hours(channel, on: &page) }
      page += "</span>"
    }
    for warning in channel.warnings { page += "<br><strong>\(visit.told(warning))</strong>" }
    page += "</li>"
  }

  private func hours(_ channel: AnswerChannel, on page: inout HTML) {
    let isJudged = channel.state == .open || channel.state == .closed
    if asked.minute != nil, isJudged {
      if channel.state == .open {
        page += "<span class=\"state open\">"
        page.add(words.unlocked)
      } else {
        page += "<span class=\"state closed\">"
        page.add(shared.state(.closed))
      }
      page += "</span>"
      if let time = channel.opensAt { opens(time, on: &page) }
      page += ", "
    }
    page.add(shared.hours(channel.hoursKind, windows: channel.hours))
  }

  private func opens(_ time: LocalTime, on page: inout HTML) {
    let text =
      time.day == asked.day
      ? DateText.clock(time.minute) : DateText.long(time, in: visit.language)
    page += " ("
    page.add(shared.opens(text))
    page += ")"
  }

  private func remarks(_ contact: Contact, on page: inout HTML) {
    for doubt in contact.doubts {
      page += "<p class=\"small\">\(shared.phrase(.doubt)): \(visit.told(doubt))</p>\n"
    }
  }

  private func freshness(_ contact: Contact, on page: inout HTML) {
    guard let day = contact.confirmedOn else { return }
    // A seat without a number says that first, and was confirmed as long ago all the same.
    let isOld = contact.status == .unconfirmed || Confirmation.isOver(day, on: asked.day)
    page += visit.freshness(of: day, isOld: isOld)
    page += "\n"
  }

  /// What saves the contact: the seat's card, else that of the organisation whose door it is.
  private func card(_ contact: Contact, _ seat: Designation?, on page: inout HTML) {
    if let seat {
      page += "<p class=\"small noprint\">"
      visit.card(of: seat, on: &page)
      page += "</p>\n"
    } else if contact.designation == nil, contact.words == nil, contact.function == nil,
      let organisation = contact.organisation
    {
      page += "<p class=\"small noprint\">"
      visit.card(of: organisation.id, key: organisation.key, on: &page)
      page += "</p>\n"
    }
  }

  private func reason(_ why: Why, _ contact: Contact, on page: inout HTML) {
    page += "<p>"
    visit.tell(why.text, on: &page)
    page += "</p>"
    if let quote = why.quote { tell(quote: quote, on: &page) }
    if let plan = why.plan {
      page += "<p class=\"small\">"
      visit.link(plan: plan, on: &page)
      if let day = why.planDay {
        page += " ("
        visit.long(day, on: &page)
        page += ")"
      }
      if let section = why.section {
        page += ", "
        visit.tell(section, on: &page)
      }
      page += "</p>"
    }
    guard let source = contact.source else { return }
    if let quote = source.quote, quote != why.quote { tell(quote: quote, on: &page) }
    tell(source, on: &page)
    for channel in contact.channels {
      if let own = channel.source, own.document != source.document { tell(own, on: &page) }
    }
  }

  private func tell(quote: String, on page: inout HTML) {
    page += "<blockquote>"
    visit.tell(quote, on: &page)
    page += "</blockquote>"
  }

  private func tell(_ source: SourceLabel, on page: inout HTML) {
    page += "<p class=\"small soft\">"
    page.add(shared.phrase(.source))
    page += ": <cite>"
    visit.tell(source.document, on: &page)
    page += "</cite>"
    if let day = source.day {
      page += " ("
      visit.long(day, on: &page)
      page += ")"
    }
    if let section = source.section {
      page += ", "
      visit.tell(section, on: &page)
    }
    page += "</p>"
  }

  /// The record on which the contact stands whole.
  private func record(_ seat: Designation, on page: inout HTML) {
    page += "<p class=\"small noprint\"><a href=\""
    visit.write(Address.contacts, seat.key, on: &page)
    page += "\">"
    page.add(words.recordLink)
    page += "</a></p>"
  }
}
