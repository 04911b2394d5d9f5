import Foundation
import HTTPTypes
package import Hummingbird
package import NIOCore

/// Our own proxies, whose word about visitors is believed; nobody else's is.
package struct TrustedProxies: Sendable, Hashable {
  private let addresses: Set<NetworkAddress>

  package static let none = TrustedProxies(addresses: [])

  private init(addresses: Set<NetworkAddress>) {
    self.addresses = addresses
  }

  /// Reads IPv4 and IPv6 addresses with commas between; nil when one of them is no address.
  package init?(_ text: String) {
    var addresses: Set<NetworkAddress> = []
    for part in text.split(separator: ",") {
      guard let address = NetworkAddress(part) else { return nil }
      addresses.insert(address)
    }
    self.init(addresses: addresses)
  }

  /// Who asks, as one word for limits and nothing else: the address nearest to us that is not a
  /// proxy of ours. Of IPv6 only the network counts, since one visitor has all of it.
  package func requester(of request: Request, from remote: NetworkAddress?) -> String {
    requester(forwarded: request.headers[values: .xForwardedFor], from: remote)
  }

  func requester(forwarded: @autoclosure () -> [String], from peer: NetworkAddress?) -> String {
    guard let peer else { return "unknown" }
    guard addresses.contains(peer) else { return peer.requester }
    for part in forwarded().flatMap({ $0.split(separator: ",") }).reversed() {
      // What stands beyond a word that is no address was written by somebody we do not know.
      guard let address = NetworkAddress(part) else { break }
      if !addresses.contains(address) { return address.requester }
    }
    return peer.requester
  }

  /// Who is connected from there, as one word; nil for a proxy of ours, which stands for many, and
  /// for what has no such address.
  package func client(at address: SocketAddress?) -> String? {
    guard let peer = address.flatMap({ NetworkAddress($0) }), !addresses.contains(peer) else {
      return nil
    }
    return peer.requester
  }

  /// Whether somebody who is no proxy of ours says for whom the request is.
  package func isStranger(forwarding request: Request, from peer: NetworkAddress?) -> Bool {
    guard let peer, !addresses.contains(peer) else { return false }
    return TrustedProxies.forwarding.contains { request.headers.contains($0) }
  }

  private static let forwarding: [HTTPField.Name] =
    [.xForwardedFor] + ["Forwarded", "X-Real-IP"].compactMap { HTTPField.Name($0) }

  /// Whether a proxy of ours says that the visitor came over TLS.
  package func isSecure(_ request: Request, from peer: NetworkAddress?) -> Bool {
    guard let peer, addresses.contains(peer) else { return false }
    return request.headers[.xForwardedProto] == "https"
  }
}

/// An IPv4 or IPv6 address; IPv4 written as IPv6 is IPv4.
package struct NetworkAddress: Hashable, Sendable {
  private let isFour: Bool
  /// The IPv4 address, or the network of an IPv6 address: its first half.
  private let network: UInt64
  private let host: UInt64

  /// nil for what has no such address, as a Unix socket.
  init?(_ address: SocketAddress) {
    switch address {
    case .v4(let four): self.init(four: UInt32(bigEndian: four.address.sin_addr.s_addr))
    case .v6(let six): self.init(six: six.address.sin6_addr)
    case .unixDomainSocket: return nil
    }
  }

  init?(_ text: Substring) {
    let space = UInt8(ascii: " ")
    let trimmed = NetworkAddress.withoutPort(
      Substring(text.utf8.drop { $0 == space }.prefix { $0 != space }))
    var four = in_addr()
    if inet_pton(AF_INET, trimmed, &four) == 1 {
      self.init(four: UInt32(bigEndian: four.s_addr))
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, trimmed, &six) == 1 else { return nil }
    self.init(six: six)
  }

  /// Some proxies write the port too: `192.0.2.1:443`, `[2001:db8::1]:443`.
  private static func withoutPort(_ text: Substring) -> String {
    if text.first == "[", let end = text.firstIndex(of: "]") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    guard let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":") else {
      return String(text)
    }
    return String(text[..<colon])
  }

  private init(six: in6_addr) {
    let (first, last) = withUnsafeBytes(of: six) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    if first == 0, last >> 32 == 0xffff {
      self.init(four: UInt32(truncatingIfNeeded: last))
    } else {
      self.init(isFour: false, network: first, host: last)
    }
  }

  private init(four: UInt32) {
    self.init(isFour: true, network: UInt64(four), host: 0)
  }

  private init(isFour: Bool, network: UInt64, host: UInt64) {
    self.isFour = isFour
    self.network = network
    self.host = host
  }

  /// The whole IPv4 address, or the network of an IPv6 address.
  var requester: String {
    String(network, radix: 16) + (isFour ? "" : "::")
  }
}
