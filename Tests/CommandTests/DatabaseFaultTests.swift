import Foundation
import PQ
import TestSupport
import Testing

@testable import Presentation
@testable import Web
@testable import varde

/// What the server says when it cannot is told in words, with what to do, in three languages.
@Suite("Faults of the database")
struct DatabaseFaultTests {
  private static let example = "seed \(SeededRegistry.checkout)Seed/example"

  private static func title(_ fault: DatabaseFault, _ words: some Words = BokmalWords()) -> String {
    words.database(fault).title
  }

  /// Runs a line against a database, and expects to be told the fault and what to do.
  private func expect(
    _ fault: DatabaseFault, of line: String, _ variables: [String: String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let catalogues: [(String, any Words)] = [
      ("nb", BokmalWords()), ("nn", NynorskWords()), ("en", EnglishWords()),
    ]
    for (language, words) in catalogues {
      let captured = CapturedConsole(environment: variables)
      #expect(
        await captured.run("\(line) --lang \(language)") == 1, sourceLocation: sourceLocation)
      let text = captured.complaints.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for sentence in [words.database(fault).title, words.database(fault).remedy] {
        #expect(text.contains(sentence), "\(text)", sourceLocation: sourceLocation)
      }
      #expect(!text.contains("SQLSTATE"), "\(text)", sourceLocation: sourceLocation)
      #expect(captured.output.isEmpty, sourceLocation: sourceLocation)
    }
  }

  /// The generation and the number of rows of history.
  private func state(of database: TestDatabase) async throws -> String {
    let connection = try await PQConnection.connect(database.configuration)
    let rows = try await connection.query(
      PQStatement(
        name: "state",
        sql: "select g.number || ' ' || (select count(*) from varde.history) as text "
          + "from varde.generation as g"))
    let text: String = try rows.only().decode("text")
    await connection.close()
    return text
  }

  @Test("a database that is read-only refuses every command that writes, and stays as it was")
  func readOnly() async throws {
    let database = try await SeededRegistry.database()
    let before = try await state(of: database)
    try await SeededRegistry.cluster().command(
      "alter database \(database.name) set default_transaction_read_only = on")
    let variables = SeededRegistry.environment(database.configuration)
    await expect(.readOnly, of: DatabaseFaultTests.example, variables)
    await expect(.readOnly, of: DatabaseFaultTests.example + " --dry-run", variables)
    #expect(try await state(of: database) == before)
    let reading = CapturedConsole(environment: variables)
    #expect(await reading.run("ask --place Trondheim") == 0, "\(reading.complaints)")

    let empty = try await SeededRegistry.emptyDatabase()
    try await SeededRegistry.cluster().command(
      "alter database \(empty.name) set default_transaction_read_only = on")
    await expect(.readOnly, of: "migrate", SeededRegistry.environment(empty.configuration))
  }

  @Test("no database, no role, no connection to spare and no time are each told")
  func unreachable() async throws {
    let database = try await SeededRegistry.database()
    let cluster = try await SeededRegistry.cluster()
    var variables = SeededRegistry.environment(cluster.configuration(database: "not_there"))
    await expect(.noDatabase, of: "check", variables)
    variables = SeededRegistry.environment(database.configuration)
    variables["VARDE_READER"] = "not_there"
    await expect(.noLogin, of: "check", variables)
    variables = SeededRegistry.environment(database.configuration)
    try await cluster.command("alter database \(database.name) set statement_timeout = '1ms'")
    await expect(.tooSlow, of: "check", variables)
    try await cluster.command("alter database \(database.name) connection limit 0")
    await expect(.tooManyConnections, of: "check", variables)
    await expect(.tooManyConnections, of: DatabaseFaultTests.example, variables)
    await expect(
      .noServer, of: "check", ["VARDE_DATABASE": "host=/nowhere connect_timeout=2"])
  }

  @Test(
    "what happens to the server in the middle of a load is told",
    arguments: [
      ("53100", .diskFull), ("53200", .outOfMemory), ("55P03", .lockHeld), ("40001", .collision),
      ("58030", .damaged), ("57014", .tooSlow), ("57P01", .shuttingDown),
    ] as [(String, DatabaseFault)])
  func inTheMiddle(_ state: String, _ fault: DatabaseFault) async throws {
    let database = try await SeededRegistry.database()
    let before = try await self.state(of: database)
    let connection = try await PQConnection.connect(database.configuration)
    try await connection.execute(
      script: """
        create function public.fail() returns trigger language plpgsql security definer as $$
        begin
          if ('\(state)' = '57P01') then
            perform pg_terminate_backend(pg_backend_pid());
          end if;
          raise exception 'no' using errcode = '\(state)';
        end $$;
        create trigger fail before insert on varde.function execute function public.fail();
        """)
    await connection.close()
    await expect(
      fault, of: DatabaseFaultTests.example, SeededRegistry.environment(database.configuration))
    #expect(try await self.state(of: database) == before)
  }

  @Test("every fault that the database can have has words")
  func everyFault() {
    let told = Set(PQFault.allCases.map { DatabaseFault($0) })
    #expect(told.union([.standby, .oldServer]) == Set(DatabaseFault.allCases))
    #expect(
      Set(DatabaseFault.allCases.map { DatabaseFaultTests.title($0) }).count
        == DatabaseFault.allCases.count)
  }
}
