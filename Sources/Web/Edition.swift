package import Presentation
package import Registry
package import Routing
package import Search
import Synchronization

/// One state of the registry, compiled once and used by every request that takes it.
package final class Edition: Sendable {
  package enum Origin: String, Sendable {
    case database, file
  }

  /// What the database holds, with what is coming: for the snapshot file and for other days.
  package let whole: Snapshot
  /// The day of which it tells.
  package let today: Day
  /// What anybody may be told on the day of this edition.
  package let snapshot: Snapshot
  package let routing: RoutingIndex
  package let search: SearchIndex
  package let directory: Directory
  package let origin: Origin
  /// When the rows were read from the database, in seconds since 1970-01-01T00:00:00Z.
  package let readAt: Int64
  /// The rows that could not be read and are left out, a sentence each.
  package let unreadable: [String]
  /// What has been made of this edition already, and is let go with it.
  package let kept = KeptReplies()
  package let memo = Memo()

  private let whenGone: (@Sendable (Parts) -> Void)?

  /// What an edition is made of, when it is no more: a whole country takes long to take apart.
  package struct Parts: Sendable {
    private let whole: Snapshot
    private let snapshot: Snapshot
    private let routing: RoutingIndex
    private let search: SearchIndex
    private let directory: Directory
    private let kept: KeptReplies

    fileprivate init(_ edition: Edition) {
      whole = edition.whole
      snapshot = edition.snapshot
      routing = edition.routing
      search = edition.search
      directory = edition.directory
      kept = edition.kept
    }
  }

  package var generation: Int64 { snapshot.generation }
  /// Lineage and generation: what every ETag begins with.
  package var mark: EditionMark { snapshot.lineage.mark }

  /// - Parameters:
  ///   - today: nothing that begins or ends later is told.
  ///   - whenGone: is handed what the edition was made of, so that the last request that used it,
  ///     or the swap, need not wait until all of it is let go.
  package init(
    compiling whole: Snapshot, on today: Day, origin: Origin, readAt: Int64,
    unreadable: [String] = [],
    _ sideBySide: SideBySide = .inTurn, whenGone: (@Sendable (Parts) -> Void)? = nil
  ) {
    let snapshot = whole.told(on: today)
    self.whole = whole
    self.today = today
    self.snapshot = snapshot
    self.origin = origin
    self.readAt = readAt
    self.unreadable = unreadable
    self.whenGone = whenGone
    (routing, (search, directory)) = sideBySide.both(
      { RoutingIndex(compiling: snapshot) },
      { (SearchIndex(compiling: snapshot, lexicon: .shipped), Directory(snapshot)) })
  }

  deinit {
    whenGone?(Parts(self))
  }
}

/// The one reference that is swapped when a new generation has been compiled.
///
/// A request takes the edition once and uses only that, so that no answer mixes two generations.
package final class CurrentEdition: Sendable {
  private struct State {
    var edition: Edition?
    /// Since when the database has not said that the edition is right; nil while it does.
    var staleSince: Int64?
    /// Whether the database answers, and lacks what the edition shows.
    var isAhead = false
  }

  private let state = Mutex(State())

  package init(_ edition: Edition? = nil) {
    state.withLock { $0.edition = edition }
  }

  /// The edition and since when it may be stale, as one consistent pair.
  package var taken: (edition: Edition?, staleSince: Int64?) {
    state.withLock { ($0.edition, $0.staleSince) }
  }

  /// Whether the edition shows what the database does not hold, so that nobody should be sent here.
  package var isAhead: Bool { state.withLock { $0.isAhead } }

  /// Puts another edition in place; a state that the one in use has grown from is refused.
  ///
  /// A lower number of another lineage is taken: what that database has lost is shown no more.
  @discardableResult
  package func swap(to edition: Edition) -> Bool {
    state.withLock { state in
      if let current = state.edition, current.snapshot.lineage.grewFrom(edition.mark) {
        return false
      }
      state.edition = edition
      return true
    }
  }

  /// - Parameter isAhead: whether the reason is that the database is behind the edition.
  package func markStale(since instant: Int64?, isAhead: Bool = false) {
    state.withLock { state in
      state.staleSince = instant
      state.isAhead = isAhead
    }
  }
}
