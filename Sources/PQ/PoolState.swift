/// Who has which connection and who waits: the rules of the pool, without any waiting of its own.
struct PoolState<Connection: Sendable>: Sendable {
  /// What someone gets: a connection that was free, or leave to open one.
  enum Grant: Sendable {
    case connection(Connection)
    case permit
  }

  enum Answer {
    case granted(Grant)
    case wait
    case closed
  }

  /// What becomes of something given back.
  enum Return {
    case hand(Grant, to: Int)
    case keep
    case discard
  }

  private let connectionsMax: Int
  private var idle: [Connection] = []
  /// Connections lent or being opened.
  private var taken = 0
  private var waiting: [Int] = []
  private(set) var isClosed = false

  init(connectionsMax: Int) {
    precondition(connectionsMax > 0, "A pool needs at least one connection.")
    self.connectionsMax = connectionsMax
  }

  /// Asks on behalf of `ticket`, a number that is used once.
  mutating func acquire(_ ticket: Int) -> Answer {
    guard !isClosed else { return .closed }
    // The one used last: the others may rest, and the server may end them.
    if let connection = idle.popLast() {
      taken += 1
      return .granted(.connection(connection))
    }
    guard taken < connectionsMax else {
      waiting.append(ticket)
      return .wait
    }
    taken += 1
    return .granted(.permit)
  }

  /// Takes a working connection back; who waits longest gets it.
  mutating func giveBack(_ connection: Connection) -> Return {
    guard !isClosed else {
      taken -= 1
      return .discard
    }
    if let ticket = nextWaiting() { return .hand(.connection(connection), to: ticket) }
    taken -= 1
    idle.append(connection)
    return .keep
  }

  /// Takes back the place of a connection that was lost or could not be opened.
  mutating func giveBackPermit() -> Return {
    if !isClosed, let ticket = nextWaiting() { return .hand(.permit, to: ticket) }
    taken -= 1
    return .discard
  }

  /// Ends the wait of `ticket`; false when it does not wait any more.
  mutating func giveUp(_ ticket: Int) -> Bool {
    guard let position = waiting.firstIndex(of: ticket) else { return false }
    waiting.remove(at: position)
    return true
  }

  /// Refuses from now on; returns what was idle and who waited.
  mutating func close() -> (idle: [Connection], waiting: [Int]) {
    defer { (idle, waiting, isClosed) = ([], [], true) }
    return (idle, waiting)
  }

  private mutating func nextWaiting() -> Int? {
    waiting.isEmpty ? nil : waiting.removeFirst()
  }
}
