import Registry

/// The snapshot's rows with every reference turned into a dense number; immutable and shared.
///
/// Numbers are positions in the arrays here and live no longer than one index.
final class Tables: Sendable {
  let generation: Int64
  let areas: [AreaRecord]
  let units: [UnitRecord]
  let kinds: [KindRecord]
  let concerns: [ConcernRecord]
  /// Those that answer a question without a concern, in their order.
  let generalConcerns: [Int]
  let functions: [FunctionRecord]
  let designations: [DesignationRecord]
  let channels: [ChannelRecord]
  let plans: [PlanRecord]
  let rules: [RuleRecord]
  let offerings: [OfferingRecord]
  let notices: [NoticeRecord]
  let cases: CaseIndex
  let citations: [ID<Citation>: SourceLabel]
  let names: NameTable
  let holidays: Set<Day>
  let doubts: [Subject: [String]]
  let areaNumbers: [ID<Area>: Int]
  let unitNumbers: [ID<Organisation>: Int]
  let kindNumbers: [ID<OrganisationKind>: Int]
  let concernNumbers: [ID<Concern>: Int]
  let functionNumbers: [ID<Function>: Int]
  /// Seats of each function, by the areas of their remits.
  let seatsByArea: [AreaBuckets]
  /// Organisations that are or were of a kind or a narrower one, by the areas that they serve.
  let unitsByArea: [AreaBuckets]
  let offeringsByArea: AreaBuckets
  let noticesByArea: AreaBuckets
  let plansByArea: AreaBuckets
  /// The plans of each line of versions, by the first version.
  let planLines: [Int: [Int]]
  /// Areas that any rule, remit, service or offering names: no other area changes an answer.
  let namedAreas: Set<Int>
  let designationNumbers: [ID<Designation>: Int]
  /// Days on which something that decides a ladder begins or ends.
  let datedDays: Set<Day>
  let placeWalks: LastingRows<PlaceWalk>
  let seatContacts: ContactBook
  let doorContacts: ContactBook

  init(_ builder: TableBuilder) {
    generation = builder.snapshot.generation
    areas = builder.areas
    units = builder.units
    kinds = builder.kinds
    concerns = builder.concerns
    generalConcerns = Tables.generalConcernKeys.compactMap { key in
      builder.concerns.firstIndex { $0.row.key == key }
    }
    functions = builder.functions
    designations = builder.designations
    channels = builder.channels
    plans = builder.plans
    rules = builder.rules
    offerings = builder.offerings
    notices = builder.notices
    cases = CaseIndex(builder.ruleCases)
    citations = builder.citations
    names = builder.names
    holidays = Set(builder.snapshot.holidays.map(\.day))
    doubts = builder.doubts
    areaNumbers = builder.areaNumbers
    unitNumbers = builder.unitNumbers
    designationNumbers = builder.designationNumbers
    datedDays = builder.datedDays
    kindNumbers = builder.kindNumbers
    concernNumbers = builder.concernNumbers
    functionNumbers = builder.functionNumbers
    seatsByArea = builder.seatsByArea
    unitsByArea = builder.unitsByArea
    offeringsByArea = builder.offeringsByArea
    noticesByArea = builder.noticesByArea
    plansByArea = builder.plansByArea
    planLines = Dictionary(grouping: builder.plans.indices, by: { builder.plans[$0].line })
    placeWalks = LastingRows(count: areas.count)
    seatContacts = ContactBook(rows: designations.count)
    doorContacts = ContactBook(rows: units.count)
    let places = seatsByArea + unitsByArea + [offeringsByArea]
    namedAreas = places.reduce(into: cases.namedAreas) { $0.formUnion($1.areas) }
    checkNumbers()
  }
}

extension Tables {
  /// Keys of the concerns that answer a question without one: the general doors, the first doors of
  /// four worries, those whom anybody can talk to.
  static let generalConcernKeys = [
    "worry", "extremism", "child-at-risk", "violence-at-home", "mental-health",
    "someone-to-talk-to",
  ]

  func label(plan: Int) -> Label {
    Label(key: plans[plan].row.key, text: plans[plan].row.title)
  }
}

/// A dated step from one number to another.
struct DatedEdge {
  let number: Int
  let valid: DayRange
}

struct AreaRecord {
  let row: Area
  let rank: Int
  /// The official number now, else the key.
  let code: String
  var parents: [DatedEdge] = []
  var children: [DatedEdge] = []
  /// What became of it; without a number where that is not in the registry.
  var successors: [(number: Int?, day: Day)] = []
  /// First days on which this area took in others.
  var absorbed: [Day] = []
}

struct UnitRecord {
  let row: Organisation
  /// Without a kind or a location where the row names one that is not in the registry.
  var forms: [(kind: Int?, location: Int?, valid: DayRange, citation: ID<Citation>?)] = []
  /// Without a number where the parent is not in the registry: another is not the next best.
  var parents: [(number: Int?, valid: DayRange)] = []
  /// Areas, units and kinds that are served; nil is everything of that sort.
  var services: [(area: Int?, work: WorkNode, valid: DayRange)] = []
  /// Whether it says whom it serves; one that does serves nobody else, also when all that it names
  /// is not in the registry.
  var statesServices = false
  var channels: [Int] = []
}

struct KindRecord {
  let row: OrganisationKind
  /// From itself outward to the root.
  let path: [Int]
}

struct ConcernRecord {
  let row: Concern
  /// From itself outward to the root.
  let path: [Int]
}

struct FunctionRecord {
  let row: Function
  /// Its own, told with each of its seats.
  var channels: [Int] = []
}

/// A place in the walk over workplaces: anyone, one unit or one kind of unit.
enum WorkNode: Hashable {
  case anyone
  case unit(Int)
  case kind(Int)
}

/// The conditions of a remit or a case, with dense numbers; nil means anything, since the row names
/// nothing there.
///
/// A country has more than a hundred thousand, so the numbers are kept in four bytes each.
struct Condition {
  private let areaNumber: Int32
  /// 0 is anyone; a unit is one above its number, a kind as far below.
  private let workCode: Int32
  private let concernNumber: Int32
  private let functionNumber: Int32
  let ages: AgeRange?
  let asker: Asker
  let severity: Severity
  let wish: Wish?

  init(
    area: Int?, work: WorkNode, concern: Int?, function: Int?, asker: Asker, severity: Severity,
    ages: AgeRange?, wish: Wish?
  ) {
    areaNumber = Condition.packed(area)
    concernNumber = Condition.packed(concern)
    functionNumber = Condition.packed(function)
    workCode =
      switch work {
      case .anyone: 0
      case .unit(let unit): Int32(unit) + 1
      case .kind(let kind): -Int32(kind) - 1
      }
    self.asker = asker
    self.severity = severity
    self.ages = ages
    self.wish = wish
  }

  var area: Int? { Condition.number(areaNumber) }
  var concern: Int? { Condition.number(concernNumber) }
  var function: Int? { Condition.number(functionNumber) }

  var work: WorkNode {
    if workCode == 0 { return .anyone }
    return workCode > 0 ? .unit(Int(workCode) - 1) : .kind(-Int(workCode) - 1)
  }

  private static func packed(_ number: Int?) -> Int32 {
    guard let number else { return -1 }
    // Packed as it is, it would read as anything.
    precondition(number >= 0, "No row has a number below 0.")
    return Int32(number)
  }

  private static func number(_ packed: Int32) -> Int? { packed < 0 ? nil : Int(packed) }
}

struct DesignationRecord {
  let row: Designation
  let function: Int
  let organisation: Int
  let person: (id: ID<Person>, name: String?)?
  var remits: [Condition] = []
  var absences: [DayRange] = []
  /// Its own, then those of its function.
  var channels: [Int] = []
}

struct ChannelRecord {
  let row: Channel
  let facts: ChannelFacts
  let viaUnit: Int?
  let viaDesignation: Int?

  /// The contact whose channels stand for this one.
  enum Onward: Hashable {
    case unit(Int)
    case designation(Int)
  }

  var onward: Onward? {
    viaUnit.map { .unit($0) } ?? viaDesignation.map { .designation($0) }
  }
}

struct PlanRecord {
  let row: Plan
  let area: Int
  /// The first version of the line of versions that this plan belongs to.
  let line: Int
  var steps: [Step] = []
  var measures: [(row: Measure, concerns: [Int], parties: [String])] = []
}

struct RuleRecord {
  let row: Rule
  let plan: Int
  let why: Why
  /// Rungs in order, each with its equal doors.
  let rungs: [[Door]]
}

struct Door: Hashable {
  enum Goal: Hashable {
    case function(Int)
    case unit(Int)
    case kind(Int)
    case offering(Int)
    case ownWorkplace(String)
    case described(String)
  }

  let goal: Goal
  let covers: Bool
}

struct OfferingRecord {
  let row: Offering
  let provider: Int
  var conditions: [Condition] = []
  var channels: [Int] = []
}

struct NoticeRecord {
  let row: Notice
  let plan: Int
  /// Notices of one kind that quote the same words have the same number; nil without a quote.
  let quoted: Int?
  var conditions: [Condition] = []
}
