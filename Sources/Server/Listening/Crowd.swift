import NIOCore
import Synchronization
import Web

/// How many connections each client has, by its address: whoever holds many of them must leave
/// room for others. Behind a proxy of ours there are many clients.
final class Crowd: Sendable {
  private let most: Int
  private let proxies: TrustedProxies
  private let connections = Mutex<[String: Int]>([:])

  /// - Parameter most: connections that one client may have.
  init(most: Int, proxies: TrustedProxies) {
    self.most = most
    self.proxies = proxies
  }

  /// Counts a connection for as long as it lasts.
  ///
  /// - Returns: whether it is one too many; then it is not counted.
  func isOneTooMany(_ channel: any Channel) -> Bool {
    guard let client = proxies.client(at: channel.remoteAddress) else { return false }
    let isCounted = connections.withLock { connections in
      let count = connections[client, default: 0]
      guard count < most else { return false }
      connections[client] = count + 1
      return true
    }
    guard isCounted else { return true }
    channel.closeFuture.whenComplete { [self] _ in
      connections.withLock { connections in
        let left = connections[client, default: 1] - 1
        connections[client] = left > 0 ? left : nil
      }
    }
    return false
  }
}
