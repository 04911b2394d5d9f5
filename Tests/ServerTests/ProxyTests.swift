import PQ
import Server
import Testing
import TestSupport

/// What a proxy says of a visitor is believed of our own proxies only.
@Suite struct ProxyTests {
  private static func statuses(_ site: Client, _ fields: String...) async throws -> Set<Int> {
    var statuses: Set<Int> = []
    for _ in 0..<30 {
      statuses.insert(try await site.send("GET", "/om", fields, body: "").status)
    }
    return statuses
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

  @Test func `a proxy that is configured and is not this one changes nothing`() async throws {
    let town = try await Town.make()
    let settings = Self.limits.merging(["VARDE_PROXIES": "192.0.2.1"]) { $1 }
    let program = try Program.serving(town.reader, settings)
    let site = try await program.client()
    let answer = try await site.get("/om", "X-Forwarded-Proto: https")
    #expect(answer.field("strict-transport-security") == nil)
    var statuses: Set<Int> = []
    for number in 0..<30 {
      statuses.insert(try await site.get("/om", "X-Forwarded-For: 198.51.100.\(number)").status)
    }
    #expect(statuses.contains(429))
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
    var statuses: Set<Int> = []
    for number in 0..<30 {
      let answer = try await site.get("/om", "X-Forwarded-For: 203.0.113.\(number), 198.51.100.99")
      statuses.insert(answer.status)
    }
    #expect(statuses.contains(429))
  }
}
