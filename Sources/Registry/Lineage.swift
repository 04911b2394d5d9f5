/// What an edition is known by: the number of its generation and the id of that state.
///
/// After a failover that lost a commit, or a restore, two histories hold other things under one
/// number. The id is drawn at random by whatever makes the state, so that they never share one.
package struct EditionMark: Hashable, Sendable, CustomStringConvertible {
  package let generation: Int64
  /// The all-zero id where nobody has drawn one: a snapshot that no database has said.
  package let lineage: ID<Lineage>

  package init(generation: Int64, lineage: ID<Lineage> = ID(bits: 0)) {
    self.generation = generation
    self.lineage = lineage
  }

  /// The first 64 bits of the id in 16 hexadecimal digits, a hyphen, the number: for ETags, where
  /// nothing but equality counts.
  package var description: String { "\(shortLineage)-\(generation)" }

  /// Short enough for a line of a log, and as good as unique.
  package var shortLineage: String {
    let digits = String(UInt64(truncatingIfNeeded: lineage.bits >> 64), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A state of the registry together with the states that it grew from.
package struct Lineage: Hashable, Sendable {
  package let mark: EditionMark
  /// The newest first; as many as are known.
  package let ancestors: [EditionMark]

  package init(mark: EditionMark, ancestors: [EditionMark] = []) {
    self.mark = mark
    self.ancestors = ancestors
  }

  /// Nothing written, in no history.
  package static let none = Lineage(mark: EditionMark(generation: 0))

  /// How many ancestors are kept. Who is further behind than that is no copy that will catch up:
  /// it is let go of like a state of another history.
  package static let ancestorsMax = 1_000

  /// Whether the state of that mark was left behind by this one: whoever still shows it is behind.
  package func grewFrom(_ earlier: EditionMark) -> Bool {
    earlier != mark && ancestors.contains(earlier)
  }

  /// Whether this state is not known to have grown from that one: another history, or the same
  /// after more states than are kept. Nothing tells the two apart, so both count as parted.
  package func parted(from other: EditionMark) -> Bool {
    other != mark && !ancestors.contains(other)
  }
}
