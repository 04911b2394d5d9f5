import Registry
import Presentation
import Web

/// One door of the ladder: who it is, a button that rings it, whether it is open, and why it is
/// here.
///
/// Written straight onto the page, and what it tells is looked at where it stands: an answer has
/// many doors, and a door many parts.
struct DoorCard {
  /// How much of a door is shown.
  enum Look {
    case whole
    /// All its channels stand above already: what is its own are its name and its reason.
    case repeated
  }

  let visit: Visit
  let question: Question

  private var asked: Moment { question.moment }
  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }
  private var prefersWriting: Bool { question.wishes.contains(.inWriting) }
  /// Many of the young do not ring: what else is open is as large to them as a telephone.
  private var mayWrite: Bool {
    question.asker == .youngPerson
      || question.age.map { $0.number < 26 } ?? false
        && question.asker == .affected
  }

  /// - Parameter isBeside: whether another door stands before it in the same step.
  func write(_ rung: Rung, as look: Look = .whole, isBeside: Bool = true, on page: inout HTML) {
    let contact = rung.contact
    page += look == .whole ? "<article class=\"door\"><h3>" : "<div class=\"door same\"><p>"
    heading(contact, on: &page)
    page += look == .whole ? "</h3>\n" : "</p>\n"
    mark(rung, isBeside: isBeside, on: &page)
    switch look {
    case .whole:
      organisation(contact, on: &page)
      channels(contact, on: &page)
      facts(contact, on: &page)
    case .repeated:
      page += "<p class=\"small\">"
      page.add(words.sameNumber)
      page.add(
        contact.channels.first(where: \.isUsable).map { ChannelText($0.facts).display } ?? "")
      page += "</p>\n"
    }
    asking(contact, on: &page)
    reasons(rung, on: &page)
    page += look == .whole ? "</article>\n" : "</div>\n"
  }

  private func heading(_ contact: Contact, on page: inout HTML) {
    name(contact, on: &page)
    guard contact.words == nil else { return }
    if let person = contact.person {
      page += " <span class=\"holder\">"
      visit.name(person, on: &page)
      page += "</span>"
    } else if !isNamedByOrganisation(contact), let organisation = contact.organisation {
      page += " <span class=\"holder\">"
      visit.link(organisation, on: &page)
      page += "</span>"
    }
  }

  private func isNamedByOrganisation(_ contact: Contact) -> Bool {
    contact.words == nil && contact.function == nil && contact.offering == nil
  }

  /// Who it is, without the holder.
  func name(_ contact: Contact, on page: inout HTML) {
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

  private func mark(_ rung: Rung, isBeside: Bool, on page: inout HTML) {
    let isTold =
      switch rung.relation {
      case .deputy, .added: true
      case .equal: isBeside
      case .covers: AnswerDisplay.isKnownOpen(rung.contact)
      case .first, .then: false
      }
    guard isTold else { return }
    page += "<p><span class=\"mark\">\(shared.relation(rung.relation))</span></p>\n"
  }

  private func organisation(_ contact: Contact, on page: inout HTML) {
    guard let organisation = contact.organisation, !isNamedByOrganisation(contact),
      contact.person != nil || contact.words != nil
    else { return }
    page += "<p>"
    visit.link(organisation, on: &page)
    page += "</p>\n"
  }

  /// What else is known of the door, below what rings it.
  private func facts(_ contact: Contact, on page: inout HTML) {
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

  // MARK: channels

  private func channels(_ contact: Contact, on page: inout HTML) {
    guard contact.channels.isEmpty else {
      page += "<ul class=\"channels\">"
      let pressed = pressed(contact)
      for channel in pressed { line(channel, isPressed: true, on: &page) }
      for channel in contact.channels where !pressed.contains(channel) {
        line(channel, isPressed: false, on: &page)
      }
      page += "</ul>\n"
      return
    }
    switch contact.status {
    case .ownWorkplace, .described:
      page += "<p class=\"small soft\">\(shared.status(contact.status))</p>\n"
    case .vacant, .unknownNumber, .confirmed, .unconfirmed:
      page += "<p class=\"soft\">\(shared.status(contact.status)).</p>\n"
    }
  }

  /// Which channels are buttons: the telephone, what else is known to be open, and for who cannot
  /// ring what can be written to, with no telephone among them.
  private func pressed(_ contact: Contact) -> [AnswerChannel] {
    let usable = contact.channels.filter { $0.isUsable && $0.state != .closed }
    if prefersWriting {
      let written = usable.filter { $0.kind.isWritten && $0.kind != .post }
      return written.filter { $0.state == .open } + written.filter { $0.state != .open }
    }
    let first = usable.first { $0.kind == .phone }
    return usable.filter { channel in
      switch channel.kind {
      case .phone: channel == first || channel.state == .open
      case .sms, .chat: channel.state == .open && mayWrite
      case .email, .form, .web, .visit, .post: false
      }
    }
  }

  private func line(_ channel: AnswerChannel, isPressed: Bool, on page: inout HTML) {
    page += "<li>"
    let text = ChannelText(channel.facts)
    if isPressed, let dial = text.dial {
      ChannelLines.button(text, dial: dial, kind: channel.kind, visit: visit, on: &page)
    } else {
      ChannelLines.value(text, kind: channel.kind, visit: visit, on: &page)
    }
    let hasHours =
      channel.kind.isImmediate && channel.isUsable
      && (isPressed || channel.hoursKind != .unknown || channel.label == nil)
    if channel.label != nil || hasHours {
      page += "<br><span class=\"small\">"
      if hasHours { hours(channel, on: &page) }
      if let label = channel.label {
        if hasHours { page += " · " }
        visit.tell(label, on: &page)
      }
      page += "</span>"
    }
    for warning in channel.warnings {
      page += "<br><span class=\"small caution\">\(visit.told(warning))</span>"
    }
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
      if let time = channel.opensAt { opens(time, on: &page) }
      page += ", </span>"
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

  /// What to ask for at a number that more than one function answers.
  private func asking(_ contact: Contact, on page: inout HTML) {
    guard contact.person == nil, let function = contact.function, contact.via == nil,
      contact.channels.contains(where: { $0.isUsable && $0.kind == .phone })
    else { return }
    page += "<p class=\"small\">"
    page.add(words.askFor)
    page += " "
    visit.name(of: function, kind: .function, on: &page)
    page += ".</p>\n"
  }

  private func doubts(_ contact: Contact, on page: inout HTML) {
    for doubt in contact.doubts {
      page += "<p class=\"small\">\(shared.phrase(.doubt)): \(visit.told(doubt))</p>\n"
    }
  }

  // MARK: why it stands here

  private func reasons(_ rung: Rung, on page: inout HTML) {
    let seat = rung.contact.designation.flatMap { visit.directory.designations[$0] }
    page += "<details><summary>"
    page.add(words.whyThis)
    page += "<span class=\"unseen\"> – "
    name(rung.contact, isLinked: false, on: &page)
    page += "</span></summary>"
    reason(rung.why, rung.contact, on: &page)
    doubts(rung.contact, on: &page)
    freshness(rung.contact, on: &page)
    card(rung.contact, seat, on: &page)
    if let seat { record(seat, on: &page) }
    page += "</details>"
  }

  /// The same without a link, for what is pressed itself.
  private func name(_ contact: Contact, isLinked: Bool, on page: inout HTML) {
    if let organisation = contact.organisation, isNamedByOrganisation(contact) {
      visit.name(.organisation(organisation.id), on: &page)
    } else {
      name(contact, on: &page)
      if let person = contact.person {
        page += ", "
        visit.name(person, on: &page)
      }
    }
  }

  private func freshness(_ contact: Contact, on page: inout HTML) {
    guard let day = contact.confirmedOn else { return }
    page += visit.freshness(of: day, isOld: isOld(contact))
    page += "\n"
  }

  /// Whether a contact was confirmed too long ago to be believed; a seat without a number says that
  /// first, and was confirmed as long ago all the same.
  func isOld(_ contact: Contact) -> Bool {
    guard let day = contact.confirmedOn else { return false }
    return contact.status == .unconfirmed || Confirmation.isOver(day, on: asked.day)
  }

  /// What saves the contact: the seat's card, else that of the organisation whose door it is.
  private func card(_ contact: Contact, _ seat: Designation?, on page: inout HTML) {
    guard contact.channels.contains(where: \.isUsable) else { return }
    if let seat {
      page += "<p class=\"small noprint\">"
      visit.card(of: seat, on: &page)
      page += "</p>\n"
    } else if contact.designation == nil, isNamedByOrganisation(contact),
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
    page += "<span class=\"unseen\"> – "
    visit.name(.function(seat.function), on: &page)
    page += "</span></a></p>"
  }
}
