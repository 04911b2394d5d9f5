import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Presentation
import Web

/// One request to the API after its form has been checked: only known parameters, each once.
struct APIRequest: Sendable {
  let view: APIView
  let query: [String: String]
  /// What the path names; nil for addresses without a name in them.
  let name: String?
  /// The body; `.null` for requests without one.
  let body: JSONValue

  static let nameMax = 200

  /// The query of an address, decoded.
  static func query(
    _ text: String?, allowed: [String]
  ) throws(RequestProblem) -> [String: String] {
    var values: [String: String] = [:]
    guard let text, !text.isEmpty else { return values }
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let plain = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = plain[0], let value = plain.count > 1 ? plain[1] : "" else {
        throw .malformed(nil, "The query is not percent-encoded UTF-8.")
      }
      guard allowed.contains(name) else {
        throw .malformed(nil, "There is no such parameter.", allowed: allowed)
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw .malformed(name, "The parameter is written twice.")
      }
    }
    return values
  }

  static func language(_ text: String?) throws(RequestProblem) -> Language {
    guard let text else { return .bokmål }
    guard let language = Language(tag: text) else {
      throw .malformed("lang", "There is no such language here.", allowed: languages)
    }
    return language
  }

  static let languages = ["nb", "nn", "en"]
  static let languageSchema = Schema.text(
    "The language of names: nb, nn or en, also as devices write it (nb-NO, no, en-GB, nn_NO).",
    pattern: Language.tagPattern
  ).named("LanguageTag")

  /// The JSON body, bounded in size and depth before it is read.
  static func body(of request: Request, bytesMax: Int) async throws -> JSONValue {
    guard isJSON(request.headers.value(of: .contentType)) else { throw RequestProblem.notJSON }
    if let length = request.headers.value(of: .contentLength).flatMap({ Int($0) }),
      length > bytesMax
    {
      throw RequestProblem.bodyTooLarge(bytesMax: bytesMax)
    }
    let buffer: ByteBuffer
    do {
      buffer = try await request.body.collect(upTo: bytesMax)
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw RequestProblem.bodyTooLarge(bytesMax: bytesMax)
    }
    do {
      return try JSONReader.value(of: Array(buffer: buffer))
    } catch {
      throw RequestProblem.malformed(
        error.member.map { String($0.prefix(nameMax)) }, error.sentence)
    }
  }

  private static func isJSON(_ contentType: String?) -> Bool {
    if contentType == "application/json" { return true }
    let parts = (contentType ?? "").lowercased().split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.first == "application/json" else { return false }
    return parts.dropFirst().allSatisfy {
      !$0.hasPrefix("charset=") || $0 == "charset=utf-8" || $0 == "charset=\"utf-8\""
    }
  }

  /// Whether a client that says what it accepts takes that type.
  static func accepts(_ mediaType: String, _ accept: String?) -> Bool {
    guard let accept, accept != "*/*", accept != mediaType else { return true }
    let major = mediaType.prefix { $0 != "/" }
    let ranges = accept.lowercased().split(separator: ",").map { range in
      range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    func quality(_ range: String) -> Double? {
      guard let parts = ranges.first(where: { $0.first == range }) else { return nil }
      let weight = parts.first { $0.hasPrefix("q=") }
      return weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    }
    let best = quality(mediaType) ?? quality("\(major)/*") ?? quality("*/*") ?? 0
    return best > 0
  }
}
