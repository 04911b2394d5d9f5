import PQ
import TestSupport
import Testing

@testable import varde

@Suite("The check of the data")
struct CheckTests {
  @Test("groups what it finds, and a finding is no failure")
  func groups() async throws {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    #expect(await captured.run("check --at 2026-11-21") == 0)
    for text in [
      "Tvil (", "Uten nummer (", "Lenker uten adresse (", "Ikke bekreftet på lenge (",
      "– Politiets tipsløsning på nett",
      "varde show organisation politiets-tipslosning", "telefon 478 92 261 (2022-02-10)",
    ] { #expect(captured.output.contains(text), "\(text)") }
  }

  @Test("with --strict a rule that leads nowhere is a failure, and only that")
  func strict() async throws {
    let file = try TemporaryFile(
      """
      seed: nowhere
      functions: [{key: nobody, name: ingen rolle}]
      plan: {key: nowhere-2026, level: municipality, area: "5001", title: Tom, date: 2026-01-01}
      rules:
        - {key: lost, when: {concern: work}, ladder: {function: nobody}, text: Fører ingen steder.}
      """)
    let database = try await SeededRegistry.database()
    let variables = SeededRegistry.environment(database.configuration)
    let before = CapturedConsole(environment: variables)
    #expect(await before.run("check --strict --at 2026-11-21") == 0, "\(before.complaints)")
    let seeding = CapturedConsole(environment: variables)
    #expect(await seeding.run("seed \(file.path)") == 0, "\(seeding.complaints)")
    let after = CapturedConsole(environment: variables)
    #expect(await after.run("check --strict --at 2026-11-21") == 1)
    #expect(after.output.contains("Fører ingen steder."))
    #expect(await after.run("check --at 2026-11-21") == 0)
  }

  @Test("names a row that cannot be read, and every command warns of it and goes on")
  func unreadable() async throws {
    let database = try await SeededRegistry.database()
    let connection = try await PQConnection.connect(database.configuration)
    try await connection.execute(
      script: """
        alter table varde.area_code disable trigger all;
        do $$
        declare
          item record;
        begin
          for item in
            select k.conname from pg_constraint as k
            where ((k.conrelid = 'varde.area_code'::regclass) and (k.contype = 'c'))
          loop
            execute format('alter table varde.area_code drop constraint %I', item.conname);
          end loop;
        end $$;
        update varde.area_code set valid = '[2020-01-01,infinity)'
        where (id = (select c.id from varde_shown.area_code as c order by c.id limit 1));
        """)
    await connection.close()
    let captured = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await captured.run("check --strict --at 2026-11-21") == 1, "\(captured.complaints)")
    #expect(captured.output.contains("Rader som ikke kan leses, og ikke vises (1)"))
    #expect(captured.output.contains(": valid holds what this program cannot read"))
    let other = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await other.run("find politi") == 0)
    #expect(other.complaints.contains("kan ikke leses, og vises ikke (1):"))
    #expect(other.complaints.contains("area_code "))
  }
}
