import Registry
import Analysis
import Routing
import Testing

@testable import Search
@testable import Presentation
@testable import Web

@Suite("Words of the interface")
struct WordsTests {
  static let catalogues: [any Words] = [BokmalWords(), NynorskWords(), EnglishWords()]

  private func all(_ words: some Words) -> [String] {
    var texts: [String] = []
    texts += Phrase.allCases.map(words.phrase)
    texts += RecordLabel.allCases.map(words.label)
    texts += Tier.allCases.map(words.tier)
    texts += Relation.allCases.map(words.relation)
    texts += RungStatus.allCases.map(words.status)
    texts += DoorState.allCases.map(words.state)
    texts += SkipReason.allCases.map(words.skip)
    texts += AnswerWarning.allCases.map(words.warning)
    texts += HoursKind.allCases.map { words.hours($0) }
    texts += ChannelKind.allCases.map(words.channel)
    texts += Asker.allCases.map(words.asker)
    texts += Severity.allCases.map(words.severity)
    texts += Wish.allCases.map(words.wish)
    texts += NoticeKind.allCases.map(words.notice)
    texts += ReadingKind.allCases.map(words.reading)
    texts += PlanLevel.allCases.map(words.level)
    texts += NameKind.allCases.map(words.nameKind)
    texts += Weekday.allCases.map(words.weekday)
    texts += Subject.Kind.allCases.map(words.subject)
    texts += QuestionField.allCases.map(words.field)
    texts += AnalysisPhrase.allCases.map(words.analysis)
    texts += Reach.allCases.flatMap { [words.reach($0), words.meaning($0)] }
    texts += LintKind.allCases.map(words.lint)
    texts += DatabaseFault.allCases.map(words.database).flatMap { [$0.title, $0.remedy] }
    texts += NameFault.Reason.allCases.map { reason in
      words.fault(NameFault(field: .place, written: "x", reason: reason, candidates: []))
    }
    texts += Understanding.Reason.allCases.map { reason in
      let other = Candidate(field: .place, subject: nil, label: "z", detail: nil, write: "z")
      return words.understanding(
        Understanding(
          field: .place, written: "x", label: "y", reason: reason, others: [other]))
    }
    return texts
  }

  @Test("no word is empty in any language, and none has stray blanks")
  func complete() {
    for words in WordsTests.catalogues {
      for text in all(words) {
        #expect(
          !text.isEmpty && text.first != " " && text.last != " " && !text.contains("  "), "\(text)")
      }
    }
  }

  @Test("nynorsk has its own forms, and English is English")
  func ownForms() {
    let nynorsk = all(NynorskWords()).joined(separator: " ").lowercased()
    for form in [" ikke ", " hvem ", " hva ", "hvorfor", " noen ", " kilde", "bekymring", "åpning"]
    {
      #expect(!nynorsk.contains(form), "\(form)")
    }
    let english = all(EnglishWords()).joined()
    for letter in "æøåÆØÅ" { #expect(!english.contains(letter)) }
    #expect(all(BokmalWords()) != all(NynorskWords()))
  }

  @Test("an unknown language is answered in bokmål")
  func fallback() {
    #expect(words(in: Language("se")).language == .bokmål)
    #expect(words(in: .nynorsk).language == .nynorsk)
  }

  @Test("hours are told as people read them")
  func hours() {
    let office = HoursLabel(weekdays: .mondayToFriday, from: 480, until: 930, holidays: .excluded)
    let night = HoursLabel(
      weekdays: Weekdays.all.union(.holidays), from: 930, until: 480, holidays: .unstated)
    let words = BokmalWords()
    #expect(words.hours(.stated, windows: [office]) == "man–fre 08.00–15.30, ikke helligdager")
    #expect(words.hours(.stated, windows: [night]) == "man–søn, helligdager 15.30–08.00")
    #expect(words.hours(.always, windows: []) == "hele døgnet")
    let pair = HoursLabel(
      weekdays: [.init(.monday), .init(.tuesday)], from: 0, until: 1440, holidays: .included)
    #expect(words.hours(.stated, windows: [pair]) == "man, tir 00.00–24.00, også helligdager")
  }

  @Test("ages are told for people and for programs")
  func ages() {
    let ranges: [(AgeRange, String?)] = [
      (AgeRange(from: 15, through: 23), "15-23"), (AgeRange(from: 18, through: nil), "18-"),
      (AgeRange(from: nil, through: 17), "-17"), (AgeRange(from: 15, through: 15), "15"),
      (AgeRange(from: -1, through: 17), "unborn-17"), (AgeRange(from: nil, through: nil), nil),
      (AgeRange(from: 12, through: 18, extendedThrough: 23, condition: "ved behov"), "12-18 (23)"),
    ]
    for (range, expected) in ranges { #expect(AnswerJSON.ages(range) == expected) }
    let extended = AgeRange(from: 12, through: 18, extendedThrough: 23, condition: "ved behov")
    #expect(BokmalWords().ages(extended) == "12–18 år (23 ved behov)")
    #expect(EnglishWords().ages(AgeRange(from: 15, through: 23)) == "15–23 years")
  }

  @Test("every minute of the day is written with two digits, a point and two digits")
  func clock() {
    for minute in 0...1440 {
      let (hour, rest) = (minute / 60, minute % 60)
      let expected = "\(hour < 10 ? "0" : "")\(hour).\(rest < 10 ? "0" : "")\(rest)"
      #expect(clockText(minute) == expected)
    }
  }

  @Test("windows follow each other, and days on end are told as a span")
  func windows() {
    let windows = [
      HoursLabel(weekdays: .mondayToFriday, from: 480, until: 930, holidays: .excluded),
      HoursLabel(
        weekdays: [Weekdays(.saturday), Weekdays(.sunday), .holidays], from: 0, until: 1440,
        holidays: .unstated),
      HoursLabel(
        weekdays: [Weekdays(.monday), Weekdays(.wednesday)], from: 540, until: 600,
        holidays: .included),
    ]
    #expect(
      BokmalWords().hours(.stated, windows: windows)
        == "man–fre 08.00–15.30, ikke helligdager; lør, søn, helligdager 00.00–24.00; "
        + "man, ons 09.00–10.00, også helligdager")
    #expect(BokmalWords().hours(.stated, windows: []) == "oppgitte tider")
    #expect(EnglishWords().hours(.always, windows: windows) == EnglishWords().hours(.always))
  }
}
