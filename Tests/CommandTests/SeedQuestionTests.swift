import Testing

@testable import varde

@Suite("The eighty seed questions")
struct SeedQuestionTests {
  /// Of eighty; nothing may be wrong or invented.
  static let exactMin = 76

  @Test("are answered exactly, and nothing is wrong or invented")
  func scoreboard() async throws {
    let registry = try await SeededRegistry.shared().registry
    let digits = try SeedDigits(folder: "\(SeededRegistry.checkout)Seed")
    let questions = try SeedQuestion.all()
    #expect(questions.count == 80)
    #expect(Set(questions.map(\.id)).count == 80)
    var grades: [Judgement.Grade: Int] = [:]
    var reasons: [String] = []
    for question in questions {
      let judgement = judge(question, registry, digits)
      grades[judgement.grade, default: 0] += 1
      guard judgement.grade != .exact else { continue }
      let line =
        "\(question.id) \(judgement.grade.rawValue): \(question.door) \(question.arguments)"
      reasons.append(([line] + judgement.reasons).joined(separator: "\n      "))
    }
    let board = Judgement.Grade.allCases.map { "\($0.rawValue) \(grades[$0] ?? 0)" }
      .joined(separator: ", ")
    print("Seed questions: \(board)\n\(reasons.joined(separator: "\n"))")
    #expect(grades[.exact, default: 0] >= SeedQuestionTests.exactMin, "\(board)")
    #expect(grades[.wrong] == nil && grades[.invented] == nil, "\(board)")
  }

  private func judge(
    _ question: SeedQuestion, _ registry: OpenRegistry, _ digits: SeedDigits
  ) -> Judgement {
    do {
      return Judgement(question, try Outcome(question, in: registry), seedDigits: digits)
    } catch {
      return Judgement(refused: "\(error)")
    }
  }
}

extension Judgement {
  /// A question that could not even be asked.
  fileprivate init(refused reason: String) {
    grade = .wrong
    reasons = [reason]
  }
}
