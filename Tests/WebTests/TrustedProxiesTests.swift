import NIOCore
import Testing

@testable import Presentation
@testable import Web

@Suite struct TrustedProxiesTests {
  private func requester(
    _ proxies: String, _ forwarded: String..., from remote: String?
  ) throws -> String {
    try #require(TrustedProxies(proxies))
      .requester(forwarded: forwarded, from: remote.flatMap { NetworkAddress($0[...]) })
  }

  @Test func `without a proxy it is whoever is connected`() throws {
    let plain = try requester("", from: "198.51.100.7")
    #expect(try requester("", "203.0.113.1", from: "198.51.100.7") == plain)
    #expect(try requester("", from: "198.51.100.8") != plain)
    #expect(try requester("192.0.2.1", "203.0.113.1", from: "198.51.100.7") == plain)
  }

  @Test func `behind our proxies it is the nearest address that is not ours`() throws {
    let visitor = try requester("", from: "203.0.113.9")
    let ours = "192.0.2.1,192.0.2.2"
    #expect(try requester(ours, "203.0.113.9", from: "192.0.2.1") == visitor)
    #expect(try requester(ours, "203.0.113.9, 192.0.2.2", from: "192.0.2.1") == visitor)
    #expect(try requester(ours, "198.51.100.1", "203.0.113.9", from: "192.0.2.1") == visitor)
    #expect(try requester(ours, "198.51.100.1 ,  203.0.113.9", from: "192.0.2.1") == visitor)
    // With its port, as some proxies write it.
    #expect(try requester(ours, "203.0.113.9:50123", from: "192.0.2.1") == visitor)
    #expect(
      try requester(ours, "[2001:db8:1:2::1]:443", from: "192.0.2.1")
        == requester("", from: "2001:db8:1:2::9"))
  }

  @Test func `a word that is no address ends what can be believed`() throws {
    let proxy = try requester("", from: "192.0.2.1")
    #expect(try requester("192.0.2.1", "unknown", from: "192.0.2.1") == proxy)
    #expect(try requester("192.0.2.1", "203.0.113.9, nattergal", from: "192.0.2.1") == proxy)
    #expect(try requester("192.0.2.1", from: "192.0.2.1") == proxy)
  }

  @Test func `all addresses of an IPv6 network are one requester, and mapped IPv4 is IPv4`() throws
  {
    let network = try requester("", from: "2001:db8:1:2::1")
    #expect(try requester("", from: "2001:db8:1:2:ffff::9") == network)
    #expect(try requester("", from: "2001:db8:1:3::1") != network)
    #expect(
      try requester("", from: "::ffff:198.51.100.7") == requester("", from: "198.51.100.7"))
    #expect(
      try requester("127.0.0.1", "203.0.113.9", from: "::ffff:127.0.0.1")
        == requester("", from: "203.0.113.9"))
    #expect(try requester("", from: nil) == "unknown")
  }

  @Test func `an address is the same as a connection has it and as people write it`() throws {
    for text in ["198.51.100.7", "2001:db8:1:2::1", "::ffff:198.51.100.7", "::1"] {
      let connected = try SocketAddress(ipAddress: text, port: 80)
      #expect(NetworkAddress(connected) == NetworkAddress(text[...]))
    }
    #expect(NetworkAddress(try SocketAddress(unixDomainSocketPath: "/nowhere")) == nil)
  }

  @Test func `a proxy is named by its address`() {
    #expect(TrustedProxies("127.0.0.1, ::1") != nil)
    #expect(TrustedProxies("localhost") == nil)
    #expect(TrustedProxies("10.0.0.0/8") == nil)
    #expect(TrustedProxies("") == TrustedProxies.none)
  }
}
