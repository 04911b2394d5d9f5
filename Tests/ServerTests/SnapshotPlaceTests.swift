import Foundation
import Registry
import Store
import Testing

/// Whatever may lie where a node keeps its snapshot.
@Suite struct SnapshotPlaceTests {
  enum Place: String, CaseIterable, Sendable {
    case pipe, link, danglingLink, folder, deviceLink, giant, sparse, others, writable
    case truncated, flipped, grown, empty, otherFormat, foreign

    /// Puts it where the newest file was.
    func put(at path: String, _ folder: Folder) throws {
      let files = FileManager.default
      let bytes = try Data(contentsOf: URL(filePath: path))
      try files.removeItem(atPath: path)
      switch self {
      case .pipe: #expect(mkfifo(path, 0o600) == 0)
      case .deviceLink: #expect(symlink("/dev/zero", path) == 0)
      case .link:
        try bytes.write(to: URL(filePath: "\(folder.path)/elsewhere"))
        #expect(chmod("\(folder.path)/elsewhere", 0o600) == 0)
        #expect(symlink("\(folder.path)/elsewhere", path) == 0)
      case .danglingLink: #expect(symlink("\(folder.path)/nowhere", path) == 0)
      case .folder: try files.createDirectory(atPath: path, withIntermediateDirectories: false)
      case .giant:
        try write(bytes, path)
        #expect(truncate(path, 1 << 40) == 0)
      case .sparse:
        try write(Data(), path)
        #expect(truncate(path, 1 << 29) == 0)
      case .others:
        try write(bytes, path)
        // Only root may give a file away; to anybody else, that nobody may read it is the same.
        #expect(geteuid() == 0 ? chown(path, 65_534, 65_534) == 0 : chmod(path, 0) == 0)
      case .writable:
        try write(bytes, path)
        #expect(chmod(path, 0o666) == 0)
      case .truncated: try write(bytes.prefix(bytes.count / 2), path)
      case .flipped:
        try write(bytes, path)
        try Damage.flipLastByte(of: path)
      case .grown: try write(bytes + [10], path)
      case .empty: try write(Data(), path)
      case .otherFormat: try write(Data("varde-snapshot 999\nx\n".utf8), path)
      case .foreign: try write(Data("%PDF-1.7\n%%EOF\n".utf8), path)
      }
    }

    private func write(_ bytes: Data, _ path: String) throws {
      try bytes.write(to: URL(filePath: path))
      #expect(chmod(path, 0o600) == 0)
    }

    var reason: String {
      switch self {
      case .pipe, .folder: "it is not a file"
      case .link, .danglingLink, .deviceLink: "it is a link"
      case .giant: "far too large"
      case .sparse, .empty, .foreign: "not a snapshot of Varde"
      case .others: geteuid() == 0 ? "another user" : "Permission denied"
      case .writable: "others than its owner may write it"
      case .truncated, .flipped, .grown: "it is not what was written"
      case .otherFormat: "format 999"
      }
    }
  }

  private func saved(_ generation: Int64) throws -> SavedSnapshot {
    var snapshot = try Town.snapshot()
    snapshot.generation = generation
    return SavedSnapshot(snapshot: snapshot, build: "abc", readAt: 1_800_000_000)
  }

  @Test(arguments: Place.allCases)
  func `what lies in the place is refused at once, the spare is used, and a write heals it`(
    _ place: Place
  ) throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: "\(folder.path)/kept")
    _ = try file.write(try saved(42))
    try place.put(at: file.path, folder)
    let (found, refused) = file.readNewest()
    #expect(found?.snapshot.generation == 42)
    #expect(refused.count == 1 && refused.first?.description.contains(place.reason) == true)
    #expect(throws: SnapshotFileFault.self) { try file.read() }
    guard place != .folder else {
      #expect(throws: SnapshotFileFault.self) { try file.write(try saved(43)) }
      #expect(file.readNewest().saved?.snapshot.generation == 43)
      return
    }
    _ = try file.write(try saved(43))
    #expect(try file.read().snapshot.generation == 43)
    #expect(file.readNewest().refused.isEmpty)
    if place == .link {
      let elsewhere = FileManager.default.contents(atPath: "\(folder.path)/elsewhere")
      #expect(elsewhere.map { try? SavedSnapshot(Array($0)).snapshot.generation } == 42)
    }
  }

  @Test func `two files that cannot be used are two faults and no snapshot`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    _ = try file.write(try saved(42))
    for path in [file.path, file.sparePath] { try Damage.flipLastByte(of: path) }
    let (found, refused) = file.readNewest()
    #expect(found == nil && refused.count == 2)
    #expect(SnapshotFile(folder: "/nonexistent").readNewest().refused.isEmpty)
  }

  @Test func `a write that fails leaves both files as they were, and nothing beside them`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    _ = try file.write(try saved(42))
    let beside = "\(file.path).\(getpid()).new"
    let other = "\(file.sparePath).\(getpid()).new"
    for path in [beside, other] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/full", withIntermediateDirectories: true)
    }
    #expect(throws: SnapshotFileFault.self) { try file.write(try saved(43)) }
    #expect(try file.read().snapshot.generation == 42)
    for path in [beside, other] { try FileManager.default.removeItem(atPath: path) }
    _ = try file.write(try saved(43))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func `what killed programs left behind is removed, and nothing else`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    // No process has so high a number.
    let left = ["\(file.path).2147483600.new", "\(folder.path)/snapshot-1.varde.2147483601.new"]
    let kept = [
      "\(folder.path)/snapshot-1.varde", "\(folder.path)/note.new",
      "\(file.path).\(getppid()).new",
    ]
    for path in left + kept { try Data([1]).write(to: URL(filePath: path)) }
    _ = try file.write(try saved(42))
    for path in left { #expect(!FileManager.default.fileExists(atPath: path), "\(path)") }
    for path in kept { #expect(FileManager.default.fileExists(atPath: path), "\(path)") }
  }

  @Test func `nothing older than the newest is left in the folder`() throws {
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    for (generation, name) in [(Int64(1), "Tranvikeldre"), (2, "Tranviknyere")] {
      var snapshot = try Town.snapshot(name: name)
      snapshot.generation = generation
      _ = try file.write(SavedSnapshot(snapshot: snapshot, build: "abc", readAt: 1))
    }
    let texts = try folder.texts()
    #expect(texts.count == 2)
    #expect(texts.allSatisfy { $0.contains("Tranviknyere") && !$0.contains("Tranvikeldre") })
  }
}
