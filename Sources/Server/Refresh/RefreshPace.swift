/// How often and how patiently a node looks at the database.
package struct RefreshPace: Sendable, Hashable {
  /// For connecting, which is also the most that a try waits for a connection.
  package static let connectSeconds = 3

  /// Between two looks while all is well, whatever is notified.
  package var period: Duration
  /// Notifications that come this close together are one.
  package var settling: Duration
  /// For reading the generation.
  package var checkLimit: Duration
  /// For reading everything.
  package var loadLimit: Duration
  /// The first pause after a failure; twice as long after each, up to `pauseMax`.
  package var pauseMin: Duration
  package var pauseMax: Duration
  /// The same for a snapshot file that could not be written.
  package var writePauseMin: Duration
  package var writePauseMax: Duration

  package init(
    period: Duration = .seconds(5), settling: Duration = .milliseconds(20),
    checkLimit: Duration = .seconds(5), loadLimit: Duration = .seconds(60),
    pauseMin: Duration = .milliseconds(250), pauseMax: Duration = .seconds(5),
    writePauseMin: Duration = .seconds(1), writePauseMax: Duration = .seconds(60)
  ) {
    self.period = period
    self.settling = settling
    self.checkLimit = checkLimit
    self.loadLimit = loadLimit
    self.pauseMin = pauseMin
    self.pauseMax = pauseMax
    self.writePauseMin = writePauseMin
    self.writePauseMax = writePauseMax
  }
}
