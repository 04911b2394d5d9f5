/// When a question is asked, already turned into Oslo time at the border.
///
/// Without a minute only the date is known and no hours are judged. `instant` is kept only so that
/// an answer can repeat the question's own time.
package struct Moment: Hashable, Sendable {
  package let day: Day
  /// Minute of the Oslo day, 0 to 1439; nil when only a date was given.
  package let minute: Int?
  /// Seconds since 1970-01-01T00:00:00Z; nil when only a date was given.
  package let instant: Int64?

  package init(day: Day, minute: Int? = nil, instant: Int64? = nil) {
    precondition(minute.map { (0..<1440).contains($0) } ?? true, "A minute is 0 to 1439.")
    self.day = day
    self.minute = minute
    self.instant = instant
  }
}

/// A wall-clock time in Oslo; the border turns it into an instant.
package struct LocalTime: Hashable, Sendable, Comparable {
  package let day: Day
  /// Minute of the day, 0 to 1439.
  package let minute: Int

  package init(day: Day, minute: Int) {
    self.day = day + minute / 1440
    self.minute = minute % 1440
  }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}
