package import Registry
import Synchronization

/// Small values that follow from an edition, a language and a day: made once, gone with it.
///
/// Holds those of one day only, one of each type and language; nothing that was asked gets in.
package final class Memo: Sendable {
  private struct Slot: Hashable {
    let type: ObjectIdentifier
    let language: Language
  }

  private struct Kept {
    var day: Day?
    var values: [Slot: any Sendable] = [:]
  }

  private let kept = Mutex(Kept())

  package init() {}

  /// The value known already, else a new one. Two that come at once may both make it.
  package func value<Value: Sendable>(
    in language: Language, on day: Day, make: () -> Value
  ) -> Value {
    let slot = Slot(type: ObjectIdentifier(Value.self), language: language)
    let known = kept.withLock { $0.day == day ? $0.values[slot] as? Value : nil }
    if let known { return known }
    let value = make()
    kept.withLock { kept in
      if kept.day != day { kept = Kept(day: day) }
      kept.values[slot] = value
    }
    return value
  }
}
