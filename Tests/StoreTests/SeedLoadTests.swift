import Foundation
import Registry
import SeedFiles
import Store
import Testing

/// The seed files of the house against the constraints of the house.
@Suite struct SeedLoadTests {
  @Test("The seed loads and a second load changes nothing")
  func theSeedLoadsAndASecondLoadChangesNothing() async throws {
    let bundle = try SeedLoadTests.bundle()
    let registry = try await TestRegistry.make()
    let first = try await load(bundle, into: registry, on: Sample.today)
    #expect(first.generation == 1)
    var snapshot = try await registry.reader.snapshot()
    snapshot.generation = 0
    for table in CopyTable.all {
      #expect(table.count(snapshot) == table.count(bundle.snapshot), "\(table.name)")
    }
    #expect(snapshot == bundle.snapshot)
    #expect(try await load(bundle, into: registry, on: Sample.today + 1).isEmpty)
    #expect(try await registry.editor.verifyHistory() == [])
  }

  private func load(
    _ bundle: SeedBundle, into registry: TestRegistry, on day: Day
  ) async throws -> SeedDifference {
    try await registry.editor.load(
      bundle, today: day, actor: "test", isDryRun: false, progress: { _ in }, verify: { _ in })
  }

  private static func bundle() throws -> SeedBundle {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Seed").path()
    let texts = try SeedFolder.texts(at: ["\(root)/national", "\(root)/plans"])
    return try SeedReader(existing: Snapshot()).read(texts)
  }
}
