/// Puts positions into groups: first which group each belongs to, then all of a group together.
@usableFromInline struct RowGrouping {
  @usableFromInline var slots: [Int32] = [-1, -1]
  @usableFromInline var shift: UInt64 = 63
  /// Of each row so far; −1 is left out.
  @usableFromInline var groups: [Int32] = []
  /// The first row of each group, the scattered bits of its key and how many rows it has.
  @usableFromInline var firsts: [Int32] = []
  @usableFromInline var scatters: [UInt64] = []
  @usableFromInline var sizes: [Int32] = []

  @inlinable init(rowCount: Int) {
    groups.reserveCapacity(rowCount)
  }

  @inlinable mutating func leaveOut() { groups.append(-1) }

  /// - Parameter isSame: whether the row at that position has the same key.
  @inlinable mutating func add(_ position: Int, scatter: UInt64, isSame: (Int) -> Bool) {
    var slot = Int(truncatingIfNeeded: scatter >> shift)
    while slots[slot] >= 0 {
      let group = Int(slots[slot])
      if scatters[group] == scatter, isSame(Int(firsts[group])) {
        groups.append(slots[slot])
        sizes[group] += 1
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(firsts.count)
    groups.append(Int32(firsts.count))
    firsts.append(Int32(position))
    scatters.append(scatter)
    sizes.append(1)
    if firsts.count * 3 + 2 > slots.count * 2 { grow() }
  }

  @inlinable mutating func grow() {
    shift -= 1
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (group, scatter) in scatters.enumerated() {
      var slot = Int(truncatingIfNeeded: scatter >> shift)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(group)
    }
  }

  /// Where each group starts, with one more for the end, and the positions, group after group.
  @inlinable func finished() -> (starts: [Int32], positions: [Int32]) {
    var starts: [Int32] = []
    starts.reserveCapacity(sizes.count + 1)
    starts.append(0)
    for (group, size) in sizes.enumerated() { starts.append(starts[group] + size) }
    var next = starts
    var positions = [Int32](repeating: 0, count: Int(starts[sizes.count]))
    for (position, group) in groups.enumerated() where group >= 0 {
      positions[Int(next[Int(group)])] = Int32(position)
      next[Int(group)] += 1
    }
    return (starts, positions)
  }
}
