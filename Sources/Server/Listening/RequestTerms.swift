import NIOHTTP1

/// What a head says about the connection and the body, and whether it can be taken at all
/// (RFC 9112, 3.2 and 6; RFC 9110, 10.1.1).
struct RequestTerms {
  /// Why it is not taken; nil when it is.
  let refusal: Refusal?
  /// Whether nothing is read behind it. Who asks for another protocol gets none, and HTTP/1.0 knows
  /// no length that both sides agree on.
  let isLast: Bool
  /// Whether the client waits to be told before it sends the body.
  let isProceedWanted: Bool

  /// - Parameter bodyBytesMax: of a longer body nothing is read.
  init(_ head: HTTPRequestHead, bodyBytesMax: Int) {
    let status = RequestTerms.refusal(of: head, bodyBytesMax)
    refusal = status.map {
      Refusal(status: $0, path: $0 == 400 ? nil : head.uri, isBare: head.method == .HEAD)
    }
    isLast =
      !head.isKeepAlive || head.version.minor == 0 || head.method == .CONNECT
      || head.headers.contains(name: "upgrade")
    isProceedWanted = head.version.minor > 0 && head.headers.contains(name: "expect")
  }

  private static func refusal(of head: HTTPRequestHead, _ bodyBytesMax: Int) -> Int? {
    let (headers, isOld) = (head.headers, head.version.minor == 0)
    let hosts = headers["host"]
    guard hosts.count == 1 || (hosts.isEmpty && isOld), hosts.allSatisfy(isHost) else { return 400 }
    if headers.contains(name: "transfer-encoding") {
      guard !isOld else { return 400 }
      guard words("transfer-encoding", in: headers) == ["chunked"] else { return 501 }
    }
    if let length = headers.first(name: "content-length") {
      guard let bytes = Int(length), bytes <= bodyBytesMax else { return 413 }
    }
    guard words("content-encoding", in: headers).allSatisfy({ $0 == "identity" }) else {
      return 415
    }
    let isMet = words("expect", in: headers).allSatisfy { $0 == "100-continue" }
    return isMet || isOld ? nil : 417
  }

  private static func words(_ name: String, in headers: HTTPHeaders) -> [String] {
    guard headers.contains(name: name) else { return [] }
    return headers[canonicalForm: name].map { $0.lowercased() }
  }

  /// A name or an address, and perhaps a port.
  private static func isHost(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = rest[..<end].dropFirst()
      guard !address.isEmpty, address.allSatisfy({ isAny($0, of: "0123456789abcdefABCDEF:.") })
      else { return false }
      rest = rest[end...].dropFirst()
    } else {
      let name = rest.prefix { $0 != UInt8(ascii: ":") }
      guard !name.isEmpty, name.allSatisfy(isOfName) else { return false }
      rest = rest[name.endIndex...]
    }
    let port = rest.dropFirst()
    return rest.isEmpty
      || rest.first == UInt8(ascii: ":") && port.count <= 5
        && port.allSatisfy { isAny($0, of: "0123456789") }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: isAny(byte, of: "-._~!$&'()*+,;=")
    }
  }

  private static func isAny(_ byte: UInt8, of allowed: StaticString) -> Bool {
    UnsafeBufferPointer(start: allowed.utf8Start, count: allowed.utf8CodeUnitCount).contains(byte)
  }
}

/// The answer to what never comes to a router.
struct Refusal: Equatable {
  /// Its head and its body, as they are sent.
  typealias Writing = @Sendable (Refusal) -> [HTTPServerResponsePart]

  let status: Int
  /// What was asked for; nil where nobody can know.
  var path: String?
  /// Whether the answer has no body: it is one to HEAD.
  var isBare = false

  static let unreadable = Refusal(status: 400)
  static let crowded = Refusal(status: 429)
}
