package import Registry
package import Search

/// The words of the interface in one language; names of data are rows of the registry, never here.
///
/// Complete by the compiler: every language answers every case of every closed vocabulary.
package protocol Words: AnalysisWords, DatabaseWords {
  var language: Language { get }
  func phrase(_ phrase: Phrase) -> String
  func label(_ label: RecordLabel) -> String
  func tier(_ tier: Tier) -> String
  func relation(_ relation: Relation) -> String
  func status(_ status: RungStatus) -> String
  func state(_ state: DoorState) -> String
  func skip(_ reason: SkipReason) -> String
  func warning(_ warning: AnswerWarning) -> String
  func hours(_ kind: HoursKind) -> String
  /// Empty where the windows say nothing that a reader needs.
  func holidays(_ rule: HolidayRule) -> String
  func channel(_ kind: ChannelKind) -> String
  func asker(_ asker: Asker) -> String
  func severity(_ severity: Severity) -> String
  func wish(_ wish: Wish) -> String
  func notice(_ kind: NoticeKind) -> String
  func reading(_ kind: ReadingKind) -> String
  func level(_ level: PlanLevel) -> String
  func nameKind(_ kind: NameKind) -> String
  func weekday(_ weekday: Weekday) -> String
  /// Heading over several of them.
  func subject(_ kind: Subject.Kind) -> String
  func field(_ field: QuestionField) -> String
  func understanding(_ understanding: Understanding) -> String
  func fault(_ fault: NameFault) -> String
  /// Between a place and what it lies in: `Heimdal i Trondheim`.
  var inside: String { get }
  /// The holidays of a weekly table, as its own day.
  var holidayDay: String { get }
  func seats(_ count: Int) -> String
  func holdsUntil(_ time: String) -> String
  func opens(_ time: String) -> String
  func confirmed(_ day: String) -> String
  func confirmed(_ day: String, yearsAgo years: Int) -> String
  func years(_ range: String) -> String
}

/// Loose words that stand on their own in an answer.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case emergencyFirst, why, plan, source, section, skipped, notices, steps, hereNow, offerings
  case measures, warnings, responsible, mainResponsible, status, fate, mergedInto, via, also, doubt
  /// Of a measure that takes in another; of a rung that answers when the one above does not.
  case mergedFrom, coversAbove
  case unusable, unborn, noContact, nobodyNamed, forAsker, hiddenByDesk, question, place, concern
  case function, workplace, age, severity, asker, at, understoodAs, suggestions, write
  case nothingFound
  /// Over the contacts that are told beside a question to the asker.
  case meanwhile
  /// Over the words that could not be read.
  case notUnderstood
  /// Before the wishes that the answer cannot meet.
  case unmet
}

/// Headings and field names of a record shown whole.
package enum RecordLabel: String, Hashable, Sendable, CaseIterable {
  case contacts, parents, children, codes, names, formerNames, successors, predecessors, members
  case links, holders, servesPlaces, aliases, remit, valid, validFrom, validUntil, always, rules
  case canonical, display, dial, kind, whose, notANumber, key, version, date, period, follows
  case readings, unknownDate, conditions, ages, area, emergencyNumber, defects, noDefects, document
  case kindMobile, kindLandline, kindService, kindEmergency, kindShort, kindFive, kindHarmonised
  case kindAbroad, usable, postcodes, orgnr, licence, history, nobody
}

/// The catalogue of a language; bokmål for any other.
package func words(in language: Language) -> any Words {
  switch language {
  case .nynorsk: NynorskWords()
  case .english: EnglishWords()
  default: BokmalWords()
  }
}
