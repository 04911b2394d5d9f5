package import Registry

/// What somebody's own words came to; nothing of the words themselves is in it.
package struct SentenceReading: Hashable, Sendable {
  /// What stood in the words and was passed over.
  package enum Ignored: String, Hashable, Sendable, CaseIterable {
    case names, numbers
  }

  /// nil when no worry was read: then the general way is shown.
  package var concern: ID<Concern>?
  /// The two next readings, the likelier first.
  package var others: [ID<Concern>] = []
  package var asker: Asker?
  /// Where they work, if their role says it.
  package var workplace: ID<OrganisationKind>?
  package var age: Age?
  /// At least so serious, if a phrase of danger says it.
  package var severity: Severity?
  /// Whom the words of danger call for, each once, in the order of the cases.
  package var dangers: [Danger] = []
  package var ignored: [Ignored] = []
  /// The code of the language, where it is neither Norwegian nor English.
  package var foreign: String?

  package init() {}

  /// Whether nothing at all was read.
  package var isEmpty: Bool {
    concern == nil && asker == nil && age == nil && severity == nil && dangers.isEmpty
  }
}

/// A number that words of danger call for.
package enum Danger: String, Hashable, Sendable, CaseIterable {
  case police = "112"
  case ambulance = "113"
  case crisis = "116123"
}
