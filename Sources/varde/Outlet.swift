import Foundation
import Server
import Synchronization

/// One stream of the program: what is said is written whole, or it is known why not.
final class Outlet: Sendable {
  private let descriptor: Int32
  private let firstFault = Atomic<Int32>(0)

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Why something was not written, as the system's `errno`; nil while all was.
  var fault: WritingFault? { WritingFault(firstFault.load(ordering: .acquiring)) }

  /// After the first fault nothing more is tried: what comes after a gap misleads.
  func write(_ text: String) {
    guard fault == nil else { return }
    let written = Descriptor.write(Array(text.utf8), to: descriptor)
    firstFault.store(written.fault, ordering: .releasing)
  }

  /// Makes the three streams safe to write to, before anything else is opened.
  ///
  /// One that was closed would get the number of the next file or socket, which then got the
  /// output: its place is taken by one that refuses. Writing to a pipe that nobody reads any more
  /// is an error like others, and no signal that ends the program without a word.
  static func secureStandardStreams() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }
}

/// Why the system did not take what was written, in words.
struct WritingFault: Error, Hashable, Sendable {
  /// The system's `errno`.
  let number: Int32

  /// nil for 0, which is no fault.
  init?(_ number: Int32) {
    guard number != 0 else { return nil }
    self.number = number
  }

  /// Whoever read has left, as `head` does: no fault of anybody, and nothing to tell.
  var isLeaving: Bool { number == EPIPE }

  var reason: String {
    switch number {
    case ENOSPC: "det er ikke plass igjen på disken"
    case EDQUOT: "kvoten på disken er brukt opp"
    case EFBIG: "filen ble større enn den får være"
    case EBADF: "utgangen er lukket"
    case EPIPE: "den som leste, har gått"
    case EIO: "disken eller det som tar imot, svarer med feil"
    case EROFS: "disken kan bare leses"
    case EACCES, EPERM: "det er ikke tillatt"
    case ENOENT: "mappen finnes ikke"
    case ENOTDIR: "en del av stien er ingen mappe"
    case EISDIR: "det er en mappe"
    case ENAMETOOLONG: "navnet er for langt"
    default: "feil \(number): \(String(cString: strerror(number)))"
    }
  }
}
