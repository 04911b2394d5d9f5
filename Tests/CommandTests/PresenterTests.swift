import Foundation
import Registry
import Search
import Testing
import Presentation

@testable import varde

/// The three who tell an answer tell the same facts.
@Suite("JSON, page and terminal") struct PresenterTests {
  /// How one of them tells a field: by these words, or not at all, and why.
  enum Telling {
    case says(String)
    case silent(because: String)
  }

  struct Told {
    let json: Telling
    let page: Telling
    let terminal: Telling

    init(_ json: Telling, _ page: Telling, _ terminal: Telling) {
      self.json = json
      self.page = page
      self.terminal = terminal
    }

    /// Told by the same words, which JSON writes as they are.
    static func alike(_ text: String) -> Told { Told(.says(text), .says(text), .says(text)) }

    /// A key, which people never see but in addresses.
    static func key(_ text: String, page: String? = nil) -> Told {
      let unseen = Telling.silent(because: "a key is for programs")
      return Told(.says(text), page.map { .says($0) } ?? unseen, unseen)
    }

    static func nobody(_ reason: String) -> Told {
      Told(.silent(because: reason), .silent(because: reason), .silent(because: reason))
    }
  }

  private static let words = Presentation.words(in: .bokmål)

  /// Every field of a question, by its name.
  static func question(_ question: Question, _ time: OsloTime) -> [String: Told] {
    let byOrder = Telling.silent(because: "the language is that of the whole page")
    return [
      "asker": Told(.says("\"employee\""), .says(words.asker(.employee)), .says("ansatt")),
      "workplace": Told(.says("\"kultur\""), .says("Kulturenheten"), .says("Kulturenheten")),
      "place": Told(.says("\"9901\""), .says("Fjordvik"), .says("Fjordvik (9901)")),
      "concern": Told(.says("\"extremism\""), .says("ekstremisme"), .says("ekstremisme")),
      "function": Told(.says("\"police-contact\""), .says("politikontakt"), .says("politikontakt")),
      "holds": .nobody("it narrows whom the ladder names, and is read out of the words for asker"),
      "age": Told(
        .says("\"unborn\""), .says(words.phrase(.unborn)), .says(words.phrase(.unborn))),
      "severity": Told(
        .says("\"grave\""), .says(words.severity(.grave)), .says(words.severity(.grave))),
      "moment": Told(
        .says("\"at\":\"\(time.text(question.moment))\""),
        .silent(because: "the page asks about now, and says until when it holds"),
        .says(time.text(question.moment))),
      "wishes": Told(
        .says("\"anonymous\",\"not-police\""), .says(words.wish(.notPolice)),
        .says(words.wish(.notPolice))),
      "language": Told(byOrder, byOrder, byOrder),
    ]
  }

  /// Every field of a rung, by its way there; what stands in lists has the name of the list.
  static func rung(_ rung: Rung) -> [String: Told] {
    let seat = rung.contact.designation?.description ?? ""
    let hours = words.hours(.stated, windows: rung.contact.channels.first?.hours ?? [])
    let inOrder = Telling.silent(because: "the order of the list tells it")
    return [
      "position": Told(.says("\"position\":1"), inOrder, .says("1. ")),
      "tier": Told(.says("\"serious\""), .says(words.tier(.serious)), .says(words.tier(.serious))),
      "relation": Told(
        .says("\"deputy\""), .says(words.relation(.deputy)), .says(words.relation(.deputy))),
      "contact.facts.designation": .key(seat, page: "/kontakt/kontakten"),
      "contact.facts.function.key": .key("police-contact"),
      "contact.facts.function.text": .alike("politikontakt"),
      "contact.facts.organisation.id": .key("Politiet i Fjordvik"),
      "contact.facts.organisation.key": .nobody("its id stands beside its name"),
      "contact.facts.organisation.name": .alike("Politiet i Fjordvik"),
      "contact.facts.words": .alike("En rolle i ord"),
      "contact.facts.person": .alike("Testperson Nordmann"),
      "contact.facts.area": Told(.says("\"990101\""), .says("Nordbyen"), .says("Nordbyen")),
      "contact.facts.offering.key": .key("tilbud"),
      "contact.facts.offering.text": .alike("Tilbudet"),
      "contact.facts.doubts": .alike("En tvil om kontakten."),
      "contact.facts.source.document": .alike("Kontaktens dokument"),
      "contact.facts.source.section": .alike("avsnitt 7"),
      "contact.facts.source.quote": .alike("Kontaktens egne ord."),
      "contact.facts.source.day": Told(
        .says("1994-08-23"), .says("23. august 1994"),
        .silent(because: "the day of the confirmation tells how old it is; `show` has the source")),
      "contact.status": Told(
        .says("\"unconfirmed\""), .says("class=\"small old\""),
        .says(words.status(.unconfirmed))),
      "contact.confirmedOn": Told(.says("1994-07-24"), .says("24. juli 1994"), .says("1994-07-24")),
      "contact.seats": Told(.says("\"seats\":2"), .says(words.seats(2)), .says(words.seats(2))),
      "contact.alsoFunctions.key": .key("\"mentor\""),
      "contact.alsoFunctions.text": .alike("mentor"),
      "contact.ages": Told(.says("12-18 (23)"), .says("12–18 år"), .says("12–18 år")),
      "contact.via.id": .key("Kulturenheten"),
      "contact.via.key": .nobody("its id stands beside its name"),
      "contact.via.name": .alike("Kulturenheten"),
      "why.rule": .key("regelen"),
      "why.text": .alike("Hvorfor denne."),
      "why.plan.key": .key("planen", page: "/plan/planen"),
      "why.plan.text": .alike("Planen i ord"),
      "why.planDay": Told(
        .silent(because: "the contract names the plan, whose record has its day"),
        .says("19. juli 1993"), .says("1993-07-19")),
      "why.section": .alike("kapittel 3"),
      "why.quote": .alike("Planens egne ord."),
    ].merging(channel(hours)) { first, _ in first }
  }

  private static func channel(_ hours: String) -> [String: Told] {
    let start = "contact.channels."
    return [
      "kind": Told(.says("\"phone\""), .says("class=\"number\""), .says(words.channel(.phone))),
      "value": Told(.says("+4795263889"), .says("tel:+4795263889"), .says("952 63 889")),
      "isUsable": Told(
        .says("\"dial\":\"tel:+4795263889\""), .says("href=\"tel:+4795263889\""),
        .says("952 63 889")),
      "written": .alike("952 63 889"),
      "label": .alike("vakttelefon"),
      "hours": .alike(hours),
      "hoursKind": .alike(hours),
      "warnings": .alike("Kort åpningstid."),
      "source.document": .alike("Kanalens dokument"),
      "source.section": .alike("avsnitt 9"),
      "source.quote": .nobody("a channel stands by its document; none has words of its own here"),
      "source.day": .nobody("a channel stands by its document; `confirmed` is the day that counts"),
    ].reduce(into: [:]) { $0[start + "facts." + $1.key] = $1.value }
      .merging([
        start + "state": Told(
          .says("\"closed\""), .says(words.state(.closed)), .says(words.state(.closed))),
        start + "opensAt": Told(.says("T08:07"), .says("08.07"), .says("08.07")),
      ]) { first, _ in first }
  }

  @Test("tell every field of a question and of a rung")
  func told() throws {
    let snapshot = try Furnished.snapshot()
    let answer = Furnished.answer(over: snapshot)
    let first = try #require(answer.ladder.first)
    let registry = try OpenRegistry(snapshot)
    let json = String(
      decoding: AnswerJSON(index: registry.search, time: registry.time, language: .bokmål)
        .bytes(answer), as: UTF8.self)
    let page = try Furnished.page(of: answer, over: snapshot)
    let terminal = AnswerPage(
      registry: registry, words: PresenterTests.words, console: CapturedConsole().console,
      isFull: true
    ).text(of: answer, understood: [])
    func expect(_ told: [String: Told], of value: String) {
      for (field, told) in told {
        for (who, telling, text) in [
          ("JSON", told.json, json), ("page", told.page, page),
          ("terminal", told.terminal, terminal),
        ] {
          guard case .says(let words) = telling else { continue }
          #expect(text.contains(words), "\(who) does not tell \(value).\(field): \(words)")
        }
      }
    }
    expect(PresenterTests.question(answer.question, registry.time), of: "question")
    expect(PresenterTests.rung(first), of: "rung")
  }

  @Test("and no field is without a telling, or told though it is not there any more")
  func complete() throws {
    let snapshot = try Furnished.snapshot()
    let answer = Furnished.answer(over: snapshot)
    let first = try #require(answer.ladder.first)
    let asked = Fields(of: answer.question)
    let asking = PresenterTests.question(answer.question, try OsloTime())
    #expect(Set(asking.keys) == asked.all, "the fields of Question")
    #expect(asked.empty.isEmpty, "furnished with nothing")
    let rungs = answer.ladder.map { Fields(of: $0) }
    let all = rungs.reduce(into: Set<String>()) { $0.formUnion($1.all) }
    let full = rungs.reduce(into: Set<String>()) { $0.formUnion($1.all.subtracting($1.empty)) }
    let known = Set(PresenterTests.rung(first).keys)
    // A field that is empty has no fields of its own: those of the rung that has it count.
    let open = all.filter { field in !full.contains { $0.hasPrefix(field + ".") } }
    #expect(open == known, "the fields of Rung")
    let silent = open.subtracting(full)
    #expect(silent == ["contact.channels.facts.source.quote", "contact.channels.facts.source.day"])
  }
}

/// The stored fields of a value, down to those that are told as one.
private struct Fields {
  private(set) var all: Set<String> = []
  /// Those that hold nothing.
  private(set) var empty: Set<String> = []

  init(of value: Any) {
    for child in Mirror(reflecting: value).children {
      if let label = child.label { walk(child.value, label) }
    }
  }

  private mutating func walk(_ value: Any, _ path: String) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let some = mirror.children.first else { return note(path, isEmpty: true) }
      walk(some.value, path)
    case .collection where path.hasSuffix(".hours") || path.hasSuffix(".warnings"):
      note(path, isEmpty: mirror.children.isEmpty)
    case .collection:
      guard !mirror.children.isEmpty else { return note(path, isEmpty: true) }
      for child in mirror.children { walk(child.value, path) }
    case .struct where Fields.isWhole(value), .set, .enum, .none: note(path, isEmpty: false)
    default:
      for child in mirror.children { walk(child.value, "\(path).\(child.label ?? "")") }
    }
  }

  private mutating func note(_ path: String, isEmpty: Bool) {
    // Room for what is made of a value is no field of it.
    guard !Fields.rooms.contains(path.split(separator: ".").last.map(String.init) ?? "") else {
      return
    }
    all.insert(path)
    if isEmpty { empty.insert(path) }
  }

  private static let rooms: Set<String> = [
    "asked", "beforeStatus", "afterChannels", "beforeState", "afterState", "told",
  ]

  /// What is told as one, whatever it is made of.
  private static func isWhole(_ value: Any) -> Bool {
    value is Day || value is Moment || value is LocalTime || value is AgeRange || value is String
      || value is Language
      || value is ID<Area> || value is ID<Designation> || value is ID<Organisation>
      || value is ID<Concern> || value is ID<Function>
  }
}
