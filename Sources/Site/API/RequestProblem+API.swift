import HTTPTypes
import Hummingbird
import Registry
import Search
import Presentation
import Web

extension RequestProblem {
  /// A value that is not of the form or the vocabulary that its field allows.
  static func malformed(
    _ field: String?, _ detail: String, allowed: [String] = []
  ) -> RequestProblem {
    RequestProblem(
      type: "malformed", status: 400, title: "The request cannot be read", detail: detail,
      field: field, allowed: allowed)
  }

  static func unknownResource(_ field: String) -> RequestProblem {
    RequestProblem(
      type: "not-found", status: 404, title: "Not found",
      detail: "Nothing that is public has this address.", field: field)
  }

  static let noEdition = RequestProblem(
    type: "not-ready", status: 503, title: "Service unavailable",
    detail: "The registry has not been read yet.", retryAfterSeconds: 15)

  static func bodyTooLarge(bytesMax: Int) -> RequestProblem {
    RequestProblem(
      type: "too-large", status: 413, title: "Content too large",
      detail: "At most \(bytesMax) bytes are read.")
  }

  static let notJSON = RequestProblem(
    type: "unsupported-media-type", status: 415, title: "Unsupported media type",
    detail: "Send application/json in UTF-8.", field: "Content-Type",
    allowed: ["application/json"])

  static func notAcceptable(_ mediaType: String) -> RequestProblem {
    RequestProblem(
      type: "not-acceptable", status: 406, title: "Not acceptable",
      detail: "This address answers with \(mediaType).", field: "Accept", allowed: [mediaType])
  }
}

extension RequestProblem {
  /// A question whose words could not be resolved.
  ///
  /// - Parameter known: the keys that a field takes, told where nothing comes near what was
  ///   written.
  init(_ refusal: Refusal, known: (QuestionField) -> [String]) {
    let fault = refusal.faults.first
    let near = fault?.candidates.map(\.write) ?? []
    self.init(
      Problem(
        type: refusal.isAboutNames ? Problem.nameType : "malformed",
        title: "The question cannot be understood",
        detail: refusal.faults.map { "\($0.field.rawValue): \($0.reason.rawValue)" }
          .joined(separator: "; "),
        field: fault?.field.rawValue,
        allowed: near.isEmpty ? fault.map { known($0.field) } ?? [] : near,
        faults: refusal.faults, emergency: refusal.isAcute ? [.police] : []),
      status: 422)
  }

  /// The reply to a program. Who is turned away with nothing else to go on is told the number that
  /// always answers, and so is who asks at acute.
  func apiReply(isAcute: Bool = false) -> Reply {
    var told = self
    if isAcute || type == RequestProblem.busy.type { told.problem.emergency = [.police] }
    var fields: HTTPFields = [.accessControlAllowOrigin: "*"]
    fields.append(contentsOf: self.fields)
    return Reply(
      status: HTTPResponse.Status(code: status), contentType: "application/problem+json",
      bytes: told.bytes, caching: .never, fields: fields)
  }

  static let schema = Schema.object(
    "What is wrong, where, and what is allowed instead (RFC 9457).",
    [
      ("type", .text("Names the sort of problem; stable.")),
      ("title", .text("The sort of problem in words.")),
      ("status", .integer("The status of the response.", min: 400, max: 599)),
      ("detail", .text("What to do about it.")),
      ("field", .text("The member, parameter or header that is wrong.")),
      ("allowed", .list(of: .text(), "What may be written there instead.")),
      ("faults", .list(of: faultSchema, "Each word that could not be resolved.")),
      (
        "emergency",
        .list(
          of: AnswerSchema.emergencyNumber,
          "112, at acute and when nothing can be made now.")
      ),
    ],
    optional: ["field", "allowed", "faults", "emergency"]
  ).named("Problem")

  private static let faultSchema = Schema.object(
    "A word of a question that could not be resolved.",
    [
      ("field", .word(of: QuestionField.allCases.map(\.rawValue))),
      ("written", .text("The word, as it was written.")),
      ("reason", .word(of: NameFault.Reason.allCases.map(\.rawValue))),
      (
        "candidates",
        .list(
          of: .object(
            nil,
            [
              ("field", .word(of: QuestionField.allCases.map(\.rawValue))),
              ("label", .text("What it is called.")),
              ("detail", Schema.text("What tells it from its namesakes.").orNull),
              ("write", .text("What to write to mean this one and no other.")),
            ]), "What may have been meant.")
      ),
    ]
  ).named("NameFault")
}
