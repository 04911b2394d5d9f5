import Foundation
import Registry
import Store
import Testing

@Suite struct SnapshotFileTests {
  private func saved() throws -> SavedSnapshot {
    var snapshot = try Town.snapshot()
    snapshot.lineage = Lineage(
      mark: EditionMark(generation: 42, lineage: ID(bits: 7)),
      ancestors: [EditionMark(generation: 41, lineage: ID(bits: 6))])
    return SavedSnapshot(snapshot: snapshot, build: "abc", readAt: 1_800_000_000)
  }

  @Test func `a snapshot comes back from its file as it was`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: "\(folder.path)/made/by/the/first/write")
    let saved = try saved()
    let bytes = try file.write(saved)
    #expect(try file.read() == saved)
    #expect(FileManager.default.contents(atPath: file.path)?.count == bytes)
    #expect(!saved.snapshot.designations.isEmpty)
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/made/by/the/first/write")
    #expect(
      Set(beside) == [
        "snapshot-\(SavedSnapshot.format).varde", "snapshot-\(SavedSnapshot.format).spare.varde",
      ])
  }

  @Test func `only its owner may read the file`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    _ = try file.write(try saved())
    for path in [file.path, file.sparePath] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `a file that is not there is absent, and one that cannot be written says so`() throws {
    #expect(throws: SnapshotFileFault.absent) {
      try SnapshotFile(folder: "/nonexistent").read()
    }
    #expect(throws: SnapshotFileFault.self) {
      try SnapshotFile(folder: "/proc/nowhere").write(try saved())
    }
  }

  @Test func `every byte counts`() throws {
    let bytes = try saved().bytes()
    // The magic word and the format decide before anything else does.
    for position in stride(from: 17, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[position] ^= 1
      #expect(throws: SnapshotFileFault.self, "byte \(position)") {
        try SavedSnapshot(damaged)
      }
    }
  }

  @Test func `a file that is cut off or grown is damaged`() throws {
    let bytes = try saved().bytes()
    for count in [bytes.count - 1, bytes.count / 2, 100] {
      #expect(throws: SnapshotFileFault.damaged("it is not what was written")) {
        try SavedSnapshot(Array(bytes.prefix(count)))
      }
    }
    #expect(throws: SnapshotFileFault.self) { try SavedSnapshot(bytes + [0]) }
    #expect(throws: SnapshotFileFault.foreign) { try SavedSnapshot([]) }
  }

  @Test func `another program's file is foreign and a newer format is named`() throws {
    #expect(throws: SnapshotFileFault.foreign) { try SavedSnapshot(Array("%PDF-1.7\n".utf8)) }
    #expect(throws: SnapshotFileFault.foreign) {
      try SavedSnapshot([UInt8](repeating: 0xff, count: 9_000))
    }
    let newer = SavedSnapshot.format + 1
    #expect(throws: SnapshotFileFault.otherFormat(newer)) {
      try SavedSnapshot(Array("varde-snapshot \(newer)\nwhatever".utf8))
    }
  }

  /// When this fails, a table or a column has changed: raise `SavedSnapshot.format`, so that an
  /// older program beside this one keeps its own file, and write the new digest here.
  @Test func `the format is raised whenever a table or a column changes`() {
    let columns = CopyTable.all.map { "\($0.name)(\($0.columns.joined(separator: ",")))" }
    let digest = columns.joined(separator: ";").utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    #expect(SavedSnapshot.format == 2)
    #expect(String(digest, radix: 16) == "7a4a54b7ae281ff")
  }
}

enum Damage {
  static func flipLastByte(of path: String) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(filePath: path))
  }
}
