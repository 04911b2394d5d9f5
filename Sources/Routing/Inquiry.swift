import Registry

/// A question turned into dense walks: the asked place outward, the own workplace outward, the
/// concern and the asker up their trees.
///
/// A class, because everything that looks for an answer holds it.
final class Inquiry {
  let tables: Tables
  let question: Question
  let day: Day
  let asker: Asker
  let severity: Severity
  let age: Age?
  let wishes: Set<Wish>
  let function: Int?
  let concern: Int?
  /// Areas from the asked place outward, in the fixed order of area kinds.
  let areaWalk: [Int]
  /// Areas inside the asked place; empty when the place is wider than a county.
  let insideAreas: Set<Int>
  /// Whether organisations of a kind are looked for inside the place: not in a whole county, where
  /// every municipality would stand side by side.
  let looksInsideForKinds: Bool
  /// From the own unit outward; the last is always `.anyone`.
  let workWalk: [WorkNode]
  /// The same nodes as numbers.
  let workCodes: [UInt32]
  let concernPath: [Int]
  /// Four bits for each asker: how far up the asker's tree it stands, 15 where it does not.
  private let askerDistances: UInt64
  let wishBits: UInt8

  convenience init(_ question: Question, in tables: Tables) {
    let day = question.moment.day
    let areaWalk = tables.areaWalk(from: tables.areaNumbers[question.place], on: day)
    let rank = areaWalk.first.map { tables.areas[$0].rank } ?? 0
    self.init(
      question, in: tables, areaWalk: areaWalk,
      insideAreas: tables.insideAreas(of: areaWalk.first, on: day),
      looksInsideForKinds: rank <= Tables.widestRankLookedIntoForKinds)
  }

  /// Another question from the same place on the same day.
  func asked(_ question: Question) -> Inquiry {
    Inquiry(
      question, in: tables, areaWalk: areaWalk, insideAreas: insideAreas,
      looksInsideForKinds: looksInsideForKinds)
  }

  private init(
    _ question: Question, in tables: Tables, areaWalk: [Int], insideAreas: Set<Int>,
    looksInsideForKinds: Bool
  ) {
    self.tables = tables
    self.question = question
    self.areaWalk = areaWalk
    self.insideAreas = insideAreas
    self.looksInsideForKinds = looksInsideForKinds
    day = question.moment.day
    asker = question.asker ?? (question.workplace == nil ? .citizen : .employee)
    concern = question.concern.flatMap { tables.concernNumbers[$0] }
    concernPath = concern.map { tables.concerns[$0].path } ?? []
    let least = concernPath.compactMap { tables.concerns[$0].row.leastSeverity }.max()
    severity = max(question.severity ?? .mild, least ?? .question)
    age = question.age
    wishes = question.wishes
    function = question.function.flatMap { tables.functionNumbers[$0] }
    workWalk = tables.workWalk(from: question.workplace, on: day)
    workCodes = workWalk.map(\.code)
    askerDistances = Inquiry.distances(from: asker)
    wishBits = wishes.reduce(0) { $0 | $1.bit }
  }

  private static func distances(from asker: Asker) -> UInt64 {
    var distances = UInt64.max
    var next: Asker? = asker
    var distance: UInt64 = 0
    while let current = next {
      let shift = UInt64(current.number * 4)
      distances = distances & ~(15 << shift) | distance << shift
      distance += 1
      next = current.parent
    }
    return distances
  }

  /// How far out an area lies from the asked place; nil when the place is not inside it.
  func position(ofArea area: Int?) -> Int? {
    guard let area else { return areaWalk.count }
    return areaWalk.firstIndex(of: area)
  }

  func position(ofWork work: WorkNode) -> Int? {
    workCodes.firstIndex(of: work.code)
  }

  /// How far up from the asked concern; anything comes last. Nil when it is another branch.
  func position(ofConcern concern: Int?) -> Int? {
    guard let concern else { return concernPath.count }
    return concernPath.firstIndex(of: concern)
  }

  func position(ofAsker other: Asker) -> Int? {
    position(ofAsker: UInt8(other.number))
  }

  func position(ofAsker number: UInt8) -> Int? {
    let distance = askerDistances >> (UInt64(number) * 4) & 15
    return distance == 15 ? nil : Int(distance)
  }

  /// Whether those ages hold the asked one; an age not given fits every range.
  func fits(_ ages: AgeRange?) -> Bool {
    guard let ages, let age else { return true }
    return ages.contains(age)
  }
}

extension Tables {
  /// The area itself, then everything around it valid that day, by rank, distance and key.
  ///
  /// A place that has ended goes on through its only successor.
  func areaWalk(from start: Int?, on day: Day) -> [Int] {
    guard let start else { return [] }
    // A walk is a handful of areas: looking through them costs less than a table.
    var steps = [(number: start, rank: areas[start].rank, distance: 0)]
    var next = 0
    while next < steps.count {
      let (number, _, distance) = steps[next]
      next += 1
      visitOutward(of: number, on: day) { outward in
        guard !steps.contains(where: { $0.number == outward }) else { return }
        steps.append((outward, areas[outward].rank, distance + 1))
      }
    }
    steps[1...].sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.distance != right.distance { return left.distance < right.distance }
      return areas[left.number].row.key < areas[right.number].row.key
    }
    return steps.map(\.number)
  }

  private func visitOutward(of number: Int, on day: Day, _ body: (Int) -> Void) {
    if areas[number].successors.isEmpty {
      for parent in areas[number].parents where parent.valid.contains(day) { body(parent.number) }
    } else {
      for outward in outward(of: number, on: day) { body(outward) }
    }
  }

  /// One step outward. A place that has ended goes on through its successor; one that was split
  /// lies only in what all its successors lie in, because no weight may choose between them.
  private func outward(of number: Int, on day: Day) -> [Int] {
    let area = areas[number]
    let parents = area.parents.filter { $0.valid.contains(day) }.map(\.number)
    let past = Set(area.successors.filter { $0.day <= day }.map(\.number))
    guard !area.row.valid.contains(day), !past.isEmpty else { return parents }
    if past.count == 1 { return parents + past }
    let walks = past.map { Set(areaWalk(from: $0, on: day).dropFirst()) }
    let shared = walks.dropFirst().reduce(walks[walks.startIndex]) { $0.intersection($1) }
    return parents + shared
  }

  /// Rank of the widest kind of area, a county, whose parts are looked into for contacts.
  private static let widestRankLookedInto = 60
  /// Rank of a municipality.
  static let widestRankLookedIntoForKinds = 40

  /// The areas inside a place that day; none for places wider than a county.
  func insideAreas(of place: Int?, on day: Day) -> Set<Int> {
    guard let place, areas[place].rank <= Tables.widestRankLookedInto,
      !areas[place].children.isEmpty
    else { return [] }
    var inside: Set<Int> = []
    var queue = [place]
    while let number = queue.popLast() {
      for child in areas[number].children where child.valid.contains(day) {
        if inside.insert(child.number).inserted { queue.append(child.number) }
      }
    }
    return inside
  }

  /// The own unit, its parents, their kinds and the kinds' parents, then anyone.
  func workWalk(from workplace: Question.Workplace?, on day: Day) -> [WorkNode] {
    guard let workplace else { return [.anyone] }
    var walk: [WorkNode] = []
    switch workplace {
    case .unit(let id):
      var line: [Int] = []
      var next = unitNumbers[id]
      while let unit = next, !line.contains(unit) {
        line.append(unit)
        next = units[unit].parents.first { $0.valid.contains(day) }?.number
      }
      walk += line.map { .unit($0) }
      for unit in line {
        for form in units[unit].forms where form.valid.contains(day) {
          walk += kinds[form.kind].path.map { .kind($0) }
        }
      }
    case .kind(let id):
      walk += (kindNumbers[id].map { kinds[$0].path } ?? []).map { .kind($0) }
    }
    var seen: Set<WorkNode> = []
    return walk.filter { seen.insert($0).inserted } + [.anyone]
  }
}
