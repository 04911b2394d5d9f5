import Hummingbird
import Registry
import Synchronization
import Web

extension Visit {
  /// The reply that the edition keeps for this address, else a new one, kept where it may be.
  ///
  /// While the registry cannot be read nothing is taken and nothing is kept: such a page tells how
  /// old it is. `name` must be one of finitely many for an edition wherever `make` succeeds.
  func response(
    to request: Request, at pattern: String, named name: String = "",
    make: () throws -> Reply
  ) rethrows -> Response {
    guard stale == nil else { return try make().response(to: request) }
    let address = KeptReplies.Address(
      pattern: pattern, name: name, language: language, day: day, build: build)
    return try edition.response(to: request, at: address, make: make)
  }
}

extension Edition {
  func response(
    to request: Request, at address: KeptReplies.Address, make: () throws -> Reply
  ) rethrows -> Response {
    try kept.response(at: address, known: { $0.response(to: request) }) {
      let reply = try make()
      guard let finished = FinishedReply(reply) else { return reply.response(to: request) }
      kept.keep(finished, at: address)
      return finished.response(to: request)
    }
  }
}

/// The reply of a page that stands whatever the registry says, made at its first request.
final class Written: Sendable {
  private let make: @Sendable () -> Reply
  private let made = Mutex<Reply?>(nil)

  init(make: @escaping @Sendable () -> Reply) {
    self.make = make
  }

  var reply: Reply {
    made.withLock { made in
      if let made { return made }
      let reply = make()
      made = reply
      return reply
    }
  }
}
