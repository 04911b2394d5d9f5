package import Registry
package import Search

/// What is wrong, where, and what to do instead: one type for terminal, page and API, in the form
/// of RFC 9457 for a program to read.
package struct Problem: Error, Hashable, Sendable {
  /// Stable code of the sort of problem, such as `name` or `not-migrated`.
  package let type: String
  package let title: String
  /// What to do.
  package var detail: String?
  /// The field, parameter or header that is wrong; nil when none is.
  package let field: String?
  /// What may be written there instead.
  package let allowed: [String]
  /// The words of a question that could not be resolved.
  package let faults: [NameFault]
  /// What else could be asked for.
  package let suggestions: [Suggestion]
  /// 112, when the question was acute or nothing can be made now.
  package var emergency: [EmergencyNumber]

  package init(
    type: String, title: String, detail: String? = nil, field: String? = nil,
    allowed: [String] = [], faults: [NameFault] = [], suggestions: [Suggestion] = [],
    emergency: [EmergencyNumber] = []
  ) {
    self.type = type
    self.title = title
    self.detail = detail
    self.field = field
    self.allowed = allowed
    self.faults = faults
    self.suggestions = suggestions
    self.emergency = emergency
  }

  /// Something that may have been meant, and what to write for it.
  package struct Suggestion: Hashable, Sendable {
    package let label: String
    package let write: String

    package init(label: String, write: String) {
      self.label = label
      self.write = write
    }
  }

  /// Type of problems that another name would solve.
  package static let nameType = "name"

  /// A question whose words could not be resolved.
  package init(_ refusal: Refusal, words: any Words) {
    self.init(
      type: refusal.isAboutNames ? Problem.nameType : "malformed",
      title: refusal.faults.map(words.fault).joined(separator: " "),
      faults: refusal.faults, emergency: refusal.isAcute ? [.police] : [])
  }

  /// The problem as RFC 9457 writes it. Members that say nothing are left out.
  ///
  /// - Parameter status: of the HTTP response; nil where there is none.
  package func bytes(status: Int? = nil) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.string("type", "urn:varde:problem:\(type)")
      writer.string("title", title)
      if let status { writer.number("status", status) }
      if let detail { writer.string("detail", detail) }
      if let field { writer.string("field", field) }
      if !allowed.isEmpty { writer.strings("allowed", allowed) }
      if !faults.isEmpty { writer.objects("faults", faults) { Problem.write($1, &$0) } }
      if !suggestions.isEmpty {
        writer.objects("suggestions", suggestions) { writer, suggestion in
          writer.string("label", suggestion.label)
          writer.string("write", suggestion.write)
        }
      }
      if !faults.isEmpty || !emergency.isEmpty { AnswerJSON.write(emergency, &writer) }
    }
    return writer.bytes
  }

  private static func write(_ fault: NameFault, _ writer: inout JSONWriter) {
    writer.string("field", fault.field.rawValue)
    writer.string("written", fault.written)
    writer.string("reason", fault.reason.rawValue)
    writer.objects("candidates", fault.candidates) { writer, candidate in
      writer.string("field", candidate.field.rawValue)
      writer.string("label", candidate.label)
      writer.string("detail", candidate.detail)
      writer.string("write", candidate.write)
    }
  }
}
