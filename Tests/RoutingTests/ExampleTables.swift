import Foundation
import Registry
import Routing
import SeedFiles
import Testing

/// The tables of examples that a contact owner can check: question, expected ladder, the reading.
///
/// They lie in `Examples/` beside an invented registry in the seed format.
@Suite struct ExampleTables {
  static let topics = [
    "total-order", "tiers", "gaps", "hours", "ages", "deputies", "places", "folding", "wishes",
    "functions", "dates",
  ]

  @Test("Every line of the table gives the ladder it promises", arguments: topics)
  func table(topic: String) throws {
    let examples = try ExampleRegistry()
    let lines = try ExampleRegistry.lines(of: topic)
    #expect(!lines.isEmpty)
    for line in lines {
      let answer = examples.index.answer(try examples.question(line.question))
      let ladder = LadderText(answer: answer, registry: examples.snapshot)
      for expectation in line.expectations {
        let isMet = ladder.meets(expectation)
        #expect(isMet, "\(topic): \(line.question)\n\(line.reading)\n\(ladder.whole)")
      }
    }
  }
}

/// One line of a table.
struct ExampleLine {
  let question: String
  let expectations: [String]
  let reading: String
}

/// The invented registry of the examples, read through the same door as every seed.
struct ExampleRegistry {
  let snapshot: Snapshot
  let index: RoutingIndex

  init() throws {
    let paths = try FileManager.default.contentsOfDirectory(atPath: ExampleRegistry.folder)
      .filter { $0.hasSuffix(".yaml") }.map { ExampleRegistry.folder + "/" + $0 }
    let bundle = try SeedReader(existing: Snapshot()).read(try SeedFolder.texts(at: paths))
    snapshot = bundle.snapshot
    index = RoutingIndex(compiling: bundle.snapshot)
  }

  static var folder: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples").path()
  }

  static func lines(of topic: String) throws -> [ExampleLine] {
    let text = try String(contentsOfFile: folder + "/\(topic).txt", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let parts = line.components(separatedBy: " || ")
      guard parts.count == 3 else {
        Issue.record("\(topic): not three columns: \(line)")
        return nil
      }
      return ExampleLine(
        question: parts[0], expectations: parts[1].components(separatedBy: " ; "),
        reading: parts[2])
    }
  }

  /// Reads `place=9901 concern=extremism …`; every value is a key of the registry.
  func question(_ text: String) throws -> Question {
    var values: [String: String] = [:]
    for word in text.split(separator: " ") {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      values[pair[0]] = try #require(pair.count == 2 ? pair[1] : nil)
    }
    let place = try #require(snapshot.areas.first { $0.key == values["place"] })
    let concern = try values["concern"].map { key in
      try #require(snapshot.concerns.first { $0.key == key })
    }
    return Question(
      asker: try values["asker"].map { try #require(Asker(rawValue: $0)) },
      workplace: try values["workplace"].map(workplace), place: place.id, concern: concern?.id,
      function: try values["function"].map(function), holds: try values["holds"].map(function),
      age: try values["age"].map { .years(try #require(Int($0))) },
      severity: try values["severity"].map { try #require(Severity(rawValue: $0)) },
      moment: try moment(values["at"] ?? "2026-06-01"),
      wishes: try Set(values["wish"].map { [try #require(Wish(rawValue: $0))] } ?? []))
  }

  private func function(_ key: String) throws -> ID<Function> {
    try #require(snapshot.functions.first { $0.key == key }).id
  }

  private func workplace(_ key: String) throws -> Question.Workplace {
    if let unit = snapshot.organisations.first(where: { $0.key == key }) { return .unit(unit.id) }
    return .kind(try #require(snapshot.organisationKinds.first { $0.key == key }).id)
  }

  private func moment(_ text: String) throws -> Moment {
    let day = try #require(Day(text.prefix(10)))
    guard text.count > 10 else { return Moment(day: day) }
    let time = text.dropFirst(11).split(separator: ":").compactMap { Int($0) }
    return Moment(day: day, minute: time[0] * 60 + time[1])
  }
}

/// An answer written the way the tables write it.
struct LadderText {
  let answer: Answer
  let registry: Snapshot

  var whole: String {
    Tier.allCases.map { "\($0.rawValue): \(text($0))" }.joined(separator: " ; ")
      + " ! \(answer.warnings.map(\.rawValue))"
      + " ; skipped: \(answer.skipped.map { "\($0.because.rawValue) \(name($0))" })"
  }

  /// One part of an expectation: a tier's ladder (`…` leaves the rest open, `!` names a warning),
  /// `112`, `notice: text`, `no notice: text` or `skipped: reason key`.
  func meets(_ expectation: String) -> Bool {
    let parts = expectation.components(separatedBy: " ! ")
    if parts.count > 1, !answer.warnings.contains(where: { $0.rawValue == parts[1] }) {
      return false
    }
    let (subject, wanted) = split(parts[0])
    switch subject {
    case "112": return answer.emergency.first?.number == "112"
    case "notice": return answer.notices.contains { $0.text == wanted }
    case "no notice": return !answer.notices.contains { $0.text == wanted }
    case "skipped":
      return answer.skipped.contains { "\($0.because.rawValue) \(name($0))" == wanted }
    default:
      guard let tier = Tier(rawValue: subject) else { return false }
      let ladder = text(tier, withStates: wanted.contains("["))
      if wanted.hasSuffix(" …") { return ladder.hasPrefix(wanted.dropLast(2)) }
      return ladder == wanted
    }
  }

  private func split(_ part: String) -> (subject: String, wanted: String) {
    let pair = part.components(separatedBy: ": ")
    return (pair[0], pair.dropFirst().joined(separator: ": "))
  }

  private func name(_ skipped: Skipped) -> String {
    skipped.function?.key ?? skipped.organisation?.key ?? ""
  }

  func text(_ tier: Tier, withStates: Bool = false) -> String {
    let rungs = answer.ladder.filter { $0.tier == tier }
    guard !rungs.isEmpty else { return "none" }
    var text = ""
    for (number, rung) in rungs.enumerated() {
      if number > 0 { text += LadderText.sign(of: rung, isFirstSpoken: false) }
      if rung.relation == .first { text += "*" }
      text += describe(rung.contact)
      if withStates { text += " [\(rung.contact.channels.first?.state.rawValue ?? "none")]" }
    }
    return text
  }

  private static func sign(of rung: Rung, isFirstSpoken: Bool) -> String {
    switch rung.relation {
    case .first, .then: " > "
    case .equal: " = "
    case .deputy: " / "
    case .covers: " ~ "
    case .added: " + "
    }
  }

  private func describe(_ contact: Contact) -> String {
    var text: String
    if let words = contact.words {
      text = "\"\(words)\""
    } else if let offering = contact.offering {
      text = "offering:\(offering.key)@\(contact.organisation?.key ?? "")"
    } else {
      text = "\(contact.function?.key ?? "")@\(contact.organisation?.key ?? "")"
    }
    if contact.seats > 1 { text += " ×\(contact.seats)" }
    for also in contact.alsoFunctions { text += " & \(also.key)" }
    switch contact.status {
    case .vacant, .unknownNumber, .ownWorkplace, .described: text += " (\(contact.status.rawValue))"
    case .confirmed, .unconfirmed: break
    }
    return text
  }
}
