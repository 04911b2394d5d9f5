import Foundation
import Registry
import Analysis
import Routing
import Testing

/// Differences against comparing every single answer; the seed stands in each failure.
@Suite struct DifferenceTests {
  private static let base =
    ProcessInfo.processInfo.environment["VARDE_PROPERTY_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...999_999_999)
  static let seeds = (0..<5).map { base &+ UInt64($0) }

  /// What a reader could tell two ladders apart by.
  private struct Door: Hashable {
    let tier: Tier
    let names: [String?]
    let channels: [String]
    let gap: RungStatus?

    init(_ rung: Rung) {
      let contact = rung.contact
      tier = rung.tier
      names = [
        contact.function?.key ?? contact.offering?.key, contact.organisation?.key,
        contact.person, contact.words,
      ]
      channels = contact.channels.compactMap(\.value)
      gap = [.vacant, .unknownNumber].contains(contact.status) ? contact.status : nil
    }
  }

  private func doors(_ index: RoutingIndex, _ question: Question) -> [Door] {
    index.answer(question).ladder.filter { $0.why.rule != Why.lastResort }.map { Door($0) }
  }

  private func expectExact(
    _ old: Viewpoint, _ new: Viewpoint, _ space: QuestionSpace, _ comment: Comment
  ) -> Int {
    let difference = difference(from: old, to: new, of: space, in: .bokmål)
    var changed = 0
    space.forEach(at: new.moment) { question in
      var earlier = question
      earlier.moment = old.moment
      if doors(old.index, earlier) != doors(new.index, question) { changed += 1 }
    }
    #expect(difference.changed == changed, comment)
    #expect(difference.unchanged == space.count - changed, comment)
    #expect(difference.changes.isEmpty == (changed == 0), comment)
    for (change, extent) in difference.changes {
      #expect(extent.count > 0 && extent.count <= changed, comment)
      if let witness = extent.witness {
        var earlier = witness
        earlier.moment = old.moment
        #expect(
          doors(old.index, earlier) != doors(new.index, witness), "\(comment), \(change)")
      }
    }
    return changed
  }

  @Test("One registry at two dates differs exactly where single answers do", arguments: seeds)
  func dates(seed: UInt64) {
    let registry = RandomRegistry.furnished(seed: seed)
    let index = RoutingIndex(compiling: registry.snapshot)
    var space = index.questions(in: registry.municipalities[0], on: registry.firstDay)
    space.askers = Array(space.askers.shuffled().prefix(3))
    space.workplaces = Array(space.workplaces.prefix(3))
    space.ages = [.years(11), .years(15), .years(20), .years(40), .unborn, nil]
    _ = expectExact(
      Viewpoint(index: index, moment: Moment(day: registry.firstDay)),
      Viewpoint(index: index, moment: Moment(day: registry.firstDay + 15)), space,
      "seed \(seed)")
  }

  @Test("Two registries at one date differ exactly where single answers do", arguments: seeds)
  func registries(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    let old = RoutingIndex(compiling: registry.snapshot)
    registry.addDesignation(900, in: registry.municipalities[0])
    registry.snapshot.ruleTargets.removeLast(4)
    let new = RoutingIndex(compiling: registry.snapshot)
    var space = old.questions(in: registry.municipalities[0], on: registry.firstDay)
    space.askers = [.employee, .relative]
    space.workplaces = Array(space.workplaces.prefix(4))
    space.ages = [.years(12), .years(24), nil]
    let moment = Moment(day: registry.firstDay)
    _ = expectExact(
      Viewpoint(index: old, moment: moment), Viewpoint(index: new, moment: moment), space,
      "seed \(seed)")
  }

  @Test("A seat that gets another number is told as that, where it stands")
  func otherChannel() throws {
    var registry = RandomRegistry.furnished(seed: 7)
    let old = RoutingIndex(compiling: registry.snapshot)
    registry.snapshot.channels = registry.snapshot.channels.map { channel in
      guard channel.key.hasPrefix("channel-") else { return channel }
      return Channel(
        id: channel.id, key: channel.key, owner: channel.owner, position: channel.position,
        kind: channel.kind, written: "99999999", canonical: "+4799999999", isUsable: true,
        audience: channel.audience, hours: channel.hours, visibility: .public,
        valid: channel.valid)
    }
    let new = RoutingIndex(compiling: registry.snapshot)
    let moment = Moment(day: registry.firstDay)
    let space = old.questions(in: registry.municipalities[0], on: registry.firstDay)
    let difference = difference(
      from: Viewpoint(index: old, moment: moment), to: Viewpoint(index: new, moment: moment),
      of: space, in: .bokmål)
    let kinds = difference.changes.keys
    #expect(!kinds.isEmpty)
    #expect(
      kinds.allSatisfy { change in
        guard case .channels(let before, let after) = change else { return false }
        return before.channels != after.channels && after.channels.contains("+4799999999")
      })
  }
}
