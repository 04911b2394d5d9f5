import ArgumentParser
import Foundation
import Registry
import Search
import Presentation

@testable import varde

/// What a door gave, in the form that the expectations are written in.
enum Outcome {
  case answer(Answer)
  case record(Record)
  case finding(Finding)

  init(_ question: SeedQuestion, in registry: OpenRegistry) throws {
    let console = CapturedConsole().console
    let words = [question.door] + ShellWords.split(question.arguments)
    switch try Varde.parseAsRoot(words) {
    case let ask as Ask:
      let resolved = try ask.resolved(with: registry, on: console)
      guard resolved.notUnderstood.isEmpty else { throw NotUnderstood() }
      self = .answer(resolved.answer)
    case let show as Show: self = .record(try show.record(in: registry, on: console))
    case let find as Find:
      let day = registry.time.moment(at: console.now).day
      self = .finding(
        Finding(
          find.text.joined(separator: " "), in: registry, words: BokmalWords(), day: day,
          countMax: find.limit))
    default: throw UnknownDoor()
    }
  }

  struct UnknownDoor: Error {}
  /// The question was answered without some of its words.
  struct NotUnderstood: Error {}

  /// Every text that the reader is shown, for the sentence that decides.
  var texts: [String] {
    switch self {
    case .answer(let answer): answer.texts
    case .record(let record):
      record.sections.flatMap(\.items).flatMap { item in
        [item.text, item.source?.quote].compactMap { $0 } + item.notes
      }
    case .finding(let finding):
      finding.groups.flatMap(\.hits).map(\.text)
        + finding.numbers.flatMap(\.owners).flatMap { [$0.channel.text] + $0.channel.notes }
    }
  }

  /// Every value that can be dialled, written to or opened.
  var values: [String] {
    switch self {
    case .answer(let answer): answer.ladder.flatMap(\.contact.channels).compactMap(\.value)
    case .record(let record): record.sections.flatMap(\.items).compactMap(\.value)
    case .finding(let finding): finding.numbers.compactMap(\.number?.canonical)
    }
  }
}

extension Answer {
  fileprivate var texts: [String] {
    var texts = ladder.flatMap { rung in
      [rung.why.quote, rung.contact.source?.quote, rung.contact.words].compactMap { $0 }
        + rung.contact.doubts
        + rung.contact.channels.flatMap { channel in
          [channel.source?.quote, channel.written].compactMap { $0 } + channel.warnings
        }
    }
    texts += notices.compactMap(\.quote)
    texts += steps.flatMap { [$0.text, $0.source?.quote].compactMap { $0 } }
    texts += offerings.flatMap { [$0.source?.quote].compactMap { $0 } + $0.conditions }
    texts += measures.flatMap { [$0.title] + $0.responsible }
    return texts
  }
}

extension String {
  /// White space of any sort and length as one blank.
  var folded: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
