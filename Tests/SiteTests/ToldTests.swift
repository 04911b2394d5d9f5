import Foundation
import HTTPTypes
import Registry
import Search
import Testing
import Presentation
import Web

@testable import Site

/// What is told beside the ladder: who runs the site, what is worth knowing, what is wrong.
@Suite struct ToldTests {
  @Test("Privacy and accessibility name the operator and where to make contact")
  func operatorNamed() async throws {
    let operatedBy = Operator(name: "Fjordvik & <Sønner>", contact: .email("hei@fjordvik.example"))
    try await InventedSite.visit(CurrentEdition(), operatedBy: operatedBy) { visitor in
      for prefix in ["", "/nn", "/en"] {
        for path in ["/personvern", "/tilgjengelighet"] {
          let page = try await visitor.get(prefix + path)
          #expect(page.text.contains("Fjordvik &amp; &lt;Sønner&gt;"), "\(prefix + path)")
          #expect(page.text.contains("href=\"mailto:hei@fjordvik.example\""), "\(prefix + path)")
        }
      }
    }
  }

  @Test("Where nobody has said who runs the site, the pages say so, and their ETag differs")
  func operatorUnnamed() async throws {
    let named = Operator(name: "Fjordvik", contact: nil)
    let tags = Tags()
    for (operatedBy, texts) in [
      (Operator.unnamed, ["har ikke oppgitt navnet sitt", "har ikke oppgitt hvor du kan"]),
      (named, ["drives av Fjordvik", "har ikke oppgitt hvor du kan"]),
    ] {
      try await InventedSite.visit(CurrentEdition(), operatedBy: operatedBy) { visitor in
        let page = try await visitor.get("/personvern")
        for text in texts { #expect(page.text.contains(text)) }
        await tags.add(try #require(page.headers[.eTag]))
      }
    }
    #expect(await tags.seen.count == 2)
  }

  private actor Tags {
    private(set) var seen: Set<String> = []
    func add(_ tag: String) { seen.insert(tag) }
  }

  private static let kinds: [NoticeKind] = [
    .definition, .advice, .parents, .whatHappensNext, .consent, .duty, .confidentiality,
    .anonymity, .anonymity,
  ]

  @Test(
    "What matters most to the asker is told on top, one of each kind, and no definition",
    arguments: [
      (Set<Wish>(), Severity.mild, [.anonymity, .confidentiality]),
      ([], .grave, [.duty, .confidentiality]),
      ([.anonymous], .grave, [.anonymity, .duty]),
    ] as [(Set<Wish>, Severity, [NoticeKind])])
  func notices(wishes: Set<Wish>, severity: Severity, expected: [NoticeKind]) throws {
    let notices = ToldTests.kinds.enumerated().map { place, kind in
      AnswerNotice(kind: kind, text: "\(place)", plan: Label(key: "plan", text: "Plan"))
    }
    let moment = try OsloTime().moment(at: InventedSite.now)
    var question = Question(place: ID(bits: 1), moment: moment)
    question.wishes = wishes
    question.severity = severity
    let (shown, folded) = NoticeList.split(notices, for: question)
    #expect(shown.map(\.kind) == expected)
    let anonymity = shown.first { $0.kind == .anonymity }
    #expect(anonymity.map { $0.text == "7" } ?? true, "the first of its kind")
    #expect(shown.count + folded.count == notices.count)
    #expect(folded.contains { $0.kind == .definition })
    let words = NoticeList.split(notices.filter { $0.kind == .definition }, for: question)
    #expect(words.shown.isEmpty && words.folded.count == 1)
  }

  @Test(
    "A problem names its field, what is wrong and what to do, and keeps what was typed",
    arguments: [
      (
        "", "Hvor gjelder det? Vi fant ikke «Qqqqvik». Sjekk skrivemåten",
        "Hvor gammel er personen? Vi kunne ikke lese «gammel». Skriv alderen i hele år"
      ),
      (
        "/nn", "Kvar gjeld det? Vi fann ikkje «Qqqqvik». Sjekk skrivemåten",
        "Skriv alderen i heile år"
      ),
      (
        "/en", "We did not find “Qqqqvik”. Check the spelling",
        "We could not read “gammel”. Write the age in whole years"
      ),
    ])
  func problems(prefix: String, place: String, age: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        prefix + "/svar",
        [
          ("place", "Qqqqvik"), ("age", "gammel"), ("concern", "zzzzzz"), ("asker", "zzzzzz"),
          ("severity", "zzzzzz"), ("wish", "zzzzzz"), ("workplace", "zzzzzz"),
          ("function", "zzzzzz"),
        ])
      #expect(page.status == 200, "a question to the asker, not a refusal")
      #expect(page.text.contains(place) && page.text.contains(age))
      #expect(!page.text.contains(" (--"), "words of the command line")
      let problems = page.text.matches(of: /<li><a href="#([a-z]+)">/)
      #expect(problems.count >= 7)
      for problem in problems {
        #expect(page.text.contains("id=\"\(problem.output.1)\""), "\(problem.output.1)")
        #expect(page.text.contains("id=\"\(problem.output.1)-fault\""), "\(problem.output.1)")
      }
      for value in ["Qqqqvik", "gammel", "zzzzzz"] {
        #expect(page.text.contains("value=\"\(value)\""), "\(value)")
      }
    }
  }

  @Test(
    "Ages are told as people say them, and the source's condition in its own language",
    arguments: [
      (AgeRange(from: 12, through: 18), "12–18 years"),
      (AgeRange(from: 18, through: nil), "from 18 years"),
      (AgeRange(from: nil, through: 5), "up to and including 5 years"),
      (AgeRange(from: 15, through: 15), "15 years"),
      (
        AgeRange(from: 12, through: 18, extendedThrough: 23, condition: "ved <behov>"),
        "12–18 years (extended to 23 years: <span lang=\"nb\">ved &lt;behov&gt;</span>)"
      ),
    ])
  func ages(range: AgeRange, expected: String) throws {
    let edition = Edition(compiling: Snapshot(), on: InventedSite.today, origin: .file, readAt: 0)
    let time = try OsloTime()
    let visit = Visit(
      edition: edition, time: time, moment: time.moment(at: InventedSite.now),
      language: .english, stale: nil, build: "test")
    #expect(String(decoding: visit.ages(range).bytes, as: UTF8.self) == expected)
  }

  @Test("A place inside a municipality tells the plan that applies there, and whose it is")
  func planAround() async throws {
    try await InventedSite().visit { visitor in
      for path in ["/sted/9901-fjordvik", "/sted/990101-nord"] {
        let page = try await visitor.get(path)
        #expect(page.text.contains("href=\"/plan/fjordvik-plan\""), "\(path)")
        #expect(!page.text.contains("/plan/fjordvik-gammel"), "\(path): it has been followed")
      }
      let elsewhere = try await visitor.get("/sted/9903-tomvik")
      #expect(!elsewhere.text.contains("/plan/"))
    }
  }

  @Test("In English every choice that has no English name is marked with its language")
  func choices() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/en")
      #expect(page.text.contains("<option value=\"extremism\">extremism</option>"))
      #expect(page.text.contains("<option value=\"departure\" lang=\"nb\">– utreise til krig"))
    }
  }

  @Test("A candidate of another field fills that one and empties the one it stood in")
  func elsewhere() {
    let form = FinderForm([
      ("choose-workplace-place", "kultur"), ("place", "Kulturenheten"), ("age", "15"),
    ])
    #expect(form.place.isEmpty && form.workplace == "kultur" && form.age == "15")
    let same = FinderForm([("place", "Delvik"), ("choose-place", "9901")])
    #expect(same.place == "9901")
  }

  @Test("A value comes where the words leave a place open, and nowhere else")
  func filled() {
    #expect("{}".filled("a") == "a" && "".filled("a") == "" && "æ {} ø".filled("å") == "æ å ø")
    #expect("{}–{}".filled("{}") == "{}–{}", "what is put in is not filled itself")
    #expect("{{}} {a} {".filled("b") == "{b} {a} {" && "}{".filled("b") == "}{")
  }

  @Test("Days and times are written as people write them")
  func days() throws {
    let day = try #require(Day("2026-01-02"))
    #expect(DateText.long(day, in: .bokmål) == "2. januar 2026")
    #expect(DateText.long(try #require(Day("2031-12-31")), in: .english) == "31 December 2031")
    let time = LocalTime(day: day, minute: 905)
    #expect(DateText.long(time, in: .nynorsk) == "2. januar 2026 kl. 15.05")
    #expect(DateText.long(time, in: .english) == "2 January 2026 at 15.05")
  }
}
