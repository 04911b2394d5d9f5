import HTTPTypes
import Web

/// A problem as JSON, RFC 9457: what is wrong, where, and what is allowed instead.
struct APIProblem {
  private let problem: RequestProblem

  init(_ problem: RequestProblem) {
    self.problem = problem
  }

  var reply: Reply {
    var writer = JSONWriter()
    writer.object { writer in
      writer.string("type", "urn:varde:problem:\(problem.type)")
      writer.string("title", problem.title)
      writer.number("status", problem.status)
      writer.string("detail", problem.detail)
      if let field = problem.field { writer.string("field", field) }
      if !problem.allowed.isEmpty { writer.strings("allowed", problem.allowed) }
    }
    return Reply(
      status: HTTPResponse.Status(code: problem.status), contentType: "application/problem+json",
      bytes: writer.bytes, caching: .never, fields: [.accessControlAllowOrigin: "*"])
  }
}
