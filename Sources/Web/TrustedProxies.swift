import Glibc
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
    guard let remote, let peer = NetworkAddress(remote[...]), addresses.contains(peer) else {
      return false
    }
    return request.headers[.xForwardedProto] == "https"
  }
}

/// An IPv4 or IPv6 address; IPv4 written as IPv6 is IPv4.
struct NetworkAddress: Hashable, Sendable {
  private let bytes: [UInt8]

  init?(_ text: Substring) {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " }
    var four = in_addr()
    if inet_pton(AF_INET, String(trimmed), &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, String(trimmed), &six) == 1 else { return nil }
    let all = withUnsafeBytes(of: six) { Array($0) }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    bytes = all.starts(with: mapped) ? Array(all.suffix(4)) : all
  }

  /// The whole IPv4 address, or the first half of an IPv6 address.
  var requester: String {
    bytes.prefix(bytes.count == 4 ? 4 : 8).map { String($0, radix: 16) }.joined(separator: ".")
      + (bytes.count == 4 ? "" : "::")
  }
}
