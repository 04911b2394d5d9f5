import Foundation
import PQ
import TestSupport
import Testing

@testable import varde

@Suite("Exit status and errors")
struct ExitStatusTests {
  @Test(
    "0 is answered, 1 refused with the reason, 2 an unknown or ambiguous name",
    arguments: [
      ("ask --place Trondheim", 0), ("ask --place Tronhiem --concern radikalisering", 0),
      ("ask --place Våler", 0), ("ask --place Atlantis", 0), ("ask --place 3201", 0),
      ("ask --place Tronhiem --concern radikalisering --strict", 2),
      ("ask --place Våler --strict", 2), ("ask --place Atlantis --strict", 2),
      ("ask --place 3201 --strict", 2), ("ask --place \"kommune 3201\" --strict", 0),
      ("ask --place Trondheim --concern politikontakt --strict", 2),
      ("ask --place Trondheim --age 200", 0), ("ask --place Trondheim --age 200 --strict", 1),
      ("ask --place Trondheim --at 2021-13-01", 1), ("ask --place Trondheim --lang nb_NO.UTF-8", 0),
      ("ask --place Trondheim --lang fr", 1), ("ask", 1), ("ask --plase Trondheim", 1),
      ("find politikontakt", 0), ("find zzqxv", 2), ("find", 1), ("find x --limit 0", 1),
      ("show 5001", 0), ("show place Våler", 2), ("show measure baerum-2017/10", 0),
      ("show measure \"tiltak 10\" --place Bærum", 0), ("show measure baerum-2017/999", 2),
      ("show step trondheim-2021/2", 0), ("show rule trondheim-2021/nothing", 2),
      ("show function \"SLT-koordinator\"", 0), ("show plan trondheim-2021", 0),
      ("show trondheim-slt --history", 0), ("show organisation trondheim-slt --json --history", 0),
      ("show zzqxv", 2), ("check", 0), ("seed nowhere-at-all", 1), ("nonsense", 1), ("", 0),
      ("--version", 0), ("--help", 0), ("ask --help", 0),
    ] as [(String, Int32)])
  func statuses(_ line: String, _ status: Int32) async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run(line) == status, "\(captured.complaints)")
    #expect(captured.complaints.isEmpty == (status == 0), "\(captured.complaints)")
    #expect(captured.output.isEmpty == (status != 0))
  }

  @Test("an ambiguous name is refused with what to write for each")
  func suggestions() async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("ask --place Våler --strict") == 2)
    for text in ["«Innlandet/Våler»", "«Østfold/Våler»"] {
      #expect(captured.complaints.contains(text), "\(captured.complaints)")
    }
  }

  @Test("with --json every error is a problem object on the error stream")
  func problems() async throws {
    let seeded = try await SeededRegistry.shared()
    let expected = [
      ("ask --place Våler --strict --json", "name"),
      ("ask --place Trondheim --age x --strict --json", "malformed"),
      ("ask --plase x --json", "usage"), ("ask --json", "usage"),
      ("show zzqxv --json", "name"), ("seed nowhere-at-all --json", "seed"),
    ]
    for (line, type) in expected {
      let captured = CapturedConsole(seeded)
      #expect(await captured.run(line) != 0)
      let problem = try JSONDecoder().decode(Problem.self, from: Data(captured.complaints.utf8))
      #expect(problem.type == "urn:varde:problem:\(type)", "\(line)")
      #expect(!problem.title.isEmpty)
    }
  }

  private struct Problem: Decodable {
    let type: String
    let title: String
  }

  @Test("no database, an unreadable one, a server that is gone and one not migrated are each named")
  func databases() async throws {
    let empty = try await SeededRegistry.emptyDatabase()
    let expected: [([String: String], String)] = [
      ([:], "Ingen database er oppgitt."),
      (["VARDE_DATABASE": "=="], "VARDE_DATABASE kan ikke leses."),
      (["VARDE_DATABASE": "host=/nowhere connect_timeout=2"], "Får ikke kontakt med databasen."),
      (SeededRegistry.environment(empty.configuration), "kjør «varde migrate»"),
    ]
    for (variables, sentence) in expected {
      let captured = CapturedConsole(environment: variables)
      #expect(await captured.run("ask --place Trondheim") == 1)
      #expect(captured.complaints.contains(sentence), "\(captured.complaints)")
    }
  }

  @Test("a role that sees more than the public is refused")
  func wrongRole() async throws {
    var variables = try await SeededRegistry.shared().variables
    for role in ["postgres", "command_owner"] {
      variables["VARDE_READER"] = role
      let captured = CapturedConsole(environment: variables)
      #expect(await captured.run("ask --place Trondheim") == 1)
      #expect(captured.complaints.contains("Feil rolle"), "\(captured.complaints)")
    }
  }

  @Test("a role that may not write is refused by name of the fault")
  func readerCannotSeed() async throws {
    var variables = try await SeededRegistry.shared().variables
    variables["VARDE_EDITOR"] = variables["VARDE_READER"]
    let captured = CapturedConsole(environment: variables)
    #expect(await captured.run("seed \(SeededRegistry.checkout)Seed/example") == 1)
    #expect(captured.complaints.contains("Feil rolle"), "\(captured.complaints)")
  }

  @Test("a second migration and a second load change nothing")
  func again() async throws {
    let database = try await SeededRegistry.database()
    let variables = SeededRegistry.environment(database.configuration)
    let captured = CapturedConsole(environment: variables)
    #expect(await captured.run("migrate") == 0)
    #expect(captured.output == "Databasen er allerede klar.\n")
    let seeding = CapturedConsole(environment: variables)
    #expect(await seeding.run("seed \(SeededRegistry.seedPaths)") == 0)
    #expect(seeding.output == "Ingenting er nytt: registeret sier alt dette.\n")
  }
}
