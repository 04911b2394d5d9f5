/// An RFC 9457 problem: what is wrong, where, and what to do instead.
package struct RequestProblem: Error, Sendable, Hashable {
  /// The last part of the problem's type address, such as `unknown-place`.
  package let type: String
  package let status: Int
  package let title: String
  package let detail: String
  /// The field that is wrong; nil when none is.
  package var field: String?
  /// The allowed values, or what was perhaps meant.
  package var allowed: [String]
  /// Seconds after which trying again may help.
  package var retryAfterSeconds: Int?
  /// The methods that the address answers to (405).
  package var allow: [String]
  /// The budget that is spent (429).
  package var spent: SpentBudget?

  package init(
    type: String, status: Int, title: String, detail: String, field: String? = nil,
    allowed: [String] = [], retryAfterSeconds: Int? = nil, allow: [String] = []
  ) {
    self.type = type
    self.status = status
    self.title = title
    self.detail = detail
    self.field = field
    self.allowed = allowed
    self.retryAfterSeconds = retryAfterSeconds
    self.allow = allow
  }
}
