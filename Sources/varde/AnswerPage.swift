import Registry
import Search
import Presentation

/// An answer for a person at a terminal, in the order in which it is needed.
struct AnswerPage {
  let registry: OpenRegistry
  let words: any Words
  let console: Console
  /// Whether the sources' own words follow notices, steps and offerings too.
  var isFull = false

  func text(
    of answer: Answer, understood: [Understanding], notUnderstood: [NameFault] = [],
    reading: SentenceReading? = nil
  ) -> String {
    var page = TextPage(console)
    let isAcute = answer.question.severity == .acute
    let isPlaceAsked = notUnderstood.contains { $0.field == .place }
    let line = QuestionLine(registry: registry, words: words, isPlaceAsked: isPlaceAsked)
    page.line(line.text(answer.question), style: .dim)
    write(reading, on: answer.question.moment.day, &page)
    for remark in understood { page.line("* \(words.understanding(remark))") }
    write(notUnderstood, isPlaceAsked: isPlaceAsked, &page)
    let unmet = registry.search.unmetWishes(of: answer).map { words.wish($0) }
    if !unmet.isEmpty { page.line("! \(words.phrase(.unmet)): \(unmet.joined(separator: ", "))") }
    write(answer.ladder, answer.question, &page)
    write(warnings: answer.warnings, &page)
    write(answer.notices, &page)
    write(answer.steps, &page)
    write(answer.offerings, &page)
    write(answer.measures, &page)
    write(answer.skipped, &page)
    page.gap()
    if let bound = answer.holdsUntil {
      page.line(words.holdsUntil(clock(bound)), style: .dim)
    }
    let strip = AnswerPage.emergencyStrip(words: words, on: console)
    return isAcute ? strip + page.text : page.text + strip
  }

  /// How one's own words were read, the next readings, and whom words of danger call for.
  private func write(_ reading: SentenceReading?, on day: Day, _ page: inout TextPage) {
    guard let reading else { return }
    let own = OwnWords.of(words.language)
    func name(_ concern: ID<Concern>) -> String {
      registry.search.name(of: .concern(concern), language: words.language, on: day)
    }
    let age: String? =
      if case .years(let years)? = reading.age { words.years(String(years)) } else { nil }
    let parts = [
      reading.concern.map(name), reading.asker.map { words.asker($0) }, age,
      reading.severity.map { words.severity($0) },
    ].compactMap(\.self)
    if let code = reading.foreign {
      page.line("* \(own.foreignRead.replacing("{}", with: code))")
    } else if parts.isEmpty {
      page.line("* \(own.nothingRead)")
    } else {
      page.line("* \(own.readAs) \(parts.joined(separator: " · "))")
    }
    let others = reading.others.map(name)
    if !others.isEmpty { page.line("  \(own.meant) \(others.joined(separator: ", "))") }
    for danger in reading.dangers { page.line("! \(own.line(danger))") }
  }

  /// The one line that needs no registry.
  static func emergencyStrip(words: any Words, on console: Console) -> String {
    var page = TextPage(console)
    page.line(words.phrase(.emergencyFirst), style: .alarm)
    return page.text
  }

  /// What could not be read and what to write instead, above the answer that is given without it.
  private func write(_ faults: [NameFault], isPlaceAsked: Bool, _ page: inout TextPage) {
    guard !faults.isEmpty else { return }
    page.heading(words.phrase(.notUnderstood))
    for fault in faults {
      page.line("! \(words.fault(fault))")
      CandidateLines(fault: fault, words: words).write(on: &page)
    }
    guard isPlaceAsked else { return }
    page.gap()
    page.line("\(words.phrase(.meanwhile)):")
  }

  private func write(_ ladder: [Rung], _ question: Question, _ page: inout TextPage) {
    var tier: Tier?
    var rule: String?
    for rung in ladder {
      if rung.tier != tier {
        page.heading(words.tier(rung.tier))
        rule = nil
      }
      tier = rung.tier
      write(rung, question, &page)
      if rung.why.rule != rule { write(rung.why, &page) }
      rule = rung.why.rule
    }
  }

  private func write(_ rung: Rung, _ question: Question, _ page: inout TextPage) {
    let contact = ContactText(contact: rung.contact, words: words, day: question.moment.day)
    let lead = [.first, .then].contains(rung.relation) ? "" : "\(words.relation(rung.relation)): "
    page.line("\(rung.position). \(lead)\(contact.title)", style: .bold)
    for line in contact.people { page.line(line, indent: 3) }
    if let area = registry.search.part(of: question, answeredBy: rung.contact) {
      let name = registry.search.name(
        of: .area(area), language: words.language, on: question.moment.day)
      page.line("\(words.label(.area)): \(name)", indent: 3)
    }
    for channel in rung.contact.channels {
      page.line(line(channel), indent: 3, style: channel.state == .open ? .good : .plain)
      for warning in channel.warnings { page.line("! \(warning)", indent: 5) }
      write(channel, besides: rung.contact.source, &page)
    }
    for doubt in rung.contact.doubts {
      page.line("! \(words.phrase(.doubt)): \(doubt)", indent: 3)
    }
    for line in contact.facts(besides: rung.why.plan?.text) {
      page.line(line, indent: 3, style: .dim)
    }
    if isFull, let quote = rung.contact.source?.quote, quote != rung.why.quote {
      page.line("«\(quote)»", indent: 3, style: .dim)
    }
  }

  private func write(_ why: Why, _ page: inout TextPage) {
    page.line("\(words.phrase(.why)): \(why.text)", indent: 3)
    if let quote = why.quote { page.line("«\(quote)»", indent: 3, style: .dim) }
    let section = why.section.map { "\(words.phrase(.section)) \($0)" }
    let document = [why.plan?.text, section, why.planDay?.description].compactMap { $0 }
    if !document.isEmpty { page.line(document.joined(separator: ", "), indent: 3, style: .dim) }
  }

  /// The document of a channel's own, where it is not the contact's.
  private func write(
    _ channel: AnswerChannel, besides source: SourceLabel?, _ page: inout TextPage
  ) {
    guard let own = channel.source, own.document != source?.document else { return }
    let section = own.section.map { ", \(words.phrase(.section)) \($0)" } ?? ""
    page.line("\(words.phrase(.source)): \(own.document)\(section)", indent: 5, style: .dim)
  }

  private func line(_ channel: AnswerChannel) -> String {
    let text = ChannelText(channel.facts)
    let label = channel.label.map { " (\($0))" } ?? ""
    guard channel.isUsable else {
      return "\(words.channel(channel.kind)) «\(text.display)»: \(words.phrase(.unusable))"
    }
    let hours = words.hours(channel.hoursKind, windows: channel.hours)
    let state = channel.state == .unknown ? nil : words.state(channel.state)
    let opens = channel.opensAt.map { words.opens(clock($0)) }
    let rest = [hours, state, opens].compactMap { $0 }.joined(separator: ", ")
    return "\(words.channel(channel.kind)) \(text.display)\(label) – \(rest)"
  }

  private func clock(_ time: LocalTime) -> String {
    let (hour, minute) = (time.minute / 60, time.minute % 60)
    return "\(time.day) \(hour < 10 ? "0" : "")\(hour).\(minute < 10 ? "0" : "")\(minute)"
  }
}

/// The question as it was understood, in one line.
struct QuestionLine {
  let registry: OpenRegistry
  let words: any Words
  /// Whether it is not known where it is asked: then no place is told.
  var isPlaceAsked = false

  func text(_ question: Question) -> String {
    let code = registry.search.areas.code(of: question.place, on: question.moment.day)
    let place = "\(named(question))\(code.map { " (\($0))" } ?? "")"
    let workplace = question.workplace.map { place in
      switch place {
      case .unit(let unit): label(.organisation(unit), question)
      case .kind(let kind): label(.organisationKind(kind), question)
      }
    }
    let age: String? = question.age.map { age in
      switch age {
      case .unborn: words.phrase(.unborn)
      case .years(let years): words.years("\(years)")
      }
    }
    let parts: [(Phrase, String?)] = [
      (.place, isPlaceAsked ? nil : place), (.asker, words.asker(question.asker ?? .citizen)),
      (.workplace, workplace), (.concern, question.concern.map { label(.concern($0), question) }),
      (.function, question.function.map { label(.function($0), question) }), (.age, age),
      (.severity, words.severity(question.severity ?? .mild)),
      (.at, registry.time.text(question.moment)),
    ]
    let wishes = question.wishes.map { words.wish($0) }.sorted()
    return
      (parts.compactMap { part in part.1.map { "\(words.phrase(part.0)): \($0)" } } + wishes)
      .joined(separator: " · ")
  }

  /// The place with what tells it from its namesakes: `Heimdal i Trondheim, Trøndelag`.
  private func named(_ question: Question) -> String {
    registry.search.placeLine(
      of: question.place, on: question.moment.day, in: question.language
    ).map { $0.mark + label(.area($0.area), question) }.joined()
  }

  private func label(_ subject: Subject, _ question: Question) -> String {
    registry.search.name(of: subject, language: words.language, on: question.moment.day)
  }
}

/// A contact in words.
struct ContactText {
  let contact: Contact
  let words: any Words
  let day: Day

  /// The function before the organisation, and both before any person.
  var title: String {
    let what = contact.words ?? contact.offering?.text ?? contact.function?.text
    let parts = [what, contact.organisation?.name].compactMap { $0 }
    return parts.isEmpty ? words.status(contact.status) : parts.joined(separator: " – ")
  }

  var people: [String] {
    var lines: [String] = []
    if let person = contact.person { lines.append(person) }
    if contact.seats > 1 { lines.append(words.seats(contact.seats)) }
    if !contact.alsoFunctions.isEmpty {
      let functions = contact.alsoFunctions.map(\.text).joined(separator: ", ")
      lines.append("\(words.phrase(.also)): \(functions)")
    }
    if let via = contact.via { lines.append("\(words.phrase(.via)) \(via.name)") }
    return lines
  }

  /// How sure it is, how old, and where it stands; a document just named is not named again.
  func facts(besides document: String?) -> [String] {
    var lines: [String] = []
    let isOver = contact.confirmedOn.map { Confirmation.isOver($0, on: day) } ?? false
    switch contact.status {
    case .confirmed: break
    // The day tells it; of an area that has taken in others since, it does not.
    case .unconfirmed where isOver: break
    case .unconfirmed, .vacant, .unknownNumber, .ownWorkplace, .described:
      lines.append(words.status(contact.status))
    }
    if let ages = contact.ages { lines.append("\(words.phrase(.age)): \(words.ages(ages))") }
    let confirmed = contact.confirmedOn.map { confirmed in
      isOver
        ? words.confirmed(confirmed.description, yearsAgo: (day - confirmed) / 365)
        : words.confirmed(confirmed.description)
    }
    let source = contact.source.flatMap { source -> String? in
      let section = source.section.map { "\(words.phrase(.section)) \($0)" }
      let parts = [source.document == document ? nil : source.document, section]
      let text = parts.compactMap { $0 }.joined(separator: ", ")
      return text.isEmpty ? nil : "\(words.phrase(.source)): \(text)"
    }
    let origin = [confirmed, source].compactMap { $0 }.joined(separator: " · ")
    if !origin.isEmpty { lines.append(origin) }
    return lines
  }
}
