import Registry
import Presentation

/// The public ways to reach something, each with its hours and what to know about it.
struct ChannelLines {
  let visit: Visit

  /// A list, or nil when there is no public way.
  func list(of owner: Subject) -> HTML? {
    let items = visit.directory.channels(of: owner, on: visit.day).flatMap { lines($0) }
    return items.isEmpty ? nil : "<ul class=\"channels\">\(items)</ul>\n"
  }

  /// The telephone numbers alone, those reached via somebody else included.
  func phones(of owner: Subject) -> [(channel: Channel, text: ChannelText)] {
    visit.directory.channels(of: owner, on: visit.day).flatMap { channel in
      pointed(channel).filter { $0.kind == .phone && $0.isUsable }.map {
        ($0, ChannelText(kind: $0.kind, value: $0.canonical, written: $0.written))
      }
    }
  }

  func hours(_ channel: Channel) -> String {
    let windows = visit.directory.openings(of: channel.id).map {
      HoursLabel(weekdays: $0.weekdays, from: $0.from, until: $0.until, holidays: $0.holidays)
    }
    return visit.shared.hours(channel.hours, windows: windows)
  }

  private func lines(_ channel: Channel) -> [HTML] {
    let others = pointed(channel)
    guard others.first?.id != channel.id else { return [line(channel)] }
    let via = viaOwner(channel)
    return others.filter(\.kind.isImmediate).map { line($0, via: via) }
  }

  /// The channel itself, or those of the contact that it points to.
  private func pointed(_ channel: Channel) -> [Channel] {
    guard let via = viaOwner(channel) else { return [channel] }
    return visit.directory.channels(of: via, on: visit.day).filter { viaOwner($0) == nil }
  }

  private func viaOwner(_ channel: Channel) -> Subject? {
    if let organisation = channel.viaOrganisation { return .organisation(organisation) }
    return channel.viaDesignation.flatMap { seat in
      visit.directory.designations[seat].map { _ in .designation(seat) }
    }
  }

  private func line(_ channel: Channel, via: Subject? = nil) -> HTML {
    let text = ChannelText(kind: channel.kind, value: channel.canonical, written: channel.written)
    var remarks: [HTML] = []
    if let label = channel.label { remarks.append(visit.told(label)) }
    if let via, via.kind == .organisation {
      remarks.append("\(visit.shared.phrase(.via)) \(visit.link(via))")
    }
    if channel.audience != .anyone {
      remarks.append("\(visit.words.forAudience.filled(visit.shared.asker(channel.audience)))")
    }
    if channel.kind.isImmediate, channel.isUsable, channel.hours != .unknown {
      remarks.append("\(hours(channel))")
    }
    let warning: HTML? = channel.warning.map { "<br><strong>\(visit.told($0))</strong>" }
    let small: HTML =
      remarks.isEmpty ? "" : "<br><span class=\"small soft\">\(remarks.joined(", "))</span>"
    let value = HTML {
      ChannelLines.value(text, kind: channel.kind, visit: visit, on: &$0)
    }
    return "<li>\(value)\(small)\(warning)</li>"
  }

  /// The value as something to press, or as text that says it cannot be used.
  static func value(
    _ text: ChannelText, kind: ChannelKind, visit: Visit, on page: inout HTML
  ) {
    guard let dial = text.dial, isSafe(dial) else {
      if kind == .visit || kind == .post { return visit.tell(text.display, on: &page) }
      page += "<s>\(visit.told(text.display))</s> \(visit.shared.phrase(.unusable))"
      return
    }
    if kind == .sms { page += "\(visit.shared.channel(.sms)) " }
    let isNumber = kind == .phone || kind == .sms
    page += isNumber ? "<a class=\"number\" href=\"" : "<a href=\""
    page.add(dial)
    page += "\">"
    page.add(shown(text.display))
    page += "</a>"
  }

  /// The value as a large button that says what pressing it does.
  static func button(
    _ text: ChannelText, dial: String, kind: ChannelKind, visit: Visit, on page: inout HTML
  ) {
    guard isSafe(dial) else { return value(text, kind: kind, visit: visit, on: &page) }
    page += "<a class=\"number ring\" href=\""
    page.add(dial)
    page += "\">"
    page.add(verb(kind, visit.words))
    page += " <b>"
    page.add(shown(text.display))
    page += "</b></a>"
  }

  private static func verb(_ kind: ChannelKind, _ words: SiteWords) -> String {
    switch kind {
    case .sms: words.doText
    case .chat: words.doChat
    case .email: words.doMail
    case .form, .web: words.doForm
    case .phone, .visit, .post: words.doRing
    }
  }

  private static let hiddenSchemes = ["https://www.", "http://www.", "https://", "http://"]
  private static let safeSchemes = ["tel:", "sms:", "mailto:", "https://", "http://"]

  /// Without the scheme in front, which nobody reads.
  private static func shown(_ display: String) -> String {
    for scheme in hiddenSchemes
    where display.hasPrefix(scheme) {
      let rest = display.dropFirst(scheme.count)
      return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }
    return display
  }

  private static func isSafe(_ dial: String) -> Bool {
    safeSchemes.contains { dial.hasPrefix($0) }
  }
}

extension [HTML] {
  func joined(_ separator: HTML) -> HTML {
    var page = HTML.empty
    for (index, piece) in enumerated() {
      if index > 0 { page += separator }
      page += piece
    }
    return page
  }
}
