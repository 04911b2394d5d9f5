import Registry
import Routing
import Presentation
import Web

/// The doors of an answer on its page, laid out as `AnswerDisplay` says.
struct AnswerLadder {
  let visit: Visit
  let answer: Answer
  let isAcute: Bool
  private let display: AnswerDisplay
  private let card: DoorCard

  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }

  init(visit: Visit, answer: Answer, isAcute: Bool) {
    self.visit = visit
    self.answer = answer
    self.isAcute = isAcute
    display = AnswerDisplay(
      answer, isOfficeTime: visit.edition.routing.isOfficeTime(answer.question.moment),
      natures: answer.ladder.map { visit.nature(of: $0.contact) })
    card = DoorCard(visit: visit, question: answer.question)
  }

  func write(on page: inout HTML) {
    if isAcute, answer.question.wishes.contains(.inWriting) { writingToPolice(on: &page) }
    remarks(on: &page)
    if display.isSilentFirst, !isAcute { beforehand(on: &page) }
    let sections = display.sections
    let repeated = display.repeated(in: sections)
    for (number, section) in sections.enumerated() {
      page += "<section class=\"tier "
      page.add(mark(section.title))
      page += "\"><h2>"
      page.add(number == 0 && isAcute ? words.whenSafe : text(section.title))
      page += "</h2>\n<ol class=\"ladder\">"
      for (order, places) in section.steps.enumerated() {
        step(places, isFirst: number == 0 && order == 0, repeated: repeated, on: &page)
      }
      page += "</ol>\n"
      age(of: section.places, on: &page)
      page += "</section>\n"
    }
    sending(sections, on: &page)
    silent(on: &page)
  }

  private func mark(_ title: AnswerDisplay.Title) -> String {
    switch title {
    case .start: "start"
    case .now: "now"
    case .tier(let tier): tier.rawValue
    case .last: "last"
    }
  }

  private func text(_ title: AnswerDisplay.Title) -> String {
    switch title {
    case .start: words.firstDoor
    case .now: words.answeringNow
    case .tier(let tier): shared.tier(tier)
    case .last: words.policeIfYouWant
    }
  }

  private func step(_ places: [Int], isFirst: Bool, repeated: Set<Int>, on page: inout HTML) {
    let isRepeated = places.allSatisfy { repeated.contains($0) }
    let look: HTML = isFirst && !isAcute ? " class=\"first\"" : isRepeated ? " class=\"same\"" : ""
    page += "<li\(look)>"
    page += Pictures.cairnOfStep
    page += "<div class=\"doors\">"
    // Seen where they stand: a rung is large, and to take it out of an array copies it.
    let rungs = answer.ladder.span
    for place in places {
      card.write(
        rungs[place], as: repeated.contains(place) ? .repeated : .whole,
        isBeside: place != places.first, on: &page)
    }
    page += "</div></li>\n"
  }

  // MARK: above the doors

  private func writingToPolice(on page: inout HTML) {
    page += "<p class=\"notice\">"
    page.add(words.acuteWriting)
    page += "<br><a class=\"number ring\" href=\"sms:112\">"
    page.add(words.doText)
    page += " <b>112</b></a></p>\n"
  }

  private func remarks(on page: inout HTML) {
    for remark in display.remarks {
      page += "<p class=\"wish\">"
      page.add(text(remark))
      page += "</p>\n"
    }
  }

  private func text(_ remark: AnswerDisplay.Remark) -> String {
    switch remark {
    case .policeLast: words.policeLast
    case .policeStays: words.policeStays
    case .onlyPolice: words.onlyPolice
    case .anonymityUnknown: words.anonymityUnknown
    case .nothingInWriting: words.nothingInWriting
    }
  }

  /// What an employee does first and no number leads to, in one line each.
  private func beforehand(on page: inout HTML) {
    for place in display.silent {
      let contact = answer.ladder[place].contact
      guard contact.status != .vacant else { continue }
      page += "<p class=\"beforehand\">"
      let sentence =
        contact.status == .ownWorkplace
        ? words.talkFirst : contact.status == .described ? "{}" : words.askWho
      let parts = sentence.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
      page.add(String(parts[0]))
      if contact.status == .ownWorkplace, let role = contact.words {
        visit.tell(role.prefix(1).lowercased() + role.dropFirst(), on: &page)
      } else {
        card.name(contact, on: &page)
        if contact.function != nil, let organisation = contact.organisation {
          page += ", "
          visit.link(organisation, on: &page)
        }
      }
      if parts.count > 1 { page.add(String(parts[1])) }
      page += "</p>\n"
    }
  }

  // MARK: below the doors

  /// How old what stands above is, once for all of it, and whom to ask when it is wrong.
  private func age(of places: [Int], on page: inout HTML) {
    let years = places.map { answer.ladder[$0].contact }
      .filter { $0.function != nil && card.isOld($0) }.compactMap { $0.confirmedOn?.year }
    guard let first = years.min(), let last = years.max() else { return }
    page += "<p class=\"small old\">"
    page.add(words.factsFrom.filled(first == last ? "\(first)" : "\(first)–\(last)"))
    page += "</p>\n"
  }

  /// The numbers to take along, with nothing of the question.
  private func sending(_ sections: [AnswerDisplay.Section], on page: inout HTML) {
    let text = numbers(sections)
    guard !text.isEmpty else { return }
    page += "<p class=\"actions noprint\"><button class=\"plain\" type=\"button\" data-copy=\""
    page.add(text)
    page += "\" data-copied=\""
    page.add(words.copied)
    page += "\" hidden>"
    page.add(words.copyNumbers)
    page += "</button> <a href=\"sms:?&amp;body="
    page.add(AnswerLadder.escaped(text))
    page += "\">"
    page.add(words.sendNumbers)
    page += "</a></p>\n"
  }

  private func numbers(_ sections: [AnswerDisplay.Section]) -> String {
    var lines: [String] = []
    var seen: Set<String> = []
    for place in sections.flatMap(\.places) {
      let contact = answer.ladder[place].contact
      let numbers = contact.channels.filter { channel in
        channel.isUsable && channel.kind == .phone && seen.insert(channel.written).inserted
          && channel.value.map { seen.insert($0).inserted || $0 == channel.written } ?? false
      }
      guard !numbers.isEmpty else { continue }
      let parts = [contact.function?.text, contact.organisation?.name].compactMap(\.self)
      let name = parts.isEmpty ? contact.words ?? "" : parts.joined(separator: ", ")
      let told = numbers.map { ChannelText($0.facts).display }.joined(separator: ", ")
      lines.append("\(name): \(told)")
    }
    return lines.joined(separator: "\n")
  }

  /// As a part of an address.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        escaped.append(Character(UnicodeScalar(byte)))
      default:
        escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return escaped
  }

  /// Doors without a channel, folded: nobody takes them for one that can be rung.
  private func silent(on page: inout HTML) {
    guard !display.silent.isEmpty else { return }
    page += "<details class=\"silent\"><summary>"
    page.add(words.namedOnly)
    page += " (\(display.silent.count))</summary><ul class=\"ladder\">"
    let rungs = answer.ladder.span
    for place in display.silent {
      page += "<li class=\"gap\">"
      card.write(rungs[place], on: &page)
      page += "</li>\n"
    }
    page += "</ul></details>\n"
  }
}

extension Visit {
  /// What a door is beyond what its contact says, by the kind of its organisation and its number.
  func nature(of contact: Contact) -> DoorNature {
    var nature: DoorNature = []
    if contact.channels.contains(where: { $0.value == DoorNature.childLineNumber }) {
      nature.insert(.childLine)
    }
    guard let organisation = contact.organisation else { return nature }
    var next = directory.form(of: organisation.id, on: day)?.kind
    var seen: Set<ID<OrganisationKind>> = []
    while let kind = next, seen.insert(kind).inserted, let row = directory.kinds[kind] {
      if DoorNature.policeKinds.contains(row.key) { nature.insert(.police) }
      if DoorNature.childrenKinds.contains(row.key) { nature.insert(.nearChildren) }
      next = row.parent
    }
    return nature
  }
}
