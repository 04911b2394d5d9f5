import Crypto
import HTTPTypes

/// A file of the site that is compiled in and served under a name that changes with its content.
package struct Asset: Sendable {
  /// Such as `/assets/style-1a2b3c4d5e6f.css`.
  package let path: String
  package let contentType: String
  package let bytes: [UInt8]

  /// `name` and `ending` make the file's name, with twelve digits of the content's SHA-256 between.
  package init(name: String, ending: String, contentType: String, text: String) {
    bytes = Array(text.utf8)
    let digest = SHA256.hash(data: bytes).prefix(6).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    path = "/assets/\(name)-\(digest).\(ending)"
    self.contentType = contentType
  }

  package var route: Route {
    let reply = Reply(contentType: contentType, bytes: bytes, caching: .immutable)
    let finished = FinishedReply(reply)
    return Route(.get, path, .asset) { request, _ in
      finished?.response(to: request) ?? reply.response(to: request)
    }
  }
}
