import Presentation
import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Web

/// One operation of the API: what its address answers, and everything that is said about it.
///
/// Routes and OpenAPI document are both made from the list of operations, so that neither can know
/// an address that the other does not.
struct APIOperation: Sendable {
  struct Parameter: Sendable {
    let name: String
    let about: String
    let schema: @Sendable (Vocabulary) -> Schema
    /// Something of the edition that fits, for the document.
    let example: @Sendable (Vocabulary) -> String?
  }

  struct Body: Sendable {
    let schema: @Sendable (Vocabulary) -> Schema
    let example: @Sendable (Vocabulary) -> JSONValue
  }

  let id: String
  let method: HTTPRequest.Method
  let pattern: String
  let kind: RequestKind
  let summary: String
  var name: Parameter?
  var query: [Parameter] = []
  var body: Body?
  var mediaType = "application/json"
  let success: Schema
  let answer: @Sendable (APIRequest) throws -> Reply

  /// Every status that can come from this address.
  var statuses: [Int] {
    var statuses = [200, 400, 405, 406, 429, 500, 503]
    if method == .get { statuses.append(304) }
    if name != nil { statuses.append(404) }
    if body != nil { statuses += [413, 415] }
    if id == "ask" { statuses.append(422) }
    return statuses.sorted()
  }

  func route(of site: Site) -> Route {
    var preflight: HTTPFields = [
      .accessControlAllowOrigin: "*", .accessControlMaxAge: "86400",
      .accessControlAllowMethods: method == .get ? "GET, HEAD, OPTIONS" : "POST, OPTIONS",
    ]
    preflight[.accessControlAllowHeaders] = "Content-Type, If-None-Match"
    return Route(method, pattern, kind, preflight: preflight) { request, context in
      var isAcute = false
      do {
        return try await respond(to: request, context, of: site, isAcute: &isAcute)
      } catch let problem as RequestProblem {
        return open(problem.apiReply(isAcute: isAcute)).response(to: request)
      }
    }
  }

  private func respond(
    to request: Request, _ context: VisitContext, of site: Site, isAcute: inout Bool
  ) async throws -> Response {
    guard APIRequest.accepts(mediaType, request.headers.value(of: .accept)) else {
      throw RequestProblem.notAcceptable(mediaType)
    }
    let query = try APIRequest.query(request.uri.query, allowed: query.map(\.name))
    var json = JSONValue.null
    if body != nil {
      json = try await APIRequest.body(of: request, bytesMax: context.maxUploadSize)
      isAcute = json["severity"]?.text == Severity.acute.rawValue
    }
    if let lang = json["lang"], lang != .null, lang.text == nil {
      throw RequestProblem.malformed("lang", "A string.", allowed: APIRequest.languages)
    }
    let language = try APIRequest.language(query["lang"] ?? json["lang"]?.text)
    guard let edition = context.edition else { throw RequestProblem.noEdition }
    let view = APIView(
      edition: edition, time: site.time, moment: site.time.moment(at: site.now()),
      language: language, build: site.build)
    let name = self.name.flatMap { context.parameters.get($0.name) }?.removingPercentEncoding
    let asked = APIRequest(view: view, query: query, name: name, body: json)
    guard method == .get else { return open(try answer(asked)).response(to: request) }
    let isKept = query.keys.allSatisfy({ $0 == "lang" }) && isOneSpelling(name)
    let asks = query.sorted { $0.key < $1.key }.map { "?\($0)=\(Self.plain($1))" }.joined()
    return try await edition.made(
      at: view.address(pattern, Self.plain(name ?? "") + (isKept ? "" : asks)), isKept: isKept,
      by: site.makers, for: context.requester
    ) { open(try answer(asked)) }.response(to: request)
  }

  /// As one word, so that no name and no value looks like another request.
  private static func plain(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: wordSigns) ?? ""
  }

  private static let wordSigns = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_."))

  /// Every page may read it, and no search engine lists it: records quote what is said of people.
  private func open(_ reply: Reply) -> Reply {
    guard !reply.fields.contains(.accessControlAllowOrigin) else { return reply }
    var reply = reply
    reply.fields.append(APIOperation.forEveryone)
    if pattern.hasPrefix(Address.API.root) { reply.fields.append(Reply.notForSearchEngines) }
    return reply
  }

  private static let forEveryone = HTTPField(name: .accessControlAllowOrigin, value: "*")

  /// An id may be written in capitals; such a reply is not kept beside that of the same record.
  private func isOneSpelling(_ name: String?) -> Bool {
    guard let name, let id = ID<Subject>(name) else { return true }
    return id.description == name
  }
}

extension APIOperation.Parameter {
  /// How many of a list, and from where.
  static let paging: [APIOperation.Parameter] = [
    .init(
      name: "limit", about: "How many to a page; \(APIPaging.countUsual) when it is not given.",
      schema: { _ in .integer(min: 1, max: APIPaging.countMax) }, example: { _ in "20" }),
    .init(
      name: "cursor", about: "The `next` of the page before.",
      schema: { _ in .text(lengthMax: APIRequest.nameMax) }, example: { _ in nil }),
  ]

  /// For the lists of one record, whose cursors are positions.
  static let positions: [APIOperation.Parameter] = [
    paging[0],
    .init(
      name: "cursor", about: "The `next` of the page before.",
      schema: { _ in .text(pattern: "^[0-9]{1,9}$") }, example: { _ in nil }),
  ]

  static let language = APIOperation.Parameter(
    name: "lang", about: "The language of names; bokmål when it is not given.",
    schema: { _ in APIRequest.languageSchema }, example: { _ in "nb" })
}
