import Web
import HTTPTypes
import Registry

/// A request that an operation answers over the edition at hand, and what it answers.
///
/// Made by asking, never written by hand: the document cannot promise what is not so.
struct APIExample {
  /// Such as `GET /api/v1/areas?limit=2`.
  let asked: String
  let response: JSONValue

  /// Of a list so many are shown.
  private static let itemsMax = 2

  /// Nil where the registry holds nothing to ask about.
  init?(of operation: APIOperation, over view: APIView, known: Vocabulary) {
    let name = operation.name?.example(known)
    guard operation.name == nil || name != nil else { return nil }
    let isList = operation.query.contains { $0.name == "limit" }
    let limit = String(APIExample.itemsMax)
    let request = APIRequest(
      view: view, query: isList ? ["limit": limit] : [:], name: name,
      body: operation.body?.example(known) ?? .null)
    guard let reply = try? operation.answer(request), reply.status == .ok else { return nil }
    if operation.mediaType == "application/json" {
      guard let json = try? JSONReader.value(of: reply.bytes) else { return nil }
      response = json
    } else {
      response = .string(String(decoding: reply.bytes, as: UTF8.self))
    }
    let path = operation.pattern.replacing("{\(operation.name?.name ?? "")}", with: name ?? "")
    asked = "\(operation.method.rawValue) \(path)\(isList ? "?limit=\(limit)" : "")"
  }

  var json: JSONValue { ["summary": .string(asked), "value": response] }
}
