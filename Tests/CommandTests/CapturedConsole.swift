import Foundation
import Synchronization

@testable import varde

/// A console that keeps what is written to it.
final class CapturedConsole: Sendable {
  private let written = Mutex("")
  private let complained = Mutex("")
  private let environment: [String: String]
  private let isTerminal: Bool
  private let width: Int?
  private let opened: OpenRegistry?

  init(
    environment: [String: String] = [:], opened: OpenRegistry? = nil, isTerminal: Bool = false,
    width: Int? = nil
  ) {
    self.opened = opened
    self.environment = environment
    self.isTerminal = isTerminal
    self.width = width
  }

  /// A console on the shared seeded registry, which is read once for all tests.
  convenience init(
    _ seeded: SeededRegistry.Shared, extra: [String: String] = [:], isTerminal: Bool = false,
    width: Int? = nil
  ) {
    self.init(
      environment: seeded.variables.merging(extra) { $1 }, opened: seeded.registry,
      isTerminal: isTerminal, width: width)
  }

  var output: String { written.withLock { $0 } }
  var complaints: String { complained.withLock { $0 } }

  /// 2026-11-21T12:00:00+01:00.
  static let now: Int64 = 1_795_258_800

  var console: Console {
    Console(
      environment: environment, isTerminal: isTerminal, width: width, now: CapturedConsole.now,
      opened: opened, write: { text in self.written.withLock { $0 += text } },
      complain: { text in self.complained.withLock { $0 += text } })
  }

  /// Runs the program on this console, with arguments as a shell would split them.
  func run(_ line: String) async -> Int32 {
    await Invocation.perform(ShellWords.split(line), on: console)
  }
}

/// Splits a line of arguments at blanks, except inside quotation marks.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if letter == " " && !isQuoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
