/// How parts of a work that do not need each other are done: in turn or on several processors.
///
/// Who starts the work knows who else wants the processors; who does it knows the parts.
package struct SideBySide: Sendable {
  private let perform: @Sendable ([@Sendable () -> any Sendable]) -> [any Sendable]

  /// - Parameter perform: runs every part once and returns what they make, in their order.
  package init(
    _ perform: @escaping @Sendable ([@Sendable () -> any Sendable]) -> [any Sendable]
  ) {
    self.perform = perform
  }

  package static let inTurn = SideBySide { parts in parts.map { $0() } }

  /// What each of the parts makes, in their order.
  package func make<Value: Sendable>(_ parts: [@Sendable () -> Value]) -> [Value] {
    perform(parts.map { part in { @Sendable in part() } }).map(SideBySide.own)
  }

  /// What two parts make, each its own.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let made = perform([{ first() }, { second() }])
    return (SideBySide.own(made[0]), SideBySide.own(made[1]))
  }

  private static func own<Value>(_ made: any Sendable) -> Value {
    guard let made = made as? Value else {
      preconditionFailure("A part of the work was handed back as another's.")
    }
    return made
  }
}
