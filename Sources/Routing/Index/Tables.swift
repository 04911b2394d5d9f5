package import Registry

/// The snapshot's rows with every reference turned into a dense number; immutable and shared.
///
/// Numbers are positions in the arrays here and live no longer than one index.
package final class Tables: Sendable {
  package let generation: Int64
  package let areas: [AreaRecord]
  package let units: [UnitRecord]
  package let kinds: [KindRecord]
  package let concerns: [ConcernRecord]
  /// Those that answer a question without a concern, in their order.
  package let generalConcerns: [Int]
  package let functions: [FunctionRecord]
  package let designations: [DesignationRecord]
  package let channels: [ChannelRecord]
  package let plans: [PlanRecord]
  package let rules: [RuleRecord]
  package let offerings: [OfferingRecord]
  package let notices: [NoticeRecord]
  package let cases: CaseIndex
  package let citations: [ID<Citation>: SourceLabel]
  package let names: NameTable
  package let holidays: HolidayTable
  package let doubts: [Subject: [String]]
  package let areaNumbers: [ID<Area>: Int]
  package let unitNumbers: [ID<Organisation>: Int]
  package let kindNumbers: [ID<OrganisationKind>: Int]
  package let concernNumbers: [ID<Concern>: Int]
  package let functionNumbers: [ID<Function>: Int]
  /// Seats of each function, by the areas of their remits.
  package let seatsByArea: [AreaBuckets]
  /// Organisations that are or were of a kind or a narrower one, by the areas that they serve.
  package let unitsByArea: [AreaBuckets]
  package let offeringsByArea: AreaBuckets
  package let noticesByArea: AreaBuckets
  package let plansByArea: AreaBuckets
  /// The plans of each line of versions, by the first version.
  package let planLines: [Int: [Int]]
  /// Areas that any rule, remit, service or offering names: no other area changes an answer.
  package let namedAreas: Set<Int>
  package let designationNumbers: [ID<Designation>: Int]
  /// Days on which something that decides a ladder begins or ends.
  package let datedDays: Set<Day>
  /// Days on which a hierarchy or a name changes, in order. An answer walks through many of them,
  /// so it counts as bound by the next one.
  package let surroundingDays: [Day]
  package let placeWalks: LastingRows<PlaceWalk>
  package let seatContacts: ContactBook
  package let doorContacts: ContactBook

  package init(_ builder: TableBuilder) {
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
    holidays = HolidayTable(Set(builder.snapshot.holidays.map(\.day)))
    doubts = builder.doubts
    areaNumbers = builder.areaNumbers
    unitNumbers = builder.unitNumbers
    designationNumbers = builder.designationNumbers
    datedDays = builder.datedDays
    surroundingDays = builder.surroundingDays.union(builder.nameDays).sorted()
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
  package static let generalConcernKeys = [
    "worry", "extremism", "child-at-risk", "violence-at-home", "mental-health",
    "someone-to-talk-to",
  ]

  package func label(plan: Int) -> Label {
    Label(key: plans[plan].row.key, text: plans[plan].row.title)
  }
}

/// A dated step from one number to another.
package struct DatedEdge {
  package let number: Int
  package let valid: DayRange
}

package struct AreaRecord {
  package let row: Area
  package let rank: Int
  /// The official number now, else the key.
  package let code: String
  package var parents: [DatedEdge] = []
  package var children: [DatedEdge] = []
  /// What became of it; without a number where that is not in the registry.
  package var successors: [(number: Int?, day: Day)] = []
  /// First days on which this area took in others.
  package var absorbed: [Day] = []
}

package struct UnitRecord {
  package let row: Organisation
  /// Without a kind or a location where the row names one that is not in the registry.
  package var forms: [(kind: Int?, location: Int?, valid: DayRange, citation: ID<Citation>?)] = []
  /// Without a number where the parent is not in the registry: another is not the next best.
  package var parents: [(number: Int?, valid: DayRange)] = []
  /// Areas, units and kinds that are served; nil is everything of that sort.
  package var services: [(area: Int?, work: WorkNode, valid: DayRange)] = []
  /// Whether it says whom it serves; one that does serves nobody else, also when all that it names
  /// is not in the registry.
  package var statesServices = false
  package var channels: [Int] = []
}

package struct KindRecord {
  package let row: OrganisationKind
  /// From itself outward to the root.
  package let path: [Int]
}

package struct ConcernRecord {
  package let row: Concern
  /// From itself outward to the root.
  package let path: [Int]
}

package struct FunctionRecord {
  package let row: Function
  /// Its own, told with each of its seats.
  package var channels: [Int] = []
}

/// A place in the walk over workplaces: anyone, one unit or one kind of unit.
package enum WorkNode: Hashable {
  case anyone
  case unit(Int)
  case kind(Int)
}

/// The conditions of a remit or a case, with dense numbers; nil means anything, since the row names
/// nothing there.
///
/// A country has more than a hundred thousand, so the numbers are kept in four bytes each.
package struct Condition {
  private let areaNumber: Int32
  /// 0 is anyone; a unit is one above its number, a kind as far below.
  private let workCode: Int32
  private let concernNumber: Int32
  private let functionNumber: Int32
  package let ages: AgeRange?
  package let asker: Asker
  package let severity: Severity
  package let wish: Wish?

  package init(
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

  package var area: Int? { Condition.number(areaNumber) }
  package var concern: Int? { Condition.number(concernNumber) }
  package var function: Int? { Condition.number(functionNumber) }

  package var work: WorkNode {
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

package struct DesignationRecord {
  package let row: Designation
  package let function: Int
  package let organisation: Int
  package let person: (id: ID<Person>, name: String?)?
  /// What the document that names the seat calls the function itself.
  package var ownTitle: String?
  package var remits: [Condition] = []
  package var absences: [DayRange] = []
  /// Its own, then those of its function.
  package var channels: [Int] = []
}

package struct ChannelRecord {
  package let row: Channel
  package let facts: ChannelFacts
  package let viaUnit: Int?
  package let viaDesignation: Int?

  /// The contact whose channels stand for this one.
  package enum Onward: Hashable {
    case unit(Int)
    case designation(Int)
  }

  package var onward: Onward? {
    viaUnit.map { .unit($0) } ?? viaDesignation.map { .designation($0) }
  }
}

package struct PlanRecord {
  package let row: Plan
  package let area: Int
  /// The first version of the line of versions that this plan belongs to.
  package let line: Int
  package var steps: [Step] = []
  package var measures: [(row: Measure, concerns: [Int], parties: [String])] = []
}

package struct RuleRecord {
  package let row: Rule
  package let plan: Int
  package let why: Why
  /// Rungs in order, each with its equal doors.
  package let rungs: [[Door]]
}

package struct Door: Hashable {
  package enum Goal: Hashable {
    case function(Int)
    case unit(Int)
    case kind(Int)
    case offering(Int)
    case ownWorkplace(String)
    case described(String)
  }

  package let goal: Goal
  package let covers: Bool

  package init(goal: Goal, covers: Bool) {
    self.goal = goal
    self.covers = covers
  }
}

package struct OfferingRecord {
  package let row: Offering
  package let provider: Int
  package var conditions: [Condition] = []
  package var channels: [Int] = []
}

package struct NoticeRecord {
  package let row: Notice
  package let plan: Int
  /// Notices of one kind that quote the same words have the same number; nil without a quote.
  package let quoted: Int?
  package var conditions: [Condition] = []
}
