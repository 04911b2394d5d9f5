import Registry
import Presentation
import Web

/// `/api/v1/functions`: permanent roles; who holds them stands in the answers and on the seats.
enum Functions {
  static let operations =
    [
      APIList<Function>(
        name: "FunctionList", shape: shape, key: \.key, values: { $0.directory.inOrder.functions }
      ).operation("listFunctions", Address.API.functions, "Functions, with every word for them.")
    ]
    + held.operations(
      "getFunction", "\(Address.API.functions)/{id}", .page,
      "One function, with the seats that hold it.",
      name: .init(
        name: "id", about: "Permanent id or key.",
        schema: { _ in .text(pattern: "^[A-Za-z0-9-]{1,100}$") }, example: \.function)
    ) { name, view in
      let id: ID<Function>? = view.id(.function, named: name)
      return id.flatMap { view.directory.functions[$0] }
    }

  static let shape = Shape<Function>(
    "Function", "A permanent role, such as SLT-koordinator.", identity)

  private static let held = Shape<Function>(
    "HeldFunction", "A permanent role with the seats that hold it.",
    identity + [
      .long("designations", Designations.seat, "Its seats on this day; never persons.") {
        $1.directory.seats(of: $0.id, on: $1.day)
      }
    ])

  private static let identity: [Field<Function>] =
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { function, _ in function.key },
      .text("name", "What it is called.") { $1.name(.function($0.id)) },
      .many("names", SharedShapes.name, "Every word for it, those of plans too.") {
        $1.names(of: .function($0.id))
      },
      .text("url", orNull: "The path of its page.") { $1.page(.function($0.id)) },
    ]
}

/// `/api/v1/concerns`: the tree of worries and needs.
enum Concerns {
  static let operations = [
    APIList<Concern>(
      name: "ConcernList", shape: shape, key: \.key, values: { $0.directory.inOrder.concerns }
    ).operation(
      "listConcerns", Address.API.concerns, "Worries and needs, a tree with synonyms.")
  ]

  static let shape = Shape<Concern>(
    "Concern", "A worry or a need.",
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { concern, _ in concern.key },
      .text("name", "What it is called.") { $1.name(.concern($0.id)) },
      .text("parent", orNull: "The key of what it is a part of.") { concern, view in
        concern.parent.map { view.key(.concern($0)) }
      },
      .word("leastSeverity", orNull: "How serious it is at least.") { concern, _ in
        concern.leastSeverity
      },
      .many("names", SharedShapes.name, "Every word for it, those of plans too.") {
        $1.names(of: .concern($0.id))
      },
    ])
}

/// `/api/v1/offerings`: what somebody can be offered, and by whom.
enum Offerings {
  static let operations = [
    list.operation(
      "listOfferings", Address.API.offerings, "What somebody can be offered, and by whom.",
      filters: [Concerns.filter, provider])
  ]

  private static let list = APIList<Offering>(
    name: "OfferingList", shape: shape, key: \.key, values: { $0.directory.inOrder.offerings },
    filter: { request in
      let view = request.view
      let concern: ID<Concern>? = try request.filter("concern", .concern)
      let provider: ID<Organisation>? = try request.filter("provider", .organisation)
      return { offering in
        guard offering.valid.contains(view.day) else { return false }
        if let provider, offering.provider != provider { return false }
        guard let concern else { return true }
        return view.directory.cases(of: offering.id).contains { $0.concern == concern }
      }
    })

  private static let provider = APIOperation.Parameter(
    name: "provider", about: "Only what the organisation of that key offers.",
    schema: { .word(ofKnown: $0.providers) }, example: { $0.providers.first })

  static let shape = Shape<Offering>(
    "Offering", "Something that somebody can be offered.",
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { offering, _ in offering.key },
      .text("name", "What it is called.") { $1.name(.offering($0.id)) },
      .one("organisation", SharedShapes.reference) { offering, _ in
        Reference(.organisation(offering.provider))
      },
      .text("text", orNull: "What it is.") { offering, _ in offering.text },
      .texts("conditions", "What the source requires.") { offering, _ in offering.conditions },
      .texts("ages", "For which ages, such as `15-23`.") { offering, view in
        Set(view.directory.cases(of: offering.id).compactMap(\.ages).compactMap(AnswerJSON.ages))
          .sorted()
      },
      .many("concerns", SharedShapes.reference, "What it is for.") { offering, view in
        Set(view.directory.cases(of: offering.id).compactMap(\.concern)).sorted()
          .map { Reference(.concern($0)) }
      },
      .many("channels", SharedShapes.channel, "How to reach it.") {
        $1.directory.channels(of: .offering($0.id), on: $1.day)
      },
      .day("confirmedOn", "When it was last confirmed.") { offering, _ in offering.confirmedOn },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
    ] + Field.span { $0.valid })
}

extension Concerns {
  static let filter = APIOperation.Parameter(
    name: "concern", about: "Only what is for the concern of that key.",
    schema: { $0.concernSchema }, example: { $0.concerns.first })
}
