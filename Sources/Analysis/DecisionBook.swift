import Routing
import Registry

/// The different decisions of a place: which rules speak, and what their doors can tell apart.
struct DecisionBook {
  private var numbers: [[[Int]]: Int] = [:]
  private(set) var signatures: [DecisionSignatures] = []
  private var contexts: [[Door.Goal: DoorContext]] = []
  private var concerns: [ConcernPlace: Int] = [:]

  private struct ConcernPlace: Hashable {
    let decision: Int
    let paths: [[Int]]
  }

  /// The number of a decision; `rules` are the rules that speak at each side.
  mutating func number(
    of rules: [[Int]], sides: [PlaceSide], space: QuestionSpace
  ) -> Int {
    if let known = numbers[rules] { return known }
    if contexts.isEmpty { contexts = sides.map { _ in [:] } }
    let merged = sides.indices.map { side in context(of: rules[side], sides[side], side) }
    numbers[rules] = signatures.count
    signatures.append(DecisionSignatures(merged, sides: sides, space: space))
    return signatures.count - 1
  }

  private mutating func context(
    of rules: [Int], _ side: PlaceSide, _ number: Int
  ) -> DoorContext {
    var merged = DoorContext()
    for rule in rules where rule >= 0 {
      for door in side.tables.rules[rule].rungs.joined() {
        if let known = contexts[number][door.goal] {
          merged.merge(known)
        } else {
          let context = side.side.context(of: door.goal, side.inquiry)
          contexts[number][door.goal] = context
          merged.merge(context)
        }
      }
    }
    return merged
  }

  /// What the doors of a decision can tell apart about a concern.
  mutating func concernSignature(_ decision: Int, _ keys: [ConcernKey]) -> Int {
    let named = signatures[decision].concerns
    let paths = keys.indices.map { side in
      keys[side].path.filter(named[side].contains) + (keys[side].isUnknown ? [-1] : [])
    }
    let place = ConcernPlace(decision: decision, paths: paths)
    if let known = concerns[place] { return known }
    concerns[place] = concerns.count
    return concerns.count - 1
  }
}

/// For each value of a dimension a number; values with equal numbers go through the same doors.
struct DecisionSignatures {
  let askers: [Int32]
  let workplaces: [Int32]
  let ages: [Int32]
  private let severities: [[Severity]]
  let concerns: [Set<Int>]

  init(_ contexts: [DoorContext], sides: [PlaceSide], space: QuestionSpace) {
    concerns = contexts.map(\.concerns)
    severities = contexts.map { $0.severities.sorted() }
    askers = DecisionSignatures.numbered(space.askers) { asker in
      contexts.map { context in Set(asker.path).intersection(context.askers) }
    }
    workplaces = DecisionSignatures.numbered(Array(space.workplaces.indices)) { value in
      sides.indices.map { sides[$0].walk(value, through: contexts[$0].kinds) }
    }
    let breaks = contexts.reduce(into: Set<Int>()) { $0.formUnion($1.ages) }
    ages = space.ages.map { age in
      guard let age else { return -1 }
      return Int32(breaks.count { $0 <= age.number })
    }
  }

  /// How many of the severities that matter are reached, at every side.
  func severity(_ asked: Severity, leasts: [Severity]) -> Int32 {
    var number: Int32 = 0
    for side in severities.indices {
      let severity = max(asked, leasts[side])
      number = number * 8 + Int32(severities[side].count { $0 <= severity })
    }
    return number
  }

  private static func numbered<Value, Key: Hashable>(
    _ values: [Value], by key: (Value) -> Key
  ) -> [Int32] {
    var numbers: [Key: Int32] = [:]
    return values.map { value in
      let key = key(value)
      if let known = numbers[key] { return known }
      let next = Int32(numbers.count)
      numbers[key] = next
      return next
    }
  }
}
