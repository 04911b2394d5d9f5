package import Registry

/// A question in the asker's own words, before any name is resolved. Only the place is needed.
package struct QuestionText: Hashable, Sendable {
  package var asker: String?
  package var workplace: String?
  package var place: String
  package var concern: String?
  package var function: String?
  package var age: String?
  package var severity: String?
  package var wishes: [String]
  /// What it is about in the asker's own words, at most 200 characters of which are read.
  package var words: String?
  package var moment: Moment
  package var language: Language

  package init(
    asker: String? = nil, workplace: String? = nil, place: String, concern: String? = nil,
    function: String? = nil, age: String? = nil, severity: String? = nil, wishes: [String] = [],
    words: String? = nil, moment: Moment, language: Language = .bokmål
  ) {
    self.asker = asker
    self.workplace = workplace
    self.place = place
    self.concern = concern
    self.function = function
    self.age = age
    self.severity = severity
    self.wishes = wishes
    self.words = words
    self.moment = moment
    self.language = language
  }
}

/// The parts of a question that are given in words.
package enum QuestionField: String, Hashable, Sendable, CaseIterable {
  case asker, workplace, place, concern, function, age, severity, wish
}

/// What a question's words came to.
package enum QuestionReading: Hashable, Sendable {
  case understood(Question, [Understanding])
  /// Not all of it; the refusal holds what is answered without the rest.
  case refused(Refusal)
}

/// What of a question could not be read, and what is answered all the same.
package struct Refusal: Hashable, Sendable {
  package let faults: [NameFault]
  /// The severity and the concern are read even so: at acute 112 is shown whatever else is wrong.
  package let isAcute: Bool
  /// How the rest was read where it was not taken quite as written.
  package let understood: [Understanding]
  /// What is answered: the same without what is at fault, and where that is the place, for the
  /// whole country; nil where no question was asked but a name alone.
  package let meanwhile: Question?

  package init(
    faults: [NameFault], isAcute: Bool, understood: [Understanding] = [],
    meanwhile: Question? = nil
  ) {
    self.faults = faults
    self.isAcute = isAcute
    self.understood = understood
    self.meanwhile = meanwhile
  }

  /// Whether other names would help, rather than another form.
  package var isAboutNames: Bool {
    faults.contains { $0.reason != .malformed }
  }

  /// Whether it is not known where it is asked: nothing is then answered for a place.
  package var isPlaceAsked: Bool {
    faults.contains { $0.field == .place }
  }
}

/// One word of a question that could not be resolved.
package struct NameFault: Hashable, Sendable, Error {
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case unknown, ambiguous, malformed
    /// The place was divided among several: only a postcode or a newer name tells which.
    case split
  }

  package let field: QuestionField
  package let written: String
  package let reason: Reason
  package let candidates: [Candidate]
}

/// Something that may have been meant.
package struct Candidate: Hashable, Sendable {
  /// Where it would be written: another field than asked when the word is of another sort.
  package let field: QuestionField
  package let subject: Subject?
  package let label: String
  /// Kind, number or surroundings that tell it from its namesakes.
  package let detail: String?
  /// What to write to mean this one and no other.
  package let write: String
}

/// A word that was not taken quite as written; the answer says so.
package struct Understanding: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case typo, inflection, postcode, successor
    case formerName = "former-name"
    case formerNumber = "former-number"
    /// A plan's own word for it.
    case planWord = "plan-word"
    /// The unit is not in the registry; its kind is.
    case kindOfUnit = "kind-of-unit"
    /// It was read as one of several; the others are listed.
    case namesakes
    /// A post town, which lies in the place that is answered for.
    case postTown = "post-town"
    /// A number that the place only has later than the day that is asked about.
    case laterNumber = "later-number"
    /// Only what lies around it is known, and answered for.
    case part
  }

  package let field: QuestionField
  package let written: String
  package let label: String
  package let reason: Reason
  package let others: [Candidate]

  init(
    field: QuestionField, written: String, label: String, reason: Reason, others: [Candidate] = []
  ) {
    self.field = field
    self.written = written
    self.label = label
    self.reason = reason
    self.others = others
  }

  /// The same where the others are shown by themselves.
  package var alone: Understanding {
    Understanding(field: field, written: written, label: label, reason: reason)
  }
}

/// A resolved word, or the fault; and what to say about it.
enum Reading<Value> {
  case found(Value, [Understanding])
  case fault(NameFault)

  var value: Value? {
    if case .found(let value, _) = self { return value }
    return nil
  }
}
