import ArgumentParser
import Foundation
import Registry
import Analysis
import Routing
import Testing
import Presentation

@testable import varde

/// What coverage, difference and lint say of the real seeds.
@Suite struct AnalysisTests {
  private func run(_ line: String) async throws -> String {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    #expect(await captured.run(line) == 0, "\(captured.complaints)")
    return captured.output
  }

  @Test("What lint finds in the seeds is listed in Seed/README.md, no more and no less")
  func seedFindings() async throws {
    let text = try await run("lint --as-of 2026-11-21")
    let found = text.split(separator: "\n").filter { $0.hasPrefix("– ") }.map(String.init)
    let readme = try String(
      contentsOfFile: SeededRegistry.checkout + "Seed/README.md", encoding: .utf8)
    let listed = readme.split(separator: "\n").filter { $0.hasPrefix("– ") }.map(String.init)
    #expect(!found.isEmpty)
    #expect(found == listed)
  }

  @Test("The answer to the question of each finding in the seeds shows it")
  func shown() async throws {
    let registry = try await SeededRegistry.shared().registry
    let (index, snapshot) = (registry.routing, registry.snapshot)
    let findings = index.lint(snapshot, on: try #require(Day("2026-11-21")))
    #expect(findings.count > 50)
    for finding in findings {
      let witness = try #require(finding.witness, "\(finding)")
      let answer = index.answer(witness)
      let rule = snapshot.rules.first { $0.id == finding.rule }
      let plan = snapshot.plans.first { $0.id == finding.plan }
      let mine = answer.ladder.filter {
        $0.why.rule == rule?.key && $0.why.plan?.key == plan?.key
      }
      switch finding.kind {
      case .shadowed, .contradiction:
        Issue.record("The seeds had neither; say here what shows it.")
      case .leadsToNobody:
        // Nobody open is named; or nobody at all, and only the fallback is left.
        #expect(!mine.contains { $0.contact.isOpen }, "\(witness)")
        #expect(
          !mine.isEmpty || answer.ladder.allSatisfy { $0.tier == .fallback }, "\(witness)")
      case .functionWithoutHolder:
        let key = snapshot.functions.first { $0.id == finding.function }?.key
        #expect(!mine.isEmpty && !mine.contains { $0.contact.function?.key == key })
      case .planWordWithoutHolder:
        #expect(!answer.ladder.contains { $0.contact.designation != nil && $0.contact.isOpen })
      case .seatEnded:
        #expect(!answer.ladder.contains { $0.contact.designation == finding.designation })
      case .wordOfTwoFunctions:
        var other = witness
        other.function = finding.otherFunction
        #expect(answer.ladder.first?.contact != index.answer(other).ladder.first?.contact)
      case .measureWithoutParty:
        let number = snapshot.measures.first { $0.id == finding.measure }?.number
        #expect(answer.measures.contains { $0.plan.key == plan?.key && $0.number == number })
      }
    }
  }

  @Test("Strict lint ends with status 1 when something is found, plain lint with 0")
  func strictLint() async throws {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    #expect(await captured.run("lint --strict --json") == 1)
    #expect(captured.output.hasPrefix("{\"asOf\":"))
  }

  @Test("The answer to a witness of each gap is that gap")
  func witnesses() async throws {
    let seeded = try await SeededRegistry.shared()
    let day = try #require(Day("2026-11-21"))
    let index = seeded.registry.routing
    for key in ["3903", "3201"] {
      let place = try #require(seeded.registry.snapshot.areas.first { $0.key == key })
      let coverage = index.coverage(of: index.questions(in: place.id, on: day), on: day)
      #expect(coverage.questions.total == index.questions(in: place.id, on: day).count)
      #expect(coverage.witnesses[.fallbackOnly] != nil)
      for (reach, witness) in coverage.witnesses {
        let line = WitnessLine(index: seeded.registry.search).text(witness)
        let words = ShellWords.split(String(line.dropFirst("varde ".count)))
        let command = try #require(try Varde.parseAsRoot(words) as? Ask)
        let console = CapturedConsole(seeded).console
        let resolved = try command.resolved(with: seeded.registry, on: console)
        let answer = resolved.answer
        #expect(resolved.notUnderstood.isEmpty, "\(line)")
        #expect(index.standing(of: answer).reach == reach, "\(line)")
      }
    }
  }

  @Test("A committed municipality is counted as single questions are answered")
  func committedSeed() async throws {
    let seeded = try await SeededRegistry.shared()
    let index = seeded.registry.routing
    let day = try #require(Day("2021-12-01"))
    let snapshot = seeded.registry.snapshot
    let place = try #require(snapshot.areas.first { $0.key == "5001" })
    var space = index.questions(in: place.id, on: day)
    let kinds = ["youth-club", "lower-secondary-school"]
    let concerns = ["extremism", "school-dropout"]
    space.places = [place.id]
    space.workplaces =
      [nil] + snapshot.organisationKinds.filter { kinds.contains($0.key) }.map(\.id)
    space.concerns = snapshot.concerns.filter { concerns.contains($0.key) }.map(\.id)
    space.severities = [.mild]
    #expect(space.workplaces.count == 3 && space.concerns.count == 2)
    var tally = ReachTally()
    space.forEach(at: Moment(day: day)) { question in
      tally[index.standing(of: index.answer(question)).reach] += 1
    }
    #expect(index.coverage(of: space, on: day).questions == tally)
    #expect(tally.total == space.count)
  }

  @Test("The picture stands alone, and every cell says its word", arguments: ["nb", "nn", "en"])
  func picture(_ language: String) async throws {
    let file = try TemporaryFile("")
    _ = try await run(
      "cover --place Holmestrand --as-of 2026-11-21 --asker forelder --lang \(language) "
        + "--html \(file.path)")
    let page = try String(contentsOfFile: file.path, encoding: .utf8)
    for stranger in ["<script", "http", "url(", "@import", "<img", "<link"] {
      #expect(!page.contains(stranger), "\(stranger)")
    }
    let words = Presentation.words(in: Language(language))
    #expect(page.contains("<html lang=\"\(language)\">"))
    #expect(page.contains(words.asker(.relative)))
    let cells = page.components(separatedBy: "<td class=\"")
    for reach in [Reach.local, .regional, .fallbackOnly] {
      #expect(cells.contains { $0.hasPrefix(reach.rawValue) && $0.contains(words.reach(reach)) })
    }
    #expect(page.components(separatedBy: "scope=\"row\"").count > 50)
  }
}
