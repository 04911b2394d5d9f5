import Foundation

/// Files of this program's own, in a place where anything may lie.
enum DiskFile {
  /// Writes a new file that only its owner may read, down to the disk.
  ///
  /// Whatever had that name before is removed and not followed.
  static func write(_ bytes: [UInt8], to path: String) throws(SnapshotFileFault) {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(reason()) }
    defer { close(descriptor) }
    // The mask of the process may have taken even the owner's right to read.
    guard fchmod(descriptor, 0o600) == 0 else { throw .unwritable(reason()) }
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

  /// The bytes of a plain file that belongs to this user and that nobody else may write.
  ///
  /// Neither waits for anything that is no file nor reads one that is not what it should be: its
  /// kind, owner, size and first word are looked at before the rest.
  ///
  /// - Throws: `absent`, `unreadable`, `foreign`, `damaged`.
  static func read(
    _ path: String, _ bytesMax: Int, beginning word: String
  ) throws(SnapshotFileFault) -> [UInt8] {
    let descriptor = try opened(path)
    defer { close(descriptor) }
    let size = try size(of: descriptor, bytesMax)
    guard try bytes(of: descriptor, upTo: word.utf8.count) == Array(word.utf8) else {
      throw .foreign
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable(reason()) }
    // One byte more than is expected shows whether the file ends there.
    let bytes = try bytes(of: descriptor, upTo: size + 1)
    guard bytes.count == size else { throw .damaged("it changes while it is read") }
    return bytes
  }

  /// Whether that file holds just these bytes; a part at a time, since a country is large.
  static func holds(_ bytes: [UInt8], at path: String) throws(SnapshotFileFault) -> Bool {
    let descriptor = try opened(path)
    defer { close(descriptor) }
    var rest = bytes[...]
    while true {
      let part = try self.bytes(of: descriptor, upTo: partBytes)
      guard rest.prefix(part.count) == part[...] else { return false }
      rest = rest.dropFirst(part.count)
      if part.count < partBytes { return rest.isEmpty }
    }
  }

  private static let partBytes = 1 << 20

  private static func opened(_ path: String) throws(SnapshotFileFault) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case ENOENT: throw .absent
    case ELOOP: throw .unreadable("it is a link")
    default: throw .unreadable(reason())
    }
  }

  private static func size(
    of descriptor: Int32, _ bytesMax: Int
  ) throws(SnapshotFileFault) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is not a file") }
    guard status.st_uid == geteuid() else { throw .unreadable("it belongs to another user") }
    guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      throw .unreadable("others than its owner may write it")
    }
    guard status.st_size <= bytesMax else { throw .damaged("it is far too large") }
    return Int(status.st_size)
  }

  private static func bytes(
    of descriptor: Int32, upTo count: Int
  ) throws(SnapshotFileFault) -> [UInt8] {
    var fault: SnapshotFileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < room.count {
        // The bytes from `filled` to the end of the room are what may be written.
        let left = UnsafeMutableBufferPointer(rebasing: room[filled...])
        let read = Glibc.read(descriptor, left.baseAddress, left.count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { fault = .unreadable(reason()) }
        guard read > 0 else { return }
        filled += read
      }
    }
    if let fault { throw fault }
    return bytes
  }

  /// A new name is on the disk only when its folder is; without it the old file stays, whole.
  static func flush(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func reason() -> String { String(cString: strerror(errno)) }
}
