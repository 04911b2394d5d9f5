import Foundation
import HTTPTypes
import Hummingbird
import Registry
package import Web

/// Turns everything that goes wrong into a page that still carries the emergency numbers; below
/// `/api` into a problem of RFC 9457.
///
/// Nothing of what was asked, and nothing of what failed inside, is repeated.
struct ErrorPages: RouterMiddleware {
  let observer: Observer

  func handle(
    _ request: Request, context: VisitContext,
    next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      return await response(to: request, context, after: error)
    }
  }

  private func response(
    to request: Request, _ context: VisitContext, after error: any Error
  ) async -> Response {
    switch error {
    case let problem as RequestProblem:
      return response(to: request, problem, repost: await ErrorPages.repost(request, problem))
    case let moved as Moved:
      return moved.response
    case let error as HTTPError:
      return response(to: request, ErrorPages.problem(of: error))
    case is CancellationError:
      // Whoever asked has gone; nobody reads this.
      return response(to: request, .busy)
    default:
      observer.observe(
        .failed(
          pattern: context.endpointPath ?? "unknown", kind: String(reflecting: type(of: error))))
      return response(to: request, .failure)
    }
  }

  private func response(
    to request: Request, _ problem: RequestProblem, repost: Repost? = nil
  ) -> Response {
    ErrorPages.reply(problem, at: request.uri.path, repost: repost).response(to: request)
  }

  fileprivate static func reply(
    _ problem: RequestProblem, at path: String, repost: Repost? = nil
  ) -> Reply {
    guard !Address.API.holds(path) else { return problem.apiReply() }
    let page = ErrorPage(problem: problem, language: Language(ofPath: path), repost: repost)
    var reply = page.reply
    reply.fields.append(contentsOf: problem.fields)
    return reply
  }

  /// What was posted, where waiting helps: then nothing that was typed is lost.
  private static func repost(_ request: Request, _ problem: RequestProblem) async -> Repost? {
    let path = request.uri.path
    guard problem.retryAfterSeconds != nil, request.method == .post, !Address.API.holds(path),
      let form = try? await Form(request)
    else { return nil }
    let parts = path.split(separator: "/")
    return parts.last.map { Repost(path: "/\($0)", fields: form.fields) }
  }

  private static func problem(of error: HTTPError) -> RequestProblem {
    switch error.status {
    case .notFound: .notFound
    case .contentTooLarge: .tooLarge
    case .badRequest: .malformed
    default:
      error.status.code >= 500
        ? .failure
        : RequestProblem(
          type: "refused", status: Int(error.status.code), title: error.status.reasonPhrase,
          detail: "The request cannot be answered as it stands.")
    }
  }
}

extension Site {
  /// The answer to what is refused before it comes to a router.
  ///
  /// - Parameter path: nil where nobody knows which page or language was wanted.
  package static func refusal(_ status: Int, at path: String?) -> Reply {
    ErrorPages.reply(.refused(status), at: path ?? "/")
  }
}

/// The address belongs to something that now has another one.
struct Moved: Error {
  private let address: String

  init(to path: String) {
    address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
  }

  var response: Response {
    Response(
      status: .movedPermanently,
      headers: [
        .location: address, .cacheControl: "public, max-age=3600",
        .contentType: "text/plain; charset=utf-8",
      ])
  }
}

extension RequestProblem {
  static let notFound = RequestProblem(
    type: "not-found", status: 404, title: "Not found", detail: "Nothing has this address.")
  static let tooLarge = RequestProblem(
    type: "too-large", status: 413, title: "Content too large",
    detail: "At most 16 kB are read.")
  static let malformed = RequestProblem(
    type: "malformed", status: 400, title: "Bad request", detail: "The request cannot be read.")
  static let failure = RequestProblem(
    type: "failure", status: 500, title: "Internal server error", detail: "Try again later.")
  /// The registry has not been read yet; the refresher tries every few seconds.
  static let notReady = RequestProblem(
    type: "not-ready", status: 503, title: "Service unavailable",
    detail: "The registry has not been read yet.", retryAfterSeconds: 15)
  /// So many pages are being made that this one would have to wait too long.
  static let busy = RequestProblem(
    type: "busy", status: 503, title: "Service unavailable",
    detail: "Too much is being made right now.", retryAfterSeconds: 2)
  static let unsupported = RequestProblem(
    type: "unsupported-media-type", status: 415, title: "Unsupported media type",
    detail: "Send application/x-www-form-urlencoded.",
    allowed: ["application/x-www-form-urlencoded"])

  /// Refused for what the head says, or for how many connections there are.
  static func refused(_ status: Int) -> RequestProblem {
    switch status {
    case 413: tooLarge
    case 415:
      RequestProblem(
        type: "unsupported-encoding", status: 415, title: "Unsupported content coding",
        detail: "Send the body as it is.")
    case 417:
      RequestProblem(
        type: "expectation-failed", status: 417, title: "Expectation failed",
        detail: "Only 100-continue can be expected.", allowed: ["100-continue"])
    case 429:
      RequestProblem(
        type: "too-many-connections", status: 429, title: "Too many connections",
        detail: "Close some of them.", retryAfterSeconds: 15)
    case 501:
      RequestProblem(
        type: "unsupported-transfer-coding", status: 501, title: "Not implemented",
        detail: "Only chunked is read.", allowed: ["chunked"])
    default: malformed
    }
  }

  /// Something was here and is no more; `detail` says what happened, in the page's language.
  static func gone(_ detail: String) -> RequestProblem {
    RequestProblem(type: "gone", status: 410, title: "Gone", detail: detail)
  }
}

extension Language {
  /// The language that an address names; bokmål when it names none.
  init(ofPath path: String) {
    let first = path.split(separator: "/", maxSplits: 1).first
    self = first == "nn" ? .nynorsk : first == "en" ? .english : .bokmål
  }
}
