import HTTPTypes
import Registry
import Search
import Presentation
import Web

/// How lists are parted into pages.
enum APIPaging {
  static let countMax = 200
  static let countUsual = 50

  /// The schema of a page of those items.
  static func schema(of item: Schema) -> Schema {
    Schema.object(
      "One page of a list.",
      [
        ("generation", .integer("The generation of the registry.", min: 0)),
        ("total", .integer("How many there are on all pages.", min: 0)),
        ("items", .list(of: item, countMax: countMax)),
        (
          "next",
          Schema.text("What to give as `cursor` for the next page; null on the last.").orNull
        ),
      ])
  }

  static func limit(_ request: APIRequest) throws -> Int {
    guard let text = request.query["limit"] else { return countUsual }
    guard let limit = number(text), (1...countMax).contains(limit) else {
      throw RequestProblem.malformed("limit", "A whole number.", allowed: ["1–\(countMax)"])
    }
    return limit
  }

  /// How many were on the pages before.
  static func start(_ request: APIRequest) throws -> Int {
    guard let text = request.query["cursor"] else { return 0 }
    guard text.utf8.count <= 9, let start = number(text) else { throw unknownCursor }
    return start
  }

  static let unknownCursor = RequestProblem.malformed(
    "cursor", "Give the `next` of the page before.")

  private static func number(_ text: String) -> Int? {
    let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isPlain ? Int(text) : nil
  }
}

/// A list of resources, in the order of their keys, a page at a time.
struct APIList<Value: Sendable>: Sendable {
  typealias Filter = (Value) -> Bool

  let name: String
  let shape: Shape<Value>
  /// Unique and stable; the last one of a page is the cursor to the next.
  let key: @Sendable (Value) -> String
  /// Every one there is, in the order of the keys.
  let values: @Sendable (APIView) -> [Value]
  /// What a request lets through.
  let filter: @Sendable (APIRequest) throws -> Filter

  init(
    name: String, shape: Shape<Value>, key: @escaping @Sendable (Value) -> String,
    values: @escaping @Sendable (APIView) -> [Value],
    filter: @escaping @Sendable (APIRequest) throws -> Filter = { _ in { _ in true } }
  ) {
    self.name = name
    self.shape = shape
    self.key = key
    self.values = values
    self.filter = filter
  }

  func operation(
    _ id: String, _ pattern: String, _ summary: String, filters: [APIOperation.Parameter] = []
  ) -> APIOperation {
    APIOperation(
      id: id, method: .get, pattern: pattern, kind: .page, summary: summary,
      query: filters + APIOperation.Parameter.paging + [.language],
      success: APIPaging.schema(of: shape.schema).named(name)
    ) { try reply(to: $0) }
  }

  private func reply(to request: APIRequest) throws -> Reply {
    let view = request.view
    let limit = try APIPaging.limit(request)
    let cursor = request.query["cursor"]
    if let cursor, cursor.unicodeScalars.count > APIRequest.nameMax {
      throw APIPaging.unknownCursor
    }
    let isMeant = try filter(request)
    var (total, isMore) = (0, false)
    var page: [Value] = []
    for value in values(view) where isMeant(value) {
      total += 1
      if let cursor, key(value) <= cursor { continue }
      if page.count < limit { page.append(value) } else { isMore = true }
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.number("generation", view.edition.generation)
      writer.number("total", total)
      writer.objects("items", page) { shape.write($1, view, &$0) }
      writer.string("next", isMore ? page.last.map(key) : nil)
    }
    return .json(writer.bytes, caching: view.caching)
  }
}

extension Shape where Value: Sendable {
  /// The operation that answers with one of these, and one for each of its lists that may be long.
  func operations(
    _ id: String, _ pattern: String, _ kind: RequestKind, _ summary: String,
    name parameter: APIOperation.Parameter,
    find: @escaping @Sendable (String, APIView) -> Value?
  ) -> [APIOperation] {
    @Sendable func found(_ request: APIRequest) throws -> Value {
      guard let value = request.name.flatMap({ find($0, request.view) }) else {
        throw RequestProblem.unknownResource(parameter.name)
      }
      return value
    }
    let record = APIOperation(
      id: id, method: .get, pattern: pattern, kind: kind, summary: summary, name: parameter,
      query: [.language], success: schema
    ) { request in
      let value = try found(request)
      let path = pattern.replacing("{\(parameter.name)}", with: request.name ?? "")
      var writer = JSONWriter()
      writer.object { write(value, request.view, &$0, path: path) }
      return .json(writer.bytes, caching: request.view.caching)
    }
    return [record]
      + fields.compactMap { field in
        field.parts.map { list(field.name, $0, of: record, found) }
      }
  }

  /// One list of a record, a page at a time.
  private func list(
    _ list: StaticString, _ parts: PartList<Value>, of record: APIOperation,
    _ found: @escaping @Sendable (APIRequest) throws -> Value
  ) -> APIOperation {
    let title = "\(list)".prefix(1).uppercased() + "\(list)".dropFirst()
    return APIOperation(
      id: record.id + title, method: .get, pattern: "\(record.pattern)/\(list)",
      kind: record.kind,
      summary: "All `\(list)` of the record, a page at a time.", name: record.name,
      query: APIOperation.Parameter.positions + [.language],
      success: APIPaging.schema(of: parts.item).named(name + title)
    ) { request in
      let value = try found(request)
      let start = try APIPaging.start(request)
      let end = start + (try APIPaging.limit(request))
      var writer = JSONWriter()
      writer.object { writer in
        writer.number("generation", request.view.edition.generation)
        let total = parts.write(&writer, "items", value, request.view, start..<end)
        writer.number("total", total)
        writer.string("next", end < total ? String(end) : nil)
      }
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
