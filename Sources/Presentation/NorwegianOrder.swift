import Foundation

/// What a text is sorted by where people read it: the alphabet with æ, ø and å last, in which `aa`
/// is å, and neither capitals nor accents count before the rest.
///
/// Made once for each text that is sorted, with a cost that follows its length: the comparison that
/// a locale offers reads both texts anew each time, and takes some ten microseconds.
package struct NorwegianKey: Comparable, Sendable {
  /// A byte for each sign that counts, and four for one of another alphabet.
  private let weights: [UInt8]
  /// Tells apart what counts for the same.
  private let text: String

  package init(_ text: String) {
    self.text = text
    var weights: [UInt8] = []
    weights.reserveCapacity(text.utf8.count)
    var isAfterA = false
    // A letter and its mark are one letter, as they are one where texts are compared.
    let hasMarks = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    let signs = hasMarks ? text.precomposedStringWithCanonicalMapping : text
    for scalar in signs.unicodeScalars {
      let isA = scalar == "a" || scalar == "A"
      if isA && isAfterA {
        weights[weights.count - 1] = NorwegianAlphabet.å
        isAfterA = false
      } else {
        NorwegianAlphabet.add(scalar, to: &weights)
        isAfterA = isA
      }
    }
    self.weights = weights
  }

  package static func < (one: NorwegianKey, other: NorwegianKey) -> Bool {
    if one.weights == other.weights { return one.text < other.text }
    return one.weights.lexicographicallyPrecedes(other.weights)
  }
}

extension Sequence {
  /// In Norwegian order of what `text` says of each, which it is asked once; those of which it says
  /// the same stay as they stood.
  package func inNorwegianOrder(of text: (Element) throws -> String) rethrows -> [Element] {
    let elements = Array(self)
    var places: [KeyedPlace] = []
    places.reserveCapacity(elements.count)
    for element in elements {
      places.append(KeyedPlace(key: NorwegianKey(try text(element)), place: places.count))
    }
    places.sort()
    return places.map { elements[$0.place] }
  }
}

/// Where something stood, with what it is sorted by. Not the thing itself: a sort of what may be
/// anything costs six times as much.
private struct KeyedPlace: Comparable {
  let key: NorwegianKey
  let place: Int

  static func < (one: KeyedPlace, other: KeyedPlace) -> Bool {
    one.key == other.key ? one.place < other.place : one.key < other.key
  }
}

/// The weights of signs: what is no letter first, then digits, then letters.
private enum NorwegianAlphabet {
  private static let signs = " _-–—,;:!?.'’\"“”«»()[]{}@*/\\&#%`^+<=>|~$0123456789"
  /// Those between slashes count as one letter but for the last look.
  private static let letters =
    "a/b/c/dđð/e/f/g/h/i/j/k/l/m/n/ŋ/o/p/q/r/s/t/ŧ/u/v/w/x/yüű/z/"
    + "æäę/øöőœ/å"
  /// Of another alphabet: behind all of ours.
  private static let other: UInt8 = 0xFE

  static let å = weights(of: "å")[0]

  static func add(_ scalar: Unicode.Scalar, to weights: inout [UInt8]) {
    let weight = scalar.value < UInt32(latin.count) ? latin[Int(scalar.value)] : other
    // Marks and signs that nobody sees count for nothing.
    guard weight != 0 else { return }
    guard weight == other else { return weights.append(weight) }
    weights += NorwegianAlphabet.weights(of: scalar)
  }

  /// The weight of each sign below U+0250, 0 for none: looked up where all but few signs are.
  private static let latin: [UInt8] = (0..<0x250).map { value in
    Unicode.Scalar(UInt32(value)).flatMap { weights(of: $0).first } ?? 0
  }

  private static let known: [Unicode.Scalar: UInt8] = {
    var known: [Unicode.Scalar: UInt8] = [:]
    var weight: UInt8 = 1
    for sign in signs.unicodeScalars {
      known[sign] = weight
      weight += 1
    }
    for group in letters.split(separator: "/") {
      for letter in group.unicodeScalars { known[letter] = weight }
      weight += 1
    }
    return known
  }()

  private static func weights(of scalar: Unicode.Scalar) -> [UInt8] {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let weight = known[small] { return [weight] }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark: return []
    default: break
    }
    let base = String(Character(small)).decomposedStringWithCompatibilityMapping.unicodeScalars
    if let first = base.first, first != small, let weight = known[first] { return [weight] }
    return [
      other, UInt8(truncatingIfNeeded: small.value >> 16),
      UInt8(truncatingIfNeeded: small.value >> 8), UInt8(truncatingIfNeeded: small.value),
    ]
  }
}
