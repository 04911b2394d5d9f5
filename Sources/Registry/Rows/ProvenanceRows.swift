/// A document or an open register that facts rest on.
package struct Source: Hashable, Sendable {
  package let id: ID<Source>
  package let key: String
  package let title: String
  package let publisher: String?
  package let version: String?
  /// The day the document is dated.
  package let day: Day?
  package let licence: String?
  package let url: String?

  package init(
    id: ID<Source>, key: String, title: String, publisher: String? = nil, version: String? = nil,
    day: Day? = nil, licence: String? = nil, url: String? = nil
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.publisher = publisher
    self.version = version
    self.day = day
    self.licence = licence
    self.url = url
  }
}

/// The place in a source where a fact stands: section heading and the sentence itself.
package struct Citation: Hashable, Sendable {
  package let id: ID<Citation>
  package let source: ID<Source>
  package let section: String?
  /// The source's own words, never ours.
  package let quote: String?

  package init(
    id: ID<Citation>, source: ID<Source>, section: String? = nil, quote: String? = nil
  ) {
    self.id = id
    self.source = source
    self.section = section
    self.quote = quote
  }
}

/// A stated reason to doubt a fact; shown as a warning, never repaired in silence.
package struct Doubt: Hashable, Sendable {
  package let id: ID<Doubt>
  package let subject: Subject
  package let reason: String
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Doubt>, subject: Subject, reason: String, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.subject = subject
    self.reason = reason
    self.citation = citation
  }
}

/// A web address that a source gives for something.
package struct Link: Hashable, Sendable {
  package let id: ID<Link>
  package let subject: Subject
  package let position: Int
  package let text: String
  /// As written; nil when the source has a link text without an address.
  package let url: String?
  package let isUsable: Bool
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Link>, subject: Subject, position: Int, text: String, url: String? = nil, isUsable: Bool,
    valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.subject = subject
    self.position = position
    self.text = text
    self.url = url
    self.isUsable = isUsable
    self.valid = valid
    self.citation = citation
  }
}

/// What something is called, in one language, for a time, perhaps only in one plan.
package struct Name: Hashable, Sendable {
  package let id: ID<Name>
  package let subject: Subject
  package let language: Language
  package let kind: NameKind
  package let text: String
  /// The plan whose word this is; nil when everybody says so.
  @OptionalID package private(set) var plan: ID<Plan>?
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Name>, subject: Subject, language: Language, kind: NameKind, text: String,
    plan: ID<Plan>? = nil, valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.subject = subject
    self.language = language
    self.kind = kind
    self.text = text
    self.plan = plan
    self.valid = valid
    self.citation = citation
  }
}
