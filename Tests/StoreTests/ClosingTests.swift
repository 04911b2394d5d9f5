import Registry
import SeedFiles
import Store
import Testing

@Suite struct ClosingTests {
  @Test("A fact that disappeared is closed on the day of the load")
  func aFactThatDisappearedIsClosedOnTheDayOfTheLoad() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.remove(OrganisationService.self) { $0.unit != nil }
    let difference = try await registry.load(planted)
    #expect(difference.lines.map(\.kind) == [.closed])
    let services = try await registry.reader.snapshot().organisationServices
    #expect(services.count == 3)
    #expect(services.filter { $0.valid.until == Sample.today }.map(\.unit) == [Sample.id(1)])
    let again = try await registry.load(planted, day: Sample.today + 10)
    #expect(again.isEmpty)
  }

  @Test("A fact that had not begun is never shown")
  func aFactThatHadNotBegunIsNeverShown() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let coming = Absence(
      id: Sample.id(8), designation: Sample.id(2), valid: DayRange(from: Sample.today + 60))
    planted.add(coming)
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().absences.count == 2)
    planted.remove(Absence.self) { $0 == coming }
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().absences.map(\.id) == [Sample.id(1)])
    let kept = try await registry.texts(
      "select valid::text as text from varde.absence where reason is null")
    #expect(kept == ["empty"])
  }

  @Test("A fact that comes back is opened again")
  func aFactThatComesBackIsOpenedAgain() async throws {
    let registry = try await TestRegistry.make()
    let whole = Sample.planted()
    var less = whole
    less.remove(Channel.self) { $0.key == "channel-2" }
    less.remove(RuleTarget.self) { $0.rung == 6 }
    try await registry.load(whole)
    try await registry.load(less)
    #expect(try await registry.reader.snapshot().ruleTargets.count == 5)
    try await registry.load(whole, day: Sample.today + 1)
    var snapshot = try await registry.reader.snapshot()
    snapshot.generation = 0
    var expected = whole.bundle(files: []).snapshot
    expected.absences = expected.absences.map(\.withoutReason)
    #expect(snapshot == expected)
  }

  @Test("A child is superseded while its parent is there")
  func aChildIsSupersededWhileItsParentIsThere() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.remove(RuleTarget.self) { $0.rung > 1 }
    planted.remove(Remit.self) { $0.id == Sample.id(1) }
    planted.remove(Opening.self) { _ in true }
    planted.remove(Doubt.self) { _ in true }
    let difference = try await registry.load(planted)
    #expect(Set(difference.lines.map(\.kind)) == [.closed])
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.ruleTargets.map(\.rung) == [1])
    #expect(snapshot.remits.map(\.id) == [Sample.id(2)])
    #expect(snapshot.openings.isEmpty && snapshot.doubts.isEmpty)
    #expect(try await registry.load(planted).isEmpty)
  }

  @Test("The children of a closed parent stay as they were")
  func theChildrenOfAClosedParentStayAsTheyWere() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.remove(Rule.self) { $0.id == Sample.id(1) }
    planted.remove(RuleTarget.self) { _ in true }
    planted.remove(RuleCase.self) { $0.id == Sample.id(1) }
    try await registry.load(planted)
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.rules.first?.valid.until == Sample.today)
    #expect(snapshot.ruleTargets.count == 6)
    #expect(snapshot.ruleCases.count == 2)
    let valid = try await registry.texts(
      "select valid::text as text from varde.rule_case order by id")
    #expect(valid == ["[2020-01-01,2026-03-01)", "[2020-01-01,)"])
    #expect(try await registry.load(planted, day: Sample.today + 1).isEmpty)
  }

  @Test("Identities stay")
  func identitiesStay() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.load(Planted())
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.organisations.count == 2)
    #expect(snapshot.persons.count == 2)
    #expect(snapshot.designations.allSatisfy { $0.valid.until == Sample.today })
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("What one file drops is closed and the other file is left alone")
  func whatOneFileDropsIsClosedAndTheOtherFileIsLeftAlone() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let ours = link(11)
    let theirs = link(12)
    planted.add(ours)
    planted.add(theirs, seed: "b")
    try await registry.load(planted, files: ["a", "b"])

    var onlyA = planted
    onlyA.remove(Link.self) { $0 == ours || $0 == theirs }
    try await registry.load(onlyA, files: ["a"])
    #expect(try await open(registry) == [theirs.id])

    try await registry.load(Planted(), files: ["b"])
    #expect(try await open(registry) == [])
  }

  @Test("A row that two files say is closed when the last drops it")
  func aRowThatTwoFilesSayIsClosedWhenTheLastDropsIt() async throws {
    let registry = try await TestRegistry.make()
    let shared = link(11)
    for seed in ["a", "b"] {
      var planted = Sample.planted()
      planted.add(shared, seed: seed)
      try await registry.load(planted, files: ["a", "b"])
    }
    try await registry.load(Sample.planted(), files: ["a"])
    #expect(try await open(registry) == [shared.id])
    try await registry.load(Planted(), files: ["b"])
    #expect(try await open(registry) == [])
  }

  @Test("A row that moves to another file stays open")
  func aRowThatMovesToAnotherFileStaysOpen() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let moving = link(11)
    planted.add(moving)
    try await registry.load(planted, files: ["a", "b"])
    planted.move(moving, to: "b")
    try await registry.load(planted, files: ["a", "b"])
    #expect(try await open(registry) == [moving.id])
    try await registry.load(Sample.planted(), files: ["a", "b"])
    #expect(try await open(registry) == [])
  }

  private func link(_ number: Int) -> Link {
    Link(
      id: Sample.id(number), subject: .plan(Sample.id(1)), position: number, text: "lenke",
      url: "https://example.org/\(number)", isUsable: true, valid: .always)
  }

  /// The links 11 and 12 that are still open.
  private func open(_ registry: TestRegistry) async throws -> [ID<Link>] {
    try await registry.reader.snapshot().links
      .filter { $0.position > 10 && $0.valid.until == nil }.map(\.id)
  }
}
