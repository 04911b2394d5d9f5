package import Registry

/// A question turned into dense walks: the asked place outward, the own workplace outward, the
/// concern and the asker up their trees.
///
/// A class, because everything that looks for an answer holds it.
package final class Inquiry {
  package let tables: Tables
  package let question: Question
  package let day: Day
  package let asker: Asker
  package let severity: Severity
  package let age: Age?
  package let wishes: Set<Wish>
  package let function: Int?
  package let concern: Int?
  package let place: PlaceWalk
  /// From the own unit outward; the last is always `.anyone`.
  package let workWalk: [WorkNode]
  /// The same nodes as numbers.
  package let workCodes: [UInt32]
  package let concernPath: [Int]
  /// Whether a concern was given, known or not: one that is not in the registry is still another
  /// than every other, and never none.
  package let asksConcern: Bool
  /// Four bits for each asker: how far up the asker's tree it stands, 15 where it does not.
  private let askerDistances: UInt64
  package let wishBits: UInt8
  /// The place of its language among ``languages``; nil when it is none of them.
  package let languageNumber: Int?

  /// The languages that contacts are told in.
  package static let languages: [Language] = [.bokmål, .nynorsk, .english]

  package convenience init(_ question: Question, in tables: Tables) {
    let place = tables.placeWalk(
      from: tables.areaNumbers[question.place], on: question.moment.day)
    self.init(question, in: tables, at: place)
  }

  /// Another question from the same place on the same day.
  package func asked(_ question: Question) -> Inquiry {
    Inquiry(question, in: tables, at: place)
  }

  private init(_ question: Question, in tables: Tables, at place: PlaceWalk) {
    self.tables = tables
    self.question = question
    self.place = place
    day = question.moment.day
    asker = question.asker ?? (question.workplace == nil ? .citizen : .employee)
    concern = question.concern.flatMap { tables.concernNumbers[$0] }
    concernPath = concern.map { tables.concerns[$0].path } ?? []
    asksConcern = question.concern != nil
    let least = concernPath.compactMap { tables.concerns[$0].row.leastSeverity }.max()
    severity = max(question.severity ?? .mild, least ?? .question)
    age = question.age
    wishes = question.wishes
    function = question.function.flatMap { tables.functionNumbers[$0] }
    workWalk = tables.workWalk(from: question.workplace, on: day)
    workCodes = question.workplace == nil ? Tables.anyonesCodes : workWalk.map(\.code)
    askerDistances = Inquiry.distances(from: asker)
    wishBits = wishes.reduce(0) { $0 | $1.bit }
    languageNumber = Inquiry.languages.firstIndex(of: question.language)
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

  /// Areas from the asked place outward, in the fixed order of area kinds.
  package var areaWalk: [Int] { place.outward }

  /// Areas inside the asked place; empty when the place is wider than a county.
  package var insideAreas: Set<Int> { place.inside }

  /// How far out an area lies from the asked place; nil when the place is not inside it.
  package func position(ofArea area: Int?) -> Int? {
    guard let area else { return place.outward.count }
    return place.outward.firstIndex(of: area)
  }

  package func position(ofWork work: WorkNode) -> Int? {
    workCodes.firstIndex(of: work.code)
  }

  /// How far up from the asked concern; anything comes last. Nil when it is another branch.
  package func position(ofConcern concern: Int?) -> Int? {
    guard let concern else { return concernPath.count }
    return concernPath.firstIndex(of: concern)
  }

  package func position(ofAsker other: Asker) -> Int? {
    position(ofAsker: UInt8(other.number))
  }

  package func position(ofAsker number: UInt8) -> Int? {
    let distance = askerDistances >> (UInt64(number) * 4) & 15
    return distance == 15 ? nil : Int(distance)
  }

  /// Whether those ages hold the asked one; an age not given fits every range.
  package func fits(_ ages: AgeRange?) -> Bool {
    guard let ages, let age else { return true }
    return ages.contains(age)
  }
}

extension Tables {
  /// The walk of who works nowhere, made once.
  private static let anyone = [WorkNode.anyone]
  fileprivate static let anyonesCodes = anyone.map(\.code)

  /// The own unit, its parents, their kinds and the kinds' parents, then anyone.
  package func workWalk(from workplace: Question.Workplace?, on day: Day) -> [WorkNode] {
    guard let workplace else { return Tables.anyone }
    var walk: [WorkNode] = []
    switch workplace {
    case .unit(let id):
      var line: [Int] = []
      var seen: Set<Int> = []
      var next = unitNumbers[id]
      while let unit = next, seen.insert(unit).inserted {
        line.append(unit)
        next = units[unit].parents.first { $0.valid.contains(day) }?.number
      }
      walk += line.map { .unit($0) }
      for unit in line {
        for form in units[unit].forms where form.valid.contains(day) {
          walk += (form.kind.map { kinds[$0].path } ?? []).map { .kind($0) }
        }
      }
    case .kind(let id):
      walk += (kindNumbers[id].map { kinds[$0].path } ?? []).map { .kind($0) }
    }
    var seen: Set<WorkNode> = []
    return walk.filter { seen.insert($0).inserted } + [.anyone]
  }
}
