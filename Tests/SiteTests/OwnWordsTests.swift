import Foundation
import Testing

@testable import Site

/// One's own words on the form, in the answer and in the API, over the real seeds.
@Suite("One's own words on the pages and in the API") struct OwnWordsTests {
  private static let place = ("place", "Trondheim")

  @Test("The form begins with the words and ten worries, and keeps the tree behind a summary")
  func form() async throws {
    try await RealSeedTests.visit { visitor, _ in
      for (path, needTitle) in [
        ("/", "Hva trenger du?"), ("/nn", "Kva treng du?"), ("/en", "What do you need?"),
      ] {
        let page = try await visitor.get(path).text
        let field = try #require(page.firstMatch(of: /<input type="text" id="words"[^>]*>/)?.output)
        for rule in ["maxlength=\"200\"", "spellcheck=\"false\"", "autocomplete=\"off\""] {
          #expect(field.contains(rule), "\(path) \(rule)")
        }
        #expect(!field.contains("list="), "nothing is suggested while it is written")
        let worries = page.matches(of: /name="worry" value="([a-z]+)\/(self|other)"/)
        #expect(worries.count == 20)
        let words = try #require(page.range(of: "id=\"words\"")).lowerBound
        let tree = try #require(page.range(of: "id=\"concern\"")).lowerBound
        #expect(words < tree)
        #expect(page.contains(needTitle))
      }
    }
  }

  @Test("Every worry of the form is a concern of the registry, for oneself and for another")
  func worries() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let start = try await visitor.get("/").text
      for match in start.matches(of: /name="worry" value="([^"]+)"/) {
        let choice = String(match.output.1)
        let page = try await visitor.post("/svar", [Self.place, ("worry", choice)])
        #expect(page.status == 200, "\(choice)")
        #expect(page.text.matches(of: /<option value="[a-z-]+" selected>/).count >= 1, "\(choice)")
        let isOwn = page.text.contains("value=\"affected\" selected")
        #expect(isOwn == choice.hasSuffix("/self"), "\(choice)")
      }
    }
  }

  @Test("The answer tells how the words were read, offers two others, and does not repeat them")
  func answer() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post(
        "/svar", [Self.place, ("words", "sønnen min på 15 har begynt å hylle Hitler, Kvirrevitt")])
      #expect(page.status == 200)
      #expect(page.text.contains("<strong>høyreekstremisme · pårørende · 15 år</strong>"))
      #expect(page.text.contains("Navn er ikke brukt."))
      #expect(
        page.text.matches(of: /<button class="plain" type="submit" name="concern"/).count == 2)
      #expect(!page.text.contains("hylle"))
      #expect(!page.text.lowercased().contains("kvirrevitt"))
    }
  }

  @Test("A severity read out of words can be undone, and never outweighs a choice or a wish")
  func severity() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let words = ("words", "har hørt at noen planlegger et angrep")
      let read = try await visitor.post("/svar", [Self.place, words]).text
      #expect(read.contains("name=\"severity\" value=\"mild\""))
      #expect(read.contains("value=\"grave\" selected"))
      #expect(read.contains("<a href=\"tel:112\">112</a></p>"))
      let chosen = try await visitor.post("/svar", [Self.place, words, ("severity", "mild")]).text
      #expect(chosen.contains("value=\"mild\" selected"))
      let wished = try await visitor.post(
        "/svar", [Self.place, ("words", "mannen min slår meg"), ("wish", "not-police")]
      ).text
      #expect(!wished.contains("value=\"grave\" selected"))
    }
  }

  @Test("A choice in the tree is what is asked, whatever the words say")
  func choice() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post(
        "/svar", [Self.place, ("words", "datteren min ruser seg"), ("concern", "bullying")])
      #expect(page.text.contains("<option value=\"bullying\" selected"))
      #expect(!page.text.contains("<option value=\"drugs\" selected"))
      let need = try await visitor.post("/svar", [Self.place, ("concern", ""), ("need", "work")])
      #expect(need.text.contains("<option value=\"work\" selected"))
    }
  }

  @Test("A text in another language gets 112, and the sentence to show, in that language's own way")
  func foreign() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let polish = try await visitor.post(
        "/svar", [Self.place, ("words", "mąż mnie bije, boję się")])
      #expect(polish.status == 200)
      #expect(
        polish.text.contains("<blockquote lang=\"nb\">Jeg trenger tolk på polsk.</blockquote>"))
      #expect(polish.text.contains("lang=\"pl\" dir=\"ltr\""))
      let arabic = try await visitor.post(
        "/svar", [Self.place, ("words", "زوجي يضربني أنا خائفة")])
      #expect(arabic.text.contains("Jeg trenger tolk på arabisk."))
    }
  }

  @Test("The API reads words, and tells what they came to without repeating them")
  func api() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let body = #"{"place": "Trondheim", "words": "min mann slår meg"}"#
      let answer = try await visitor.post(
        "/api/v1/answers", body: body, contentType: "application/json")
      #expect(answer.status == 200)
      #expect(answer.text.contains(#""concern":"violence-at-home""#))
      #expect(answer.text.contains(#""severity":"grave""#))
      #expect(answer.text.contains(#""dangers":["112"]"#))
      #expect(!answer.text.contains("slår meg"))
      let plain = try await visitor.post(
        "/api/v1/answers", body: #"{"place": "Trondheim"}"#, contentType: "application/json")
      #expect(!plain.text.contains("\"dangers\""))
    }
  }
}
