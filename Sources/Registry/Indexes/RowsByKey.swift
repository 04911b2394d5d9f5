/// Rows found by a key that each has for itself.
///
/// Holds no copy of a row: the rows stay in the array that is kept anyway, and what stands here is
/// their positions, four bytes a slot.
@usableFromInline
package struct RowsByKey<Key: RowKey, Row: Sendable>: Sendable {
  @usableFromInline package let rows: [Row]
  @usableFromInline let key: @Sendable (Row) -> Key
  /// Positions, −1 where there is none; open addressing, at most two thirds full.
  @usableFromInline let slots: [Int32]
  /// How far the scattered bits of a key are shifted to give a slot.
  @usableFromInline let shift: UInt64
  @usableFromInline package let count: Int

  /// - Parameter isLastFound: which of several rows with one key; else the first.
  @inlinable package init(
    _ rows: [Row], by key: @escaping @Sendable (Row) -> Key, isLastFound: Bool = false
  ) {
    let width = RowSlots.width(for: rows.count)
    let shift = UInt64(64 - width)
    var slots = [Int32](repeating: -1, count: 1 << width)
    var count = 0
    for (position, row) in rows.enumerated() {
      let wanted = key(row)
      var slot = Int(truncatingIfNeeded: wanted.scatter >> shift)
      while slots[slot] >= 0, key(rows[Int(slots[slot])]) != wanted {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] < 0 { count += 1 } else if !isLastFound { continue }
      slots[slot] = Int32(position)
    }
    self.rows = rows
    self.key = key
    self.slots = slots
    self.shift = shift
    self.count = count
  }

  @inlinable package subscript(wanted: Key) -> Row? {
    position(of: wanted).map { rows[$0] }
  }

  /// Where the row stands in the array that the rows came in.
  @inlinable package func position(of wanted: Key) -> Int? {
    var slot = Int(truncatingIfNeeded: wanted.scatter >> shift)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if key(rows[position]) == wanted { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Each row that can be found, in the order of the array.
  package var values: [Row] {
    if count == rows.count { return rows }
    return slots.filter { $0 >= 0 }.sorted().map { rows[Int($0)] }
  }
}

/// How many slots a number of keys takes.
@usableFromInline enum RowSlots {
  /// The binary logarithm; one slot at least stays free, so that every search ends.
  @usableFromInline static func width(for count: Int) -> Int {
    var width = 1
    while (1 << width) * 2 < count * 3 + 2 { width += 1 }
    return width
  }
}

extension Array {
  /// The elements that fit; where all do, this very array and no copy of it.
  @inlinable package func only(where fits: (Element) -> Bool) -> [Element] {
    allSatisfy(fits) ? self : filter(fits)
  }

  /// The elements in order; where they are already, this very array and no copy of it.
  @inlinable package func inOrder(by areInOrder: (Element, Element) -> Bool) -> [Element] {
    let isInOrder = indices.dropFirst().allSatisfy { !areInOrder(self[$0], self[$0 - 1]) }
    return isInOrder ? self : sorted(by: areInOrder)
  }

  /// The elements in order, each where it stands: only their places are moved about.
  @inlinable package func placesInOrder(
    by areInOrder: (Element, Element) -> Bool
  ) -> some Sequence<Element> {
    indices.map { Int32($0) }
      .sorted { areInOrder(self[Int($0)], self[Int($1)]) }
      .lazy.map { self[Int($0)] }
  }
}
