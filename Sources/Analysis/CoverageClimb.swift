import Routing
import Registry

/// Makes the ladders of a survey, and remembers what each door leads to while it is surveyed.
///
/// A door leads to the same contacts for every question that the remits, services, conditions and
/// audiences behind it cannot tell apart.
final class CoverageClimb {
  let side: SurveySide
  let hours: CoverageHours
  private var places: [ID<Area>: Place] = [:]

  /// The doors as they lie around one place.
  private final class Place {
    let home: Inquiry
    var contexts: [Door.Goal: (number: Int, context: DoorContext)] = [:]
    var doors: [DoorKey: [CoverageDoor]] = [:]

    init(home: Inquiry) {
      self.home = home
    }
  }

  private struct DoorKey: Hashable {
    let goal: Int
    let askers: [Asker]
    let kinds: [Int]
    let concerns: [Int]
    let age: Int
    let severity: Int
  }

  init(side: SurveySide, days: Range<Int32>) {
    self.side = side
    hours = CoverageHours(tables: side.tables, days: days)
  }

  func ladder(_ question: Question) -> CoverageLadder {
    let place = place(question.place)
    let inquiry = place.home.asked(question)
    let builder = LadderBuilder(inquiry)
    var ladder = CoverageLadder()
    var ledger = Ledger(moment: question.moment)
    let tiers: [Tier] = inquiry.severity >= .grave ? [.serious, .ordinary] : [.ordinary]
    for tier in tiers {
      let speakers = side.index.speakers(inquiry, tier: tier, ledger: &ledger)
      var isReached = add(speakers, tier, to: &ladder, builder, place)
      for match in speakers.behind where !isReached {
        isReached = add(Speakers(added: [match]), tier, to: &ladder, builder, place)
      }
    }
    side.index.visitFallback(inquiry, ledger: &ledger) { speakers, _ in
      _ = add(speakers, .fallback, to: &ladder, builder, place)
      return ladder.hasDoorRoundTheClock
    }
    return ladder
  }

  /// Adds the rungs of rules that speak; whether anybody behind them can be reached.
  private func add(
    _ speakers: Speakers, _ tier: Tier, to ladder: inout CoverageLadder,
    _ builder: LadderBuilder, _ place: Place
  ) -> Bool {
    var isReached = false
    for group in builder.groups(speakers) {
      var blocks: [CoverageLadder.Block] = []
      group.visit(in: side.tables) { rung in
        var block = CoverageLadder.Block()
        rung.visitDoors(in: side.tables) { door, _ in
          let doors = doors(door.goal, tier, builder.resolver, place)
          block.add(doors, covers: door.covers)
        }
        blocks.append(block)
        return block.isReachable
      }
      if blocks.contains(where: \.isReachable) { isReached = true }
      ladder.add(blocks, tier: tier)
    }
    return isReached
  }

  /// How many minutes of the days a ladder is of each reach.
  func minutes(of ladder: CoverageLadder) -> ReachTally {
    hours.spells(of: ladder.hours).reduce(into: ReachTally()) { tally, spell in
      tally[ladder.reach(spell.judgements)] += spell.minutes
    }
  }

  private func place(_ area: ID<Area>) -> Place {
    if let known = places[area] { return known }
    let place = Place(home: side.inquiry(at: area))
    // Places are surveyed one after the other.
    places = [area: place]
    return place
  }

  private func doors(
    _ goal: Door.Goal, _ tier: Tier, _ resolver: Resolver, _ place: Place
  ) -> [CoverageDoor] {
    let key = key(of: goal, resolver.inquiry, place)
    if let known = place.doors[key] { return known }
    var ledger = Ledger(moment: resolver.inquiry.question.moment)
    var block = Block(tier: tier)
    resolver.resolve(
      Door(goal: goal, covers: false), tier: tier, into: &block, ledger: &ledger)
    let doors = block.drafts.map(\.draft).map { draft in
      CoverageDoor(
        draft, of: resolver.person(of: draft),
        isLocal: side.index.isLocal(draft.contact, place.home), hours: hours)
    }
    place.doors[key] = doors
    return doors
  }

  private func key(of goal: Door.Goal, _ inquiry: Inquiry, _ place: Place) -> DoorKey {
    if place.contexts[goal] == nil {
      place.contexts[goal] = (place.contexts.count, side.context(of: goal, place.home))
    }
    let (number, context) = place.contexts[goal] ?? (0, DoorContext())
    let kinds = inquiry.workWalk.compactMap { node -> Int? in
      guard case .kind(let kind) = node, context.kinds.contains(kind) else { return nil }
      return kind
    }
    let concerns = inquiry.concernPath.filter(context.concerns.contains)
    return DoorKey(
      goal: number, askers: inquiry.asker.path.filter(context.askers.contains), kinds: kinds,
      concerns: concerns + (inquiry.asksConcern ? [] : [-1]),
      age: inquiry.age.map { age in context.ages.count { $0 <= age.number } } ?? -1,
      severity: context.severities.count { $0 <= inquiry.severity })
  }
}
