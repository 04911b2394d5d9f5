import HTTPTypes
import Registry
import Web

/// The OpenAPI 3.1 document, made from the same operations as the routes.
struct OpenAPIDocument {
  private let operations: [APIOperation]
  private let view: APIView
  private let known: Vocabulary
  private let budgets: Budgets

  /// The examples are asked of the edition that is seen here, in bokmål, so that they are true.
  init(_ operations: [APIOperation], over view: APIView, budgets: Budgets) {
    self.operations = operations
    self.budgets = budgets
    self.view = view.speaking(.bokmål)
    known = Vocabulary(self.view)
  }

  var json: JSONValue {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "Varde",
        "version": "1",
        "summary": "Who to contact for this concern, in this place, at this age.",
        "description": .string("\(OpenAPIDocument.about) \(limits)"),
        "license": ["name": "NLOD 2.0", "url": "https://data.norge.no/nlod/no/2.0"],
      ],
      "servers": [["url": "/"]],
      "paths": .object(paths),
      "components": ["schemas": .object(schemas)],
    ]
  }

  private static let about = """
    Nothing that is asked is stored or logged, and questions are never put into an address: they \
    are posted. Everything shown carries its source. An answer is a ladder of contacts in order, \
    and 112 heads it when life is in danger. Lists never name persons. Responses to GET carry an \
    ETag that changes with the registry and with the day in Oslo.
    """

  private var limits: String {
    """
    Beyond what one requester may ask for, 429 comes with `Retry-After`, `RateLimit-Policy` and \
    `RateLimit`; a network of IPv6 (/64) is one requester. There is a budget for each kind of \
    request. Answers have the largest and \
    share it with nothing: \(OpenAPIDocument.told(budgets.answers)). Searches: \
    \(OpenAPIDocument.told(budgets.suggestions)). Records that name a person, and vCards, as \
    pages, files and resources together: \
    \(OpenAPIDocument.told(budgets.persons)). Everything else: \
    \(OpenAPIDocument.told(budgets.pages)).
    """
  }

  /// Such as `9 at once, and 5 more in a second` or `at most 60 in any hour, 30 of them at once`.
  private static func told(_ budget: Budget) -> String {
    let burst = Int(budget.burst.rounded())
    if let most = budget.perHour { return "at most \(most) in any hour, \(burst) of them at once" }
    return "\(burst) at once, and \(Int(budget.perSecond.rounded())) more in a second"
  }

  private var paths: [JSONValue.Member] {
    var patterns: [String] = []
    for operation in operations where !patterns.contains(operation.pattern) {
      patterns.append(operation.pattern)
    }
    return patterns.map { pattern in
      let here = operations.filter { $0.pattern == pattern }.map {
        JSONValue.Member(name: $0.method.rawValue.lowercased(), value: described($0))
      }
      return .init(name: pattern, value: .object(here))
    }
  }

  private func described(_ operation: APIOperation) -> JSONValue {
    let parameters =
      [operation.name].compactMap { $0 }.map { described($0, in: "path") }
      + operation.query.map { described($0, in: "query") }
    let body = operation.body.map { body -> JSONValue in
      [
        "required": true,
        "content": [
          "application/json": [
            "schema": body.schema(known).json, "example": body.example(known),
          ]
        ],
      ]
    }
    let json =
      ["operationId": .string(operation.id), "summary": .string(operation.summary)]
      as JSONValue
    return json.with("parameters", parameters.isEmpty ? nil : .array(parameters))
      .with("requestBody", body).with("responses", responses(of: operation))
  }

  private func described(_ parameter: APIOperation.Parameter, in place: String) -> JSONValue {
    let json =
      [
        "name": .string(parameter.name), "in": .string(place),
        "required": .bool(place == "path"), "description": .string(parameter.about),
        "schema": parameter.schema(known).json,
      ] as JSONValue
    let type = parameter.schema(known).json["type"]
    return json.with(
      "example",
      parameter.example(known).map { example in
        type == "integer"
          ? Int(example).map { .number(Double($0)) } ?? .string(example)
          : .string(example)
      })
  }

  private func responses(of operation: APIOperation) -> JSONValue {
    .object(
      operation.statuses.map { status in
        let response: JSONValue =
          switch status {
          case 200: success(of: operation)
          case 304: ["description": "What the client holds is still true."]
          default: problem(status, of: operation)
          }
        return .init(name: String(status), value: response)
      })
  }

  private func success(of operation: APIOperation) -> JSONValue {
    let schema = ["schema": operation.success.json] as JSONValue
    let example = APIExample(of: operation, over: view, known: known)
    let content = JSONValue.object([
      .init(
        name: operation.mediaType,
        value: schema.with("examples", example.map { ["seed": $0.json] }))
    ])
    let json = ["description": "Answered.", "content": content] as JSONValue
    guard operation.method == .get else { return json }
    return json.with(
      "headers",
      [
        "ETag": [
          "description": "Generation, day in Oslo, language and build.", "required": true,
          "schema": ["type": "string"],
        ]
      ])
  }

  private func problem(_ status: Int, of operation: APIOperation) -> JSONValue {
    let json =
      [
        "description": .string(status == 429 ? tooMany(operation) : OpenAPIDocument.reason(status)),
        "content": ["application/problem+json": ["schema": RequestProblem.schema.json]],
      ] as JSONValue
    switch status {
    case 405:
      return json.with(
        "headers",
        ["Allow": ["description": "The methods of the address.", "schema": ["type": "string"]]])
    case 429: return json.with("headers", .object(OpenAPIDocument.wait + OpenAPIDocument.budget))
    case 503: return json.with("headers", .object(OpenAPIDocument.wait))
    default: return json
    }
  }

  private static let wait = [header("Retry-After", "Seconds to wait.", pattern: "^[0-9]+$")]
  private static let budget = [
    header(
      "RateLimit-Policy", "The budget that is spent: how much it is (q), in how many seconds (w).",
      pattern: "^\"[a-z]+\";q=[0-9]+;w=[0-9]+$"),
    header(
      "RateLimit", "What is left of it (r), and in how many seconds more is (t).",
      pattern: "^\"[a-z]+\";r=0;t=[0-9]+$"),
  ]

  private static func header(
    _ name: String, _ about: String, pattern: String
  ) -> JSONValue.Member {
    let schema = ["type": "string", "pattern": .string(pattern)] as JSONValue
    return .init(name: name, value: ["description": .string(about), "schema": schema])
  }

  private func tooMany(_ operation: APIOperation) -> String {
    let budget = budgets[operation.kind].map { ": \(OpenAPIDocument.told($0))" } ?? ""
    return "More than one requester may ask for\(budget)."
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 400: "The request cannot be read; `field` says what is wrong and `allowed` what is right."
    case 404: "Nothing that is public has this address."
    case 405: "The address does not answer to that method."
    case 406: "The address has nothing of the accepted types."
    case 413: "The body is larger than 16384 bytes."
    case 415: "The body is not application/json."
    case 422: "With `strict`: a word is unknown or may mean several things; see `faults`."
    case 503: "The registry has not been read yet, or too much is being made at once."
    default: "Something failed here."
    }
  }

  private var schemas: [JSONValue.Member] {
    var all = RequestProblem.schema.components
    for operation in operations {
      all.merge(operation.success.components) { first, _ in first }
      if let body = operation.body {
        all.merge(body.schema(known).components) { first, _ in first }
      }
      for parameter in operation.query {
        all.merge(parameter.schema(known).components) { first, _ in first }
      }
    }
    return all.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
  }
}
