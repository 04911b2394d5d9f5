import Synchronization

/// Room beside an immutable value for an object that is made of it once, when it is first wanted,
/// and then shared.
///
/// Not generic: one that is used from another module would look its type up on every read. Who owns
/// one gives it objects of one class, and takes them for that class.
package struct Kept: ~Copyable, Sendable {
  package typealias Object = AnyObject & Sendable

  /// Nothing (0), or the address of what was made, which this value holds until its end. A bare
  /// address, since the library's own lazy reference takes ten times as long to read.
  private let made = Atomic<UInt>(0)

  package init() {}

  deinit {
    Kept.made(at: made.load(ordering: .acquiring))?.release()
  }

  /// nil as long as nothing is kept.
  package var known: AnyObject? {
    Kept.made(at: made.load(ordering: .acquiring))?.takeUnretainedValue()
  }

  package borrowing func object(_ make: () -> any Object) -> AnyObject {
    known ?? keep(make())
  }

  /// Whatever is kept in the end: this object, or one that was there before.
  @discardableResult
  package borrowing func keep(_ object: any Object) -> AnyObject {
    let mine = Unmanaged<AnyObject>.passRetained(object)
    let (_, first) = made.compareExchange(
      expected: 0, desired: UInt(bitPattern: mine.toOpaque()), ordering: .acquiringAndReleasing)
    guard let other = Kept.made(at: first) else { return mine.takeUnretainedValue() }
    mine.release()
    return other.takeUnretainedValue()
  }

  /// The same, lent: it lives as long as this value, and to count it in and out would take longer
  /// than to read it.
  package borrowing func withObject(_ make: () -> any Object, _ read: (AnyObject) -> Void) {
    guard let known = Kept.made(at: made.load(ordering: .acquiring)) else {
      return read(object(make))
    }
    known._withUnsafeGuaranteedRef(read)
  }

  private static func made(at address: UInt) -> Unmanaged<AnyObject>? {
    UnsafeRawPointer(bitPattern: address).map { Unmanaged<AnyObject>.fromOpaque($0) }
  }
}

/// The same beside each of a number of rows: eight bytes a row until something is made.
package final class KeptRows: Sendable {
  private nonisolated(unsafe) let rows: UnsafeMutablePointer<Kept>
  private let count: Int
  private let objectsMax: Int
  private let objects = Atomic(0)

  /// - Parameter objectsMax: about how many are kept; who comes later keeps nothing.
  package init(count: Int, objectsMax: Int = .max) {
    self.count = count
    self.objectsMax = objectsMax
    rows = .allocate(capacity: count)
    for row in 0..<count { (rows + row).initialize(to: Kept()) }
  }

  deinit {
    rows.deinitialize(count: count)
    rows.deallocate()
  }

  /// nil as long as nothing is kept beside that row.
  package func known(_ row: Int) -> AnyObject? {
    precondition(row >= 0 && row < count, "There is no such row.")
    return rows[row].known
  }

  /// Keeps it, unless something is kept there already or enough is kept elsewhere.
  package func keep(_ object: any Kept.Object, beside row: Int) {
    precondition(row >= 0 && row < count, "There is no such row.")
    guard objects.load(ordering: .relaxed) < objectsMax else { return }
    objects.add(1, ordering: .relaxed)
    rows[row].keep(object)
  }
}
