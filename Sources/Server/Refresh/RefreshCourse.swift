import Registry
import Web

/// What to do after each look at the database, without looking: the rules of the refresher.
struct RefreshCourse: Sendable {
  enum Step: Hashable {
    /// The edition in use is what the database says.
    case rest
    /// The database says something else, or has not been read by this process yet.
    case load
    /// The edition in use grew from what the database says, and stays: a copy may be catching up,
    /// and what it lacks nobody must be shown as certain.
    case ahead
  }

  private let pace: RefreshPace
  /// When the database last said that the edition in use is right, in seconds since 1970.
  private(set) var confirmedAt: Int64?
  private(set) var isLost = false
  private var failures = 0
  /// The state that this process has loaded from the database itself.
  private(set) var loaded: EditionMark?
  /// The state of the database that the edition in use is ahead of.
  private var ahead: EditionMark?

  /// - Parameter confirmedAt: when the edition that the node starts with was read, if it has one.
  init(pace: RefreshPace, confirmedAt: Int64?) {
    self.pace = pace
    self.confirmedAt = confirmedAt
  }

  var isAhead: Bool { ahead != nil }

  /// How long to wait before the next look.
  var pause: Duration {
    guard failures > 0 else { return pace.period }
    return Pause.doubled(failures, from: pace.pauseMin, to: pace.pauseMax)
  }

  /// The database answered with its state; a number alone says nothing, since after a failover or
  /// a restore it comes again, or a lower one does, with other content.
  func step(found: EditionMark, using current: Lineage?) -> Step {
    if let current, current.grewFrom(found) { return .ahead }
    guard let loaded, loaded == found else { return .load }
    return .rest
  }

  /// The database was read to the end; returns what is worth telling.
  mutating func succeeded(
    _ found: EditionMark, using current: Lineage?, at instant: Int64
  ) -> [Observation] {
    var observations: [Observation] = []
    if isLost { observations.append(.databaseReturned(generation: found.generation)) }
    (isLost, failures) = (false, 0)
    guard let current, current.grewFrom(found) else {
      if isAhead { observations.append(.databaseCaughtUp(generation: found.generation)) }
      (ahead, loaded, confirmedAt) = (nil, found, instant)
      return observations
    }
    if ahead != found {
      observations.append(
        .editionRefused(generation: found.generation, current: current.mark.generation))
    }
    ahead = found
    return observations
  }

  /// The database could not be read; told once until it can be.
  mutating func failed(because reason: String) -> [Observation] {
    defer {
      isLost = true
      failures += 1
    }
    return isLost ? [] : [.databaseLost(reason: reason)]
  }
}

/// When to write a snapshot file again, and when to tell how it goes.
struct WritingCourse: Sendable {
  private let pace: RefreshPace
  private var failures = 0

  init(pace: RefreshPace) {
    self.pace = pace
  }

  /// How long to wait before the next try; nil when the file is written.
  var pause: Duration? {
    guard failures > 0 else { return nil }
    return Pause.doubled(failures, from: pace.writePauseMin, to: pace.writePauseMax)
  }

  /// The file was written, or not, for a reason; that is told once until it is.
  mutating func wrote(_ observation: Observation) -> [Observation] {
    guard case .snapshotNotWritten = observation else {
      failures = 0
      return [observation]
    }
    failures += 1
    return failures > 1 ? [] : [observation]
  }
}

private enum Pause {
  /// After so many failures, 1 first.
  static func doubled(_ failures: Int, from least: Duration, to most: Duration) -> Duration {
    min(most, least * (1 << min(failures - 1, 12)))
  }
}
