package import HTTPTypes
package import Presentation

/// A ``Problem`` as the answer to a request: with its status, and what the head of the reply says.
package struct RequestProblem: Error, Sendable, Hashable {
  package var problem: Problem
  package let status: Int
  /// Seconds after which trying again may help.
  package var retryAfterSeconds: Int?
  /// The methods that the address answers to (405).
  package var allow: [String]
  /// The budget that is spent (429).
  package var spent: SpentBudget?

  package init(_ problem: Problem, status: Int) {
    self.problem = problem
    self.status = status
    allow = []
  }

  package init(
    type: String, status: Int, title: String, detail: String, field: String? = nil,
    allowed: [String] = [], retryAfterSeconds: Int? = nil, allow: [String] = []
  ) {
    problem = Problem(
      type: type, title: title, detail: detail, field: field, allowed: allowed)
    self.status = status
    self.retryAfterSeconds = retryAfterSeconds
    self.allow = allow
  }

  /// What the head of the reply says of it.
  package var fields: HTTPFields {
    var fields = spent?.fields ?? [:]
    if !allow.isEmpty { fields[.allow] = allow.joined(separator: ", ") }
    if let seconds = retryAfterSeconds { fields[.retryAfter] = "\(seconds)" }
    return fields
  }

  /// Stable code of the sort of problem, such as `not-found`.
  package var type: String { problem.type }
  package var bytes: [UInt8] { problem.bytes(status: status) }
}
