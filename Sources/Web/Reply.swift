import Compression
package import Presentation
package import HTTPTypes
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
  package var body: ByteBuffer
  package var caching: CachePolicy
  package var fields: HTTPFields

  package init(
    status: HTTPResponse.Status = .ok, contentType: String, body: ByteBuffer,
    caching: CachePolicy, fields: HTTPFields = [:]
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.caching = caching
    self.fields = fields
  }

  package init(
    status: HTTPResponse.Status = .ok, contentType: String, bytes: [UInt8],
    caching: CachePolicy, fields: HTTPFields = [:]
  ) {
    self.init(
      status: status, contentType: contentType, body: ByteBuffer(bytes: bytes), caching: caching,
      fields: fields)
  }

  package var bytes: [UInt8] { Array(buffer: body) }

  /// On whatever may hold the name of a person: no search engine is to list it (it is in no list
  /// here either).
  package static let notForSearchEngines = HTTPField(name: .xRobotsTag, value: "noindex")

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

  package static func json(_ body: ByteBuffer, caching: CachePolicy) -> Reply {
    Reply(contentType: "application/json", body: body, caching: caching)
  }

  /// The response, or 304 when the client holds these bytes already.
  package func response(to request: Request) -> Response {
    isHeld(by: request) ? unmodified : whole
  }

  fileprivate var whole: Response {
    Response(status: status, headers: wholeHeaders, body: ResponseBody(byteBuffer: body))
  }

  fileprivate var unmodified: Response {
    Response(status: .notModified, headers: headers)
  }

  fileprivate func isHeld(by request: Request) -> Bool {
    guard case .revalidated(let tag) = caching else { return false }
    return Reply.matches(request.headers.value(of: .ifNoneMatch), tag)
  }

  /// The same with something more behind the first place where the mark stands, which no client may
  /// keep; unchanged where it stands nowhere.
  package func adding(_ bytes: [UInt8], behind mark: [UInt8]) -> Reply {
    let view = body.readableBytesView
    guard let place = view.firstRange(of: mark)?.upperBound else { return self }
    var changed = self
    changed.caching = .never
    changed.body = ByteBuffer()
    changed.body.reserveCapacity(view.count + bytes.count)
    changed.body.writeBytes(view[..<place])
    changed.body.writeBytes(bytes)
    changed.body.writeBytes(view[place...])
    return changed
  }

  /// The head of the response with all that protects it, for what never comes to a router.
  package var head: HTTPResponse {
    var headers = wholeHeaders
    SecurityHeaders.protect(&headers)
    return HTTPResponse(status: status, headerFields: headers)
  }

  private var wholeHeaders: HTTPFields {
    var headers = headers
    headers.append(
      contentType == Reply.json.value
        ? Reply.json : HTTPField(name: .contentType, value: contentType))
    return headers
  }

  /// Nothing that ``fields`` may say, so that nothing is looked for before it is added.
  private var headers: HTTPFields {
    var headers = fields
    headers.reserveCapacity(Reply.fieldsUsual)
    switch caching {
    case .never:
      headers.append(Reply.noStore)
    case .immutable:
      headers.append(
        HTTPField(name: .cacheControl, value: "public, max-age=31536000, immutable"))
    case .revalidated(let tag):
      headers.append(HTTPField(name: .cacheControl, value: "public, no-cache"))
      headers.append(HTTPField(name: .eTag, value: "\"\(tag)\""))
    }
    return headers
  }

  /// With those that the middlewares add.
  private static let fieldsUsual = 16
  private static let json = HTTPField(name: .contentType, value: "application/json")
  private static let noStore = HTTPField(name: .cacheControl, value: "no-store")

  private static func matches(_ condition: String?, _ tag: String) -> Bool {
    guard let condition else { return false }
    return condition.split(separator: ",").contains { candidate in
      var text = candidate.trimmingPrefix(while: { $0 == " " })
      if text.hasPrefix("W/") { text = text.dropFirst(2) }
      return text == "*" || text == "\"\(tag)\""
    }
  }
}

/// A reply whose bytes and headers are made once and sent many times, also in gzip's form.
package struct FinishedReply: Sendable {
  /// Without its body, which stands in `whole`.
  private let told: Reply
  private let whole: Response
  private let body: ByteBuffer
  /// The same as gzip makes it smaller; nil for what is told once, and where nothing is gained.
  private let gzip: Form?

  /// The reply in a form of its own, with a tag of its own.
  private struct Form {
    let told: Reply
    let whole: Response
    let bodyBytes: Int
  }

  var bodyBytes: Int { body.readableBytes + (gzip?.bodyBytes ?? 0) }

  /// nil for what nobody may keep: what is not whole, and what tells of a question.
  package init?(_ reply: Reply) {
    guard reply.status == .ok, reply.caching != .never else { return nil }
    self.init(whole: reply)
  }

  private init(whole reply: Reply) {
    var reply = reply
    let isKept = reply.caching != .never
    if isKept { reply.addVarying(by: HTTPField.Name.acceptEncoding.rawName) }
    gzip = isKept ? FinishedReply.gzip(of: reply) : nil
    body = reply.body
    whole = reply.whole
    told = reply.bare
  }

  private static func gzip(of reply: Reply) -> Form? {
    guard let bytes = Gzip.compressed(reply.bytes) else { return nil }
    var small = reply
    small.fields[.contentEncoding] = "gzip"
    small.body = ByteBuffer(bytes: bytes)
    if case .revalidated(let tag) = reply.caching {
      small.caching = .revalidated(tag: tag + Reply.gzipMark)
    }
    return Form(told: small.bare, whole: small.whole, bodyBytes: bytes.count)
  }

  /// The same with something more in it, which no client may keep.
  package func adding(_ bytes: [UInt8], behind mark: [UInt8]) -> FinishedReply {
    var reply = told
    reply.body = body
    return FinishedReply(whole: reply.adding(bytes, behind: mark))
  }

  /// The response in the form that the client takes, or 304 when it holds these bytes already.
  package func response(to request: Request) -> Response {
    guard let gzip, Reply.takesGzip(request.headers.value(of: .acceptEncoding)) else {
      return told.isHeld(by: request) ? told.unmodified : whole
    }
    return gzip.told.isHeld(by: request) ? gzip.told.unmodified : gzip.whole
  }
}

extension Reply {
  /// What the tag of the smaller form ends with: its bytes are others.
  fileprivate static let gzipMark = "-gz"

  /// Without its body.
  fileprivate var bare: Reply {
    var bare = self
    bare.body = ByteBuffer()
    return bare
  }

  fileprivate mutating func addVarying(by name: String) {
    guard !(fields[.vary]?.contains(name) ?? false) else { return }
    fields[.vary] = [fields[.vary], name].compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether a client that says what codings it accepts takes gzip (RFC 9110, 12.5.3).
  static func takesGzip(_ accepted: String?) -> Bool {
    guard let accepted else { return false }
    var others = false
    for entry in accepted.lowercased().split(separator: ",").prefix(20) {
      let parts = entry.split(separator: ";").map { part in
        part.filter { $0 != " " && $0 != "\t" }
      }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) }
      let isTaken = quality.map { ($0 ?? 0) > 0 } ?? true
      switch parts.first {
      case "gzip", "x-gzip": return isTaken
      case "*": others = isTaken
      default: break
      }
    }
    return others
  }
}
