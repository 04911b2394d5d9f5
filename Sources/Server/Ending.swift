import Dispatch
import Logging
import Synchronization
import UnixSignals
import Web

/// Whether the node has been told to stop: then it is not ready, while it finishes its work.
final class Stopping: Sendable {
  private let begun = Atomic(false)
  private let ended = Atomic(false)

  var hasBegun: Bool { begun.load(ordering: .acquiring) }
  var hasEnded: Bool { ended.load(ordering: .acquiring) }

  /// Whether this call was the first to say so.
  func begin() -> Bool {
    !begun.exchange(true, ordering: .acquiringAndReleasing)
  }

  func end() {
    ended.store(true, ordering: .releasing)
  }
}

/// Whether the site's listener is there: a node whose visitors would be refused is not ready.
final class Reachable: Sendable {
  private let begun = Atomic(false)

  var hasBegun: Bool { begun.load(ordering: .acquiring) }

  func begin() {
    begun.store(true, ordering: .releasing)
  }
}

/// The end that comes when what was told to stop does not.
///
/// It is armed before anything else is done about stopping, and waits for nobody: neither for the
/// threads that tasks share, which may be what does not stop, nor for whoever is told.
struct Ending: Sendable {
  /// For telling that it comes, before it does.
  private static let noticeMilliseconds = 200

  let stopping: Stopping
  let observer: Observer
  /// In seconds.
  let limit: Int
  let endProgram: @Sendable () -> Void

  private let queue = DispatchQueue(label: "varde.end")
  private let words = DispatchQueue(label: "varde.end.told")

  init(
    stopping: Stopping, observer: Observer, limit: Int, endProgram: @escaping @Sendable () -> Void
  ) {
    self.stopping = stopping
    self.observer = observer
    self.limit = limit
    self.endProgram = endProgram
  }

  /// Begins the time to the end; the second time does nothing.
  func arm() {
    guard stopping.begin() else { return }
    let (stopping, observer, endProgram) = (stopping, observer, endProgram)
    let end = DispatchTime.now() + .seconds(limit)
    words.asyncAfter(deadline: end) {
      if !stopping.hasEnded { observer.observe(.stuck) }
    }
    queue.asyncAfter(deadline: end + .milliseconds(Ending.noticeMilliseconds)) {
      if !stopping.hasEnded { endProgram() }
    }
  }

  /// Arms at each of these signals, even while every thread that tasks share is held.
  ///
  /// - Returns: what listens, for as long as it is kept.
  func listening(to signals: [UnixSignal]) -> [any DispatchSourceSignal] {
    signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal.rawValue, queue: queue)
      source.setEventHandler { arm() }
      source.resume()
      return source
    }
  }
}

/// Tells what a library says, but not that it was cut off by the end that was meant for it.
struct LibraryLog: LogHandler {
  private let logger: Logger
  private let stopping: Stopping
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level

  init(_ logger: Logger, level: Logger.Level, stopping: Stopping) {
    self.logger = logger
    self.stopping = stopping
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let message = "\(event.message)"
    let isOwnEnd = ["CancellationError", "Already closed"].contains { message.contains($0) }
    guard !(stopping.hasBegun && isOwnEnd) else { return }
    let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
    logger.log(level: event.level, event.message, metadata: metadata)
  }
}
