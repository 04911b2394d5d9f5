/// SplitMix64: small, fast and the same everywhere; the draws of one municipality do not depend on
/// those of another.
struct Dice {
  private var state: UInt64

  init(seed: UInt64, stream: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(stream) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 and below `count`.
  mutating func number(below count: Int) -> Int {
    Int(next() % UInt64(count))
  }

  /// Whether something that happens that many times in a hundred happens now.
  mutating func happens(percent: Int) -> Bool {
    number(below: 100) < percent
  }

  mutating func one<Thing>(of things: [Thing]) -> Thing {
    things[number(below: things.count)]
  }
}

/// Names that no place has, made of syllables; a name is told apart by its number.
enum InventedNames {
  private static let beginnings = [
    "Brask", "Drumm", "Fjus", "Gnal", "Hvipp", "Knorv", "Plimm", "Skralv", "Sprunn", "Tvorg",
    "Vrakk", "Zirr", "Kvemp", "Blysk", "Frumm", "Gligg", "Snurv", "Trask", "Dvelp", "Ploff",
  ]
  private static let endings = [
    "vik", "nes", "dal", "by", "heim", "land", "sund", "ås", "fjord", "øy", "strand", "berg",
    "mo", "rud", "set", "voll", "eid", "hamn",
  ]
  static let count = beginnings.count * endings.count

  /// The place of that number; after `count` of them a number follows.
  static func place(_ number: Int) -> String {
    let name =
      beginnings[number % beginnings.count] + endings[number / beginnings.count % endings.count]
    return number < count ? name : "\(name) \(number / count + 1)"
  }
}
