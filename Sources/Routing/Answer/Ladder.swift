package import Registry

/// One rung of a rule's ladder; rungs of several rules are joined by their place: their doors are
/// equal.
package struct PlannedRung {
  package let matches: [Match]
  package let place: Int
  package let isAdded: Bool

  package func covers(in tables: Tables) -> Bool {
    var covers = false
    visitDoors(in: tables) { door, _ in if door.covers { covers = true } }
    return covers
  }

  /// Every door with the rule that opens it.
  package func visitDoors(in tables: Tables, _ body: (Door, Match) -> Void) {
    for match in matches {
      let rungs = tables.rules[match.rule].rungs
      guard place < rungs.count else { continue }
      for door in rungs[place] { body(door, match) }
    }
  }
}

/// Rungs that are ordered among themselves.
package struct RungGroup {
  package let rungs: [PlannedRung]
  /// Whether it ends with the first rung that can be reached, and those that cover for it.
  package var isOpening = false

  /// Calls `body` with each rung until it is enough; `body` says whether the rung can be reached.
  package func visit(in tables: Tables, _ body: (PlannedRung) -> Bool) {
    var isReached = false
    for rung in rungs {
      if isOpening, isReached, !rung.covers(in: tables) { return }
      if body(rung) { isReached = true }
    }
  }
}

/// What one planned rung became: its contacts in order, each with its reason.
package struct Block: MovableRung {
  package private(set) var drafts: [PlacedDraft] = []
  package private(set) var covers = false
  package private(set) var isAdded = false
  private let tier: Tier
  private var match: Match?
  private var isAnotherDoor = false

  package init(tier: Tier, isAdded: Bool = false) {
    self.tier = tier
    self.isAdded = isAdded
  }

  /// What is added from now on stands behind another door: its first contact is equal to those
  /// behind the doors before it.
  package mutating func open(_ door: Door, _ match: Match) {
    self.match = match
    if door.covers { covers = true }
    isAnotherDoor = !drafts.isEmpty
  }

  package mutating func add(_ draft: Draft) {
    drafts.append(PlacedDraft(draft: draft, tier: tier, match: match))
    guard isAnotherDoor else { return }
    drafts[drafts.count - 1].draft.relation = .equal
    isAnotherDoor = false
  }

  package var isClosed: Bool {
    !drafts.isEmpty && drafts.allSatisfy { $0.draft.order == .closed }
  }

  package var isOpen: Bool {
    drafts.contains { $0.draft.isReachable && $0.draft.order == .open }
  }

  package var isRoundTheClock: Bool {
    drafts.contains { $0.draft.contact.isRoundTheClock }
  }

  package var isReachable: Bool {
    drafts.contains(where: \.draft.isReachable)
  }

  package var isGap: Bool {
    !drafts.isEmpty && drafts.allSatisfy { $0.draft.isGap }
  }

  package var hours: HoursKind? {
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

/// A draft with the tier it stands in and the rule that led to it; without a rule when the function
/// was asked for by name.
package struct PlacedDraft {
  package var draft: Draft
  package let tier: Tier
  package let match: Match?
}

/// Builds the ladder of an answer, tier by tier.
package struct LadderBuilder {
  package let resolver: Resolver
  package var inquiry: Inquiry { resolver.inquiry }
  package var tables: Tables { resolver.tables }
  package private(set) var rungs: [PlacedDraft] = []
  /// Plans whose rules spoke, in order.
  package private(set) var plans: [Int] = []
  /// Designations that have been given a place; a ladder is short.
  private var seen: [Int] = []
  /// Whether the fallback has led to a door where somebody answers at every hour.
  package private(set) var hasDoorRoundTheClock = false

  package init(_ inquiry: Inquiry) {
    resolver = Resolver(inquiry)
    rungs.reserveCapacity(LadderBuilder.rungsUsual)
  }

  private static let rungsUsual = 8

  /// - Returns: whether the rules led to somebody who can be reached.
  @discardableResult
  package mutating func add(_ speakers: Speakers, tier: Tier, ledger: inout Ledger) -> Bool {
    for match in speakers.first { note(match) }
    for match in speakers.added { note(match) }
    for rule in speakers.generalRules { note(rule.match) }
    var isReached = false
    for group in groups(speakers) {
      var blocks: [Block] = []
      group.visit(in: tables) { rung in
        let block = block(rung, tier: tier, ledger: &ledger)
        blocks.append(block)
        return block.isReachable
      }
      if blocks.contains(where: \.isReachable) { isReached = true }
      add(blocks, tier: tier)
    }
    return isReached
  }

  /// Adds who speaks in a tier above the fallback; when none of their doors has a channel that
  /// works, those of wider owners follow, until one has.
  package mutating func addAbove(_ speakers: Speakers, tier: Tier, ledger: inout Ledger) {
    var isReached = add(speakers, tier: tier, ledger: &ledger)
    for match in speakers.behind where !isReached {
      isReached = add(Speakers(added: [match]), tier: tier, ledger: &ledger)
    }
  }

  private mutating func note(_ match: Match) {
    let plan = tables.rules[match.rule].plan
    if !plans.contains(plan) { plans.append(plan) }
  }

  /// The rungs of rules that speak, before anybody is looked for behind their doors.
  package func groups(_ speakers: Speakers) -> [RungGroup] {
    func planned(_ matches: [Match], isAdded: Bool) -> [PlannedRung] {
      let count = matches.reduce(0) { max($0, tables.rules[$1.rule].rungs.count) }
      return (0..<count).map { PlannedRung(matches: matches, place: $0, isAdded: isAdded) }
    }
    let spoken =
      planned(speakers.first, isAdded: false)
      + speakers.added.flatMap { planned([$0], isAdded: true) }
    let general = speakers.generalRules.map { rule in
      RungGroup(rungs: planned([rule.match], isAdded: false), isOpening: !rule.isWhole)
    }
    return [RungGroup(rungs: spoken)] + general
  }

  /// The asked function itself, when no rule says how it is reached.
  package mutating func add(function: Int, ledger: inout Ledger) {
    var block = Block(tier: .ordinary)
    resolver.addDesignations(
      of: function, tier: .ordinary, isAsked: true, to: &block, ledger: &ledger)
    add([block], tier: .ordinary)
  }

  private func block(_ rung: PlannedRung, tier: Tier, ledger: inout Ledger) -> Block {
    var block = Block(tier: tier, isAdded: rung.isAdded)
    rung.visitDoors(in: tables) { door, match in
      block.open(door, match)
      resolver.resolve(door, tier: tier, into: &block, ledger: &ledger)
    }
    return block
  }

  private mutating func add(_ blocks: [Block], tier: Tier) {
    if tier == .fallback, blocks.contains(where: \.isRoundTheClock) { hasDoorRoundTheClock = true }
    for block in blocks.moved(isClosed: \.isClosed, isOpen: \.isOpen) {
      for (place, entry) in block.drafts.enumerated() {
        var draft = entry.draft
        if block.isAdded {
          draft.relation = .added
        } else if block.covers, place == 0, draft.contact.isSurelyOpen {
          draft.relation = .covers
        }
        add(draft, tier, entry.match, startsRung: place == 0)
      }
    }
  }

  /// A designation stands once in the whole answer; an organisation once above the fallback and
  /// once in it; a person with several functions is one rung.
  private mutating func add(
    _ draft: Draft, _ tier: Tier, _ match: Match?, startsRung: Bool
  ) {
    switch draft.identity {
    case .designation(let number):
      guard !seen.contains(number) else { return }
      seen.append(number)
    case .unit, .offering, .words:
      let isRepeated = rungs.contains { other in
        other.draft.isSameParty(as: draft) && (other.tier == .fallback) == (tier == .fallback)
      }
      guard !isRepeated else { return }
    }
    if let person = resolver.person(of: draft),
      let twin = rungs.firstIndex(where: { other in
        resolver.person(of: other.draft) == person
          && other.draft.contact.channels == draft.contact.channels
      })
    {
      let known = rungs[twin].draft.contact
      if let function = draft.contact.function, function != known.function,
        !known.alsoFunctions.contains(function)
      {
        rungs[twin].draft.contact = known.with(alsoFunctions: known.alsoFunctions + [function])
      }
      return
    }
    var draft = draft
    if startsRung, draft.relation == .equal { draft.relation = .then }
    rungs.append(PlacedDraft(draft: draft, tier: tier, match: match))
  }
}
