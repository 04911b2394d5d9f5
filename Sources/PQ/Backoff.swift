/// How long to wait before trying again: twice as long after each failure, a little by chance, so
/// that many nodes do not come back in step.
struct Backoff: Sendable {
  private let first: Duration
  private let longest: Duration
  private var failures = 0

  init(first: Duration = .milliseconds(50), longest: Duration = .seconds(5)) {
    self.first = first
    self.longest = longest
  }

  mutating func reset() {
    failures = 0
  }

  /// Between half of the due time and all of it.
  mutating func next() -> Duration {
    let due = min(longest, first * (1 << failures))
    failures = min(failures + 1, 16)
    return due * Double.random(in: 0.5...1)
  }
}
