import Foundation
import Registry
import Store
import Testing

@Suite struct ReadSnapshotTests {
  @Test func `a second reading is what a first one would be, and decodes only what changed`()
    async throws
  {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let first = try ReadSnapshot(await registry.reader.snapshotTexts(), reusing: nil)
    try await registry.run(
      """
      set local search_path = varde, pg_temp;
      select open_change(null, 'test', 'a new name');
      update area_kind set rank = rank + 1 where (rank < 100)
      """, as: "varde_editor")
    let second = try ReadSnapshot(
      await registry.reader.snapshotTexts(), reusing: first.known)
    let fresh = try await registry.reader.snapshot()
    #expect(second.snapshot == fresh)
    #expect(second.snapshot.generation == first.snapshot.generation + 1)
    #expect(second.snapshot.areaKinds != first.snapshot.areaKinds)
    #expect(Self.place(second.snapshot.areas) == Self.place(first.snapshot.areas))
    #expect(Self.place(fresh.areas) != Self.place(first.snapshot.areas))
  }

  @Test func `a file is written from the text that was read, and says the same`() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let read = try ReadSnapshot(await registry.reader.snapshotTexts(), reusing: nil)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = SnapshotFile(folder: folder.path())
    let bytes = try file.write(read, build: "abc", readAt: 7)
    let saved = try file.read()
    #expect(saved == SavedSnapshot(snapshot: read.snapshot, build: "abc", readAt: 7))
    #expect(FileManager.default.contents(atPath: file.path)?.count == bytes)
  }

  /// Where the rows lie in memory.
  private static func place<Row>(_ rows: [Row]) -> UnsafeRawPointer? {
    rows.withUnsafeBytes { $0.baseAddress }
  }
}
