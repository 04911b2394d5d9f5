import Presentation
import Registry
import Web

/// `/api/v1/measures`: what the plans set out to do, by whom, and what came of it.
enum Measures {
  static let operations = [
    list.operation(
      "listMeasures", Address.API.measures, "The measures of all plans, or of one.",
      filters: [plan, Concerns.filter])
  ]

  private static let list = APIList<Measure>(
    name: "MeasureList", shape: shape, key: \.key, values: { $0.directory.inOrder.measures },
    filter: { request in
      let plan: ID<Plan>? = try request.filter("plan", .plan)
      let concern: ID<Concern>? = try request.filter("concern", .concern)
      return { measure in
        (plan == nil || measure.plan == plan)
          && (concern.map { measure.concerns.contains($0) } ?? true)
      }
    })

  private static let plan = APIOperation.Parameter(
    name: "plan", about: "Only the measures of the plan of that key.",
    schema: { .word(ofKnown: $0.plans) }, example: { $0.plans.first })

  static let shape = Shape<Measure>(
    "Measure", "A numbered measure of a plan.",
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { measure, _ in measure.key },
      .one("plan", SharedShapes.reference) { measure, _ in Reference(.plan(measure.plan)) },
      .text("number", "As the plan numbers it.") { measure, _ in measure.number },
      .text("title", "Its title.") { measure, _ in measure.title },
      .text("text", orNull: "What it says.") { measure, _ in measure.text },
      .text("status", orNull: "As the plan says.") { measure, _ in measure.status },
      .text("fate", orNull: "What is proposed, or became of it.") { measure, _ in measure.fate },
      .many("responsible", party, "Who is responsible, in the plan's order.") {
        $1.directory.parties(of: $0.id)
      },
      .many("mergedInto", SharedShapes.reference, "Measures to be merged with.") {
        $1.directory.merges(of: $0.id).map { Reference(.measure($0.into)) }
      },
      .many("concerns", SharedShapes.reference, "What it is for.") { measure, _ in
        measure.concerns.map { Reference(.concern($0)) }
      },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
    ] + Field.span { $0.valid })

  private static let party = Shape<MeasureParty>(
    "Party", "A responsible party.",
    [
      .text("text", "As the plan says.") { party, _ in party.text },
      .one("organisation", SharedShapes.reference) { party, _ in
        party.organisation.map { Reference(.organisation($0)) }
      },
      .one("function", SharedShapes.reference) { party, _ in
        party.function.map { Reference(.function($0)) }
      },
    ])
}
