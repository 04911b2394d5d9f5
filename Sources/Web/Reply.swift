import HTTPTypes
package import Hummingbird

/// How long an answer may be kept, and by whom.
package enum CachePolicy: Sendable, Hashable {
  /// Carries something that was asked: kept by nobody.
  case never
  /// May be kept, but asked about every time; the tag names generation, day, language and build.
  case revalidated(tag: String)
  /// Its address changes with its content.
  case immutable
}

/// Finished bytes with what a client must know about them.
package struct Reply: Sendable {
  package var status: HTTPResponse.Status
  package var contentType: String
  package var bytes: [UInt8]
  package var caching: CachePolicy
  package var fields: HTTPFields

  package init(
    status: HTTPResponse.Status = .ok, contentType: String, bytes: [UInt8],
    caching: CachePolicy, fields: HTTPFields = [:]
  ) {
    self.status = status
    self.contentType = contentType
    self.bytes = bytes
    self.caching = caching
    self.fields = fields
  }

  package static func page(
    _ html: HTML, status: HTTPResponse.Status = .ok, caching: CachePolicy
  ) -> Reply {
    Reply(
      status: status, contentType: "text/html; charset=utf-8", bytes: html.bytes, caching: caching)
  }

  package static func json(
    _ bytes: [UInt8], status: HTTPResponse.Status = .ok, caching: CachePolicy
  ) -> Reply {
    Reply(status: status, contentType: "application/json", bytes: bytes, caching: caching)
  }

  /// The response, or 304 when the client holds these bytes already.
  package func response(to request: Request) -> Response {
    isHeld(by: request) ? unmodified : whole
  }

  fileprivate var whole: Response {
    var headers = headers
    headers[.contentType] = contentType
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  fileprivate var unmodified: Response {
    Response(status: .notModified, headers: headers)
  }

  fileprivate func isHeld(by request: Request) -> Bool {
    guard case .revalidated(let tag) = caching else { return false }
    return Reply.matches(request.headers.value(of: .ifNoneMatch), tag)
  }

  /// The head of the response with all that protects it, for what never comes to a router.
  package var head: HTTPResponse {
    var headers = headers
    headers[.contentType] = contentType
    headers[.contentLength] = "\(bytes.count)"
    SecurityHeaders.protect(&headers)
    return HTTPResponse(status: status, headerFields: headers)
  }

  private var headers: HTTPFields {
    var headers = fields
    switch caching {
    case .never:
      headers[.cacheControl] = "no-store"
    case .immutable:
      headers[.cacheControl] = "public, max-age=31536000, immutable"
    case .revalidated(let tag):
      headers[.cacheControl] = "public, no-cache"
      headers[.eTag] = "\"\(tag)\""
    }
    return headers
  }

  private static func matches(_ condition: String?, _ tag: String) -> Bool {
    guard let condition else { return false }
    return condition.split(separator: ",").contains { candidate in
      var text = candidate.trimmingPrefix(while: { $0 == " " })
      if text.hasPrefix("W/") { text = text.dropFirst(2) }
      return text == "*" || text == "\"\(tag)\""
    }
  }
}

/// A reply whose bytes and headers are made once and sent many times.
package struct FinishedReply: Sendable {
  /// Without its bytes, which stand in `whole`.
  private let told: Reply
  private let whole: Response
  let bodyBytes: Int

  /// nil for what nobody may keep: what is not whole, and what tells of a question.
  package init?(_ reply: Reply) {
    guard reply.status == .ok, case .revalidated = reply.caching else { return nil }
    whole = reply.whole
    bodyBytes = reply.bytes.count
    var told = reply
    told.bytes = []
    self.told = told
  }

  /// The response, or 304 when the client holds these bytes already.
  package func response(to request: Request) -> Response {
    told.isHeld(by: request) ? told.unmodified : whole
  }
}
