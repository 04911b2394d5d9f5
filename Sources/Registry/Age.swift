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
  /// What the source requires in the extended part, in its own words.
  package let condition: String?
  /// Every remit and condition may have such a span, so its bounds are kept in two bytes each.
  private let lowest: AgeBound
  private let highest: AgeBound
  private let furthest: AgeBound
  /// Whether the source leaves open if the last age is included; it is then taken to be.
  package let isEndUnstated: Bool

  package init(
    from: Int?, through: Int?, extendedThrough: Int? = nil, condition: String? = nil,
    isEndUnstated: Bool = false
  ) {
    self.condition = condition
    self.isEndUnstated = isEndUnstated
    lowest = AgeBound(from)
    highest = AgeBound(through)
    furthest = AgeBound(extendedThrough)
  }

  /// First age; -1 includes the unborn; nil is no lower limit.
  package var from: Int? { lowest.age }

  /// Last age of the firm part, inclusive; nil is no upper limit.
  package var through: Int? { highest.age }

  /// Last age of the extended part ("23 ved spesielle utfordringer"); nil when there is none.
  package var extendedThrough: Int? { furthest.age }

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

/// An age or none, in two bytes; no age comes near what they hold.
private struct AgeBound: Hashable, Sendable {
  private let number: Int16

  init(_ age: Int?) {
    number = age.map { max(Int16(clamping: $0), Int16.min + 1) } ?? Int16.min
  }

  var age: Int? { number == Int16.min ? nil : Int(number) }
}
