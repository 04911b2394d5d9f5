import Presentation
import Foundation
import Registry

@testable import varde

/// How near an outcome came to what was expected, and why it is not exact.
struct Judgement {
  enum Grade: String, CaseIterable {
    case exact, partial, wrong, invented
  }

  let grade: Grade
  let reasons: [String]

  init(_ question: SeedQuestion, _ outcome: Outcome, seedDigits: SeedDigits) {
    let invented = outcome.values.filter { !seedDigits.hold($0) }
    guard invented.isEmpty else {
      grade = .invented
      reasons = ["not in Seed: \(invented)"]
      return
    }
    var reasons: [String] = []
    var matched: [Rung] = []
    var met = 0
    for expectation in question.expectations {
      let meeting = Meeting(expectation, outcome)
      matched += meeting.rungs
      if meeting.isMet { met += 1 } else { reasons.append("\(expectation): \(meeting.found)") }
    }
    reasons += Judgement.missingNumbers(question, outcome, matched)
    let quote = question.given.quote.folded
    if !outcome.texts.contains(where: { $0.folded.contains(quote) }) {
      reasons.append("the quote is missing: \(quote)")
    }
    self.reasons = reasons
    let isNear = met > 0 || question.expectations.contains { Meeting($0, outcome).isNear }
    grade = reasons.isEmpty ? .exact : isNear ? .partial : .wrong
  }

  /// Every number of the question must stand in the expected rungs; one that is no number is shown
  /// as it was written, marked, and never dialled.
  private static func missingNumbers(
    _ question: SeedQuestion, _ outcome: Outcome, _ matched: [Rung]
  ) -> [String] {
    let channels = matched.flatMap(\.contact.channels)
    return question.given.phone.split(separator: "/").compactMap { part -> String? in
      let written = part.trimmingPrefix(while: \.isWhitespace)
      let text = String(written.reversed().drop(while: \.isWhitespace).reversed())
      if text == "–" { return nil }
      guard let number = try? PhoneNumber(text) else {
        let isShown = channels.contains { $0.written == text && $0.value == nil }
        return isShown ? nil : "\(text) is not shown as it was written"
      }
      if number.kind == .emergency, case .answer(let answer) = outcome {
        return answer.emergency.contains { $0.number == text } ? nil : "\(text) is missing"
      }
      let values = matched.isEmpty ? outcome.values : channels.compactMap(\.value)
      return values.contains(number.canonical) ? nil : "\(text) is missing"
    }
  }
}

/// One part of an expectation held against an outcome.
struct Meeting {
  let isMet: Bool
  /// Whether what is expected stands somewhere, if not first.
  let isNear: Bool
  let rungs: [Rung]
  let found: String

  init(_ expectation: String, _ outcome: Outcome) {
    let (subject, wanted) = Meeting.split(expectation)
    if case .answer(let answer) = outcome, let tier = Tier(rawValue: subject) {
      self.init(ladder: answer.ladder.filter { $0.tier == tier }, wanted: wanted)
      return
    }
    let isMet: Bool
    switch (subject, outcome) {
    case ("112", .answer(let answer)):
      isMet = answer.question.severity == .acute && answer.emergency.first?.number == "112"
    case ("notice", .answer(let answer)):
      isMet = answer.notices.contains { $0.kind.rawValue == wanted }
    case ("notice", .record(let record)):
      isMet = record.sections.flatMap(\.items).contains { $0.code == wanted }
    case ("step", .answer(let answer)):
      isMet = answer.steps.contains { "\($0.plan.key)/\($0.number)" == wanted && $0.isHere }
    case ("step", .record(let record)):
      isMet = record.subject.kind == .step && record.key == wanted
    case ("measure", _): isMet = Meeting.hasMeasure(wanted, outcome)
    default: isMet = false
    }
    self.init(isMet: isMet, isNear: isMet, rungs: [], found: isMet ? "" : "not there")
  }

  private init(isMet: Bool, isNear: Bool, rungs: [Rung], found: String) {
    self.isMet = isMet
    self.isNear = isNear
    self.rungs = rungs
    self.found = found
  }

  /// `a = b > c`: a and b stand first in any order, then c; several seats of one door side by side.
  private init(ladder: [Rung], wanted: String) {
    let steps = wanted.components(separatedBy: " > ").map { $0.components(separatedBy: " = ") }
    var rest = ladder[...]
    var isMet = true
    for doors in steps {
      let standing = rest.prefix { rung in doors.contains { Meeting.fits(rung, $0) } }
      rest = rest.dropFirst(standing.count)
      let areAllThere = doors.allSatisfy { door in standing.contains { Meeting.fits($0, door) } }
      isMet = isMet && areAllThere
    }
    let doors = steps.flatMap { $0 }
    let rungs = ladder.filter { rung in doors.contains { Meeting.fits(rung, $0) } }
    self.init(
      isMet: isMet, isNear: !rungs.isEmpty, rungs: rungs,
      found: ladder.map(Meeting.text).joined(separator: " > "))
  }

  /// `function@organisation (status)`, `@organisation`, `offering:key` or `"words"`; without a
  /// status the rung must not be a gap.
  static func fits(_ rung: Rung, _ door: String) -> Bool {
    var door = door
    var status: String?
    if door.hasSuffix(")"), let open = door.range(of: " (", options: .backwards) {
      status = String(door[open.upperBound...].dropLast())
      door = String(door[..<open.lowerBound])
    }
    let contact = rung.contact
    let isGap = contact.status == .vacant || contact.status == .unknownNumber
    guard status.map({ $0 == contact.status.rawValue }) ?? !isGap else { return false }
    if door.hasPrefix("\"") {
      return contact.words?.hasPrefix(door.trimmingCharacters(in: ["\""])) ?? false
    }
    if let key = door.split(separator: ":").last, door.hasPrefix("offering:") {
      return contact.offering?.key == String(key)
    }
    let parts = door.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, contact.organisation?.key == parts[1] else { return false }
    let functions = [contact.function?.key].compactMap { $0 } + contact.alsoFunctions.map(\.key)
    return parts[0].isEmpty || functions.contains(parts[0])
  }

  static func text(_ rung: Rung) -> String {
    let contact = rung.contact
    let name =
      contact.words.map { "\"\($0)\"" } ?? contact.offering.map { "offering:\($0.key)" }
      ?? "\(contact.function?.key ?? "")@\(contact.organisation?.key ?? "")"
    let isPlain = contact.status == .confirmed || contact.status == .unconfirmed
    return isPlain ? name : "\(name) (\(contact.status.rawValue))"
  }

  /// `plan/number parties a > b`: the parties in that order, first to last.
  private static func hasMeasure(_ wanted: String, _ outcome: Outcome) -> Bool {
    let parts = wanted.components(separatedBy: " parties ")
    let parties = parts.count > 1 ? parts[1].components(separatedBy: " > ") : []
    switch outcome {
    case .answer(let answer):
      return answer.measures.contains { measure in
        "\(measure.plan.key)/\(measure.number)" == parts[0]
          && (parties.isEmpty || measure.responsible == parties)
      }
    case .record(let record):
      let found = record.sections.first { $0.code == "responsible" }?.items.map(\.text) ?? []
      return record.key == parts[0] && (parties.isEmpty || found == parties)
    case .finding: return false
    }
  }

  private static func split(_ expectation: String) -> (subject: String, wanted: String) {
    guard let colon = expectation.range(of: ": ") else { return (expectation, "") }
    return (String(expectation[..<colon.lowerBound]), String(expectation[colon.upperBound...]))
  }
}
