import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Server
import Testing

@Suite struct ReceptionTests {
  @Test func `a connection that nobody takes up is closed, and the program lives on`() async throws
  {
    let channel = NIOAsyncTestingChannel()
    try await acceptAndDrop(channel)
    try await eventually("closed") {
      await channel.testingEventLoop.run()
      return !channel.isActive
    }
  }

  /// As when the listener has closed since: the connection is open and nobody has it.
  private func acceptAndDrop(_ channel: NIOAsyncTestingChannel) async throws {
    let reception = Reception(HTTP1Channel(responder: { _, _, _ in }))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let accepted = try await channel.testingEventLoop.executeInContext {
      reception.setup(channel: channel, logger: logger)
    }
    try await channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere"))
    #expect(try await accepted.get().channel.isActive)
  }
}
