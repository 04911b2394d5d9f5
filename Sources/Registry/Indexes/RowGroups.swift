/// Rows by a key that several may share.
///
/// Holds no copy of a row: the rows stay in the array that is kept anyway, and what stands here is
/// their positions, group after group in one array.
@usableFromInline
package struct RowGroups<Key: RowKey, Row: Sendable>: Sendable {
  @usableFromInline let rows: [Row]
  @usableFromInline let key: @Sendable (Row) -> Key?
  @usableFromInline let positions: [Int32]
  /// Where each group starts in `positions`, and one more for the end.
  @usableFromInline let starts: [Int32]
  /// Numbers of groups, −1 where there is none; open addressing, at most two thirds full.
  @usableFromInline let slots: [Int32]
  @usableFromInline let shift: UInt64

  /// - Parameters:
  ///   - key: nil leaves the row out.
  ///   - areInOrder: the order within a group; else that of the array.
  @inlinable package init(
    _ rows: [Row], by key: @escaping @Sendable (Row) -> Key?,
    sortedBy areInOrder: ((Row, Row) -> Bool)? = nil
  ) {
    var groups = RowGrouping(rowCount: rows.count)
    for (position, row) in rows.enumerated() {
      guard let wanted = key(row) else {
        groups.leaveOut()
        continue
      }
      groups.add(position, scatter: wanted.scatter) { key(rows[$0]) == wanted }
    }
    let (starts, filled) = groups.finished()
    var positions = filled
    if let areInOrder {
      for group in 0..<(starts.count - 1) where starts[group + 1] - starts[group] > 1 {
        let range = Int(starts[group])..<Int(starts[group + 1])
        // Rows that sort alike stay in the order of the array.
        positions[range].sort { one, other in
          if areInOrder(rows[Int(one)], rows[Int(other)]) { return true }
          return areInOrder(rows[Int(other)], rows[Int(one)]) ? false : one < other
        }
      }
    }
    self.rows = rows
    self.key = key
    self.positions = positions
    self.starts = starts
    slots = groups.slots
    shift = groups.shift
  }

  /// The rows of that key; none when there are none.
  @inlinable package subscript(wanted: Key) -> RowGroup<Row> {
    var slot = Int(truncatingIfNeeded: wanted.scatter >> shift)
    while slots[slot] >= 0 {
      let group = Int(slots[slot])
      let start = Int(starts[group])
      if key(rows[Int(positions[start])]) == wanted {
        return RowGroup(
          rows: rows, positions: positions, startIndex: start, endIndex: Int(starts[group + 1]))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return RowGroup(rows: rows, positions: positions, startIndex: 0, endIndex: 0)
  }
}

/// The rows of one key, where they stand.
@usableFromInline
package struct RowGroup<Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let rows: [Row]
  @usableFromInline let positions: [Int32]
  @usableFromInline package let startIndex: Int
  @usableFromInline package let endIndex: Int

  @inlinable init(rows: [Row], positions: [Int32], startIndex: Int, endIndex: Int) {
    self.rows = rows
    self.positions = positions
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  @inlinable package subscript(index: Int) -> Row { rows[Int(positions[index])] }
}
