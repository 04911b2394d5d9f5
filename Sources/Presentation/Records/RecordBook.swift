package import Registry
package import Search

/// Makes records of everything in a snapshot, in one language, as of one day.
///
/// What has ended is told with its dates, not hidden: a record has a history.
package struct RecordBook: Sendable {
  let snapshot: Snapshot
  let index: SearchIndex
  let words: any Words
  let day: Day
  private let citations: [ID<Citation>: Citation]
  private let sources: [ID<Source>: Source]
  private let channelsByOwner: [Subject: [Channel]]
  private let openings: [ID<Channel>: [Opening]]
  let remits: [ID<Designation>: [Remit]]
  let presence: Presence
  private let doubts: [Subject: [Doubt]]
  private let linksBySubject: [Subject: [Link]]

  package init(snapshot: Snapshot, index: SearchIndex, words: any Words, day: Day) {
    self.snapshot = snapshot
    self.index = index
    self.words = words
    self.day = day
    citations = Dictionary(
      snapshot.citations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sources = Dictionary(
      snapshot.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let presence = Presence(snapshot)
    self.presence = presence
    channelsByOwner = Dictionary(
      grouping: snapshot.channels.only { presence.isWhole($0) }, by: \.owner)
    openings = Dictionary(grouping: snapshot.openings, by: \.channel)
    remits = Dictionary(
      grouping: snapshot.remits.only { presence.isWhole($0) }, by: \.designation)
    doubts = Dictionary(grouping: snapshot.doubts, by: \.subject)
    linksBySubject = Dictionary(grouping: snapshot.links, by: \.subject)
  }

  /// The whole record; nil when there is no such thing, or it is not for the public.
  package func record(of subject: Subject) -> Record? {
    let sections: [Record.Section?]? =
      switch subject.kind {
      case .area: area(ID(bits: subject.bits))
      case .organisation: organisation(ID(bits: subject.bits))
      case .function: function(ID(bits: subject.bits))
      case .person: person(ID(bits: subject.bits))
      case .designation: designation(ID(bits: subject.bits))
      case .concern: concern(ID(bits: subject.bits))
      case .plan: plan(ID(bits: subject.bits))
      case .measure: measure(ID(bits: subject.bits))
      case .step: step(ID(bits: subject.bits))
      case .rule: rule(ID(bits: subject.bits))
      case .notice: notice(ID(bits: subject.bits))
      case .offering: offering(ID(bits: subject.bits))
      case .source: source(ID(bits: subject.bits))
      case .organisationKind: organisationKind(ID(bits: subject.bits))
      case .areaKind: areaKind(ID(bits: subject.bits))
      case .readingMatter, .channel: nil
      }
    guard let sections else { return nil }
    let tail = [doubtSection(subject), linkSection(subject)]
    return Record(
      subject: subject, key: key(of: subject), name: name(of: subject),
      sections: (sections + tail).compactMap { $0 })
  }

  func name(of subject: Subject) -> String {
    index.book.label(of: subject, language: words.language, on: day) ?? ownName(of: subject)
      ?? key(of: subject) ?? ""
  }

  private func ownName(of subject: Subject) -> String? {
    switch subject.kind {
    case .source: sources[ID(bits: subject.bits)]?.title
    case .rule: snapshot.rules.first { $0.id.bits == subject.bits }?.text
    case .notice: snapshot.notices.first { $0.id.bits == subject.bits }?.text
    case .step:
      snapshot.steps.first { $0.id.bits == subject.bits }.map { "\($0.number) \($0.title)" }
    case .designation:
      snapshot.designations.first { $0.id.bits == subject.bits }.map {
        "\(name(of: .function($0.function))), \(name(of: .organisation($0.organisation)))"
      }
    case .channel:
      snapshot.channels.first { $0.id.bits == subject.bits }
        .map { "\(name(of: $0.owner)): \(channel($0).text)" }
    default: nil
    }
  }

  /// The seed key; what belongs to a plan has the plan's before its own.
  func key(of subject: Subject) -> String? {
    index.key(of: subject)
  }

  func source(of citation: ID<Citation>?) -> SourceLabel? {
    guard let citation = citation.flatMap({ citations[$0] }) else { return nil }
    let source = sources[citation.source]
    return SourceLabel(
      document: source?.title ?? "", section: citation.section, quote: citation.quote,
      day: source?.day)
  }

  func section(
    _ code: String, _ label: String, _ items: [Record.Item]
  ) -> Record.Section? {
    items.isEmpty ? nil : Record.Section(code: code, label: label, items: items)
  }

  /// A line that leads to another record.
  func item(
    _ subject: Subject, valid: DayRange = .always, source: SourceLabel? = nil
  ) -> Record.Item {
    var item = Record.Item(name(of: subject))
    item.reference = key(of: subject).map { Record.Reference(kind: subject.kind, key: $0) }
    item.valid = valid
    item.source = source
    return item
  }

  func field(_ code: String, _ label: String, _ text: String?) -> Record.Section? {
    text.flatMap { section(code, label, [Record.Item($0)]) }
  }

  /// The published channels of something, in the source's order; after a seat's those of its
  /// function.
  func channels(of owner: Subject) -> Record.Section? {
    var open = published(of: owner)
    if owner.kind == .designation,
      let seat = snapshot.designations.first(where: { $0.id.bits == owner.bits })
    {
      open += published(of: .function(seat.function))
    }
    return section("contacts", words.label(.contacts), open.map(channel))
  }

  private func published(of owner: Subject) -> [Channel] {
    channelsByOwner[owner, default: []]
      .filter { $0.visibility == .public }.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  func channel(_ channel: Channel) -> Record.Item {
    let text = ChannelText(
      kind: channel.kind, value: channel.isUsable ? channel.canonical : nil,
      written: channel.written)
    let via =
      channel.viaOrganisation.map { Subject.organisation($0) }
      ?? channel.viaDesignation.map { Subject.designation($0) }
    let label = channel.label.map { "\($0): " } ?? ""
    var item = Record.Item(
      via.map { "\(words.phrase(.via)) \(name(of: $0))" }
        ?? "\(label)\(words.channel(channel.kind)) \(text.display)")
    item.value = channel.isUsable ? channel.canonical : nil
    item.dial = text.dial
    item.valid = channel.valid
    item.source = source(of: channel.citation)
    item.reference = via.flatMap { subject in
      key(of: subject).map { Record.Reference(kind: subject.kind, key: $0) }
    }
    if !channel.isUsable { item.notes.append(words.phrase(.unusable)) }
    if via == nil { item.notes.append(hours(of: channel)) }
    if channel.audience != .anyone {
      item.notes.append("\(words.phrase(.forAsker)) \(words.asker(channel.audience))")
    }
    if let warning = channel.warning { item.notes.append(warning) }
    if let confirmed = channel.confirmedOn {
      item.notes.append(words.confirmed(confirmed.description))
    }
    item.notes += doubts[Subject(kind: .channel, bits: channel.id.bits), default: []].map(\.reason)
    return item
  }

  private func hours(of channel: Channel) -> String {
    let windows = openings[channel.id, default: []].map {
      HoursLabel(weekdays: $0.weekdays, from: $0.from, until: $0.until, holidays: $0.holidays)
    }
    return words.hours(channel.hours, windows: windows)
  }

  private func doubtSection(_ subject: Subject) -> Record.Section? {
    section(
      "doubts", words.phrase(.doubt),
      doubts[subject, default: []].map { doubt in
        var item = Record.Item(doubt.reason)
        item.source = source(of: doubt.citation)
        return item
      })
  }

  private func linkSection(_ subject: Subject) -> Record.Section? {
    let links = linksBySubject[subject, default: []].sorted { $0.position < $1.position }
    return section(
      "links", words.label(.links),
      links.map { link in
        var item = Record.Item(link.url.map { "\(link.text): \($0)" } ?? link.text)
        item.valid = link.valid
        item.source = source(of: link.citation)
        item.dial = link.isUsable ? link.url : nil
        if !link.isUsable { item.notes.append(words.phrase(.unusable)) }
        return item
      })
  }
}

extension RecordBook {
  /// How to ask for that record; of a channel its owner's; nil when it has no key.
  package func reference(_ subject: Subject) -> Record.Reference? {
    if subject.kind == .channel {
      return snapshot.channels.first { $0.id.bits == subject.bits }.flatMap { reference($0.owner) }
    }
    return key(of: subject).map { Record.Reference(kind: subject.kind, key: $0) }
  }

  /// What it is called.
  package func title(of subject: Subject) -> String {
    name(of: subject)
  }
}
