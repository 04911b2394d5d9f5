import Foundation
import Registry
import SeedFiles
import Testing

/// What the five plans say of themselves, and what the files may not make of it.
@Suite struct PlanTextTests {
  private func snapshot() throws -> Snapshot { try Documents.seeds.get() }

  private func quote(_ id: ID<Citation>?, _ snapshot: Snapshot) -> String {
    snapshot.citations.first { $0.id == id }?.quote ?? ""
  }

  @Test func `The guide of 2021 stands beside the plan of 2020 and replaces nothing`() throws {
    let snapshot = try snapshot()
    let plans = snapshot.plans.filter { $0.key.hasPrefix("trondheim-") }
    #expect(plans.count == 2)
    #expect(plans.allSatisfy { $0.follows == nil && $0.valid.until == nil })
    for plan in plans {
      let beside = snapshot.notices.filter { $0.plan == plan.id && $0.key.hasSuffix("-beside") }
      #expect(beside.count == 1, "\(plan.key)")
    }
  }

  @Test func `Only Sandefjord's plan says that the first is the main one, and quotes it`() throws {
    let snapshot = try snapshot()
    let saying = snapshot.notices.filter(\.saysFirstIsMain)
    let plans = saying.compactMap { notice in snapshot.plans.first { $0.id == notice.plan }?.key }
    #expect(plans == ["sandefjord-2015"])
    #expect(saying.allSatisfy { quote($0.citation, snapshot).hasPrefix("Hovedansvarlig") })
  }

  @Test func `Nobody is a contact on a document history`() throws {
    let snapshot = try snapshot()
    let history = Set(
      snapshot.citations.filter { $0.section == "9 Dokumenthistorikk" }.map(\.id))
    #expect(!history.isEmpty)
    #expect(snapshot.designations.allSatisfy { $0.citation.map { !history.contains($0) } ?? true })
    #expect(snapshot.personDetails.count == 7)
  }

  @Test func `A person whom the sentence on the function does not name has a doubt`() throws {
    let snapshot = try snapshot()
    let names = Dictionary(
      snapshot.personDetails.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let doubted = Set(snapshot.doubts.map(\.subject))
    for seat in snapshot.designations {
      guard let name = seat.person.flatMap({ names[$0] }) else { continue }
      if quote(seat.citation, snapshot).contains(name) { continue }
      #expect(doubted.contains(.designation(seat.id)), "\(seat.key)")
    }
  }

  @Test func `Both of a person's titles stand in the plan's own words`() throws {
    let snapshot = try snapshot()
    let functions = { (key: String) -> Set<String> in
      let person = snapshot.personDetails.first { $0.name == key }?.id
      let seats = snapshot.designations.filter { $0.person == person }.map(\.function)
      return Set(snapshot.functions.filter { seats.contains($0.id) }.map(\.key))
    }
    #expect(functions("Jannicke Akse") == ["school-adviser", "central-resource-person"])
    #expect(functions("Martin Pütz") == ["upper-secondary-adviser", "central-resource-person"])
  }

  @Test(arguments: [
    ("trondheim-2021/3", "barnevernet, politiet eller begge"),
    ("trondheim-2021/3", "drøftet med kommune eller politi"),
    ("trondheim-2021/4", "når flere instanser er bekymret"),
    ("trondheim-2021/6", "der det er mulig"),
    ("trondheim-2021/7", "hvis det ikke er gjort før"),
    ("holmestrand-2021/4", "viktig å sende en bekymringsmelding"),
    ("holmestrand-2021/5", "Er flere instanser bekymret"),
  ])
  func `A step is told as wide as its sentence`(step: String, words: String) throws {
    let snapshot = try snapshot()
    let parts = step.split(separator: "/").map(String.init)
    let plan = snapshot.plans.first { $0.key == parts[0] }?.id
    let row = snapshot.steps.first { $0.plan == plan && $0.number == parts[1] }
    #expect(row?.text.contains(words) == true, "\(row?.text ?? "")")
  }

  @Test func `No responsible party of a step ends with a full stop`() throws {
    for step in try snapshot().steps {
      #expect(step.responsible.allSatisfy { !$0.hasSuffix(".") }, "\(step.title)")
    }
  }

  @Test func `Legitimate is not called legal`() throws {
    let snapshot = try snapshot()
    let notices = snapshot.notices.filter { quote($0.citation, snapshot).contains("legitimt") }
    #expect(!notices.isEmpty)
    #expect(notices.allSatisfy { $0.text.contains("legitimt") && !$0.text.contains("er lov") })
  }

  @Test(arguments: [
    ("trondheim-2021", "samles minst en gang pr. år"), ("trondheim-2021", "RAN (Radicalisation"),
    ("trondheim-2021", "faste møter gjennom"),
    ("trondheim-2020", "fra 2020 et regionalt samarbeid"),
    ("trondheim-2021", "direkte underlagt Justis- og beredskapsdepartementet"),
    ("baerum-2017", "Motiverende Intervju (MI)"), ("baerum-2017", "Terroindikatorer"),
    ("baerum-2017", "revideres i 2018"), ("sandefjord-2015", "18 tiltak fordelt på 4"),
    ("sandefjord-2015", "sertifisert som et trygt lokalsamfunn"),
  ])
  func `A fact of a document is told by a notice of its plan`(key: String, words: String) throws {
    let snapshot = try snapshot()
    let plan = snapshot.plans.first { $0.key == key }?.id
    let told = snapshot.notices.filter { $0.plan == plan }.map { quote($0.citation, snapshot) }
    #expect(told.contains { Documents.folded($0).contains(words) })
  }

  @Test func `A measure for grown people is listed with no worry about a child`() throws {
    for measure in try snapshot().measures where measure.title.contains("over 18 år") {
      #expect(measure.concerns.isEmpty, "\(measure.key)")
    }
  }

  @Test func `Holmestrand's plan gives the police number without hours`() throws {
    let snapshot = try snapshot()
    let source = snapshot.sources.first { $0.key == "holmestrand-2021" }?.id
    let cited = Set(snapshot.citations.filter { $0.source == source }.map(\.id))
    let numbers = snapshot.channels.filter { channel in
      channel.citation.map { cited.contains($0) } == true
        && ["02800", "116117"].contains(channel.canonical ?? "")
    }
    #expect(numbers.count > 1)
    #expect(numbers.allSatisfy { $0.hours == .unknown })
  }
}
