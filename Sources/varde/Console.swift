import Foundation

/// Everything that a command meets of the outside world: variables, clock, and two streams.
struct Console: Sendable {
  let environment: [String: String]
  /// Whether somebody looks at the output as it comes.
  let isTerminal: Bool
  /// Columns to wrap at; nil leaves lines whole, for pipes and files.
  let width: Int?
  /// Seconds since 1970-01-01T00:00:00Z.
  let now: Int64
  let write: @Sendable (String) -> Void
  let complain: @Sendable (String) -> Void

  /// Colour only for eyes, and never against their wish (no-color.org).
  var hasColour: Bool {
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isTerminal && !isRefused && environment["TERM"] != "dumb"
  }

  func writeLine(_ text: String) {
    write(text + "\n")
  }

  func complainLine(_ text: String) {
    complain(text + "\n")
  }

  static var standard: Console {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Console(
      environment: ProcessInfo.processInfo.environment, isTerminal: isTerminal,
      width: isTerminal ? terminalWidth() : nil, now: Int64(Date().timeIntervalSince1970),
      write: { FileHandle.standardOutput.write(Data($0.utf8)) },
      complain: { FileHandle.standardError.write(Data($0.utf8)) })
  }

  static func exit(_ status: Int32) -> Never {
    Foundation.exit(status)
  }

  private static func terminalWidth() -> Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
