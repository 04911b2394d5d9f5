import HTTPTypes
import Registry
import Search
import Web

/// A list of resources, in the order of their keys, a page at a time.
struct APIList<Value: Sendable>: Sendable {
  static var countMax: Int { 200 }
  static var countUsual: Int { 50 }

  let name: String
  let shape: Shape<Value>
  /// Unique and stable; the last one of a page is the cursor to the next.
  let key: @Sendable (Value, APIView) -> String
  /// Every one that the filters let through, in any order.
  let values: @Sendable (APIRequest) throws -> [Value]

  func operation(
    _ id: String, _ pattern: String, _ summary: String, filters: [APIOperation.Parameter] = []
  ) -> APIOperation {
    APIOperation(
      id: id, method: .get, pattern: pattern, kind: .page, summary: summary,
      query: filters + paging + [.language], success: schema
    ) { try reply(to: $0) }
  }

  private var schema: Schema {
    Schema.object(
      "One page of a list.",
      [
        ("generation", .integer("The generation of the registry.", min: 0)),
        ("total", .integer("How many there are on all pages.", min: 0)),
        ("items", .list(of: shape.schema, countMax: Self.countMax)),
        (
          "next",
          Schema.text("What to give as `cursor` for the next page; null on the last.").orNull
        ),
      ]
    ).named(name)
  }

  private var paging: [APIOperation.Parameter] {
    [
      .init(
        name: "limit", about: "How many to a page; \(Self.countUsual) when it is not given.",
        schema: { _ in .integer(min: 1, max: Self.countMax) }, example: { _ in "20" }),
      .init(
        name: "cursor", about: "The `next` of the page before.",
        schema: { _ in .text(lengthMax: APIRequest.nameMax) }, example: { _ in nil }),
    ]
  }

  private func reply(to request: APIRequest) throws -> Reply {
    let view = request.view
    let limit = try limit(request.query["limit"])
    let cursor = request.query["cursor"] ?? ""
    guard cursor.unicodeScalars.count <= APIRequest.nameMax else {
      throw RequestProblem.malformed("cursor", "Give the `next` of the page before.")
    }
    let all = try values(request).map { (key: key($0, view), value: $0) }
      .sorted { $0.key < $1.key }
    let rest = all.drop { request.query["cursor"] != nil && $0.key <= cursor }
    let page = rest.prefix(limit)
    var writer = JSONWriter()
    writer.object { writer in
      writer.number("generation", view.edition.generation)
      writer.number("total", all.count)
      writer.objects("items", page.map(\.value)) { shape.write($1, view, &$0) }
      writer.string("next", page.count < rest.count ? page.last?.key : nil)
    }
    return .json(writer.bytes, caching: view.caching)
  }

  private func limit(_ text: String?) throws -> Int {
    guard let text else { return Self.countUsual }
    let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isPlain, let limit = Int(text), (1...Self.countMax).contains(limit) else {
      throw RequestProblem.malformed("limit", "A whole number.", allowed: ["1–\(Self.countMax)"])
    }
    return limit
  }
}

extension Shape where Value: Sendable {
  /// The operation that answers with one of these, with the generation that it is of.
  func operation(
    _ id: String, _ pattern: String, _ kind: RequestKind, _ summary: String,
    name parameter: APIOperation.Parameter,
    find: @escaping @Sendable (String, APIView) -> Value?
  ) -> APIOperation {
    APIOperation(
      id: id, method: .get, pattern: pattern, kind: kind, summary: summary, name: parameter,
      query: [.language], success: schema
    ) { request in
      guard let value = request.name.flatMap({ find($0, request.view) }) else {
        throw RequestProblem.unknownResource(parameter.name)
      }
      var writer = JSONWriter()
      writer.object { write(value, request.view, &$0) }
      return .json(writer.bytes, caching: request.view.caching)
    }
  }
}

extension APIRequest {
  /// The value of a filter that is a key of the registry; refused when there is no such thing.
  func filter<Row>(_ name: String, _ kind: Subject.Kind) throws -> ID<Row>? {
    guard let text = query[name] else { return nil }
    guard let subject = view.subject(kind, named: text) else {
      throw RequestProblem.malformed(name, "There is no such \(kind.rawValue).")
    }
    return ID(bits: subject.bits)
  }
}

extension APIView {
  /// What has that permanent id or that key.
  func subject(_ kind: Subject.Kind, named text: String) -> Subject? {
    if let subject = edition.search.subject(kind, key: text) { return subject }
    guard let id = ID<Subject>(text) else { return nil }
    let subject = Subject(kind: kind, bits: id.bits)
    return edition.search.key(of: subject) == nil ? nil : subject
  }

  func id<Row>(_ kind: Subject.Kind, named text: String) -> ID<Row>? {
    subject(kind, named: text).map { ID(bits: $0.bits) }
  }
}
