import Registry

/// One rung of a rule's ladder with its equal doors, each with the rule that opens it.
struct PlannedRung {
  var doors: [LedDoor]
  var isAdded: Bool

  var covers: Bool {
    doors.contains { $0.door.covers }
  }
}

/// A door with the rule that opens it.
struct LedDoor {
  let door: Door
  let match: Match
}

/// What one planned rung became: its contacts in order, each with its reason.
struct Block: MovableRung {
  var drafts: [LedDraft] = []
  var covers = false
  var isAdded = false

  var isClosed: Bool {
    !drafts.isEmpty && drafts.allSatisfy { $0.draft.order == .closed }
  }

  var isOpen: Bool {
    drafts.contains { $0.draft.isReachable && $0.draft.order == .open }
  }

  var hours: HoursKind? {
    var shared: HoursKind?
    for led in drafts {
      for channel in led.draft.contact.channels where channel.isImmediate {
        if let shared, shared != channel.hoursKind { return nil }
        shared = channel.hoursKind
      }
    }
    return shared
  }
}

/// A draft that has its place in the ladder.
struct TieredDraft {
  var draft: Draft
  let tier: Tier
  let match: Match?
}

/// Builds the ladder of an answer, tier by tier.
struct LadderBuilder {
  let resolver: Resolver
  var inquiry: Inquiry { resolver.inquiry }
  var tables: Tables { resolver.tables }
  private(set) var rungs: [TieredDraft] = []
  /// Plans whose rules spoke, in order.
  private(set) var plans: [Int] = []
  /// Designations that have been given a place; a ladder is short.
  private var seen: [Int] = []

  init(_ inquiry: Inquiry) {
    resolver = Resolver(inquiry)
  }

  mutating func add(_ speakers: Speakers, tier: Tier, ledger: inout Ledger) {
    let planned = planned(speakers)
    for match in speakers.first + speakers.added {
      let plan = tables.rules[match.rule].plan
      if !plans.contains(plan) { plans.append(plan) }
    }
    add(planned.map { block($0, tier: tier, ledger: &ledger) }, tier: tier)
  }

  /// The rungs of rules that speak, before anybody is looked for behind their doors.
  func planned(_ speakers: Speakers) -> [PlannedRung] {
    speakers.added.reduce(plan(speakers.first, isAdded: false)) { planned, match in
      planned + plan([match], isAdded: true)
    }
  }

  /// The asked function itself, when no rule says how it is reached.
  mutating func add(function: Int, ledger: inout Ledger) {
    let groups = resolver.designations(
      of: function, tier: .ordinary, isAsked: true, ledger: &ledger)
    var block = Block()
    append(groups, match: nil, isEqualDoor: false, to: &block)
    add([block], tier: .ordinary)
  }

  /// Rungs of several rules are joined by their place: their doors are equal.
  private func plan(_ matches: [Match], isAdded: Bool) -> [PlannedRung] {
    var planned: [PlannedRung] = []
    for match in matches {
      for (place, doors) in tables.rules[match.rule].rungs.enumerated() {
        let doors = doors.map { LedDoor(door: $0, match: match) }
        if place < planned.count {
          planned[place].doors += doors
        } else {
          planned.append(PlannedRung(doors: doors, isAdded: isAdded))
        }
      }
    }
    return planned
  }

  private func block(_ rung: PlannedRung, tier: Tier, ledger: inout Ledger) -> Block {
    var block = Block(covers: rung.covers, isAdded: rung.isAdded)
    for led in rung.doors {
      let groups = resolver.resolve(led.door, tier: tier, ledger: &ledger)
      append(groups, match: led.match, isEqualDoor: !block.drafts.isEmpty, to: &block)
    }
    return block
  }

  private func append(
    _ groups: Groups, match: Match?, isEqualDoor: Bool, to block: inout Block
  ) {
    for (distance, group) in Resolver.outward(groups).enumerated() {
      for (place, draft) in group.enumerated() {
        var draft = draft
        if distance == 0, place == 0, isEqualDoor { draft.relation = .equal }
        block.drafts.append(LedDraft(draft: draft, match: match))
      }
    }
  }

  private mutating func add(_ blocks: [Block], tier: Tier) {
    for block in blocks.moved(isClosed: \.isClosed, isOpen: \.isOpen) {
      for (place, entry) in block.drafts.enumerated() {
        var draft = entry.draft
        if block.isAdded {
          draft.relation = .added
        } else if block.covers, place == 0 {
          draft.relation = .covers
        }
        place == 0 ? add(draft, tier, entry.match, startsRung: true) : add(draft, tier, entry.match)
      }
    }
  }

  /// A designation stands once in the whole answer; an organisation once above the fallback and
  /// once in it; a person with several functions is one rung.
  private mutating func add(
    _ draft: Draft, _ tier: Tier, _ match: Match?, startsRung: Bool = false
  ) {
    switch draft.identity {
    case .designation(let number):
      guard !seen.contains(number) else { return }
      seen.append(number)
    case .unit, .offering, .words:
      let isRepeated = rungs.contains { other in
        other.draft.identity == draft.identity && (other.tier == .fallback) == (tier == .fallback)
      }
      guard !isRepeated else { return }
    }
    if let person = draft.person,
      let twin = rungs.firstIndex(where: {
        $0.draft.person == person && $0.draft.contact.channels == draft.contact.channels
      })
    {
      if let function = draft.contact.function,
        function != rungs[twin].draft.contact.function,
        !rungs[twin].draft.contact.alsoFunctions.contains(function)
      {
        rungs[twin].draft.contact.alsoFunctions.append(function)
      }
      return
    }
    var draft = draft
    if startsRung, draft.relation == .equal { draft.relation = .then }
    rungs.append(TieredDraft(draft: draft, tier: tier, match: match))
  }
}
