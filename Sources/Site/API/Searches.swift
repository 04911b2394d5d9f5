import HTTPTypes
import Registry
import Search
import Presentation
import Web

/// `POST /api/v1/search`: what has a name like that; by POST, so that nothing is left in logs.
enum Searches {
  static let operations = [
    APIOperation(
      id: "search", method: .post, pattern: Address.API.search, kind: .suggestion,
      summary: """
        Finds organisations, functions, public persons, places, measures, concerns, plans and \
        offerings, tolerant of typing errors and spellings.
        """,
      body: .init(schema: { _ in request }, example: example), success: results,
      answer: answer)
  ]

  static let kinds: [Subject.Kind] = [
    .organisation, .organisationKind, .function, .person, .area, .measure, .concern, .plan,
    .offering,
  ]
  private static let countMax = 50
  private static let countUsual = 20

  private static func answer(_ request: APIRequest) throws -> Reply {
    let body = try JSONBody(request.body, names: ["text", "kinds", "limit", "lang"])
    guard let text = try body.text("text"), !text.isEmpty else {
      throw RequestProblem.malformed("text", "What to look for, 1 to 200 characters.")
    }
    let names = kinds.map(\.rawValue)
    let wanted = try body.texts("kinds", countMax: names.count)
    if let wanted, !wanted.allSatisfy(names.contains) {
      throw RequestProblem.malformed("kinds", "There is no such kind here.", allowed: names)
    }
    let limit = try body.integer("limit", in: 1...countMax) ?? countUsual
    let hits = find(
      text, Set(wanted?.compactMap { Subject.Kind(rawValue: $0) } ?? kinds), limit, request.view)
    var writer = JSONWriter()
    writer.object { writer in
      writer.number("generation", request.view.edition.generation)
      writer.objects("results", hits) { hit.write($1, request.view, &$0) }
    }
    return .json(writer.bytes, caching: .never)
  }

  /// What carries the number that was written first; where anything fits by whole words, what only
  /// resembles is left out.
  static func find(
    _ text: String, _ kinds: Set<Subject.Kind>, _ countMax: Int, _ view: APIView
  ) -> [SearchHit] {
    let index = view.edition.search
    let numbered = kinds.contains(.area) ? index.areasNumbered(text) : []
    let named = index.find(text, kinds: kinds, countMax: countMax)
    let all = numbered + named.filter { hit in !numbered.contains { $0.subject == hit.subject } }
    let known = all.filter { hit in
      // A person is public by a seat that is: a holder of hidden seats alone is not found.
      hit.subject.kind == .person
        ? view.seat(of: hit.subject) != nil : index.key(of: hit.subject) != nil
    }
    let isSure = known.contains { $0.level < .part || ($0.level == .part && $0.errors == 0) }
    return Array(known.filter { !isSure || $0.level != .typo }.prefix(countMax))
  }

  private static let hit = Shape<SearchHit>(
    "SearchResult", "Something that was found.",
    [
      .word("kind", "What sort of thing it is.") { hit, _ in hit.subject.kind },
      .text("key", "Its stable key.") { $1.key($0.subject) },
      .id { $0.subject.bits },
      .text("name", "What it is called.") { $1.name($0.subject) },
      .text("write", "What to write in a question to mean this one and no other.") {
        $1.writing($0.subject)
      },
      .text("context", orNull: "What tells it from its namesakes.") { $1.context($0.subject) },
      .text("url", orNull: "The path of its page.") { $1.page($0.subject) },
    ])

  private static let results = Schema.object(
    "What was found, best first.",
    [
      ("generation", .integer("The generation of the registry.", min: 0)),
      ("results", .list(of: hit.schema, countMax: countMax)),
    ]
  ).named("SearchResults")

  private static let request = Schema.object(
    "What to look for.",
    [
      (
        "text",
        .text("What to look for.", pattern: "^[^\\u0000]*$", lengthMin: 1, lengthMax: 200)
      ),
      (
        "kinds",
        Schema.list(
          of: .word(of: kinds.map(\.rawValue)), "Only these kinds.", countMax: kinds.count
        ).orNull
      ),
      ("limit", Schema.integer("At most so many.", min: 1, max: countMax).orNull),
      ("lang", APIRequest.languageSchema.orNull),
    ], optional: ["kinds", "limit", "lang"]
  ).named("SearchRequest")

  private static func example(_ known: Vocabulary) -> JSONValue {
    ["text": .string(known.areaName ?? "skole"), "kinds": ["area"], "limit": 8]
  }
}

extension APIView {
  /// What a question may have in its field to mean this: a place by a name that is its own.
  func writing(_ subject: Subject) -> String {
    guard subject.kind == .area else { return name(subject) }
    return edition.search.writing(of: ID(bits: subject.bits), on: day, language: language)
  }

  /// A few words that tell something from others of its name.
  func context(_ subject: Subject) -> String? {
    switch subject.kind {
    case .area:
      let id = ID<Area>(bits: subject.bits)
      let kind = areas.kind(of: id).map { name(.areaKind($0.id)) }
      let outer = areas.outward(from: id, on: day).dropFirst().first.map { name(.area($0)) }
      return joined([kind, outer])
    case .organisation:
      guard let form = directory.form(of: ID(bits: subject.bits), on: day) else { return nil }
      return joined([name(.organisationKind(form.kind)), form.location.map { name(.area($0)) }])
    case .person:
      return joined([seat(of: subject).map { name(.function($0.function)) }])
    case .measure:
      return joined([directory.measures[ID(bits: subject.bits)].map { name(.plan($0.plan)) }])
    case .offering:
      return joined([
        directory.offerings[ID(bits: subject.bits)].map { name(.organisation($0.provider)) }
      ])
    default: return nil
    }
  }

  private func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
