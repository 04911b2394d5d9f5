import Registry
import Testing

@testable import Presentation

@Suite("Tags of languages")
struct LanguageTagTests {
  @Test(
    "a language is read as devices write it",
    arguments: [
      ("nb", Language.bokmål), ("nb-NO", .bokmål), ("no", .bokmål), ("NO", .bokmål),
      ("nb_NO.UTF-8", .bokmål), ("no-NO", .bokmål), ("nob", .bokmål), ("nn_NO", .nynorsk),
      ("nn-Latn-NO", .nynorsk), ("nno", .nynorsk), ("en-GB", .english), ("en_US.utf8", .english),
      ("en@euro", .english), ("ENG", .english),
    ])
  func reads(_ tag: String, _ language: Language) throws {
    #expect(Language(tag: tag) == language)
    #expect(try Regex(Language.tagPattern).wholeMatch(in: tag) != nil, "the document says so too")
  }

  @Test(
    "another language is none of them",
    arguments: [
      "", "sv", "de-DE", "nbx", "n", "nb-", "-nb", "nb NO", "no/NO", "engelsk",
      String(repeating: "nb-", count: 40),
    ])
  func refuses(_ tag: String) throws {
    #expect(Language(tag: tag) == nil)
    #expect(try Regex(Language.tagPattern).wholeMatch(in: tag) == nil)
  }
}
