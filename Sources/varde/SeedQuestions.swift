import Registry
import Routing
import Search
import SeedFiles
import Presentation

/// Asks the questions that come with seed files of the registry as it would be.
struct SeedQuestions {
  let bundle: SeedBundle
  let time: OsloTime
  /// The moment of a question that says none.
  let now: Moment

  /// Throws when one is not answered as its file says, naming every such one with its place.
  func ask(_ snapshot: Snapshot) throws {
    guard !bundle.questions.isEmpty else { return }
    let search = SearchIndex(compiling: snapshot, lexicon: .shipped)
    let routing = RoutingIndex(compiling: snapshot)
    let lines = bundle.questions.compactMap { question -> String? in
      fault(question, search, routing).map {
        "\(question.position.path):\(question.position.line): \(question.position.key): \($0)"
      }
    }
    guard lines.isEmpty else { throw QuestionRefusal(lines: lines) }
  }

  private func fault(
    _ question: SeedQuestion, _ search: SearchIndex, _ routing: RoutingIndex
  ) -> String? {
    let asked = question.asked
    guard let moment = asked["at"].map({ time.moment($0) }) ?? now else {
      return "`at` er ikke en dato (2026-03-01) eller et tidspunkt (2026-03-01T20:00)."
    }
    let text = QuestionText(
      asker: asked["asker"], workplace: asked["workplace"], place: asked["place"] ?? "",
      concern: asked["concern"], function: asked["function"], age: asked["age"],
      severity: asked["severity"], wishes: question.wishes, moment: moment)
    switch search.read(text) {
    case .refused(let refusal):
      let words = refusal.faults.map { "\($0.field.rawValue) «\($0.written)»" }
      return "Forstår ikke \(words.joined(separator: ", "))."
    case .understood(let understood, _):
      let rungs = routing.answer(understood).ladder.filter { $0.tier == question.tier }
      let doors = rungs.map { SeedQuestions.door($0.contact) }
      let isAnswered =
        doors.count >= question.doors.count
        && zip(doors, question.doors).allSatisfy { SeedQuestions.meets($0, $1) }
      guard !isAnswered else { return nil }
      return "Svaret begynner med \(doors.prefix(question.doors.count + 1).joined(separator: ", "))"
        + ", ikke \(question.doors.joined(separator: ", "))."
    }
  }

  private static func meets(_ door: String, _ wanted: String) -> Bool {
    door == wanted || (!wanted.contains("@") && !wanted.contains(":") && door.hasPrefix(wanted))
  }

  /// A door as seed files write it: by the keys of function, organisation and offering.
  private static func door(_ contact: Contact) -> String {
    if let words = contact.words { return words }
    if let offering = contact.offering { return "offering:\(offering.key)" }
    return "\(contact.function?.key ?? "")@\(contact.organisation?.key ?? "")"
  }
}

/// Questions of seed files that would not be answered as the files say.
struct QuestionRefusal: Error {
  let lines: [String]
}
