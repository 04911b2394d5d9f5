import ServiceLifecycle
import Web

/// Tells whoever waits for it that the node has an edition.
final class FirstEdition: Sendable {
  private let (arrivals, arrival) = AsyncStream<Void>.makeStream(
    bufferingPolicy: .bufferingNewest(1))

  func note(_ observation: Observation) {
    if case .editionSwapped = observation { arrival.yield() }
  }

  /// Returns at the first of: an edition, the end of that time, and the node being told to stop.
  func comes(within limit: Duration) async {
    await cancelWhenGracefulShutdown { [arrivals] in
      await withTaskGroup { group in
        group.addTask { _ = await arrivals.first { true } }
        group.addTask { try? await Task.sleep(for: limit) }
        await group.next()
        group.cancelAll()
      }
    }
  }
}
