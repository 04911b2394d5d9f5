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
    var headers = fields
    headers[.contentType] = contentType
    switch caching {
    case .never:
      headers[.cacheControl] = "no-store"
    case .immutable:
      headers[.cacheControl] = "public, max-age=31536000, immutable"
    case .revalidated(let tag):
      headers[.cacheControl] = "public, no-cache"
      headers[.eTag] = "\"\(tag)\""
      if Reply.matches(request.headers[.ifNoneMatch], tag) {
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
      }
    }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
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
