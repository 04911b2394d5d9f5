import Routing
import Registry

/// One contact behind a door, as far as coverage asks about it.
final class CoverageDoor {
  let contact: CoverageContact
  let person: ID<Person>?
  let channels: [AnswerChannel]
  let isReachable: Bool
  let isVacant: Bool
  let isNumberUnknown: Bool
  let isUnconfirmed: Bool
  let isLocal: Bool
  let hasUsableChannel: Bool
  let isRoundTheClock: Bool
  /// Hours of the usable channels that somebody may answer at once, by their numbers.
  let hours: [Int]
  let hoursKinds: Set<HoursKind>

  init(_ draft: Draft, of person: ID<Person>?, isLocal: Bool, hours: CoverageHours) {
    let immediate = draft.contact.immediate
    contact = CoverageContact(draft.contact)
    self.person = person
    channels = draft.contact.channels
    isReachable = draft.isReachable
    isVacant = draft.contact.status == .vacant
    isNumberUnknown = draft.contact.status == .unknownNumber
    isUnconfirmed = draft.contact.status == .unconfirmed
    self.isLocal = isLocal
    isRoundTheClock = draft.contact.isRoundTheClock
    hasUsableChannel = draft.contact.channels.contains(where: \.isUsable)
    self.hours = immediate.map(hours.number(of:))
    hoursKinds = Set(immediate.map(\.hoursKind))
  }

  var hasHours: Bool {
    !isVacant && hoursKinds.contains(where: \.isTimed)
  }

  func isOpen(_ judgements: [CoverageHours.Judgement]) -> Bool {
    if isVacant { return false }
    return hours.isEmpty ? hasUsableChannel : hours.contains { !judgements[$0].isShut }
  }

  func order(_ judgements: [CoverageHours.Judgement]) -> HoursJudgement.Order {
    HoursJudgement.Order(ofAll: hours.lazy.map { judgements[$0].order })
  }
}

/// A ladder kept as its doors, to be judged at every time of the week without climbing it again.
///
/// Who stands behind a rule's doors changes with the day alone. The time of day changes which of
/// them are open, and whether a closed rung moves below the one that covers for it; both are judged
/// here as `LadderBuilder` judges them. A contact that stands twice is not taken out: the second is
/// open just when the first is.
struct CoverageLadder {
  struct Block: MovableRung {
    private(set) var doors: [CoverageDoor] = []
    private(set) var covers = false
    private var kinds: Set<HoursKind> = []

    var hours: HoursKind? { kinds.count == 1 ? kinds.first : nil }

    mutating func add(_ doors: [CoverageDoor], covers: Bool) {
      self.doors += doors
      if covers { self.covers = true }
      for door in doors { kinds.formUnion(door.hoursKinds) }
    }

    var isReachable: Bool { doors.contains(where: \.isReachable) }

    var isGap: Bool {
      !doors.isEmpty && doors.allSatisfy { $0.isVacant || $0.isNumberUnknown }
    }

    func isClosed(_ judgements: [CoverageHours.Judgement]) -> Bool {
      !doors.isEmpty && doors.allSatisfy { $0.order(judgements) == .closed }
    }

    func isOpen(_ judgements: [CoverageHours.Judgement]) -> Bool {
      doors.contains { $0.isReachable && $0.order(judgements) == .open }
    }
  }

  /// The blocks of each tier that speaks, in its order.
  private var above: [[Block]] = []
  /// The blocks of each that speaks in the fallback, the nearest first.
  private var fallback: [[Block]] = []

  mutating func add(_ blocks: [Block], tier: Tier) {
    if tier == .fallback { fallback.append(blocks) } else { above.append(blocks) }
  }

  /// Whether the fallback has led to a door where somebody answers at every hour.
  var hasDoorRoundTheClock: Bool {
    fallback.joined().contains { $0.doors.contains(where: \.isRoundTheClock) }
  }

  /// The numbers of all hours that have a part in it.
  var hours: [Int] {
    let doors = (above + fallback).joined().flatMap(\.doors)
    return Set(doors.flatMap(\.hours)).sorted()
  }

  /// What it comes to when no time of day is asked about.
  func standing(untimed count: Int) -> Standing {
    let judgements = [CoverageHours.Judgement](repeating: .untimed, count: count)
    var twins: [CoverageDoor] = []
    let doors = above.flatMap { kept($0, judgements, &twins) }
    let below = fallback.flatMap { kept($0, judgements, &twins) }
    let open = doors.filter { $0.isOpen(judgements) }
    let contacts = Set(open.map(\.contact))
    let isTimed = doors.contains(where: \.hasHours)
    return Standing(
      reach: reach(doors, below, judgements), first: open.first?.contact,
      alone: contacts.count == 1 ? contacts.first : nil,
      isOverdue: open.first?.isUnconfirmed ?? false,
      hasHours: isTimed || (open.isEmpty && below.contains(where: \.hasHours)))
  }

  func reach(_ judgements: [CoverageHours.Judgement]) -> Reach {
    var twins: [CoverageDoor] = []
    let doors = above.flatMap { kept($0, judgements, &twins) }
    return reach(doors, fallback.flatMap { kept($0, judgements, &twins) }, judgements)
  }

  private func reach(
    _ doors: [CoverageDoor], _ below: [CoverageDoor], _ judgements: [CoverageHours.Judgement]
  ) -> Reach {
    Reach(
      isFirstLocal: doors.first { $0.isOpen(judgements) }?.isLocal,
      isFallbackOpen: below.contains { $0.isOpen(judgements) },
      isNumberUnknown: doors.contains(where: \.isNumberUnknown))
  }

  /// The doors in their order then, a person with several functions once.
  private func kept(
    _ blocks: [Block], _ judgements: [CoverageHours.Judgement], _ twins: inout [CoverageDoor]
  ) -> [CoverageDoor] {
    var kept: [CoverageDoor] = []
    let moved = blocks.moved(
      isClosed: { $0.isClosed(judgements) }, isOpen: { $0.isOpen(judgements) })
    for block in moved {
      for door in block.doors {
        if let person = door.person {
          let isTwin = twins.contains { $0.person == person && $0.channels == door.channels }
          if isTwin { continue }
          twins.append(door)
        }
        kept.append(door)
      }
    }
    return kept
  }
}
