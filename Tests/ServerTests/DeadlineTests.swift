import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing
import Web

@testable import Server

/// A clock that the test moves.
@Suite struct DeadlineTests {
  private let witness = Witness()

  private func channel() throws -> EmbeddedChannel {
    let deadline = RequestDeadline(limit: .seconds(20), observer: witness.observer)
    let channel = EmbeddedChannel(handler: deadline)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
    return channel
  }

  private func begin(_ channel: EmbeddedChannel) throws {
    let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
    try channel.writeInbound(HTTPRequestPart.head(head))
  }

  private func finish(_ channel: EmbeddedChannel) throws {
    try channel.writeInbound(HTTPRequestPart.end(nil))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
  }

  @Test func `each request of a connection has the whole time to itself`() throws {
    let channel = try channel()
    try begin(channel)
    channel.embeddedEventLoop.advanceTime(by: .seconds(15))
    try finish(channel)
    try begin(channel)
    channel.embeddedEventLoop.advanceTime(by: .seconds(19))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
    #expect(witness.observations == [.requestBegun, .requestEnded, .requestBegun, .requestEnded])
  }

  @Test func `between requests there is no limit`() throws {
    let channel = try channel()
    try begin(channel)
    try finish(channel)
    channel.embeddedEventLoop.advanceTime(by: .seconds(60))
    #expect(channel.isActive)
    try begin(channel)
    channel.embeddedEventLoop.advanceTime(by: .seconds(19))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }
}
