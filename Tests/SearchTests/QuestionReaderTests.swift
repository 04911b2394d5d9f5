import Registry
import Testing

@testable import Search

@Suite("Reading a question")
struct QuestionReaderTests {
  let index = SearchIndex(compiling: Village.country.snapshot)

  private func question(
    place: String = "Trondheim", on day: String = "2021-12-01",
    _ change: (inout QuestionText) -> Void
  ) -> QuestionReading {
    var text = QuestionText(place: place, moment: Moment(day: Village.day(day)))
    change(&text)
    return index.read(text)
  }

  private func function(_ text: String, place: String = "Trondheim", on day: String = "2021-12-01")
    -> String?
  {
    guard
      case .understood(let question, _) = question(place: place, on: day, { $0.function = text }),
      let id = question.function
    else { return nil }
    return index.keys.key(of: .function(id))
  }

  @Test("a plan's word counts where and while that plan speaks")
  func planWords() {
    #expect(function("radikaliseringskontakt", on: "2020-06-01") == "resource-person")
    #expect(function("radikaliseringskontakt", on: "2022-01-15") == "police-radicalisation-contact")
    #expect(
      function("radikaliseringskontakten", on: "2022-01-15") == "police-radicalisation-contact")
    #expect(function("Radikaliseringskontakt", place: "Heimdal") == "police-radicalisation-contact")
    #expect(function("radikaliseringskontakt", place: "Oslo") == nil)
    #expect(function("forebyggingskontakt", place: "Bærum") == "police-radicalisation-contact")
    #expect(function("forebyggingskontakt") == nil)
  }

  @Test("a word with two meanings in one plan is asked about")
  func twoMeanings() throws {
    var village = Village.country
    village.name(
      .function(Village.id("function-police-contact")), "radikaliseringskontakt", .alias,
      plan: "2021")
    let text = QuestionText(
      place: "Trondheim", function: "radikaliseringskontakt",
      moment: Moment(day: Village.day("2022-01-15")))
    let reading = SearchIndex(compiling: village.snapshot).read(text)
    guard case .refused(let refusal) = reading else { return #expect(Bool(false), "\(reading)") }
    #expect(refusal.faults.map(\.reason) == [.ambiguous])
    #expect(
      Set(refusal.faults[0].candidates.map(\.write)) == [
        "police-contact", "police-radicalisation-contact",
      ])
  }

  @Test(
    "a word of another sort is pointed to",
    arguments: [(true, "politikontakt"), (false, "radikalisering")])
  func otherSort(_ isConcern: Bool, _ word: String) throws {
    let reading = question { text in
      if isConcern { text.concern = word } else { text.function = word }
    }
    guard case .refused(let refusal) = reading else { return #expect(Bool(false), "\(reading)") }
    #expect(refusal.faults[0].reason == .unknown)
    #expect(refusal.faults[0].candidates.first?.field == (isConcern ? .function : .concern))
  }

  @Test(
    "every field is read in people's own words",
    arguments: [("ansatt", "høy", "15 år", "anonymt"), ("employee", "grave", "15", "anonymous")])
  func closedWords(_ asker: String, _ severity: String, _ age: String, _ wish: String) {
    let reading = question { text in
      text.asker = asker
      text.severity = severity
      text.age = age
      text.wishes = [wish]
      text.workplace = "Fritids-klubben"
      text.concern = "Tidlig bekymring"
    }
    guard case .understood(let question, _) = reading else {
      return #expect(Bool(false), "\(reading)")
    }
    #expect(question.asker == .employee)
    #expect(question.severity == .grave)
    #expect(question.age == .years(15))
    #expect(question.wishes == [.anonymous])
    #expect(question.workplace == .kind(Village.id("kind-youth-club")))
    #expect(question.concern == Village.id("concern-extremism"))
  }

  @Test("the severity words are those of the version in force")
  func severityWords() {
    for (day, severity) in [("2020-06-01", Severity.clarified), ("2022-01-15", .grave)] {
      let reading = question(on: day) { $0.severity = "Trinn 3" }
      guard case .understood(let question, _) = reading else {
        return #expect(Bool(false), "\(reading)")
      }
      #expect(question.severity == severity)
    }
  }

  @Test("a unit is the one near the place, a kind where the unit is unknown")
  func workplaces() {
    let expected: [(String, String, Question.Workplace)] = [
      ("Barnevernvakten", "Trondheim", .unit(Village.id("unit-vakt-a"))),
      ("barnevernvakten", "Bærum", .unit(Village.id("unit-vakt-b"))),
      ("NTNU", "Bærum", .unit(Village.id("unit-ntnu"))),
      ("Rosenborg ungdomsskole", "Trondheim", .kind(Village.id("kind-lower-secondary-school"))),
      ("Fritidsklubb Solsiden", "Trondheim", .kind(Village.id("kind-youth-club"))),
      ("lower-secondary-school", "Oslo", .kind(Village.id("kind-lower-secondary-school"))),
    ]
    for (text, place, workplace) in expected {
      let reading = question(place: place) { $0.workplace = text }
      guard case .understood(let question, _) = reading else {
        return #expect(Bool(false), "\(reading)")
      }
      #expect(question.workplace == workplace)
    }
    let far = question(place: "Oslo") { $0.workplace = "Barnevernvakten" }
    guard case .refused(let refusal) = far else { return #expect(Bool(false), "\(far)") }
    #expect(refusal.faults.map(\.reason) == [.ambiguous])
  }

  @Test(
    "an age is read as people write it",
    arguments: [
      ("0", 0), ("15", 15), ("15 år", 15), ("15år", 15), ("15 ÅR", 15), ("femten", 15),
      ("15-åring", 15), ("15 år gammel", 15), ("15 years old", 15), ("15-year-old", 15),
      ("ca. 15", 15), ("15,5", 15), ("15.5 år", 15), ("130", 130), ("nyfødt", 0), ("Nyfødd", 0),
      ("baby", 0), ("8 måneder", 0), ("8 mnd.", 0), ("8mnd", 0), ("18 månader", 1),
      ("24 months", 2), ("6 uker", 0), ("104 weeks", 1), ("3 dager", 0), ("halvannet år", 1),
      ("et halvt år", 0), ("ett år", 1), ("to år", 2), ("2 år og 3 måneder", 2),
    ])
  func ages(_ text: String, _ years: Int) {
    let reader = AgeReader(day: Village.day("2026-06-01"))
    #expect(reader.read(text).value == .years(years))
  }

  @Test("an unborn child has an age, and what is none is not read as one")
  func noAges() {
    let reader = AgeReader(day: Village.day("2026-06-01"))
    #expect(reader.read("ufødt").value == .unborn)
    #expect(reader.read("ikke født ennå").value == .unborn)
    for text in [
      "131", "-1", "", "15 16", "voksen", "18+", "over 18", "snart 16", "01.02.2010", "1e3", "٣",
      "15 kg", String(repeating: "1", count: 200),
    ] {
      #expect(reader.read(text).value == nil, "\(text)")
    }
  }

  @Test(
    "what may be several ages is asked",
    arguments: [
      ("15-17", [15, 16, 17]), ("15 – 16 år", [15, 16]), ("15 eller 16", [15, 16]),
      ("12 til 20", [12, 20]), ("2010", [15, 16]), ("født 2010", [15, 16]), ("f. 2010", [15, 16]),
    ])
  func severalAges(_ text: String, _ ages: [Int]) {
    guard case .fault(let fault) = AgeReader(day: Village.day("2026-06-01")).read(text) else {
      return #expect(Bool(false), "\(text)")
    }
    #expect(fault.reason == .ambiguous && fault.field == .age)
    #expect(fault.candidates.map(\.write) == ages.map(String.init))
  }

  @Test("what is not understood leaves the rest, and an unknown workplace still makes an employee")
  func rest() throws {
    let reading = question { text in
      text.workplace = "zzqxv"
      text.concern = "Tidlig bekymring"
      text.age = "mange"
    }
    guard case .refused(let refusal) = reading else { return #expect(Bool(false), "\(reading)") }
    #expect(refusal.faults.map(\.field) == [.workplace, .age] && !refusal.isPlaceAsked)
    let answered = try #require(refusal.meanwhile)
    #expect(answered.asker == .employee && answered.age == nil && answered.workplace == nil)
    #expect(answered.concern == Village.id("concern-extremism"))
  }

  @Test("all faults are told at once, and acute is known in spite of them")
  func allFaults() {
    let reading = question(place: "Atlantis") { text in
      text.severity = "akutt"
      text.concern = "hekseri"
      text.age = "mange"
    }
    guard case .refused(let refusal) = reading else { return #expect(Bool(false), "\(reading)") }
    #expect(refusal.faults.map(\.field) == [.place, .concern, .age])
    #expect(refusal.isAcute && refusal.isAboutNames)
    let least = question(place: "Atlantis") { $0.concern = "fare for liv" }
    guard case .refused(let other) = least else { return #expect(Bool(false), "\(least)") }
    #expect(other.isAcute)
  }

  @Test("a phrase that fits nothing whole still gets suggestions from its words")
  func suggestions() {
    guard case .refused(let refusal) = question({ $0.concern = "ekstremisme på nett" }) else {
      return #expect(Bool(false))
    }
    #expect(refusal.faults.first?.candidates.first?.write == "extremism")
  }

  @Test("a malformed age alone is not a matter of names")
  func malformed() {
    guard case .refused(let refusal) = question({ $0.age = "x" }) else {
      return #expect(Bool(false))
    }
    #expect(!refusal.isAboutNames && !refusal.isAcute)
  }
}
