/// The age of the person of concern, where it is known.
package enum Age: Hashable, Sendable {
  case unborn
  /// Completed years, 0 to 130.
  case years(Int)

  /// Completed years; an unborn child is one year below zero.
  package var number: Int {
    switch self {
    case .unborn: -1
    case .years(let years): years
    }
  }
}

/// An inclusive span of completed years.
package struct AgeRange: Hashable, Sendable {
  /// First age; -1 includes the unborn; nil is no lower limit.
  package let from: Int?
  /// Last age of the firm part, inclusive; nil is no upper limit.
  package let through: Int?
  /// Last age of the extended part ("23 ved spesielle utfordringer"); nil when there is none.
  package let extendedThrough: Int?
  /// What the source requires in the extended part, in its own words.
  package let condition: String?
  /// Whether the source leaves open if the last age is included; it is then taken to be.
  package let isEndUnstated: Bool

  package init(
    from: Int?, through: Int?, extendedThrough: Int? = nil, condition: String? = nil,
    isEndUnstated: Bool = false
  ) {
    self.from = from
    self.through = through
    self.extendedThrough = extendedThrough
    self.condition = condition
    self.isEndUnstated = isEndUnstated
  }

  /// Whether that age is inside the firm or the extended part.
  package func contains(_ age: Age) -> Bool {
    if let from, age.number < from { return false }
    if let last, age.number > last { return false }
    return true
  }

  /// Whether that age is only inside the extended part, where the condition applies.
  package func isExtended(at age: Age) -> Bool {
    guard let through, extendedThrough != nil else { return false }
    return contains(age) && age.number > through
  }

  /// The last age of all, extended part included.
  package var last: Int? {
    guard let through else { return nil }
    return max(through, extendedThrough ?? through)
  }

  /// Number of ages inside, for telling a narrower range from a wider one.
  package var width: Int {
    (last ?? 130) - (from ?? -1) + 1
  }

  package func encloses(_ other: AgeRange) -> Bool {
    (from ?? -1) <= (other.from ?? -1) && (last ?? 130) >= (other.last ?? 130)
  }
}
