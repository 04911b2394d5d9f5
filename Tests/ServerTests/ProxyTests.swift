import PQ
import Server
import Testing
import TestSupport

/// What a proxy says of a visitor is believed of our own proxies only.
@Suite struct ProxyTests {
  /// Asks until it is refused, however slow the machine is: by and by faster than once a second.
  private static func isLimited(
    _ site: Client, _ field: (Int) -> String
  ) async throws -> Bool {
    for number in 0..<1_000 {
      if try await site.get("/om", field(number)).status == 429 { return true }
    }
    return false
  }

  private static let limits = ["VARDE_LIMITS_BURST": "3", "VARDE_LIMITS_PER_SECOND": "1"]

  @Test func `without proxies nobody is believed`() async throws {
    let town = try await Town.make()
    let program = try Program.serving(town.reader)
    let site = try await program.client()
    let answer = try await site.get("/om", "X-Forwarded-Proto: https")
    #expect(answer.status == 200)
    #expect(answer.field("strict-transport-security") == nil)
  }

  @Test
  func `twenty visitors behind a proxy that was not named are all answered, and it is told once`()
    async throws
  {
    let town = try await Town.make()
    let program = try Program.serving(
      town.reader, ["VARDE_LIMITS_BURST": "", "VARDE_LIMITS_PER_SECOND": "1"])
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
    let acute = "place=9901&concern=extremism&severity=acute"
    for number in 0..<20 {
      let visitor = "X-Forwarded-For: 198.51.100.\(number)"
      let page = try await site.get("/", visitor)
      #expect(page.status == 200)
      let assets = page.body.matches(of: /"(\/assets\/[^"]+)"/).map { String($0.1) }
      #expect(Set(assets).count >= 3)
      for asset in assets { #expect(try await site.get(asset, visitor).status == 200) }
      for text in ["t", "tr", "tra", "tran"] {
        let found = try await site.post(
          "/api/v1/search", #"{"text": "\#(text)"}"#, type: "application/json", visitor)
        #expect(found.status == 200)
      }
      #expect(try await site.post("/svar", acute, visitor).status == 200)
    }
    // Nor is an answer refused to those who have spent all else.
    #expect(try await Self.isLimited(site) { _ in "Forwarded: for=x" })
    #expect(try await site.post("/svar", acute).status == 200)
    let question = #"{"place": "9901", "severity": "acute"}"#
    let answer = try await site.post("/api/v1/answers", question, type: "application/json")
    #expect(answer.status == 200)
    try await inspection.shows("varde_unnamed_proxy 1")
    program.terminate()
    #expect(try await program.status() == 0)
    let told = program.logLines.filter { $0["setting"] as? String == "VARDE_PROXIES" }
    #expect(told.count == 1)
    #expect(!program.log.contains("198.51.100") && !program.log.contains("127.0.0.1\\"))
  }

  @Test func `who walks the records of persons is told to wait for an hour's budget`() async throws
  {
    let town = try await Town.make()
    let program = try Program.serving(town.reader, ["VARDE_LIMITS_PERSONS_PER_HOUR": "9"])
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
    let paths = [
      "/kontakt/x", "/en/kontakt/x", "/api/v1/designations/x", "/api/v1/designations/x.vcf",
    ]
    var statuses: [Int] = []
    for number in 0..<10 {
      let answer = try await site.get(paths[number % paths.count])
      statuses.append(answer.status)
      guard answer.status == 429 else { continue }
      // One comes back when its share of the hour has gone.
      let wait = answer.field("retry-after").flatMap { Int($0) } ?? 0
      #expect((1...721).contains(wait))
      #expect(answer.field("ratelimit-policy") == "\"person\";q=9;w=3600")
      #expect(answer.field("ratelimit") == "\"person\";r=0;t=\(wait)")
    }
    #expect(Array(statuses.prefix(6)) == Array(repeating: 404, count: 5) + [429])
    #expect(try await site.get("/om").status == 200)
    let document = try await site.get("/openapi.json").body
    #expect(document.contains("at most 9 in any hour, 5 of them at once"))
  }

  @Test func `a proxy that is configured and is not this one changes nothing`() async throws {
    let town = try await Town.make()
    let settings = Self.limits.merging(["VARDE_PROXIES": "192.0.2.1"]) { $1 }
    let program = try Program.serving(town.reader, settings)
    let site = try await program.client()
    let answer = try await site.get("/om", "X-Forwarded-Proto: https")
    #expect(answer.field("strict-transport-security") == nil)
    #expect(try await Self.isLimited(site) { "X-Forwarded-For: 198.51.100.\($0)" })
  }

  @Test func `our own proxy is believed about the visitor's address and scheme`() async throws {
    let town = try await Town.make()
    let settings = Self.limits.merging(["VARDE_PROXIES": "192.0.2.1, 127.0.0.1"]) { $1 }
    let program = try Program.serving(town.reader, settings)
    let site = try await program.client()
    let secure = try await site.get(
      "/om", "X-Forwarded-Proto: https", "X-Forwarded-For: 198.51.100.200")
    let hsts = secure.field("strict-transport-security")
    #expect(hsts == "max-age=63072000; includeSubDomains")
    let plain = try await site.get(
      "/om", "X-Forwarded-Proto: http", "X-Forwarded-For: 198.51.100.200")
    #expect(plain.field("strict-transport-security") == nil)
    for number in 0..<30 {
      let answer = try await site.get("/om", "X-Forwarded-For: 198.51.100.\(number), 192.0.2.1")
      #expect(answer.status == 200)
    }
    // What the visitor writes before our proxy adds the address it saw does not count.
    #expect(
      try await Self.isLimited(site) { "X-Forwarded-For: 203.0.113.\($0), 198.51.100.99" })
  }
}
