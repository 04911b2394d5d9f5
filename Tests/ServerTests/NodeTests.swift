import PQ
import Registry
import Server
import Site
import Testing
import TestSupport
import Presentation
import Web

@Suite struct NodeTests {
  @Test func `every answer carries the protective headers, whatever it is`() async throws {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      for path in ["/", "/sted/9901-tranvik", "/nowhere", "/api/v1/areas", "/api/v1/nowhere"] {
        let answer = try await node.site.get(path)
        #expect(answer.field("content-security-policy")?.contains("default-src 'none'") == true)
        #expect(answer.field("x-content-type-options") == "nosniff", "\(path)")
        #expect(answer.field("referrer-policy") == "no-referrer", "\(path)")
        #expect(answer.field("cache-control") != nil, "\(path)")
        #expect(answer.field("server") == nil, "\(path)")
        #expect(answer.field("set-cookie") == nil, "\(path)")
      }
    }
  }

  @Test func `those who run a node can list every route that it observes`() async throws {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      let answer = try await node.inspection.get("/routes")
      let routes = answer.body.split(separator: "\n")
      #expect(answer.status == 200)
      #expect(routes.contains("GET /sted/{slug}") && routes.contains("POST /api/v1/answers"))
      #expect(Set(routes).count == routes.count)
      #expect(try await node.site.get("/sted/9901-tranvik").status == 200)
      try await node.witness.sees("a route by its name in the list") { observation in
        guard case .served(let method, let pattern, 200, _, _) = observation else { return false }
        return pattern == "/sted/{slug}" && routes.contains("\(method) \(pattern)")
      }
    }
  }

  @Test func `a request is answered from the edition of when it has all come`() async throws {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      let body = "place=9901&function=SLT-koordinator"
      let wire = try Wire(port: node.site.port)
      try wire.send(
        "POST /svar HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body.prefix(3))")
      try await node.takesUp()
      try await town.rename("Tranvika")
      try await node.witness.sees("the swap") {
        if case .editionSwapped(let mark, _, _) = $0 { return mark.generation == 2 }
        return false
      }
      try wire.send(String(body.dropFirst(3)))
      let answer = try await wire.answer()
      #expect(answer.status == 200)
      #expect(answer.body.contains("Tranvika kommune"))
      #expect(!answer.body.contains("Tranvik kommune"))
      try await node.witness.sees("the request, of the generation that it took") {
        if case .served("POST", "/svar", 200, _, 2) = $0 { return true }
        return false
      }
    }
  }

  @Test func `who asks too much is told to wait, whoever it says it is`() async throws {
    let town = try await Town.make()
    var limits = NodeLimits.roomy
    limits.burst = 3
    limits.perSecond = 1
    try await Running.node(town.reader, limits: limits) { node in
      var statuses: [Int] = []
      for number in 0..<30 {
        let answer = try await node.site.get("/nowhere", "X-Forwarded-For: 198.51.100.\(number)")
        statuses.append(answer.status)
        if answer.status == 429 {
          #expect(answer.field("retry-after").flatMap { Int($0) } ?? 0 > 0)
          #expect(answer.body.contains("112"))
        }
      }
      #expect(statuses.contains(429))
      #expect(statuses.first != 429)
    }
  }

  @Test func `heads and bodies beyond the limit are refused`() async throws {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      let long = String(repeating: "a", count: 20_000)
      let many = (0..<100).map { "X-\($0): 1" }.joined(separator: "\r\n")
      for field in ["X-Long: \(long)", many] {
        try expectPage(try await node.site.get("/", field))
      }
      #expect(try await node.site.post("/svar", "place=\(long)").status == 413)
      for text in ["\"\(long)\"", String(repeating: "[", count: 5_000)] {
        let answer = try await node.site.post("/api/v1/answers", text, type: "application/json")
        #expect((400..<500).contains(answer.status))
      }
      #expect(try await node.site.get("/").status == 200)
    }
  }

  /// A refusal before any router is a page like every other: numbers, headers and an end.
  private func expectPage(_ answer: WireAnswer) throws {
    #expect(answer.status == 400)
    for number in ["tel:112", "tel:02800", "tel:116117", "tel:116111"] {
      #expect(answer.body.contains(number), "\(number)")
    }
    #expect(answer.body.hasSuffix("</html>\n") || answer.body.hasSuffix("</html>"))
    let expected = [
      "content-type": "text/html; charset=utf-8", "cache-control": "no-store",
      "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
      "connection": "close", "content-length": "\(answer.body.utf8.count)",
    ]
    for (name, value) in expected { #expect(answer.field(name) == value, "\(name)") }
    for name in ["content-security-policy", "permissions-policy", "cross-origin-opener-policy"] {
      #expect(answer.field(name) != nil, "\(name)")
    }
    #expect(answer.field("server") == nil)
  }

  @Test func `what is no request gets a page with the numbers, and is told without its words`()
    async throws
  {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      for text in [
        "kanarifugl\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nkanari fugl: 1\r\n\r\n",
        "POST /svar HTTP/1.1\r\nHost: x\r\nContent-Length: kanarifugl\r\n\r\n",
      ] {
        let wire = try Wire(port: node.site.port)
        try wire.send(text)
        let answer = try await wire.answer()
        try expectPage(answer)
        #expect(!answer.all.contains("kanari"))
        #expect(await wire.isClosed())
      }
      // What a router answers with is left alone, also where it is 400.
      let own = try await node.site.post("/api/v1/answers", "{", type: "application/json")
      #expect(own.status == 400 && own.body.contains("\"title\""))
      try await node.witness.sees("the refusals") {
        $0
          == .served(
            method: "OTHER", pattern: "unreadable", status: 400, microseconds: 0, generation: 0)
      }
    }
  }

  @Test func `a request that dribbles in is cut off, and so is one that never begins`() async throws
  {
    let town = try await Town.make()
    var limits = NodeLimits.roomy
    limits.requestSeconds = 1
    limits.idleSeconds = 1
    try await Running.node(town.reader, limits: limits) { node in
      let silent = try Wire(port: node.site.port)
      let slow = try Wire(port: node.site.port)
      // A machine may be so busy that the time is up before the head is sent.
      try? slow.send("POST /svar HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n")
      let dribble = Task {
        while true {
          try slow.send("a")
          try await Task.sleep(for: .milliseconds(100))
        }
      }
      // The dribble ends only when the other side has closed.
      await #expect(throws: Wire.Closed.self) { try await dribble.value }
      #expect(await silent.isClosed())
    }
  }

  @Test func `a node listens when it has an edition, and its first visitor is answered from it`()
    async throws
  {
    let town = try await Town.make()
    try await Running.node(town.reader, editionWait: .seconds(600)) { node in
      #expect(try await node.site.get("/sted/9901-tranvik").status == 200)
      let told = node.witness.observations
      let swapped = told.firstIndex { if case .editionSwapped = $0 { true } else { false } }
      let started = told.firstIndex { $0.startedAddress != nil }
      let (first, then) = (try #require(swapped), try #require(started))
      #expect(first < then)
    }
  }

  @Test func `without a database and a snapshot a node listens after two seconds, and says so`()
    async throws
  {
    let town = try await Town.makeAlone()
    try await town.database.cluster.stop()
    #expect(NodeConfiguration(database: town.reader).editionWait == .seconds(2))
    try await Running.node(town.reader, editionWait: .milliseconds(1)) { node in
      let answer = try await node.site.get("/sted/9901-tranvik")
      #expect(answer.status == 503)
      #expect(answer.body.contains("tel:112"))
      #expect(try await node.inspection.get("/health/live").status == 200)
    }
  }

  @Test func `more connections than allowed wait until one is free`() async throws {
    let town = try await Town.make()
    var limits = NodeLimits.roomy
    limits.connectionsMax = 2
    limits.addressConnectionsMax = 3
    try await Running.node(town.reader, limits: limits) { node in
      try await node.ready()
      var held: [Wire] = []
      for _ in 0..<2 {
        let wire = try Wire(port: node.site.port)
        try wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try await wire.answer().status == 200)
        held.append(wire)
      }
      let third = try Wire(port: node.site.port)
      try third.send("GET /om HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let served = { @Sendable in
        node.witness.count {
          if case .served(_, "/om", _, _, _) = $0 { return true }
          return false
        }
      }
      #expect(served() == 0)
      held.removeAll()
      #expect(try await third.answer().status == 200)
      #expect(served() == 1)
    }
  }

  @Test func `metrics count by pattern, and the two ports do not mix`() async throws {
    let town = try await Town.make()
    try await Running.node(town.reader) { node in
      try await node.ready()
      for number in 0..<5 { _ = try await node.site.get("/nowhere/kanarifugl\(number)") }
      _ = try await node.site.get("/sted/kanarifugl")
      for method in ["KANARIFUGL", "KANARI"] {
        _ = try await node.site.send(method, "/om", [], body: "")
      }
      _ = try await node.site.get("/om")
      let text = try await node.inspection.get("/metrics")
      #expect(text.field("content-type")?.hasPrefix("text/plain; version=0.0.4") == true)
      #expect(
        text.body.contains(#"varde_requests_total{method="GET",route="/om",status="200"} 1"#))
      #expect(text.body.contains(#"varde_request_duration_seconds_count{route="/om"} 1"#))
      #expect(text.body.contains("varde_generation 1\n"))
      #expect(text.body.contains("varde_edition_age_seconds 0\n"))
      #expect(!text.body.lowercased().contains("kanari"))
      #expect(
        text.body.contains(#"varde_requests_total{method="GET",route="NotFound",status="404"} 5"#))
      let patterns = try Site(
        current: CurrentEdition(), time: OsloTime(), build: "", now: { 0 }
      ).routes.map(\.pattern)
      let labels = Set(text.body.matches(of: #/route="([^"]*)"/#).map { String($0.output.1) })
      let others = ["NotFound", "unreadable"]
      #expect(labels.isSubset(of: Set(patterns + others)), "\(labels)")
      #expect(labels.contains("/sted/{slug}"))
      #expect(try await node.site.get("/metrics").status == 404)
      #expect(try await node.inspection.get("/").status == 404)
    }
  }
}

extension Running {
  func ready() async throws {
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
  }

  /// Waits until the site has read everything that was sent before this call.
  func takesUp() async throws {
    for _ in 0..<3 { _ = try await site.get("/om") }
  }
}
