import Web

/// What to do after each look at the database, without looking: the rules of the refresher.
struct RefreshCourse: Sendable {
  enum Step: Hashable {
    /// The edition in use is what the database says.
    case rest
    /// The database says something else, or has not been read by this process yet.
    case load
    /// The database is behind the edition in use, which stays.
    case keep
  }

  private let pace: RefreshPace
  /// When the database last said that the edition in use is right, in seconds since 1970.
  private(set) var confirmedAt: Int64?
  private(set) var isLost = false
  private var failures = 0
  /// The generation that this process has loaded from the database itself.
  private(set) var loaded: Int64?
  private var refused: Int64?

  /// - Parameter confirmedAt: when the edition that the node starts with was read, if it has one.
  init(pace: RefreshPace, confirmedAt: Int64?) {
    self.pace = pace
    self.confirmedAt = confirmedAt
  }

  /// How long to wait before the next look.
  var pause: Duration {
    guard failures > 0 else { return pace.period }
    return min(pace.pauseMax, pace.pauseMin * (1 << min(failures - 1, 12)))
  }

  /// The database answered with its generation.
  func step(found generation: Int64, using current: Int64?) -> Step {
    if let current, generation < current { return .keep }
    guard let loaded, loaded == generation else { return .load }
    return .rest
  }

  /// The database was read to the end; returns what is worth telling.
  mutating func succeeded(
    _ generation: Int64, using current: Int64?, at instant: Int64
  ) -> [Observation] {
    var observations: [Observation] = []
    if isLost { observations.append(.databaseReturned(generation: generation)) }
    if let current, generation < current {
      if refused != generation {
        observations.append(.editionRefused(generation: generation, current: current))
      }
      refused = generation
    } else {
      refused = nil
      loaded = generation
    }
    (isLost, failures, confirmedAt) = (false, 0, instant)
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

/// When to tell how the writing of snapshot files goes.
struct WritingCourse: Sendable {
  private var hasFailed = false

  /// The file was written, or not, for a reason; that is told once until it is.
  mutating func wrote(_ observation: Observation) -> [Observation] {
    guard case .snapshotNotWritten = observation else {
      hasFailed = false
      return [observation]
    }
    defer { hasFailed = true }
    return hasFailed ? [] : [observation]
  }
}
