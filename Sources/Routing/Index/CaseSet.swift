/// A set of small numbers, for the cases that go on matching while a question is narrowed.
package struct CaseSet: Hashable {
  private var words: [UInt64]

  package init(count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  package mutating func insert(_ number: Int) {
    words[number / 64] |= 1 << UInt64(number % 64)
  }

  package func contains(_ number: Int) -> Bool {
    words[number / 64] & (1 << UInt64(number % 64)) != 0
  }

  package func intersection(_ other: CaseSet) -> CaseSet {
    var result = self
    for word in words.indices { result.words[word] &= other.words[word] }
    return result
  }
}

/// Values of one dimension that a set of cases cannot tell apart, with the cases that they match.
package struct ValueClass {
  package var matches: CaseSet
  /// Positions in the space's list of that dimension.
  package var values: [Int]

  /// Values with the same matches as one class, in the order of their first values.
  package static func classes(of count: Int, _ matches: (Int) -> CaseSet) -> [ValueClass] {
    merged((0..<count).map { ValueClass(matches: matches($0), values: [$0]) })
  }

  /// The classes that are still different among the cases that are left.
  package static func narrowed(_ classes: [ValueClass], to left: CaseSet) -> [ValueClass] {
    merged(
      classes.map { ValueClass(matches: $0.matches.intersection(left), values: $0.values) })
  }

  private static func merged(_ classes: [ValueClass]) -> [ValueClass] {
    guard classes.count > 1 else { return classes }
    var merged: [ValueClass] = []
    var places: [CaseSet: Int] = [:]
    for entry in classes {
      if let place = places[entry.matches] {
        merged[place].values += entry.values
      } else {
        places[entry.matches] = merged.count
        merged.append(entry)
      }
    }
    return merged
  }
}
