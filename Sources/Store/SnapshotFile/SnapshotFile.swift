import Foundation
package import Registry

/// The last snapshot of a node on its own disk, so that it can start while the database is away.
///
/// The name of the file carries the format, so that an older and a newer program can keep theirs
/// side by side. What stands in it is exactly what the public may see, readable by its owner only.
package struct SnapshotFile: Sendable {
  package let path: String
  private let folder: String

  /// - Parameter folder: made at the first write when it is not there.
  package init(folder: String) {
    self.folder = folder
    path = "\(folder)/snapshot-\(SavedSnapshot.format).varde"
  }

  /// Puts the snapshot in place of the one before, whole or not at all; returns its bytes.
  ///
  /// Written beside, flushed to the disk, then renamed: whoever reads meets the old or the new one.
  package func write(_ saved: SavedSnapshot) throws(SnapshotFileFault) -> Int {
    try write(try saved.bytes())
  }

  /// The same for a snapshot as it was read: its text is kept, not made again.
  package func write(
    _ read: ReadSnapshot, build: String, readAt: Int64
  ) throws(SnapshotFileFault) -> Int {
    try write(
      SavedSnapshot.bytes(of: read.texts.tables, read.snapshot, build: build, readAt: readAt))
  }

  private func write(_ bytes: [UInt8]) throws(SnapshotFileFault) -> Int {
    let beside = "\(path).\(getpid()).new"
    if !FileManager.default.fileExists(atPath: folder) {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      // Whether it worked shows when the file is opened.
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: attributes)
    }
    do throws(SnapshotFileFault) {
      try SnapshotFile.write(bytes, to: beside)
      guard rename(beside, path) == 0 else { throw .unwritable(SnapshotFile.reason()) }
    } catch {
      unlink(beside)
      throw error
    }
    SnapshotFile.flush(folder: folder)
    return bytes.count
  }

  /// - Throws: `absent`, `unreadable`, `foreign`, `otherFormat`, `damaged`, `otherColumns`.
  package func read(
    _ sideBySide: SideBySide = .inTurn
  ) throws(SnapshotFileFault) -> SavedSnapshot {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .absent : .unreadable(SnapshotFile.reason())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable("it is not a file")
    }
    guard status.st_size <= SnapshotFile.bytesMax else { throw .damaged("it is far too large") }
    let bytes = try SnapshotFile.bytes(of: descriptor, expected: Int(status.st_size))
    return try SavedSnapshot(bytes, sideBySide)
  }

  /// A registry of a whole country is a tenth of this.
  private static let bytesMax = 1 << 30

  private static func write(_ bytes: [UInt8], to path: String) throws(SnapshotFileFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(reason()) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(reason()) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw .unwritable(reason()) }
  }

  private static func bytes(
    of descriptor: Int32, expected: Int
  ) throws(SnapshotFileFault) -> [UInt8] {
    var fault: SnapshotFileFault?
    // One byte of room more than is expected, to see that the file ends there.
    let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { room, count in
      while count < room.count {
        // The bytes from `count` to the end of the room are what may be written.
        let left = UnsafeMutableBufferPointer(rebasing: room[count...])
        let read = Glibc.read(descriptor, left.baseAddress, left.count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { fault = .unreadable(reason()) }
        guard read > 0 else { return }
        count += read
      }
    }
    if let fault { throw fault }
    guard bytes.count <= expected else { throw .damaged("it grows while it is read") }
    return bytes
  }

  /// The new name is on the disk only when its folder is; without it the old file stays, whole.
  private static func flush(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

/// Why there is no snapshot to be had from a file, or none was kept.
package enum SnapshotFileFault: Error, Hashable, Sendable, CustomStringConvertible {
  case absent
  case unreadable(String)
  /// It was never a snapshot.
  case foreign
  /// A newer or an older program wrote it.
  case otherFormat(Int)
  /// It was a snapshot and is not whole any more.
  case damaged(String)
  /// It has other tables or columns than this program reads.
  case otherColumns(String)
  case unwritable(String)

  package var description: String {
    switch self {
    case .absent: "There is no snapshot file."
    case .unreadable(let reason): "The snapshot file cannot be read: \(reason)."
    case .foreign: "The file is not a snapshot of Varde."
    case .otherFormat(let format):
      "The snapshot file has format \(format), and this program reads "
        + "\(SavedSnapshot.format) only."
    case .damaged(let reason): "The snapshot file is damaged: \(reason)."
    case .otherColumns(let table):
      "The snapshot file was written for another schema: \(table) differs."
    case .unwritable(let reason): "The snapshot file cannot be written: \(reason)."
    }
  }
}
