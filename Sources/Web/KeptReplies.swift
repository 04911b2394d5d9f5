package import Registry
import Synchronization

/// The finished replies of one edition, each made at its first request; they go with the edition.
///
/// Bounded by bytes in two halves: when the younger half is full it becomes the older one, and what
/// was in the older one and has not been asked for meanwhile is let go. So what people ask for
/// stays, also when somebody walks through everything there is, and nothing has to be sorted.
package final class KeptReplies: Sendable {
  /// Everything that decides the bytes beside the edition: never anything of what was asked but
  /// the name of a record that is there.
  package struct Address: Hashable, Sendable {
    /// The route, such as `/en/sted/{slug}`.
    let pattern: String
    /// What stands in its place; empty for a route without one.
    let name: String
    let language: Language
    let day: Day
    let build: String
    /// Since when the registry cannot be read, for what says so; one value for a whole outage.
    var staleSince: Int64?

    package init(pattern: String, name: String, language: Language, day: Day, build: String) {
      self.pattern = pattern
      self.name = name
      self.language = language
      self.day = day
      self.build = build
    }

    /// The same for what says that the registry cannot be read.
    package func stale(since instant: Int64) -> Address {
      var address = self
      address.staleSince = instant
      return address
    }
  }

  private struct Halves {
    var younger: [Address: FinishedReply] = [:]
    var older: [Address: FinishedReply] = [:]
    var youngerBytes = 0
    var olderBytes = 0
    /// What somebody is making just now, and who waits for it.
    var making: [Address: Making] = [:]
    var tickets = 0
    var makings = 0
  }

  private typealias Waiter = CheckedContinuation<Made, any Error>

  private struct Making {
    /// Of who has it made.
    let ticket: Int
    /// Given up when nobody waits any more.
    var place: Makers.Place?
    /// By the ticket that each was given, so that one can leave.
    var waiters: [Int: Waiter] = [:]
  }

  /// What was made: a reply to be sent many times, or one that nobody may keep.
  package enum Made: Sendable {
    case finished(FinishedReply)
    case told(Reply)

    init(_ reply: Reply) {
      self = FinishedReply(reply).map { .finished($0) } ?? .told(reply)
    }
  }

  package static let bytesUsual = 64 * 1024 * 1024
  /// What an entry takes beside its body, roughly.
  package static let bytesEach = 1024

  private let halfMax: Int
  private let halves = Mutex(Halves())

  package init(bytesMax: Int = KeptReplies.bytesUsual) {
    halfMax = bytesMax / 2
  }

  /// How many replies are kept, and how many bytes they take.
  package var size: (count: Int, bytes: Int) {
    halves.withLock {
      ($0.younger.count + $0.older.count, $0.youngerBytes + $0.olderBytes)
    }
  }

  package func reply(at address: Address) -> FinishedReply? {
    halves.withLock { halves in
      if let reply = halves.younger[address] { return reply }
      guard let reply = halves.older.removeValue(forKey: address) else { return nil }
      halves.olderBytes -= KeptReplies.bytes(of: reply)
      admit(reply, at: address, to: &halves)
      return reply
    }
  }

  /// The reply that is kept, else what `make` gives on one of the makers' threads: of those who ask
  /// at once the first has it made, and the others await the same.
  ///
  /// Nobody is parked: whoever waits is suspended, and leaves when the task is cancelled; what
  /// nobody awaits any more keeps no place and is not made.
  /// - Parameters:
  ///   - isKept: false for an address that is one of too many to be kept.
  ///   - requester: whose place among the makers it takes.
  /// - Throws: what `make` throws, and ``Makers/Busy`` when too much is being made already.
  package func made(
    at address: Address, isKept: Bool = true, by makers: Makers, for requester: String? = nil,
    make: @escaping @Sendable () throws -> Reply
  ) async throws -> Made {
    if isKept, let reply = reply(at: address) { return .finished(reply) }
    let ticket = halves.withLock { halves in
      halves.tickets += 1
      return halves.tickets
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        let isFirst = wait(waiter, ticket, at: address, makers)
        if isFirst { order(ticket, address, isKept, makers, requester, make) }
      }
    } onCancel: {
      leave(ticket, address, makers)
    }
  }

  /// - Returns: whether it is the first, and must have it made.
  private func wait(
    _ waiter: Waiter, _ ticket: Int, at address: Address, _ makers: Makers
  ) -> Bool {
    // Cancelled before: nobody would call it away any more.
    guard !Task.isCancelled else {
      waiter.resume(throwing: CancellationError())
      return false
    }
    let isFirst = halves.withLock { halves in
      let isFirst = halves.making[address] == nil
      halves.making[address, default: Making(ticket: ticket)].waiters[ticket] = waiter
      return isFirst
    }
    // Cancelled meanwhile: it was not yet there to be called away.
    if Task.isCancelled { leave(ticket, address, makers) }
    return isFirst
  }

  private func order(
    _ ticket: Int, _ address: Address, _ isKept: Bool, _ makers: Makers, _ requester: String?,
    _ make: @escaping @Sendable () throws -> Reply
  ) {
    do {
      let place = try makers.put(for: requester) { [self] in
        guard isAwaited(address) else { return }
        let result = Result { try made(isKept ? reply(at: address) : nil, make) }
        if isKept, case .success(.finished(let reply)) = result { keep(reply, at: address) }
        end(address, result)
      }
      let isLeft = halves.withLock { halves in
        guard halves.making[address]?.ticket == ticket else { return true }
        halves.making[address]?.place = place
        return false
      }
      if isLeft { makers.withdraw(place) }
    } catch {
      end(address, .failure(error))
    }
  }

  /// Kept meanwhile, when another had made it just before; else made now.
  private func made(_ known: FinishedReply?, _ make: () throws -> Reply) throws -> Made {
    if let known { return .finished(known) }
    halves.withLock { $0.makings += 1 }
    return Made(try make())
  }

  /// Whether somebody waits; when nobody does, the making is given up.
  private func isAwaited(_ address: Address) -> Bool {
    halves.withLock { halves in
      guard halves.making[address]?.waiters.isEmpty ?? true else { return true }
      halves.making[address] = nil
      return false
    }
  }

  private func end(_ address: Address, _ result: Result<Made, any Error>) {
    let waiters = halves.withLock { $0.making.removeValue(forKey: address)?.waiters ?? [:] }
    for waiter in waiters.values { waiter.resume(with: result) }
  }

  private func leave(_ ticket: Int, _ address: Address, _ makers: Makers) {
    let (waiter, place) = halves.withLock { halves -> (Waiter?, Makers.Place?) in
      let waiter = halves.making[address]?.waiters.removeValue(forKey: ticket)
      let making = halves.making[address]
      guard let making, making.waiters.isEmpty else { return (waiter, nil) }
      halves.making[address] = nil
      return (waiter, making.place)
    }
    if let place { makers.withdraw(place) }
    waiter?.resume(throwing: CancellationError())
  }

  /// How many replies have been made, whether or not they were kept.
  package var makings: Int { halves.withLock { $0.makings } }

  /// How many wait for something that is being made.
  package var waiting: Int {
    halves.withLock { $0.making.values.reduce(0) { $0 + $1.waiters.count } }
  }

  /// Keeps a reply; one that would fill half of the room alone is not kept.
  package func keep(_ reply: FinishedReply, at address: Address) {
    guard KeptReplies.bytes(of: reply) <= halfMax else { return }
    halves.withLock { halves in
      if let other = halves.older.removeValue(forKey: address) {
        halves.olderBytes -= KeptReplies.bytes(of: other)
      }
      admit(reply, at: address, to: &halves)
    }
  }

  private func admit(_ reply: FinishedReply, at address: Address, to halves: inout Halves) {
    let bytes = KeptReplies.bytes(of: reply)
    if halves.youngerBytes + bytes > halfMax {
      halves.older = halves.younger
      halves.olderBytes = halves.youngerBytes
      halves.younger = [:]
      halves.youngerBytes = 0
    }
    let replaced = halves.younger.updateValue(reply, forKey: address)
    halves.youngerBytes += bytes - (replaced.map(KeptReplies.bytes) ?? 0)
  }

  private static func bytes(of reply: FinishedReply) -> Int {
    reply.bodyBytes + bytesEach
  }
}
