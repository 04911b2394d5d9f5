/// How well a name fits what was written, best first.
package enum MatchLevel: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// The same letters, but for case.
  case exact
  /// The same once spelling variants are folded.
  case folded
  /// The same but for endings.
  case inflected
  /// The name begins so.
  case prefix
  /// A word, or a part of a word, of the name.
  case part
  /// The same but for typing errors.
  case typo

  package static func < (left: MatchLevel, right: MatchLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How one wording fits: the level, then the typing errors.
struct Match: Hashable, Comparable {
  let level: MatchLevel
  let errors: Int

  init(_ level: MatchLevel, errors: Int = 0) {
    self.level = level
    self.errors = errors
  }

  static func < (left: Match, right: Match) -> Bool {
    (left.level, left.errors) < (right.level, right.errors)
  }
}
