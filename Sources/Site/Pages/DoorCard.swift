import Registry
import Web

/// One door of the ladder: who it is, the number large, whether it is open, and why it is here.
struct DoorCard {
  private let visit: Visit
  private let why: Why
  private let relation: Relation
  private let contact: Contact
  private let asked: Moment
  private let words: SiteWords
  private let shared: any Words

  init(visit: Visit, rung: Rung, asked: Moment) {
    self.visit = visit
    self.asked = asked
    // Apart, so that to look at one of their many fields copies no other.
    why = rung.why
    relation = rung.relation
    contact = rung.contact
    words = visit.words
    shared = visit.shared
  }

  var html: HTML {
    """
    <article class="door"><h3>\(heading)</h3>
    \(mark)\(holder)\(channels)\(remarks)\(freshness)\(card)
    <details><summary>\(words.whyThis)</summary>\(reason)</details></article>

    """
  }

  private var heading: HTML {
    if let role = contact.words { return visit.told(role) }
    if let function = contact.function {
      let seats = contact.seats > 1 ? " (\(shared.seats(contact.seats)))" : ""
      return "\(visit.name(of: function, kind: .function))\(seats)"
    }
    if let offering = contact.offering { return visit.name(of: offering, kind: .offering) }
    return contact.organisation.map { visit.link(.organisation($0.id)) } ?? .empty
  }

  private var mark: HTML {
    switch relation {
    case .deputy, .covers, .added, .equal:
      "<p><span class=\"mark\">\(shared.relation(relation))</span></p>\n"
    case .first, .then: .empty
    }
  }

  private var holder: HTML {
    var lines: [HTML] = []
    if let person = contact.person { lines.append("<strong>\(visit.name(person))</strong>") }
    let isNamedAbove =
      contact.words == nil && contact.function == nil && contact.offering == nil
    if let organisation = contact.organisation, !isNamedAbove {
      lines.append(visit.link(.organisation(organisation.id)))
    }
    if !contact.alsoFunctions.isEmpty {
      let also = contact.alsoFunctions.map { visit.name(of: $0, kind: .function) }.joined(", ")
      lines.append("\(shared.phrase(.also)) \(also)")
    }
    if let via = contact.via {
      lines.append("\(shared.phrase(.via)) \(visit.link(.organisation(via.id)))")
    }
    if let ages = contact.ages { lines.append(visit.ages(ages)) }
    guard !lines.isEmpty else { return .empty }
    return "\(lines.map { "<p>\($0)</p>\n" as HTML })"
  }

  private var channels: HTML {
    guard contact.channels.isEmpty else {
      return "<ul class=\"channels\">\(contact.channels.map { line($0) })</ul>\n"
    }
    switch contact.status {
    case .ownWorkplace, .described:
      return "<p class=\"small soft\">\(shared.status(contact.status))</p>\n"
    case .vacant, .unknownNumber, .confirmed, .unconfirmed:
      return "<p class=\"soft\">\(shared.status(contact.status)). \(words.noPublicNumber)</p>\n"
    }
  }

  private func line(_ channel: AnswerChannel) -> HTML {
    let value = ChannelLines.value(ChannelText(channel), kind: channel.kind, visit: visit)
    var remarks: [HTML] = []
    if let label = channel.label { remarks.append(visit.told(label)) }
    if channel.kind.isImmediate, channel.value != nil { remarks.append(hours(channel)) }
    let small: HTML =
      remarks.isEmpty ? "" : "<br><span class=\"small\">\(remarks.joined(", "))</span>"
    let warnings = channel.warnings.map { "<br><strong>\(visit.told($0))</strong>" as HTML }
    return "<li>\(value)\(small)\(warnings)</li>"
  }

  private func hours(_ channel: AnswerChannel) -> HTML {
    let told = shared.hours(channel.hoursKind, windows: channel.hours)
    guard asked.minute != nil, channel.state == .open || channel.state == .closed else {
      return "\(told)"
    }
    let state: HTML = channel.state == .open ? "open" : "closed"
    let text = channel.state == .open ? words.unlocked : shared.state(.closed)
    return "<span class=\"state \(state)\">\(text)</span>\(opens(channel)), \(told)"
  }

  private func opens(_ channel: AnswerChannel) -> HTML? {
    channel.opensAt.map { time in
      let text =
        time.day == asked.day
        ? DateText.clock(time.minute) : DateText.long(time, in: visit.language)
      return " (\(shared.opens(text)))"
    }
  }

  private var remarks: HTML {
    guard !contact.doubts.isEmpty else { return .empty }
    return contact.doubts.map { doubt -> HTML in
      "<p class=\"small\">\(shared.phrase(.doubt)): \(visit.told(doubt))</p>\n"
    }.joined()
  }

  private var freshness: HTML {
    guard let day = contact.confirmedOn else { return .empty }
    // A seat without a number says that first, and was confirmed as long ago all the same.
    let isOld = contact.status == .unconfirmed || Confirmation.isOver(day, on: asked.day)
    return "\(visit.freshness(of: day, isOld: isOld))\n"
  }

  /// What saves the contact: the seat's card, else that of the organisation whose door it is.
  private var card: HTML {
    let owner =
      contact.designation.map { Subject.designation($0) }
      ?? (contact.words == nil && contact.function == nil
        ? contact.organisation.map { .organisation($0.id) } : nil)
    guard let owner, let card = visit.card(of: owner) else { return .empty }
    return "<p class=\"small noprint\">\(card)</p>\n"
  }

  private var reason: HTML {
    let quote: HTML? = (why.quote ?? contact.source?.quote).map {
      "<blockquote>\(visit.told($0))</blockquote>"
    }
    let plan: HTML? = why.plan.map { plan in
      let address = visit.address("/plan/\(plan.key)")
      let section: HTML? = why.section.map { ", \(visit.told($0))" }
      let day: HTML? = why.planDay.map { " (\(visit.long($0)))" }
      return """
        <p class="small"><a href="\(address)">\(visit.told(plan.text))</a>\(day)\(section)</p>
        """
    }
    let source: HTML? = contact.source.map { source in
      """
      <p class="small soft">\(shared.phrase(.source)): <cite>\(visit.told(source.document))</cite>\
      </p>
      """
    }
    return "<p>\(visit.told(why.text))</p>\(quote)\(plan)\(source)\(record)"
  }

  /// The record on which the contact stands whole.
  private var record: HTML? {
    guard let id = contact.designation, let seat = visit.directory.designations[id] else {
      return nil
    }
    return """
      <p class="small noprint"><a href="\(SeatLine(visit: visit, seat: seat).record)">\
      \(words.recordLink)</a></p>
      """
  }
}
