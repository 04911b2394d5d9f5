import Testing

@testable import Server

/// What RFC 9112 and RFC 9110 ask of a server, over sockets: what is sent, what is answered, and
/// whether the connection goes on. Behind each comes one more request, which is answered only then.
@Suite struct HTTPRuleTests {
  struct Rule: Sendable, CustomTestStringConvertible {
    let sent: String
    let statuses: [Int]
    let isLast: Bool

    init(_ sent: String, _ statuses: Int..., last isLast: Bool) {
      self.sent = sent
      self.statuses = statuses
      self.isLast = isLast
    }

    var testDescription: String { String(sent.prefix(80)) }
  }

  private static func get(_ fields: String, version: String = "1.1") -> String {
    "GET /om HTTP/\(version)\r\n\(fields)\r\n"
  }

  private static func post(_ fields: String, _ body: String = "") -> String {
    "POST /om HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n\(body)"
  }

  private static let host = "Host: localhost\r\n"

  static let hosts = [
    Rule(get(host), 200, last: false), Rule(get("Host: a:80\r\n"), 200, last: false),
    Rule(get("Host: [::1]:8080\r\n"), 200, last: false),
    Rule(get("Host: 127.0.0.1\r\n"), 200, last: false),
    Rule("GET http://a/om HTTP/1.1\r\n\(host)\r\n", 200, last: false),
    Rule(get(""), 400, last: true), Rule(get(host + host), 400, last: true),
    Rule(get("Host: a\r\nHOST: b\r\n"), 400, last: true),
    Rule(get("Host: a/b@c\r\n"), 400, last: true), Rule(get("Host: a b\r\n"), 400, last: true),
    Rule(get("Host: a, b\r\n"), 400, last: true), Rule(get("Host:\r\n"), 400, last: true),
    Rule(get("Host: [::1\r\n"), 400, last: true), Rule(get("Host: []\r\n"), 400, last: true),
    Rule(get("Host: a:b\r\n"), 400, last: true), Rule(get("Host: a:1:2\r\n"), 400, last: true),
    Rule(get("Host: :80\r\n"), 400, last: true), Rule(get("Host: æ\r\n"), 400, last: true),
    Rule(get("", version: "1.0"), 200, last: true),
    Rule(get(host + host, version: "1.0"), 400, last: true),
  ]

  static let ends = [
    Rule(get(host + "Connection: close\r\n"), 200, last: true),
    Rule(get(host + "Connection: CLOSE\r\n"), 200, last: true),
    Rule(get(host + "Connection: close, TE\r\n"), 200, last: true),
    Rule(get(host + "Connection: keep-alive, Close\r\n"), 200, last: true),
    Rule(get(host + "Connection: TE\r\nConnection: close\r\n"), 200, last: true),
    Rule(get(host + "Connection: keep-alive\r\n"), 200, last: false),
    Rule(get(host + "Connection: TE\r\n"), 200, last: false),
    Rule(get(host, version: "1.0"), 200, last: true),
    Rule(get(host + "Connection: keep-alive\r\n", version: "1.0"), 200, last: true),
    Rule("CONNECT localhost:80 HTTP/1.1\r\n\(host)\r\n", 404, last: true),
    Rule(get(host + "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 200, last: true),
    Rule(
      get(host + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A\r\n"),
      200, last: true),
    Rule(get(host + "Upgrade: TLS/1.3\r\n"), 200, last: true),
  ]

  static let bodies = [
    Rule(post("Content-Length: 3\r\n", "abc"), 405, last: false),
    Rule(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), 405, last: false),
    Rule(post("Transfer-Encoding: Chunked\r\n", "3;a=b\r\nabc\r\n0\r\n\r\n"), 405, last: false),
    Rule(post("Transfer-Encoding: chunked\r\n", "0\r\nX-End: 1\r\n\r\n"), 405, last: false),
    Rule(post("Content-Length: 10000000000\r\n"), 413, last: true),
    Rule(post("Content-Length: 16385\r\n", "abc"), 413, last: true),
    Rule(post("Content-Length: 99999999999999999999999\r\n"), 400, last: true),
    Rule(post("Content-Length: -1\r\n"), 400, last: true),
    Rule(post("Content-Length: +3\r\n", "abc"), 400, last: true),
    Rule(post("Content-Length: 0x3\r\n", "abc"), 400, last: true),
    Rule(post("Content-Length: 3, 3\r\n", "abc"), 400, last: true),
    Rule(post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"), 400, last: true),
    Rule(post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400, last: true),
    Rule(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400, last: true),
    Rule(post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400, last: true),
    Rule(post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501, last: true),
    Rule(post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501, last: true),
    Rule(post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"), 400, last: true),
    Rule(post("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n"), 400, last: true),
    Rule(post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n"), 400, last: true),
    Rule(
      "POST /om HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, last: true),
    Rule(post("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc"), 415, last: true),
    Rule(post("Content-Encoding: identity\r\nContent-Length: 3\r\n", "abc"), 405, last: false),
    Rule(post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc"), 100, 405, last: false),
    Rule(post("Expect: 100-Continue\r\nContent-Length: 99999\r\n"), 413, last: true),
    Rule(post("Expect: wonders\r\nContent-Length: 3\r\n", "abc"), 417, last: true),
  ]

  static let heads = [
    Rule("\r\n" + get(host), 200, last: false),
    Rule("get /om HTTP/1.1\r\n\(host)\r\n", 400, last: true),
    Rule("GET /om HTTP/9.9\r\n\(host)\r\n", 400, last: true),
    Rule("GET /om HTTP/2.0\r\n\(host)\r\n", 400, last: true),
    Rule("GET /om\r\n\r\n", 400, last: true),
    Rule("kanarifugl\r\n\r\n", 400, last: true),
    Rule(get(host + "X-A : 1\r\n"), 400, last: true),
    Rule(get(host + "X A: 1\r\n"), 400, last: true),
    Rule(get(host + "X-A: 1\u{0}2\r\n"), 400, last: true),
    Rule(get(host + "X-A: 1\r2\r\n"), 400, last: true),
    Rule(get(host + "X-A: 1\r\n folded\r\n"), 400, last: true),
    Rule("GET /om HTTP/1.1\r\n X-A: 1\r\n\(host)\r\n", 400, last: true),
    Rule(get(host + ": 1\r\n"), 400, last: true),
    Rule(get(host + "X-A: \(String(repeating: "a", count: 20_000))\r\n"), 400, last: true),
    Rule(
      get(host + (0..<100).map { "X-\($0): 1\r\n" }.joined()), 400, last: true),
    Rule("OPTIONS /om HTTP/1.1\r\n\(host)\r\n", 204, last: false),
    Rule("OPTIONS * HTTP/1.1\r\n\(host)\r\n", 404, last: false),
    Rule("TRACE /om HTTP/1.1\r\n\(host)\r\n", 405, last: false),
    Rule("KANARIFUGL /om HTTP/1.1\r\n\(host)\r\n", 400, last: true),
    Rule("GET /nowhere HTTP/1.1\r\n\(host)\r\n", 404, last: false),
  ]

  @Test func `every rule is kept`() async throws {
    let probe = "GET /personvern HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n"
    try await Listened.site { site in
      for rule in Self.hosts + Self.ends + Self.bodies + Self.heads {
        let wire = try Wire(port: site.port)
        try wire.send(rule.sent + probe)
        let answers = await wire.answers()
        let statuses = answers.map(\.status)
        let wanted = rule.statuses + (rule.isLast ? [] : [200])
        #expect(statuses == wanted, "\(rule.testDescription.debugDescription)")
        let ends = answers.map { $0.field("connection") == "close" }
        #expect(ends.last == true && !ends.dropLast().contains(true), "\(rule.testDescription)")
        for answer in answers where answer.status != 100 {
          #expect(answer.field("date")?.hasSuffix(" GMT") == true, "\(rule.testDescription)")
        }
      }
      try await eventually("every request ended") { site.isAllEnded }
    }
  }

  @Test func `a refusal of a HEAD has no body`() async throws {
    try await Listened.site { site in
      let wire = try Wire(port: site.port)
      try wire.send("HEAD /om HTTP/1.1\r\n\r\n")
      let text = String(decoding: try await Self.all(wire), as: UTF8.self)
      #expect(text.hasPrefix("HTTP/1.1 400 ") && text.hasSuffix("\r\n\r\n"))
      #expect(text.contains("Connection: close\r\n") && !text.contains("Content-Length: 0\r\n"))
    }
  }

  private static func all(_ wire: Wire) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = await wire.bytes(65_536)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  @Test func `the time is written as HTTP has it`() {
    #expect(Listener.date(at: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(Listener.date(at: 1_709_209_800) == "Thu, 29 Feb 2024 12:30:00 GMT")
  }
}
