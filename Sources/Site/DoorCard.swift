import Registry
import Web

/// One door of the ladder: who it is, the number large, whether it is open, and why it is here.
struct DoorCard {
  let rung: Rung
  let asked: Moment
  let time: OsloTime
  let language: Language

  private var contact: Contact { rung.contact }
  private var words: SiteWords { .of(language) }
  private var shared: any Words { Web.words(in: language) }

  var html: HTML {
    """
    <article class="door"><h3>\(heading)</h3>
    \(relation)\(holder)\(channels)\(remarks)\(freshness)
    <details><summary>\(words.whyThis)</summary>\(why)</details></article>
    """
  }

  private var heading: HTML {
    if let role = contact.words { return "<span lang=\"nb\">\(role)</span>" }
    let seats = contact.seats > 1 ? " (\(shared.seats(contact.seats)))" : ""
    if let function = contact.function { return "\(function.text)\(seats)" }
    let name = contact.offering?.text ?? contact.organisation?.name ?? ""
    return "<span lang=\"nb\">\(name)</span>"
  }

  private var relation: HTML {
    switch rung.relation {
    case .deputy, .covers, .added, .equal:
      "<p><span class=\"mark\">\(shared.relation(rung.relation))</span></p>\n"
    case .first, .then: .empty
    }
  }

  private var holder: HTML {
    var lines: [HTML] = []
    if let person = contact.person { lines.append("<strong><bdi>\(person)</bdi></strong>") }
    let isNamedAbove = contact.function == nil && contact.offering == nil
    if let organisation = contact.organisation, !isNamedAbove {
      let address = Shell.address("/organisasjon/\(organisation.key)", in: language)
      lines.append("<a href=\"\(address)\" lang=\"nb\"><bdi>\(organisation.name)</bdi></a>")
    }
    if !contact.alsoFunctions.isEmpty {
      let also = contact.alsoFunctions.map(\.text).joined(separator: ", ")
      lines.append("\(shared.phrase(.also)) \(also)")
    }
    if let via = contact.via {
      lines.append("\(shared.phrase(.via)) <span lang=\"nb\">\(via.name)</span>")
    }
    if let ages = contact.ages { lines.append("\(shared.ages(ages))") }
    guard !lines.isEmpty else { return .empty }
    return lines.map { "<p>\($0)</p>\n" as HTML }.joined()
  }

  private var channels: HTML {
    let shown = contact.channels.map { channel -> HTML in
      let text = ChannelText(channel)
      let label: HTML? = channel.label.map { " <span class=\"small\" lang=\"nb\">\($0)</span>" }
      let warnings = channel.warnings.map { "<br><strong lang=\"nb\">\($0)</strong>" as HTML }
      guard let dial = text.dial else {
        return """
          <li><s lang="nb">\(channel.written)</s> \(shared.phrase(.unusable))\(warnings)</li>
          """
      }
      let large: HTML = channel.kind.isImmediate ? " class=\"number\"" : ""
      return """
        <li><a\(large) href="\(dial)">\(text.display)</a>\(label)
        <br><span class="small">\(hours(channel))</span>\(warnings)</li>
        """
    }
    if shown.isEmpty {
      switch contact.status {
      case .ownWorkplace, .described:
        return "<p class=\"small soft\">\(shared.status(contact.status))</p>\n"
      case .vacant, .unknownNumber, .confirmed, .unconfirmed:
        return """
          <p class="soft">\(shared.status(contact.status)). \(words.noPublicNumber)</p>

          """
      }
    }
    return "<ul class=\"channels\">\(shown)</ul>\n"
  }

  private func hours(_ channel: AnswerChannel) -> HTML {
    let told = shared.hours(channel.hoursKind, windows: channel.hours)
    guard asked.minute != nil, channel.state == .open || channel.state == .closed else {
      return "\(told)"
    }
    let state: HTML = channel.state == .open ? "open" : "closed"
    let opens = channel.opensAt.map { at in
      " "
        + shared.opens(time.text(at, after: asked).prefix(16).description.replacing("T", with: " "))
    }
    return """
      <span class="state \(state)">\(shared.state(channel.state))</span>\(opens ?? ""), \(told)
      """
  }

  private var remarks: HTML {
    contact.doubts.map { doubt -> HTML in
      "<p class=\"small\">\(shared.phrase(.doubt)): <span lang=\"nb\">\(doubt)</span></p>\n"
    }.joined()
  }

  private var freshness: HTML {
    guard let day = contact.confirmedOn else { return .empty }
    return "<p class=\"small soft\">\(shared.confirmed(day.description))</p>\n"
  }

  private var why: HTML {
    let quote: HTML? = (rung.why.quote ?? contact.source?.quote).map {
      "<blockquote lang=\"nb\">\($0)</blockquote>"
    }
    let plan: HTML? = rung.why.plan.map { plan in
      let address = Shell.address("/plan/\(plan.key)", in: language)
      let section = rung.why.section.map { ", \($0)" } ?? ""
      let day = rung.why.planDay.map { " (\($0))" } ?? ""
      return
        "<p class=\"small\"><a href=\"\(address)\" lang=\"nb\">\(plan.text)</a>\(day)\(section)</p>"
    }
    let source: HTML? = contact.source.map { source in
      "<p class=\"small soft\">\(shared.phrase(.source)): <span lang=\"nb\">\(source.document)</span></p>"
    }
    return "<p lang=\"nb\">\(rung.why.text)</p>\(quote)\(plan)\(source)"
  }
}
