import Registry
import Testing
import Presentation
import Web

@testable import Site

/// Registries in which something is wrong: pages are answered, and nothing reads as more than it
/// is.
@Suite struct MissingTests {
  /// Fjordvik was merged into Delvik, which was split back into Fjordvik and a new place.
  private func ring() throws -> Snapshot {
    var snapshot = try InventedSite().snapshot
    let day = Day(number: 18_000)
    func id<Row>(_ number: UInt128) -> ID<Row> { ID(bits: 1 << 90 + number) }
    let kind = try #require(snapshot.areas.first { $0.key == "9901" }).kind
    for (number, key) in ["ring-a", "ring-b", "ring-c"].enumerated() {
      let valid = key == "ring-c" ? DayRange.always : DayRange(until: day)
      snapshot.areas.append(
        Area(id: id(UInt128(number)), key: key, kind: kind, valid: valid))
      snapshot.names.append(
        Name(
          id: id(UInt128(number)), subject: .area(id(UInt128(number))), language: .bokmål,
          kind: .official, text: "Ringsted \(number)", valid: .always))
    }
    for (number, pair) in [(0, 1), (1, 0), (1, 2)].enumerated() {
      snapshot.areaSuccessions.append(
        AreaSuccession(
          id: id(UInt128(number)), area: id(UInt128(pair.0)), successor: id(UInt128(pair.1)),
          day: day))
    }
    let kinds = snapshot.organisationKinds
    snapshot.organisationKinds = kinds.map {
      $0.id == kinds[0].id
        ? OrganisationKind(id: $0.id, key: $0.key, parent: kinds[1].id)
        : $0.id == kinds[1].id
          ? OrganisationKind(id: $0.id, key: $0.key, parent: kinds[0].id) : $0
    }
    return snapshot
  }

  @Test func `places of a ring, and kinds of one, have pages and answers`() async throws {
    let edition = Edition(
      compiling: try ring(), on: InventedSite.today, origin: .database, readAt: InventedSite.now)
    let kind = edition.snapshot.organisationKinds[0].key
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for place in ["ring-a", "ring-b", "ring-c"] {
        let answer = try await visitor.post("/svar", [("place", place)])
        #expect(answer.status < 500, "\(place)")
        for path in ["/sted/\(place)", "/api/v1/areas/\(place)", "/sok?q=Ringsted"] {
          #expect(try await visitor.get(path).status < 500, "\(path)")
        }
      }
      #expect(try await visitor.get("/api/v1/organisations?kind=\(kind)").status == 200)
    }
  }

  @Test func `the directory tells no condition that names what is not here`() throws {
    let whole = try InventedSite().snapshot
    var hasDropped = false
    for area in whole.areas {
      var snapshot = whole
      snapshot.areas.removeAll { $0.id == area.id }
      let directory = Directory(snapshot)
      for seat in snapshot.designations {
        let told = directory.remits(of: seat.id)
        #expect(told.allSatisfy { $0.area != area.id })
        if told.count < whole.remits.count(where: { $0.designation == seat.id }) {
          hasDropped = true
        }
      }
      for organisation in snapshot.organisations {
        let services = directory.services(of: organisation.id)
        #expect(services.allSatisfy { $0.area != area.id })
      }
      for rule in snapshot.plans.flatMap({ directory.rules(of: $0.id) }) {
        let cases = directory.cases(of: rule.id)
        #expect(!cases.isEmpty && cases.allSatisfy { $0.area != area.id })
      }
    }
    #expect(hasDropped, "The control: areas are named.")
  }

  @Test func `a number of a function is told on its page and with its seats`() async throws {
    var snapshot = try InventedSite().snapshot
    let seat = try #require(snapshot.designations.first { $0.key == "fjordvik-slt" })
    snapshot.channels.append(
      Channel(
        id: ID(bits: 77), key: "hotline", owner: .function(seat.function), position: 1,
        kind: .phone, written: "800 33 321", canonical: "+4780033321", isUsable: true,
        audience: .anyone, hours: .always, visibility: .public, valid: .always))
    let edition = Edition(
      compiling: snapshot, on: InventedSite.today, origin: .database, readAt: InventedSite.now)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for path in [
        "/funksjon/slt-coordinator", "/kontakt/fjordvik-slt",
        "/api/v1/designations/fjordvik-slt", "/api/v1/designations/fjordvik-slt.vcf",
        "/sted/9901-fjordvik",
      ] {
        let page = try await visitor.get(path)
        #expect(page.text.contains("+4780033321"), "\(path)")
      }
    }
  }
}
