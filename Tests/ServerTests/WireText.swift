import Foundation
import Testing

/// What a connection has sent, read as text.
enum WireText {
  /// The bodies of whole answers behind each other, without what makes one large.
  static func bodies(in text: String) throws -> [String] {
    var bodies: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let end = try #require(rest.range(of: "\r\n\r\n"))
      let lines = rest[..<end.lowerBound].split(separator: "\r\n")
      let length = lines.compactMap { $0.wholeMatch(of: /Content-Length: ([0-9]+)/)?.1 }
      #expect(lines.first?.hasPrefix("HTTP/1.1 ") == true && length.count == 1)
      #expect(lines.count { $0.hasPrefix("Date: ") } == 1)
      let count = try #require(length.first.flatMap { Int($0) })
      try #require(rest[end.upperBound...].utf8.count >= count)
      let last = rest.utf8.index(end.upperBound, offsetBy: count)
      let body = String(rest[end.upperBound..<last])
      bodies.append(body.count < 1_000 ? body : String(body.prefix { $0 != " " }) + " ")
      rest = rest[last...]
    }
    return bodies
  }
}
