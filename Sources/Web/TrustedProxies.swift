import Foundation
import HTTPTypes
package import Hummingbird

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
  package func requester(of request: Request, from remote: String?) -> String {
    requester(forwarded: request.headers[values: .xForwardedFor], from: remote)
  }

  func requester(forwarded: [String], from remote: String?) -> String {
    guard let remote, let peer = NetworkAddress(remote[...]) else { return "unknown" }
    guard addresses.contains(peer) else { return peer.requester }
    for part in forwarded.flatMap({ $0.split(separator: ",") }).reversed() {
      // What stands beyond a word that is no address was written by somebody we do not know.
      guard let address = NetworkAddress(part) else { break }
      if !addresses.contains(address) { return address.requester }
    }
    return peer.requester
  }

  /// Whether a proxy of ours says that the visitor came over TLS.
  package func isSecure(_ request: Request, from remote: String?) -> Bool {
    guard !addresses.isEmpty, let remote, let peer = NetworkAddress(remote[...]),
      addresses.contains(peer)
    else {
      return false
    }
    return request.headers[.xForwardedProto] == "https"
  }
}

/// An IPv4 or IPv6 address; IPv4 written as IPv6 is IPv4.
struct NetworkAddress: Hashable, Sendable {
  private let isFour: Bool
  /// The IPv4 address, or the network of an IPv6 address: its first half.
  private let network: UInt64
  private let host: UInt64

  init?(_ text: Substring) {
    let space = UInt8(ascii: " ")
    let trimmed = String(Substring(text.utf8.drop { $0 == space }.prefix { $0 != space }))
    var four = in_addr()
    if inet_pton(AF_INET, trimmed, &four) == 1 {
      self.init(four: UInt32(bigEndian: four.s_addr))
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, trimmed, &six) == 1 else { return nil }
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
