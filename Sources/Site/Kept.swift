import Presentation
import HTTPTypes
import Hummingbird
import Registry
import Web

extension Visit {
  /// The reply that the edition keeps for this address, else a new one from the makers, kept where
  /// it may be.
  ///
  /// What is kept says nothing of the registry's state. While it cannot be read, how old it is is
  /// told in a copy, which is kept as well: losing the database makes no page dearer. `name` must
  /// be one of finitely many for an edition wherever `make` succeeds.
  func response(
    to request: Request, at pattern: String, named name: String = "", by makers: Makers,
    for requester: String?, make: @escaping @Sendable (Visit) throws -> Reply
  ) async throws -> Response {
    let address = KeptReplies.Address(
      pattern: pattern, name: name, language: language, day: day, build: build)
    guard let staleSince else {
      return try await edition.made(at: address, by: makers, for: requester) { try make(self) }
        .response(to: request)
    }
    let staleAddress = address.stale(since: staleSince)
    if let known = edition.kept.reply(at: staleAddress) { return known.response(to: request) }
    let notice = shell(path: nil, title: "").staleness.bytes
    let fresh = asFresh
    switch try await edition.made(
      at: address, by: makers, for: requester, make: { try make(fresh) })
    {
    case .finished(let reply):
      let told = reply.adding(notice, behind: Shell.contentStart)
      edition.kept.keep(told, at: staleAddress)
      return told.response(to: request)
    case .told(let reply):
      return reply.adding(notice, behind: Shell.contentStart).response(to: request)
    }
  }
}

extension Edition {
  /// What is kept at that address, at once; else what the makers make.
  /// - Throws: what `make` throws, and ``RequestProblem/busy``.
  func made(
    at address: KeptReplies.Address, isKept: Bool = true, by makers: Makers, for requester: String?,
    make: @escaping @Sendable () throws -> Reply
  ) async throws -> KeptReplies.Made {
    do {
      return try await kept.made(
        at: address, isKept: isKept, by: makers, for: requester, make: make)
    } catch is Makers.Busy {
      throw RequestProblem.busy
    }
  }
}

extension KeptReplies.Made {
  func response(to request: Request) -> Response {
    switch self {
    case .finished(let reply): reply.response(to: request)
    case .told(let reply): reply.response(to: request)
    }
  }
}
