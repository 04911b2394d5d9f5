import HTTPTypes
import Hummingbird
import Web

typealias Next = (Request, VisitContext) async throws -> Response

/// Tells that a request has begun and that it has its answer, or needs none any more.
struct InFlight: RouterMiddleware {
  let observer: Observer

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    observer.observe(.requestBegun)
    defer { observer.observe(.requestEnded) }
    return try await next(request, context)
  }
}

/// Reads the body before anything is decided, so that who sends it slowly is answered from the
/// edition of when it has come, and so that it can be read again.
///
/// Of too large a body one byte more is kept, by which whoever reads it sees that it is. A body
/// that breaks off throws out of everything: nobody waits for an answer.
struct WholeBody: RouterMiddleware {
  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    var (request, whole) = (request, ByteBuffer())
    for try await part in request.body {
      whole.writeImmutableBuffer(part)
      if whole.readableBytes > VisitContext.bodyBytesMax { break }
    }
    let length = min(whole.readableBytes, VisitContext.bodyBytesMax + 1)
    request.body = RequestBody(buffer: whole.readSlice(length: length) ?? whole)
    return try await next(request, context)
  }
}

/// Takes the edition once, so that no answer mixes two.
struct OneEdition: RouterMiddleware {
  let current: CurrentEdition

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    var context = context
    (context.edition, context.staleSince) = current.taken
    return try await next(request, context)
  }
}

/// Tells of every answer, and how long it took.
struct Observed: RouterMiddleware {
  let observer: Observer

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    observer.observe(response, to: request, context, since: start)
    return response
  }
}

/// Answers a HEAD without the body that it tells of.
struct BareHead: RouterMiddleware {
  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    let response = try await next(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }
}

struct ProtectiveHeaders: RouterMiddleware {
  let headers: SecurityHeaders

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    var response = try await next(request, context)
    headers.protect(&response, to: request, context)
    return response
  }
}

/// Tells how old an answer is while the database cannot be read: `Age`, in seconds since it last
/// confirmed the edition (RFC 9111). Pages say it in words as well.
struct ToldAge: RouterMiddleware {
  /// In seconds since 1970.
  let now: @Sendable () -> Int64

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    var response = try await next(request, context)
    if context.edition != nil, let since = context.staleSince {
      response.headers[.age] = "\(max(0, now() - since))"
    }
    return response
  }
}

/// Refuses who asks too much, and notes who asks.
struct Limited: RouterMiddleware {
  let limit: RateLimit
  let proxies: TrustedProxies
  let observer: Observer

  func handle(
    _ request: Request, context: VisitContext, next: Next
  ) async throws -> Response {
    var context = context
    let requester = proxies.requester(of: request, from: context.remote)
    context.requester = requester
    try limit.admit(request, context, from: requester, proxies: proxies, observer: observer)
    return try await next(request, context)
  }
}
