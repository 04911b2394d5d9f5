import Foundation
import Testing
import Web

@testable import Server

/// One connection over sockets: what is slow, long, too much or broken off.
@Suite struct GatekeeperTests {
  private static let ask = "GET /om HTTP/1.1\r\nHost: localhost\r\n\r\n"

  /// No clock but the one that a test sets runs out.
  private static var patient: NodeLimits {
    var limits = NodeLimits.roomy
    (limits.requestSeconds, limits.idleSeconds, limits.progressSeconds) = (600, 600, 600)
    return limits
  }

  @Test func `hundreds of requests in one write are answered, in their order`() async throws {
    try await Listened.site { site in
      let wire = try Wire(port: site.port)
      let paths = (0..<257).map { "/\($0)" }
      let asked = paths.map { "OPTIONS \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
      try wire.send(asked + "GET /om HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(
        await wire.answers().map(\.status) == Array(repeating: 404, count: 257) + [200])
    }
  }

  @Test(arguments: [
    "GET /om HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /om HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "POST /om HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000000\r\n\r\n", "kanarifugl\r\n\r\n",
  ])
  func `what comes behind a last request is not swallowed`(_ request: String) async throws {
    try await Listened.site(limits: Self.patient) { site in
      let wire = try Wire(port: site.port)
      try wire.send(request)
      #expect(await wire.answers().count == 1)
      // The one event loop reads what it may of each connection before it answers another.
      let other = try Wire(port: site.port)
      let taken = try await wire.flood(bytesMax: 64 << 20) {
        try other.send(Self.ask)
        #expect(try await other.answer().status == 200)
      }
      #expect(taken < 64 << 20)
    }
  }

  @Test func `a client that waits to be told gets its 100 before it sends anything`() async throws {
    try await Listened.site(limits: Self.patient) { site in
      let wire = try Wire(port: site.port)
      let head = "POST /om HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
      try wire.send(head)
      #expect(
        String(decoding: await wire.bytes(25), as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n")
      try wire.send("abc")
      #expect(try await wire.answer().status == 405)
      try wire.send(Self.ask)
      #expect(try await wire.answer().status == 200)
    }
  }

  @Test(arguments: ["", "GET /om HTTP/1.1\r\nHost: a\r\nX-A: "])
  func `a head that does not come in time ends the connection, however busy it looks`(
    _ beginning: String
  ) async throws {
    var limits = Self.patient
    limits.idleSeconds = 1
    try await Listened.site(limits: limits) { site in
      let wire = try Wire(port: site.port)
      // A machine may be so busy that the time is up before the beginning is sent.
      try? wire.send(beginning)
      #expect(await Self.isCutOff(wire, sending: beginning.isEmpty ? "" : "a"))
    }
  }

  @Test(arguments: ["Content-Length: 10000", "Transfer-Encoding: chunked"])
  func `a body that drips ends the connection`(_ framing: String) async throws {
    var limits = Self.patient
    limits.requestSeconds = 1
    try await Listened.site(limits: limits) { site in
      let wire = try Wire(port: site.port)
      try wire.send("POST /svar HTTP/1.1\r\nHost: a\r\n\(framing)\r\n\r\n")
      let isChunked = framing.hasPrefix("T")
      #expect(await Self.isCutOff(wire, sending: isChunked ? "1\r\na\r\n" : "a"))
      try await eventually("the request ended") { site.isAllEnded }
      #expect(site.witness.observations.allSatisfy { !$0.isServedAnswer })
    }
  }

  /// Sends the same again and again until nobody takes it.
  private static func isCutOff(_ wire: Wire, sending text: String) async -> Bool {
    guard !text.isEmpty else { return await wire.isClosed() }
    do {
      while true {
        try wire.send(text)
        try await Task.sleep(for: .milliseconds(50))
      }
    } catch {
      return error is Wire.Closed
    }
  }

  @Test func `who fetches a large answer slowly gets all of it`() async throws {
    var limits = Self.patient
    limits.progressSeconds = 6
    try await Listened.site(limits: limits) { site in
      let wire = try Wire(port: site.port, bufferBytes: 65_536)
      try wire.send("GET /stor HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      // At least 800 reads: twice as long as an answer may stand still.
      #expect(await wire.count(pauseMilliseconds: 16) > Listened.largeBytes)
    }
  }

  @Test func `who fetches nothing of a large answer is cut off`() async throws {
    var limits = Self.patient
    limits.progressSeconds = 1
    try await Listened.site(limits: limits) { site in
      let wire = try Wire(port: site.port)
      try wire.send("GET /stor HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(await Self.isCutOff(wire, sending: "\r\n"))
    }
  }

  @Test func `a client that closes its side gets its answers, and half a request none`()
    async throws
  {
    try await Listened.site(limits: Self.patient) { site in
      let whole = try Wire(port: site.port)
      try whole.send(Self.ask + Self.ask)
      whole.closeOutput()
      #expect(await whole.answers().map(\.status) == [200, 200])
      let half = try Wire(port: site.port)
      try half.send("POST /svar HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nq=1")
      half.closeOutput()
      #expect(await half.answers().map(\.status) == [400])
      try await eventually("the requests ended") { site.isAllEnded }
      #expect(site.witness.observations.allSatisfy { !$0.isServedAnswer })
    }
  }

  @Test func `a refusal of the API is a problem, one of a page is in its language`() async throws {
    try await Listened.site { site in
      for (path, type, word) in [
        ("/api/v1/answers", "application/problem+json", "too-large"),
        ("/en/svar", "text/html; charset=utf-8", "lang=\"en\""),
        ("/nn/svar", "text/html; charset=utf-8", "lang=\"nn\""),
      ] {
        let wire = try Wire(port: site.port)
        try wire.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n")
        let answer = try #require(await wire.answers().first)
        #expect(answer.status == 413 && answer.field("content-type") == type)
        #expect(answer.body.contains(word) && answer.field("content-security-policy") != nil)
      }
    }
  }

  @Test func `one client leaves room for others, and a proxy of ours stands for many`() async throws
  {
    var limits = Self.patient
    limits.connectionsMax = 8
    #expect(limits.connectionsOfOneMax == 2)
    try await Listened.site(limits: limits) { site in
      var silent = [try Wire(port: site.port), try Wire(port: site.port)]
      // Both have been counted when a third is not taken.
      try await eventually("full") {
        let third = try Wire(port: site.port)
        let answer = await third.answers().first
        return answer?.status == 429 && answer?.body.contains("tel:112") == true
      }
      let other = try Wire(port: site.port, from: "127.0.0.2")
      try other.send(Self.ask)
      #expect(try await other.answer().status == 200)
      silent.removeAll()
      try await eventually("room again") {
        let wire = try Wire(port: site.port)
        try? wire.send(Self.ask)
        return try await wire.answer().status == 200
      }
    }
    let proxies = try #require(TrustedProxies("127.0.0.1"))
    try await Listened.site(limits: limits, proxies: proxies) { site in
      let wires = try (0..<7).map { _ in try Wire(port: site.port) }
      for wire in wires { try wire.send(Self.ask) }
      for wire in wires { #expect(try await wire.answer().status == 200) }
    }
  }
}

extension Observation {
  fileprivate var isServedAnswer: Bool {
    if case .served(_, "/svar", _, _, _) = self { return true }
    return false
  }
}
