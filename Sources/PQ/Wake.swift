import Glibc
import Synchronization

/// A bell that other threads ring to wake a connection's thread from `poll`.
final class Wake: Sendable {
  /// Readable once the bell has been rung.
  let descriptor: Int32
  private let bell: Int32

  init() throws(PQError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw PQError(.connection, details: "socketpair: \(String(cString: strerror(errno)))")
    }
    descriptor = ends[0]
    bell = ends[1]
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  func ring() {
    // A full buffer means that the bell is ringing already.
    _ = send(bell, [1], 1, Int32(MSG_NOSIGNAL))
  }

  func silence() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while recv(descriptor, &bytes, bytes.count, 0) > 0 {}
  }
}

/// The wish of one task that its turn on a connection should end.
final class Interrupt: Sendable {
  private let raised = Atomic<Bool>(false)
  private let wake: Wake

  init(waking wake: Wake) {
    self.wake = wake
  }

  var isRaised: Bool { raised.load(ordering: .acquiring) }

  func raise() {
    raised.store(true, ordering: .releasing)
    wake.ring()
  }
}
