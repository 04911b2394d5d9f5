/// When a fact was last confirmed by those who know, and for how long that is believed.
package enum Confirmation {
  /// How long a confirmation is taken to hold, in days.
  package static let daysHeld = 365

  /// First day on which a confirmation no longer holds.
  package static func end(of confirmed: Day) -> Day {
    confirmed + daysHeld
  }

  /// Whether a confirmation is too old to be believed on a day.
  package static func isOver(_ confirmed: Day, on day: Day) -> Bool {
    end(of: confirmed) <= day
  }
}
