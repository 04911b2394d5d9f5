import Registry
import Routing
import SeedFiles
import Testing

/// What the desk keeps is no rung, even over seeds that no reader of a database has filtered.
@Suite struct DeskTests {
  @Test func `a seat of the desk is named nowhere, and the next one answers`() throws {
    let answer = try Self.answer(adviser: .desk)
    let named = Self.everything(in: answer)
    let seats = answer.ladder.compactMap(\.contact.organisation?.name)
    #expect(!seats.contains("Klubben"))
    #expect(!named.contains("Ola Utpektnes"))
    #expect(!named.contains("Klubben"))
    #expect(seats.contains("Tranvik kommune"))
  }

  @Test func `the same seat is the first rung when it is public`() throws {
    let answer = try Self.answer(adviser: .public)
    #expect(answer.ladder.first?.contact.organisation?.name == "Klubben")
    #expect(Self.everything(in: answer).contains("Ola Utpektnes"))
  }

  /// Every value that an answer holds, at every depth.
  private static func everything(in answer: Answer) -> String {
    var text = ""
    dump(answer, to: &text)
    return text
  }

  private static func answer(adviser visibility: Visibility) throws -> Answer {
    let text = """
      seed: town
      source: {key: oppdiktet, title: Et oppdiktet sted, date: 2026-01-01}
      area-kinds: [{key: municipality, rank: 40, name: kommune}]
      areas: [{key: "9901", kind: municipality, name: Tranvik}]
      organisation-kinds:
        - {key: municipality, name: kommune}
        - {key: youth-club, name: fritidsklubb}
      functions:
        - {key: slt-coordinator, name: SLT-koordinator}
        - {key: adviser, name: rådgiver}
      organisations:
        - {key: kommune-9901, name: Tranvik kommune, kind: municipality, serves: "9901"}
        - {key: klubben, name: Klubben, kind: youth-club, parent: kommune-9901, serves: "9901"}
      designations:
        - {function: adviser, organisation: kommune-9901, channels: [{phone: 33 00 00 02}]}
        - {function: adviser, organisation: klubben, visibility: \(visibility.rawValue),
           holder: Ola Utpektnes, channels: [{phone: 33 77 66 55}]}
      """
    let snapshot = try SeedReader(existing: Snapshot())
      .read([SeedText(path: "town.yaml", text: text)]).snapshot
    let day = try #require(Day("2026-06-01"))
    return RoutingIndex(compiling: snapshot).answer(
      Question(
        asker: .employee,
        workplace: snapshot.organisations.first { $0.key == "klubben" }.map { .unit($0.id) },
        place: try #require(snapshot.areas.first).id, concern: nil,
        function: try #require(snapshot.functions.first { $0.key == "adviser" }).id, holds: nil,
        age: nil, severity: nil, moment: Moment(day: day), wishes: []))
  }
}
