package import Routing
package import Registry

/// One registry at one moment: what a difference is taken between.
///
/// One index at two dates shows what changed; two indexes at one date show what a change set would.
package struct Viewpoint: Sendable {
  package let index: RoutingIndex
  package let moment: Moment

  package init(index: RoutingIndex, moment: Moment) {
    self.index = index
    self.moment = moment
  }
}

/// A contact as a difference sees it: whom somebody is sent to, and how.
package struct LadderEntry: Hashable, Sendable {
  package let function: Label?
  package let organisation: PartyLabel?
  package let person: String?
  package let words: String?
  /// What can be dialled, written to or opened, in order.
  package let channels: [String]
  /// Vacant or without a number that works; nil when it can be reached.
  package let gap: RungStatus?
  package let isFallback: Bool

  fileprivate init(_ rung: Rung) {
    let contact = rung.contact
    function = contact.function ?? contact.offering
    organisation = contact.organisation
    person = contact.person
    words = contact.words
    channels = contact.channels.compactMap(\.value)
    gap = [.vacant, .unknownNumber].contains(contact.status) ? contact.status : nil
    isFallback = rung.tier == .fallback
  }

  /// The same contact, whatever its channels and wherever it stands.
  fileprivate struct Identity: Hashable {
    let function: String?
    let organisation: ID<Organisation>?
    let person: String?
    let words: String?
  }

  fileprivate var identity: Identity {
    Identity(
      function: function?.key, organisation: organisation?.id, person: person, words: words)
  }
}

/// A contact at its place in a ladder.
private struct LadderPlace {
  /// What a reader could tell two places apart by; names may change in silence.
  struct Mark: Hashable {
    let tier: Tier
    let identity: LadderEntry.Identity
    let channels: [String]
    let gap: RungStatus?
  }

  let tier: Tier
  let isReached: Bool
  let entry: LadderEntry

  init(_ rung: Rung) {
    tier = rung.tier
    isReached = rung.contact.isOpen
    entry = LadderEntry(rung)
  }

  var mark: Mark {
    Mark(tier: tier, identity: entry.identity, channels: entry.channels, gap: entry.gap)
  }
}

/// In what way ladders changed.
package enum LadderChange: Hashable, Sendable {
  /// Another contact is the first that can be reached; nil is nobody.
  case first(LadderEntry?, LadderEntry?)
  case added(LadderEntry)
  case removed(LadderEntry)
  /// The same contact has other channels, or became or stopped being a gap.
  case channels(LadderEntry, LadderEntry)
  /// The same contacts stand in another order.
  case rearranged
}

/// For whom ladders changed in one way.
package struct ChangeExtent: Hashable, Sendable {
  package fileprivate(set) var places: Set<ID<Area>> = []
  package fileprivate(set) var askers: Set<Asker> = []
  package fileprivate(set) var workplaces: Set<ID<OrganisationKind>?> = []
  package fileprivate(set) var concerns: Set<ID<Concern>?> = []
  package fileprivate(set) var ages: Set<Age?> = []
  package fileprivate(set) var severities: Set<Severity> = []
  /// How many questions; not every combination of the values need be among them.
  package fileprivate(set) var count = 0
  package fileprivate(set) var witness: Question?

  fileprivate mutating func add(_ part: QuestionSpace, at moment: Moment) {
    places.formUnion(part.places)
    askers.formUnion(part.askers)
    workplaces.formUnion(part.workplaces)
    concerns.formUnion(part.concerns)
    ages.formUnion(part.ages)
    severities.formUnion(part.severities)
    count += part.count
    if witness == nil { witness = part.first(at: moment) }
  }

  fileprivate mutating func add(_ other: ChangeExtent) {
    places.formUnion(other.places)
    askers.formUnion(other.askers)
    workplaces.formUnion(other.workplaces)
    concerns.formUnion(other.concerns)
    ages.formUnion(other.ages)
    severities.formUnion(other.severities)
    count += other.count
    witness = witness ?? other.witness
  }
}

/// Which questions get another ladder, and in what ways.
package struct Difference: Sendable {
  package fileprivate(set) var unchanged = 0
  package fileprivate(set) var changed = 0
  package fileprivate(set) var changes: [LadderChange: ChangeExtent] = [:]

  package init() {}

  /// Counts another municipality's with these.
  package mutating func add(_ other: Difference) {
    unchanged += other.unchanged
    changed += other.changed
    for (change, extent) in other.changes {
      changes[change, default: ChangeExtent()].add(extent)
    }
  }

  fileprivate mutating func add(
    _ part: QuestionSpace, _ changed: [LadderChange], at moment: Moment
  ) {
    guard !changed.isEmpty else {
      unchanged += part.count
      return
    }
    self.changed += part.count
    for change in Set(changed) {
      changes[change, default: ChangeExtent()].add(part, at: moment)
    }
  }
}

/// The questions of a space whose ladder differs between two viewpoints: exactly, whichever
/// registries and dates they are.
///
/// How old a confirmation has become is no difference, and neither is the rule that speaks when it
/// leads to the same doors.
package func difference(
  from old: Viewpoint, to new: Viewpoint, of space: QuestionSpace, in language: Language
) -> Difference {
  let sides = [old, new].map { SurveySide(index: $0.index, moment: $0.moment) }
  let survey = Survey(space: space, sides: sides) { side, question in
    var question = question
    question.language = language
    let rungs = side.index.ladder(question).ladder.filter { $0.why.rule != Why.lastResort }
    return (rungs.map { LadderPlace($0) }, true)
  }
  var difference = Difference()
  survey.visit { part, ladders in
    difference.add(part, changes(from: ladders[0], to: ladders[1]), at: new.moment)
  }
  return difference
}

/// Every way in which one ladder became another; none when nobody could tell them apart.
private func changes(from old: [LadderPlace], to new: [LadderPlace]) -> [LadderChange] {
  guard old.map(\.mark) != new.map(\.mark) else { return [] }
  let before = byIdentity(old)
  let after = byIdentity(new)
  var changes: [LadderChange] = []
  let first = (old.first(where: \.isReached)?.entry, new.first(where: \.isReached)?.entry)
  if first.0?.identity != first.1?.identity { changes.append(.first(first.0, first.1)) }
  for place in old where after[place.entry.identity] == nil {
    changes.append(.removed(place.entry))
  }
  for entry in new.map(\.entry) {
    guard let known = before[entry.identity] else {
      changes.append(.added(entry))
      continue
    }
    if known.channels != entry.channels || known.gap != entry.gap {
      changes.append(.channels(known, entry))
    }
  }
  return changes.isEmpty ? [.rearranged] : changes
}

/// The first place of each contact: it may stand above the fallback and in it.
private func byIdentity(_ ladder: [LadderPlace]) -> [LadderEntry.Identity: LadderEntry] {
  Dictionary(
    ladder.map { ($0.entry.identity, $0.entry) }, uniquingKeysWith: { first, _ in first })
}
