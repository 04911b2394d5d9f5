/// A range as PostgreSQL has it: bounds that may be missing, each inside or outside the range.
///
/// PostgreSQL itself writes ranges of whole numbers and days half-open: `[lower,upper)`.
package struct PQRange<Bound: Sendable>: Sendable {
  package let lower: Bound?
  package let upper: Bound?
  package let includesLower: Bool
  package let includesUpper: Bool
  /// Without any value; the bounds are nil.
  package let isEmpty: Bool

  /// The half-open range from `lower` to before `upper`; nil is without bound.
  package init(from lower: Bound?, to upper: Bound?) {
    self.init(lower: lower, upper: upper, includesLower: lower != nil, includesUpper: false)
  }

  package init(lower: Bound?, upper: Bound?, includesLower: Bool, includesUpper: Bool) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
    isEmpty = false
  }

  private init(empty: Void) {
    lower = nil
    upper = nil
    includesLower = false
    includesUpper = false
    isEmpty = true
  }

  package static var empty: PQRange { PQRange(empty: ()) }
}

extension PQRange: Equatable where Bound: Equatable {}
extension PQRange: Hashable where Bound: Hashable {}

extension PQRange: PQParameter where Bound: PQParameter {
  package func write(to text: inout PQText) {
    guard !isEmpty else { return text.append("empty") }
    text.append(includesLower ? "[" : "(")
    if let lower { text.appendQuoted(lower) }
    text.append(",")
    if let upper { text.appendQuoted(upper) }
    text.append(includesUpper ? "]" : ")")
  }
}

extension PQRange: PQDecodable where Bound: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard !pqText.elementsEqual("empty".utf8) else {
      self = .empty
      return
    }
    var scanner = LiteralScanner(pqText)
    let includesLower = scanner.peek("[")
    guard scanner.skip("[("), let first = scanner.element(endingAt: ","), scanner.skip(","),
      let second = scanner.element(endingAt: ")]")
    else { return nil }
    let includesUpper = scanner.peek("]")
    guard scanner.skip(")]"), scanner.isAtEnd else { return nil }
    guard let lower = Self.bound(first), let upper = Self.bound(second) else { return nil }
    self.init(
      lower: lower, upper: upper, includesLower: includesLower, includesUpper: includesUpper)
  }

  /// The outer nil is malformed, the inner one no bound.
  private static func bound(_ element: LiteralScanner.Element) -> Bound?? {
    guard !element.isMissing else { return .some(nil) }
    guard let bound = element.bytes.withUnsafeBufferPointer(Bound.init(pqText:)) else { return nil }
    return .some(bound)
  }
}

extension Range: PQParameter where Bound: PQParameter {
  package func write(to text: inout PQText) {
    PQRange(from: lowerBound, to: upperBound).write(to: &text)
  }
}

extension ClosedRange: PQParameter where Bound: PQParameter {
  package func write(to text: inout PQText) {
    let range = PQRange(
      lower: lowerBound, upper: upperBound, includesLower: true, includesUpper: true)
    range.write(to: &text)
  }
}
