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
  /// A registry that is open already, so that several commands can be answered from one.
  var opened: OpenRegistry?
  let write: @Sendable (String) -> Void
  var complain: @Sendable (String) -> Void
  /// Why not all that was written has gone out; nil while it has.
  var fault: @Sendable () -> WritingFault? = { nil }

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
    let (output, errors) = (Outlet(STDOUT_FILENO), Outlet(STDERR_FILENO))
    return Console(
      environment: ProcessInfo.processInfo.environment, isTerminal: isTerminal,
      width: isTerminal ? terminalWidth() : nil, now: Int64(Date().timeIntervalSince1970),
      write: output.write, complain: errors.write, fault: { output.fault })
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
