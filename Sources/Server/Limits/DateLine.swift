import Glibc
import Synchronization

/// The time of now as HTTP writes it (`Sun, 06 Nov 1994 08:49:37 GMT`), written once a second.
final class DateLine: Sendable {
  private struct Line {
    var second: time_t
    var text: String
  }

  private let last: Mutex<Line>

  init() {
    let now = Glibc.time(nil)
    last = Mutex(Line(second: now, text: DateLine.text(at: now)))
  }

  var text: String {
    let now = Glibc.time(nil)
    return last.withLock { line in
      if line.second != now { line = Line(second: now, text: DateLine.text(at: now)) }
      return line.text
    }
  }

  /// - Parameter second: since 1970.
  static func text(at second: time_t) -> String {
    var (second, parts) = (second, tm())
    gmtime_r(&second, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(two).joined(separator: ":")
    return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
      + "\(parts.tm_year + 1900) \(clock) GMT"
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
