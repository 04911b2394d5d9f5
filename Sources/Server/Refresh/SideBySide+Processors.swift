import Dispatch
import Registry
import Synchronization

extension SideBySide {
  /// On every processor, with the threads that the system keeps for that.
  static let onEveryProcessor = SideBySide { parts in
    let made = Mutex([Int: any Sendable]())
    DispatchQueue.concurrentPerform(iterations: parts.count) { place in
      let value = parts[place]()
      made.withLock { $0[place] = value }
    }
    return made.withLock { made in parts.indices.compactMap { made[$0] } }
  }
}
