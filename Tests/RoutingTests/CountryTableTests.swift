import Foundation
import Registry
import Routing
import SeedFiles
import Testing

/// The country: every municipality of today, what worries anybody may have, by day and by night.
///
/// The table lies in `Examples/country.txt`. `VARDE_REWRITE_GOLDENS=1` writes it anew.
@Suite struct CountryTableTests {
  @Test func `The table of the country is as it was last read`() throws {
    let table = try Country.shared.get()
    let text = table.text
    let path = ExampleRegistry.folder + "/country.txt"
    if ProcessInfo.processInfo.environment["VARDE_REWRITE_GOLDENS"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let known = try String(contentsOfFile: path, encoding: .utf8)
    #expect(known == text)
  }

  @Test func `Every telephone and chat that the data hold for a worry stands in its ladder`() throws
  {
    let country = try Country.shared.get()
    var missing: [String] = []
    for place in country.places {
      for worry in Country.worries {
        let told = country.told(worry, at: place, at: Country.noon)
        let held = country.held(for: worry, at: place)
        missing += held.subtracting(told).map { "\(place.key) \(worry.name): \($0)" }
      }
    }
    #expect(missing.isEmpty, "\(missing.prefix(20))")
  }

  @Test func `Every municipality of today lies in one of the twelve police districts`() throws {
    let country = try Country.shared.get()
    #expect(country.places.count == 357)
    let kind = country.snapshot.areaKinds.first { $0.key == "police-district" }?.id
    let day = Country.noon.day
    let districts = Set(
      country.snapshot.areaCodes.filter { $0.scheme == "politidistrikt" }.map(\.area))
    #expect(districts.count == 12)
    let all = Set(country.snapshot.areas.filter { $0.kind == kind }.map(\.id))
    let links = country.snapshot.areaParents.filter {
      all.contains($0.parent) && $0.valid.contains(day)
    }
    let parents = Dictionary(grouping: links, by: \.area)
    for place in country.places {
      let here = parents[place.id] ?? []
      #expect(here.count == 1, "\(place.key)")
      #expect(here.allSatisfy { districts.contains($0.parent) }, "\(place.key)")
    }
  }

  @Test func `A number whose newest page is from before 2022 is nowhere to be dialled`() throws {
    let country = try Country.shared.get()
    let stale = [
      "+4780057000", "1412", "+4790854475", "+4746955776", "+4747457272", "+4799285300",
      "+4770164340", "+4791576020", "+4798901100", "+4735503800", "+4775021711", "+4775173699",
      "+4775144944", "+4775555890", "+4776957339", "+4776122330",
    ]
    let dialled = Set(country.snapshot.channels.filter(\.isUsable).compactMap(\.canonical))
    #expect(dialled.intersection(stale).isEmpty)
  }

  @Test(arguments: ["child-at-risk", "violence-at-home", "someone-to-talk-to", "social-control"])
  func `An adult who asks for oneself is not sent to a line for children`(concern: String) throws {
    let country = try Country.shared.get()
    let worry = Country.Worry(name: concern, concern: concern, age: 40)
    for asker in [Asker.affected, .youngPerson] {
      for place in country.placesWithoutPlan {
        let doors = country.answer(worry, at: place, at: Country.noon, asker: asker).ladder
        let keys = doors.compactMap(\.contact.organisation?.key)
        #expect(!keys.contains("kors-pa-halsen"), "\(place.key)")
        #expect(!keys.contains("alarmtelefonen"), "\(place.key)")
      }
    }
  }

  @Test(
    arguments: [
      "child-at-risk", "sexual-abuse", "violence-at-home", "social-control", "forced-marriage",
      "genital-mutilation", "mental-health", "bullying", "uses-violence", "drugs",
    ])
  func `A child, and a young person of unknown age, come to 116 111 before a line for adults`(
    concern: String
  ) throws {
    let country = try Country.shared.get()
    let asked: [(Int?, Asker)] = [
      (7, .citizen), (15, .affected), (17, .youngPerson), (nil, .youngPerson),
    ]
    for (age, asker) in asked {
      let worry = Country.Worry(name: concern, concern: concern, age: age)
      for place in country.placesWithoutPlan {
        let doors = country.answer(worry, at: place, at: Country.night, asker: asker).ladder
        let keys = doors.compactMap(\.contact.organisation?.key)
        let child = keys.firstIndex(of: "alarmtelefonen")
        let adult = keys.firstIndex { ["vo-linjen", "mental-helse", "kirkens-sos"].contains($0) }
        #expect(child.map { $0 < adult ?? .max } ?? false, "\(place.key) \(asker) \(keys)")
      }
    }
  }

  @Test func `No national rule says a municipality's words`() throws {
    let country = try Country.shared.get()
    let snapshot = country.snapshot
    let national = try #require(snapshot.plans.first { $0.key == "national" })
    let local = Set(snapshot.plans.filter { $0.level == .municipality }.map(\.source))
    for rule in snapshot.rules where rule.plan == national.id {
      let source = snapshot.citations.first { $0.id == rule.citation }?.source
      #expect(source.map { !local.contains($0) } ?? false, "\(rule.key)")
    }
  }
}

/// The seeds compiled, and what they say of each municipality.
struct Country {
  struct Worry {
    let name: String
    let concern: String
    var age: Int?
    /// Kinds of organisations and national lines that the data hold for it.
    var kinds: Set<String> = []
    var lines: Set<String> = []
  }

  private static let child: Set<String> = ["child-welfare", "child-welfare-watch"]
  static let worries = [
    Worry(name: "barn i fare", concern: "child-at-risk", kinds: child, lines: ["alarmtelefonen"]),
    Worry(
      name: "vold hjemme, 40 år", concern: "violence-at-home", age: 40, kinds: ["crisis-centre"],
      lines: ["vo-linjen", "politiet"]),
    Worry(
      name: "vold hjemme, 15 år", concern: "violence-at-home", age: 15,
      kinds: child.union(["crisis-centre"]),
      lines: ["alarmtelefonen", "kors-pa-halsen", "politiet"]),
    Worry(
      name: "seksuelle overgrep, 40 år", concern: "sexual-abuse", age: 40,
      kinds: ["sexual-abuse-centre"], lines: ["vo-linjen", "legevakt-116117", "politiet"]),
    Worry(
      name: "seksuelle overgrep, 15 år", concern: "sexual-abuse", age: 15,
      kinds: child.union(["sexual-abuse-centre"]),
      lines: ["alarmtelefonen", "legevakt-116117", "kors-pa-halsen", "politiet"]),
    Worry(
      name: "bruker vold selv, 40 år", concern: "uses-violence", age: 40,
      kinds: ["violence-treatment"], lines: ["mental-helse", "kirkens-sos"]),
    Worry(name: "radikalisering", concern: "extremism", lines: ["politiet"]),
    Worry(
      name: "sosial kontroll, 15 år", concern: "social-control", age: 15, kinds: child,
      lines: ["alarmtelefonen", "kompetanseteamet", "rode-kors-tvangsekteskap"]),
    Worry(
      name: "sosial kontroll, 40 år", concern: "social-control", age: 40,
      lines: ["kompetanseteamet", "rode-kors-tvangsekteskap", "vo-linjen", "politiet"]),
    Worry(name: "hatkriminalitet", concern: "hate-crime", lines: ["politiet"]),
    Worry(
      name: "psykisk helse, 40 år", concern: "mental-health", age: 40, kinds: ["mental-health"],
      lines: ["mental-helse", "kirkens-sos", "legevakt-116117"]),
    Worry(
      name: "noen å snakke med, 15 år", concern: "someone-to-talk-to", age: 15,
      kinds: ["youth-talk", "youth-health"],
      lines: ["alarmtelefonen", "kors-pa-halsen", "mental-helse", "kirkens-sos"]),
    Worry(
      name: "noen å snakke med, 40 år", concern: "someone-to-talk-to", age: 40,
      lines: ["mental-helse", "kirkens-sos"]),
    Worry(
      name: "rus, 15 år", concern: "drugs", age: 15, lines: ["rustelefonen", "alarmtelefonen"]),
    Worry(name: "rus, 40 år", concern: "drugs", age: 40, lines: ["rustelefonen"]),
    Worry(
      name: "mobbing, 15 år", concern: "bullying", age: 15,
      lines: ["kors-pa-halsen", "alarmtelefonen"]),
    Worry(name: "mobbing, 40 år", concern: "bullying", age: 40, lines: ["mental-helse"]),
  ]

  /// A Tuesday, at noon and at three in the night.
  static let noon = Moment(day: Day("2026-12-01") ?? Day(number: 0), minute: 720)
  static let night = Moment(day: Day("2026-12-01") ?? Day(number: 0), minute: 180)

  /// Read once for all tests.
  static let shared = Result { try Country() }

  let snapshot: Snapshot
  let index: RoutingIndex
  /// The municipalities of today, by number.
  let places: [Area]
  private let concerns: [String: ID<Concern>]
  /// Usable telephones and chats of each organisation, by its key.
  private let numbers: [String: Set<String>]
  /// Kind and area of each organisation that serves a municipality.
  private let served: [ID<Area>: [(key: String, kind: String)]]
  private let plansHere: Set<ID<Area>>

  /// Those that no plan of their own speaks for.
  var placesWithoutPlan: [Area] { places.filter { !plansHere.contains($0.id) } }

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = ["Seed/national", "Seed/plans"].map { root.appending(path: $0).path() }
    let snapshot = try SeedReader(existing: Snapshot()).read(SeedFolder.texts(at: folders)).snapshot
    self.snapshot = snapshot
    index = RoutingIndex(compiling: snapshot)
    let day = Country.noon.day
    let kind = snapshot.areaKinds.first { $0.key == "municipality" }?.id
    places = snapshot.areas.filter { $0.kind == kind && $0.valid.contains(day) }
      .sorted { $0.key < $1.key }
    concerns = Dictionary(uniqueKeysWithValues: snapshot.concerns.map { ($0.key, $0.id) })
    plansHere = Set(snapshot.plans.filter { $0.level == .municipality }.map(\.area))
    let keys = Dictionary(uniqueKeysWithValues: snapshot.organisations.map { ($0.id, $0.key) })
    let kinds = Dictionary(
      uniqueKeysWithValues: snapshot.organisationKinds.map { ($0.id, $0.key) })
    var numbers: [String: Set<String>] = [:]
    for channel in snapshot.channels where channel.isUsable && channel.valid.contains(day) {
      guard channel.owner.kind == .organisation, let key = keys[ID(bits: channel.owner.bits)],
        let value = channel.canonical,
        [.phone, .chat, .sms].contains(channel.kind)
      else { continue }
      numbers[key, default: []].insert(value)
    }
    self.numbers = numbers
    var served: [ID<Area>: [(key: String, kind: String)]] = [:]
    for service in snapshot.organisationServices where service.valid.contains(day) {
      guard let area = service.area, let key = keys[service.organisation],
        let form = snapshot.organisationForms.first(where: {
          $0.organisation == service.organisation && $0.valid.contains(day)
        }), let kind = kinds[form.kind]
      else { continue }
      served[area, default: []].append((key, kind))
    }
    self.served = served
  }

  func answer(
    _ worry: Worry, at place: Area, at moment: Moment, asker: Asker = .citizen
  ) -> Answer {
    index.answer(
      Question(
        asker: asker, place: place.id, concern: concerns[worry.concern],
        age: worry.age.map { .years($0) }, severity: .mild, moment: moment))
  }

  /// The telephones and chats of the ladder above the fallback.
  func told(_ worry: Worry, at place: Area, at moment: Moment) -> Set<String> {
    let doors = answer(worry, at: place, at: moment).ladder.filter { $0.tier != .fallback }
    return Set(doors.flatMap(\.contact.channels).compactMap(\.value))
  }

  /// Those that the data hold; of a municipality with a plan of its own the plan decides.
  func held(for worry: Worry, at place: Area) -> Set<String> {
    guard !plansHere.contains(place.id) else { return [] }
    let local = (served[place.id] ?? []).filter { worry.kinds.contains($0.kind) }.map(\.key)
    return Set((worry.lines + local).flatMap { numbers[$0] ?? [] })
  }

  /// How many telephones and chats above the fallback may be answered then.
  private func count(_ worry: Worry, at place: Area, at moment: Moment) -> Int {
    let doors = answer(worry, at: place, at: moment).ladder.filter { $0.tier != .fallback }
    let channels = doors.flatMap(\.contact.channels).filter { channel in
      channel.isUsable && channel.state != .closed && [.phone, .chat, .sms].contains(channel.kind)
    }
    return Set(channels.compactMap(\.value)).count
  }

  /// Municipalities that answer alike stand on one line; a 0 is an empty cell.
  var text: String {
    var order: [String] = []
    var members: [String: [String]] = [:]
    for place in places {
      let cells = Country.worries.map { worry in
        "\(count(worry, at: place, at: Country.noon))/"
          + "\(count(worry, at: place, at: Country.night))"
      }
      let line = cells.joined(separator: " ")
      if members[line] == nil { order.append(line) }
      members[line, default: []].append(place.key)
    }
    let head = """
      # The country: telephones, chats and text numbers above the last resort that may be
      # answered on a Tuesday at noon / at three in the night, for a citizen with a mild worry.
      # 0 is an empty cell: the data hold nothing. The worries, in the order of the columns:

      """
    let names = Country.worries.enumerated().map { "# \($0 + 1) \($1.name)\n" }.joined()
    let lines = order.sorted { (members[$0]?.count ?? 0) > (members[$1]?.count ?? 0) }.map { line in
      let places = members[line] ?? []
      return "\(line)\n  \(places.count): \(places.joined(separator: " "))\n"
    }
    return head + names + lines.joined()
  }
}
