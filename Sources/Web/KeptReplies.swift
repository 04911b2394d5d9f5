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

    package init(pattern: String, name: String, language: Language, day: Day, build: String) {
      self.pattern = pattern
      self.name = name
      self.language = language
      self.day = day
      self.build = build
    }
  }

  private struct Halves {
    var younger: [Address: FinishedReply] = [:]
    var older: [Address: FinishedReply] = [:]
    var youngerBytes = 0
    var olderBytes = 0
    /// What somebody is making just now.
    var making: [Address: Making] = [:]
  }

  /// Held by whoever makes a reply; those who ask for it meanwhile wait here.
  private final class Making: Sendable {
    let turn = Mutex(())
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

  /// The reply that is kept, else what `make` gives: of those who ask at once the first makes it,
  /// and the others wait, which costs them no more than to make it too.
  ///
  /// `make` must not ask for the same address. What it does not keep is made by each in turn.
  package func response<Response: Sendable>(
    at address: Address, known: (FinishedReply) -> Response, make: () throws -> Response
  ) rethrows -> Response {
    if let reply = reply(at: address) { return known(reply) }
    let making = halves.withLock { halves in
      let making = halves.making[address] ?? Making()
      halves.making[address] = making
      return making
    }
    return try making.turn.withLock { _ in
      defer {
        halves.withLock { if $0.making[address] === making { $0.making[address] = nil } }
      }
      // Kept meanwhile, when another made it.
      if let reply = reply(at: address) { return known(reply) }
      return try make()
    }
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
