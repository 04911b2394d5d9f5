import Glibc

/// A descriptor of the system that is written to until all is written, or nothing more can be.
package enum Descriptor {
  /// How far a writing came.
  package struct Written: Hashable, Sendable {
    /// How many bytes went out, from the first.
    package let count: Int
    /// Why no more did, as the system's `errno`; 0 when all did.
    package let fault: Int32
  }

  /// Writes all of it, waiting as long as nobody reads; the calling thread waits too.
  ///
  /// An interruption is no fault. Neither is a descriptor that is full and does not wait itself, as
  /// when a program that it is shared with has made it so: then the thread waits for room.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Written {
    var count = 0
    while count < bytes.count {
      let part = bytes[count...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      // Nothing is written of something only by what takes nothing at all.
      guard part != 0 else { return Written(count: count, fault: EIO) }
      if part > 0 {
        count += part
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitForRoom(in: descriptor)
      default: return Written(count: count, fault: errno)
      }
    }
    return Written(count: count, fault: 0)
  }

  private static func waitForRoom(in descriptor: Int32) {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let found = poll(&wanted, 1, 1_000)
    // What cannot be waited for is tried again, but not all the time.
    if found != 0 { _ = poll(nil, 0, 5) }
  }
}
