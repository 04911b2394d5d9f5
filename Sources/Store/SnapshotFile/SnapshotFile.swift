import Foundation
package import Registry

/// The last snapshot of a node on its own disk, so that it can start while the database is away.
///
/// The name of the file carries the format, so that an older and a newer program can keep theirs
/// side by side. What stands in it is exactly what the public may see, readable by its owner only.
/// Beside it lies a spare: the snapshot before until the newest is in its place, then the same once
/// more. Whatever happens to one of them, the other starts the node; and nothing older than the
/// newest, which may hold what has been erased since, is kept for longer than it takes to write.
package struct SnapshotFile: Sendable {
  package let path: String
  package let sparePath: String
  private let folder: String

  /// - Parameter folder: made at the first write when it is not there.
  package init(folder: String) {
    self.folder = folder
    path = "\(folder)/snapshot-\(SavedSnapshot.format).varde"
    sparePath = "\(folder)/snapshot-\(SavedSnapshot.format).spare.varde"
  }

  /// Puts the snapshot in place of the one before, whole or not at all; returns its bytes.
  package func write(_ saved: SavedSnapshot) throws(SnapshotFileFault) -> Int {
    try write(try saved.bytes())
  }

  /// The same for a snapshot as it was read: its text is kept, not made again.
  package func write(
    _ read: ReadSnapshot, build: String, readAt: Int64
  ) throws(SnapshotFileFault) -> Int {
    try write(
      SavedSnapshot.bytes(
        of: read.texts.tables, read.snapshot.lineage, build: build, readAt: readAt))
  }

  private func write(_ bytes: [UInt8]) throws(SnapshotFileFault) -> Int {
    if !FileManager.default.fileExists(atPath: folder) {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      // Whether it worked shows when the file is opened.
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: attributes)
    }
    removeLeftovers()
    var fault: SnapshotFileFault?
    var isSpareNewer = false
    // What lies in the one place, a folder say, must not keep an old snapshot in the other.
    for path in [path, sparePath] {
      do throws(SnapshotFileFault) {
        try put(bytes, at: path)
      } catch {
        fault = fault ?? error
        // The spare is newer than what still lies there and would be read first.
        if path == self.path { isSpareNewer = true }
      }
    }
    if isSpareNewer, (try? DiskFile.holds(bytes, at: sparePath)) == true { unlink(path) }
    if let fault { throw fault }
    return bytes.count
  }

  /// Written beside, flushed to the disk, read back and only then renamed: whoever reads meets the
  /// old file or the new one, and the old one is not given up for one that is not whole.
  private func put(_ bytes: [UInt8], at path: String) throws(SnapshotFileFault) {
    let beside = "\(path).\(getpid()).new"
    do throws(SnapshotFileFault) {
      try DiskFile.write(bytes, to: beside)
      guard try DiskFile.holds(bytes, at: beside) else {
        throw .unwritable("it is not on the disk as it was written")
      }
      guard rename(beside, path) == 0 else { throw .unwritable(DiskFile.reason()) }
    } catch {
      unlink(beside)
      throw error
    }
    DiskFile.flush(folder: folder)
  }

  /// What programs that were killed in the middle of a write have left behind.
  private func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix("snapshot-") {
      let parts = name.split(separator: ".")
      guard parts.last == "new", let id = parts.dropLast().last.flatMap({ Int32($0) }), id > 0
      else { continue }
      // Somebody who still runs may be writing it; one with our own number is not us.
      if id == getpid() || (kill(id, 0) != 0 && errno == ESRCH) { unlink("\(folder)/\(name)") }
    }
  }

  /// The newest file, and that alone.
  ///
  /// - Throws: `absent`, `unreadable`, `foreign`, `otherFormat`, `damaged`, `otherColumns`.
  package func read(
    _ sideBySide: SideBySide = .inTurn
  ) throws(SnapshotFileFault) -> SavedSnapshot {
    try read(path, sideBySide)
  }

  /// The newest file that can be used, and why each before it could not.
  package func readNewest(
    _ sideBySide: SideBySide = .inTurn
  ) -> (saved: SavedSnapshot?, refused: [SnapshotFileFault]) {
    var refused: [SnapshotFileFault] = []
    for path in [path, sparePath] {
      do throws(SnapshotFileFault) {
        return (try read(path, sideBySide), refused)
      } catch {
        if error != .absent { refused.append(error) }
      }
    }
    return (nil, refused)
  }

  private func read(
    _ path: String, _ sideBySide: SideBySide
  ) throws(SnapshotFileFault) -> SavedSnapshot {
    let bytes = try DiskFile.read(path, SnapshotFile.bytesMax, beginning: SavedSnapshot.magic)
    return try SavedSnapshot(bytes, sideBySide)
  }

  /// A registry of a whole country is a tenth of this.
  private static let bytesMax = 1 << 30
}
