import Presentation
import Registry
import Search
import Web

/// `/api/v1/plans/{id}`: a dated document with its steps, measures and reading matter.
enum Plans {
  static let operations =
    plan.operations(
      "getPlan", "\(Address.API.plans)/{id}", .page, "One plan with everything it owns.",
      name: .init(
        name: "id", about: "Permanent id or key.",
        schema: { _ in .text(pattern: "^[A-Za-z0-9-]{1,100}$") }, example: \.plan)
    ) { name, view in
      let id: ID<Plan>? = view.id(.plan, named: name)
      return id.flatMap { view.directory.plans[$0] }
    }

  static let plan = Shape<Plan>("Plan", "A dated version of a document.", identity + contents)

  private static let identity: [Field<Plan>] =
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { plan, _ in plan.key },
      .text("title", "Its title.") { plan, _ in plan.title },
      .word("level", "Whose plan it is: decides who speaks first.") { plan, _ in plan.level },
      .text("version", orNull: "Its version.") { plan, _ in plan.version },
      .day("date", "The day it is dated.") { plan, _ in plan.day },
      .day("periodFrom", "The first day of the period it states for itself.") { plan, _ in
        plan.period.from
      },
      .day("periodUntil", "The first day after the period it states for itself.") { plan, _ in
        plan.period.until
      },
      .one("area", SharedShapes.area) { plan, _ in plan.area },
      .one("owner", SharedShapes.reference) { plan, _ in
        plan.owner.map { Reference(.organisation($0)) }
      },
      .one("follows", SharedShapes.reference) { plan, _ in
        plan.follows.map { Reference(.plan($0)) }
      },
      .many("followedBy", SharedShapes.reference, "Newer versions.") {
        $1.directory.plans(following: $0.id).map { Reference(.plan($0.id), $0.valid) }
      },
      .one("document", document) { plan, view in view.directory.source(plan.source) },
      .text("url", orNull: "The path of its page.") { $1.page(.plan($0.id)) },
    ] + Field.span { $0.valid }

  private static let contents: [Field<Plan>] = [
    .many("severityWords", word, "The plan's own words for severity.") { plan, view in
      view.edition.snapshot.severityWords.filter { $0.plan == plan.id }
    },
    .long("steps", step, "Its own numbered ladder of action.") {
      $1.directory.steps(of: $0.id)
    },
    .long("notices", notice, "Sentences that are told with answers.") {
      $1.directory.notices(of: $0.id)
    },
    .long("measures", Measures.shape, "Its measures.") { $1.directory.measures(of: $0.id) },
    .long("reading", reading, "Sign lists and factors: read, never filled in.") {
      $1.directory.reading(of: $0.id)
    },
  ]

  private static let document = Shape<Source>(
    "Document", "The document that a plan is a version of.",
    [
      .text("title", "Its title.") { source, _ in source.title },
      .text("publisher", orNull: "Who published it.") { source, _ in source.publisher },
      .text("version", orNull: "Its version.") { source, _ in source.version },
      .day("date", "The day it is dated.") { source, _ in source.day },
      .text("licence", orNull: "The licence.") { source, _ in source.licence },
      .text("url", orNull: "Where it was published.") { source, _ in source.url },
    ])

  private static let word = Shape<SeverityWord>(
    "SeverityWord", "A plan's own word and the severity it means.",
    [
      .text("word", "The word or step number.") { word, _ in word.word },
      .word("severity", "What it means.") { word, _ in word.severity },
    ])

  private static let step = Shape<Step>(
    "Step", "A step of a plan's own ladder of action.",
    [
      .text("number", "As the plan numbers it.") { step, _ in step.number },
      .text("title", "Its title.") { step, _ in step.title },
      .text("text", "What it says.") { step, _ in step.text },
      .texts("responsible", "Who is responsible.") { step, _ in step.responsible },
      .texts("severities", "The severities it is for.") { step, _ in
        step.severities.map(\.rawValue)
      },
      .texts("askers", "The askers it is for.") { step, _ in step.askers.map(\.rawValue) },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
    ] + Field.span { $0.valid })

  private static let notice = Shape<Notice>(
    "Notice", "A sourced sentence: told, never decided.",
    [
      .text("key", "Its stable key.") { notice, _ in notice.key },
      .word("kind", "What it is about.") { notice, _ in notice.kind },
      .text("text", "The sentence.") { notice, _ in notice.text },
      .one("about", SharedShapes.reference) { notice, view in
        notice.about.flatMap { subject in
          view.edition.search.key(of: subject) == nil ? nil : Reference(subject)
        }
      },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
    ] + Field.span { $0.valid })

  private static let reading = Shape<ReadingMatter>(
    "ReadingMatter", "A line of a sign list or of a table of factors.",
    [
      .word("kind", "What sort of line it is.") { line, _ in line.kind },
      .text("group", "The heading it stands under.") { line, _ in line.group },
      .text("text", "The line.") { line, _ in line.text },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
    ] + Field.span { $0.valid })
}
