import Foundation
import Registry
import Routing
import SeedFiles

/// The seeds as they lie in the checkout, asked by keys.
struct PlanQuestions {
  static let shared = Result { try PlanQuestions() }

  let snapshot: Snapshot
  let index: RoutingIndex

  private init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let texts = try SeedFolder.texts(at: ["\(root)/Seed/national", "\(root)/Seed/plans"])
    snapshot = try SeedReader(existing: Snapshot()).read(texts).snapshot
    index = RoutingIndex(compiling: snapshot)
  }

  /// A question in keys; `at` is a day, perhaps with a time.
  struct Asked {
    var asker: Asker = .citizen
    var place: String
    var concern: String?
    var function: String?
    var workplace: String?
    var age: Int?
    var severity: Severity = .mild
    var wishes: Set<Wish> = []
    var day = "2026-12-01"
    var minute: Int?
  }

  func answer(_ asked: Asked) -> Answer {
    let place = snapshot.areas.first { $0.key == asked.place }?.id ?? ID(bits: 0)
    let unit = snapshot.organisations.first { $0.key == asked.workplace }?.id
    let kind = snapshot.organisationKinds.first { $0.key == asked.workplace }?.id
    return index.answer(
      Question(
        asker: asked.asker,
        workplace: kind.map { .kind($0) } ?? unit.map { .unit($0) }, place: place,
        concern: snapshot.concerns.first { $0.key == asked.concern }?.id,
        function: snapshot.functions.first { $0.key == asked.function }?.id,
        age: asked.age.map { .years($0) }, severity: asked.severity,
        moment: Moment(day: Day(asked.day) ?? Day(number: 0), minute: asked.minute),
        wishes: asked.wishes))
  }

  /// The doors of a tier, without what follows as added.
  func doors(_ asked: Asked, tier: Tier = .ordinary) -> [String] {
    answer(asked).ladder.filter { $0.tier == tier && $0.relation != .added }.map(name)
  }

  func name(_ rung: Rung) -> String {
    let organisation = rung.contact.organisation?.key
    if let offering = rung.contact.offering { return "offering:\(offering.key)" }
    if let function = rung.contact.function { return "\(function.key)@\(organisation ?? "")" }
    return organisation ?? "«\(rung.contact.words ?? "")»"
  }
}
