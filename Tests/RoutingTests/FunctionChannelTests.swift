import Registry
import Routing
import SeedFiles
import Testing

/// A number that the source gives for a function is told with whoever has the function.
@Suite struct FunctionChannelTests {
  private func answer(_ seat: String, owned channels: String) throws -> Answer {
    let text = """
      seed: town
      source: {key: oppdiktet, title: Et oppdiktet sted, date: 2026-01-01}
      area-kinds: [{key: municipality, rank: 40, name: kommune}]
      areas: [{key: "9901", kind: municipality, name: Tranvik}]
      organisation-kinds: [{key: municipality, name: kommune}]
      functions: [{key: hotline, name: vakttelefon}, {key: adviser, name: rådgiver}]
      organisations:
        - {key: kommune-9901, name: Tranvik kommune, kind: municipality, serves: "9901"}
      designations:
        - {function: hotline, organisation: kommune-9901, \(seat)}
        - {function: adviser, organisation: kommune-9901, channels: [{phone: 33 00 00 03}]}
      channels:
        \(channels)
      """
    let snapshot = try SeedReader(existing: Snapshot())
      .read([SeedText(path: "town.yaml", text: text)]).snapshot
    return RoutingIndex(compiling: snapshot).answer(
      Question(
        asker: .citizen, place: try #require(snapshot.areas.first).id,
        function: try #require(snapshot.functions.first { $0.key == "hotline" }).id,
        moment: Moment(day: Day(number: 20_605))))
  }

  @Test func `a function's number is told at the rung of its seat, with its own source`() throws {
    let answer = try answer(
      "holder: unnamed",
      owned: """
        - {about: {function: hotline}, phone: 800 33 321, source: oppdiktet, section: Side 3}
        """)
    let rung = try #require(answer.ladder.first)
    #expect(rung.relation == .first)
    #expect(rung.contact.channels.map(\.value) == ["+4780033321"])
    #expect(rung.contact.channels.first?.source?.section == "Side 3")
  }

  @Test func `it stands after the seat's own number, and with no other function`() throws {
    let answer = try answer(
      "channels: [{phone: 33 00 00 02}]",
      owned: "- {about: {function: hotline}, phone: 800 33 321}")
    #expect(
      answer.ladder.first?.contact.channels.map(\.value) == ["+4733000002", "+4780033321"])
    #expect(!answer.ladder.dropFirst().contains { $0.contact.channels.count > 1 })
  }

  @Test func `a vacant seat shows it and is still vacant`() throws {
    let answer = try answer(
      "holder: vacant", owned: "- {about: {function: hotline}, phone: 800 33 321}")
    #expect(answer.ladder.first?.contact.status == .vacant)
    #expect(answer.ladder.first?.relation != .first)
  }
}
