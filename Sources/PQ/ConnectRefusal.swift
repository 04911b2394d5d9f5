/// Why a server did not let a connection come up, as libpq tells it at its most verbose: the only
/// way to the SQLSTATE before there is a result.
struct ConnectRefusal: Hashable {
  /// Nil when it was no server that refused.
  let sqlState: String?
  /// What people are shown: without the state, and where in the server's sources it was.
  let details: String

  /// - Parameter message: `… FATAL:  53300: sorry, too many clients already`, then `LOCATION: …`;
  ///   of several hosts the last one speaks.
  init(_ message: String) {
    var state: String?
    var lines: [Substring] = []
    for line in message.split(separator: "\n") where !line.hasPrefix("LOCATION:  ") {
      guard let found = line.matches(of: /: {2}([0-9A-Z]{5}):\s/).last else {
        lines.append(line)
        continue
      }
      state = String(found.1)
      lines.append(line[..<found.range.lowerBound] + ":  " + line[found.range.upperBound...])
    }
    sqlState = state
    details = lines.joined(separator: "\n")
  }
}
