import Testing

@testable import varde

/// The 80 questions that the five documents answer, each judged against what is expected of it.
@Suite struct ScoreboardTests {
  @Test func `Every question of the documents is answered exactly`() async throws {
    let registry = try await SeededRegistry.shared().registry
    let digits = try SeedDigits(folder: "\(SeededRegistry.checkout)Seed")
    let questions = try SeedQuestion.all()
    #expect(questions.count == 80)
    for question in questions {
      let judgement = try Judgement(
        question, Outcome(question, in: registry), seedDigits: digits)
      #expect(judgement.grade == .exact, "\(question.id): \(judgement.reasons)")
    }
  }
}
