import Registry
import Routing
import SeedFiles
import Testing

/// The fallback is always there with a door that is open round the clock: a municipality's own rule
/// whose doors are dead takes nothing away.
@Suite struct FallbackTests {
  struct Own: Sendable, CustomTestStringConvertible {
    let what: String
    /// Sections with what the municipality's own fallback leads to.
    let sections: String
    var door = "{organisation: own}"
    var testDescription: String { what }
  }

  private static func unit(_ channels: String) -> String {
    """
    organisations:
      - {key: own, name: Kommunen, kind: municipality, serves: "9901",\
     channels: [\(channels)]}
    """
  }

  private static func seat(_ fields: String) -> String {
    """
    organisations:
      - {key: own, name: Kommunen, kind: municipality, serves: "9901"}
    designations:
      - {function: adviser, organisation: own, remit: {area: "9901"}, \(fields)}
    """
  }

  static let dead: [Own] = [
    Own(what: "no channel", sections: unit("")),
    Own(
      what: "a vacant seat", sections: seat("holder: vacant, channels: [{phone: 25 00 00 02}]"),
      door: "{function: adviser}"),
    Own(what: "a number that cannot be used", sections: unit("{phone: \"2500\", unusable: true}")),
    Own(
      what: "a channel that has ended",
      sections: unit("{phone: 25 00 00 02, hours: always, until: 2026-02-01}")),
    Own(what: "e-mail alone", sections: unit("{email: post@fjordvik.example}")),
    Own(what: "an address alone", sections: unit("{visit: Storgata 1}")),
    Own(what: "a form alone", sections: unit("{form: \"https://fjordvik.example/form\"}")),
    Own(
      what: "a switchboard that closes",
      sections: unit("{phone: 25 00 00 02, hours: mon-fri 08:00-16:00}")),
    Own(
      what: "a way through somebody who has no number",
      sections: unit("{via: {organisation: mute}}") + "\n"
        + "  - {key: mute, name: Stille, kind: municipality}"),
    Own(
      what: "a number for others",
      sections: unit("{phone: 25 00 00 02, hours: always, for: employee}")),
    Own(what: "words", sections: unit(""), door: "{words: Noen i kommunen}"),
  ]

  private static let nation = """
    seed: nation
    plan: {key: nation, level: nation, area: land, title: Landet, date: 2026-01-01}
    area-kinds:
      - {key: municipality, rank: 40, name: kommune}
      - {key: country, rank: 90, name: land}
    areas:
      - {key: land, kind: country, name: Landet}
      - {key: "9901", kind: municipality, name: Fjordvik, parents: land}
    organisation-kinds: [{key: municipality, name: kommune}]
    functions: [{key: adviser, name: rådgiver}]
    concerns: [{key: worry, name: bekymring}]
    organisations:
      - {key: watch, name: Vakten, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 01, hours: always}]}
      - {key: line, name: Telefonen, kind: municipality, serves: land,
         channels: [{phone: 116 111, hours: always}]}
    rules:
      - {key: rest, tier: fallback, text: T.,
         ladder: [{organisation: watch}, {organisation: line}]}
    """

  private func fallback(_ own: Own, minute: Int?) throws -> [String] {
    let plan = """
      seed: own
      plan: {key: own, level: municipality, area: "9901", title: Plan, date: 2026-02-01}
      \(own.sections)
      rules:
        - {key: own-rest, tier: fallback, text: T., ladder: [\(own.door)]}
      """
    let snapshot = try SeedReader(existing: Snapshot()).read([
      SeedText(path: "nation.yaml", text: FallbackTests.nation),
      SeedText(path: "own.yaml", text: plan),
    ]).snapshot
    let place = try #require(snapshot.areas.first { $0.key == "9901" }).id
    let answer = RoutingIndex(compiling: snapshot).answer(
      Question(
        asker: .citizen, place: place, concern: snapshot.concerns[0].id, severity: .mild,
        moment: Moment(day: Day(number: 20_605), minute: minute)))
    #expect(answer.ladder.filter { $0.relation == .first }.count == 1)
    return answer.ladder.filter { $0.tier == .fallback }.map {
      $0.contact.organisation?.key ?? $0.contact.words ?? ""
    }
  }

  @Test(
    "A municipality's dead fallback stands first, and the nation's after it", arguments: dead,
    [nil, 180, 600] as [Int?])
  func goesOn(own: Own, minute: Int?) throws {
    let told = try fallback(own, minute: minute)
    #expect(told.suffix(2) == ["watch", "line"])
    #expect(told.count == 3)
  }

  @Test(
    "A municipality's fallback that is open round the clock stands alone",
    arguments: ["always", "all 00:00-24:00 holidays included"])
  func standsAlone(hours: String) throws {
    let own = Own(
      what: hours,
      sections: FallbackTests.unit("{phone: 25 00 00 02, hours: \(hours)}"))
    #expect(try fallback(own, minute: 180) == ["own"])
  }
}
