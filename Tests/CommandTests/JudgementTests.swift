import Registry
import Testing

@testable import varde

@Suite("The judge of the seed questions")
struct JudgementTests {
  private func judge(
    _ expectations: [String], phone: String = "–", quote: String? = nil,
    _ arguments: String =
      "--asker employee --workplace fritidsklubb --place Trondheim --concern radikalisering "
      + "--at 2021-12-01"
  ) async throws -> Judgement {
    let registry = try await SeededRegistry.shared().registry
    let question = SeedQuestion(
      id: "X", door: "ask", arguments: arguments, expectations: expectations, reading: "",
      given: SeedQuestion.Given(
        id: "X", phone: phone,
        quote: quote ?? "Kulturenheten har  oppnevnt\nen ressursperson"))
    let digits = try SeedDigits(folder: "\(SeededRegistry.checkout)Seed")
    return Judgement(question, try Outcome(question, in: registry), seedDigits: digits)
  }

  @Test("calls right answers exact, white space aside")
  func exact() async throws {
    let judgement = try await judge(
      [
        "ordinary: \"En kollega\" > resource-person@trondheim-kulturenheten > "
          + "radicalisation-coordinator@trondheim-uteseksjonen = "
          + "police-radicalisation-contact@politiet-trondelag"
      ], phone: "952 63 889")
    #expect(judgement.grade == .exact, "\(judgement.reasons)")
  }

  @Test(
    "sees every sort of fault",
    arguments: [
      ("ordinary: radicalisation-coordinator@trondheim-uteseksjonen", "–", nil, "partial"),
      (
        "ordinary: \"En kollega\" > resource-person@trondheim-kulturenheten (vacant)", "–", nil,
        "partial"
      ),
      ("ordinary: slt-coordinator@kommune-5001", "–", nil, "wrong"),
      (
        "ordinary: \"En kollega\" > resource-person@trondheim-kulturenheten", "952 63 621", nil,
        "partial"
      ),
      (
        "ordinary: \"En kollega\" > resource-person@trondheim-kulturenheten", "2800", nil, "partial"
      ),
      (
        "ordinary: \"En kollega\" > resource-person@trondheim-kulturenheten", "–",
        "Dette står ingen steder",
        "partial"
      ),
      ("112", "–", nil, "wrong"), ("notice: cost", "–", nil, "wrong"),
      ("step: trondheim-2021/7", "–", nil, "wrong"),
    ] as [(String, String, String?, String)])
  func faults(_ expectation: String, _ phone: String, _ quote: String?, _ grade: String)
    async throws
  {
    let judgement = try await judge([expectation], phone: phone, quote: quote)
    #expect(judgement.grade.rawValue == grade, "\(judgement.reasons)")
    #expect(!judgement.reasons.isEmpty)
  }

  @Test("knows a number that no file holds")
  func invented() throws {
    let digits = try SeedDigits(folder: "\(SeededRegistry.checkout)Seed")
    #expect(digits.hold("+4795263889"))
    #expect(digits.hold("02800"))
    #expect(!digits.hold("+4795263888"))
    #expect(!digits.hold("https://www.atlantis.kommune.no"))
  }

  @Test("splits arguments as a shell does")
  func words() {
    #expect(
      ShellWords.split("--place \"Trondheim sentrum\"  --age 1") == [
        "--place", "Trondheim sentrum", "--age", "1",
      ])
    #expect(ShellWords.split("--place \"\"") == ["--place", ""])
  }
}
