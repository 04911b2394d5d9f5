import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing
import Web

@testable import Server

/// One connection without sockets, whose requests are answered with what they asked.
@Suite struct ConversationTests {
  private let witness = Witness()
  private let channel: EmbeddedChannel

  init() throws {
    channel = EmbeddedChannel(handler: Conversation.repeating(witness.observer))
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
  }

  @Test func `requests that come together are answered in their order`() throws {
    for path in ["/a", "/b", "/c"] { try ask(path, body: "x") }
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a x", "/b x", "/c x"])
  }

  @Test func `a body in pieces is one body`() throws {
    try begin("/a")
    try send("12")
    try send("34")
    try finish()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a 1234"])
  }

  @Test func `too large a body is refused before it has come, and the next request is answered`()
    throws
  {
    try begin("/a")
    try send("123456789")
    channel.embeddedEventLoop.run()
    #expect(try told() == ["too large"])
    try send("more of it")
    try finish()
    try ask("/b", body: "x")
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/b x"])
  }

  @Test func `who does not fetch answers is not asked for more requests`() throws {
    channel.isWritable = false
    for path in ["/a", "/b"] { try ask(path, body: "") }
    channel.embeddedEventLoop.run()
    #expect(try told() == [])
    channel.isWritable = true
    channel.pipeline.fireChannelWritabilityChanged()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a ", "/b "])
  }

  @Test func `a client that closes its side gets its answers, and then the connection is closed`()
    throws
  {
    try ask("/a", body: "")
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a "])
    #expect(!channel.isActive)
  }

  @Test func `what cannot be read is refused after the answers before it`() throws {
    try ask("/a", body: "")
    channel.pipeline.fireErrorCaught(HTTPRequestError())
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a ", "112"])
    #expect(
      witness.observations == [
        .served(method: "OTHER", pattern: "unreadable", status: 400, microseconds: 0, generation: 0)
      ])
  }

  @Test func `a half-closed client gets an answer whole that fills the channel`() throws {
    try flip(at: .body)
    try ask("/a", body: "")
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a "])
    #expect(!channel.isActive)
  }

  @Test func `no answer is written into another, whatever the channel says meanwhile`() throws {
    try flip(at: .head)
    try ask("/a", body: "")
    channel.pipeline.fireErrorCaught(HTTPRequestError())
    channel.isWritable = true
    channel.pipeline.fireChannelWritabilityChanged()
    channel.embeddedEventLoop.run()
    #expect(try parts() == ["head", "/a ", "end", "head", "112", "end"])
    #expect(witness.observations.count == 1)
  }

  @Test(arguments: [
    (HTTPField.Name.connection, "close", HTTPRequest.Method.get),
    (.upgrade, "h2c", .get), (.accept, "*/*", .connect),
  ])
  func `after a last request nothing is answered`(
    name: HTTPField.Name, value: String, method: HTTPRequest.Method
  ) throws {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "localhost", path: "/a",
      headerFields: [name: value])
    try channel.writeInbound(HTTPRequestPart.head(head))
    try finish()
    try ask("/b", body: "")
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a "])
    #expect(!channel.isActive)
  }

  @Test func `a request that was refused while it came is not refused again when it breaks`() throws
  {
    try begin("/a")
    try send("123456789")
    channel.embeddedEventLoop.run()
    channel.pipeline.fireErrorCaught(HTTPRequestError())
    channel.embeddedEventLoop.run()
    #expect(try told() == ["too large"])
    #expect(witness.observations == [])
    #expect(!channel.isActive)
  }

  @Test
  func `when the node ends, an idle connection is closed and one in a request answered first`()
    throws
  {
    try begin("/a")
    channel.pipeline.fireUserInboundEventTriggered(StopGrace.Over())
    channel.embeddedEventLoop.run()
    #expect(channel.isActive)
    try finish()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a "])
    #expect(!channel.isActive)

    let idle = EmbeddedChannel(handler: Conversation.repeating(witness.observer))
    try idle.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
    idle.pipeline.fireUserInboundEventTriggered(StopGrace.Over())
    #expect(!idle.isActive)
  }

  @Test func `who sends hundreds of requests and fetches no answer is cut off`() throws {
    channel.isWritable = false
    for _ in 0..<300 where channel.isActive { try ask("/a", body: "") }
    #expect(!channel.isActive)
  }

  @Test func `an answer that has to wait holds those behind it, and none is lost`() async throws {
    let gate = Gate()
    let channel = NIOAsyncTestingChannel()
    try await channel.testingEventLoop.executeInContext {
      let conversation = Conversation.repeating(witness.observer) { await gate.pass($0) }
      try channel.pipeline.syncOperations.addHandler(conversation)
    }
    try await channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere"))
    gate.close("/a")
    for path in ["/a", "/b"] {
      let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
      try await channel.writeInbound(HTTPRequestPart.head(head))
      try await channel.writeInbound(HTTPRequestPart.end(nil))
    }
    await channel.testingEventLoop.run()
    #expect(gate.passed == [])
    gate.open("/a")
    var bodies: [String] = []
    try await eventually("answered") {
      await channel.testingEventLoop.run()
      while let part = try await channel.readOutbound(as: HTTPResponsePart.self) {
        if case .body(let bytes) = part { bodies.append(String(buffer: bytes)) }
      }
      return bodies.count == 2
    }
    #expect(bodies == ["/a ", "/b "])
    #expect(gate.passed == ["/a", "/b"])
  }

  private struct HTTPRequestError: Error {}

  private func ask(_ path: String, body: String) throws {
    try begin(path)
    if !body.isEmpty { try send(body) }
    try finish()
  }

  private func begin(_ path: String) throws {
    let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path)
    try channel.writeInbound(HTTPRequestPart.head(head))
  }

  private func send(_ text: String) throws {
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: text)))
  }

  private func finish() throws {
    try channel.writeInbound(HTTPRequestPart.end(nil))
  }

  /// The bodies that have been written since it was asked last.
  private func told() throws -> [String] {
    try parts().filter { $0 != "head" && $0 != "end" }
  }

  /// The same with what stands around them.
  private func parts() throws -> [String] {
    var parts: [String] = []
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      switch part {
      case .head: parts.append("head")
      case .body(let bytes): parts.append(String(buffer: bytes))
      case .end: parts.append("end")
      }
    }
    return parts
  }

  /// Lets the channel be full from that part of an answer on, and say so before the next.
  private func flip(at part: Filling.Part) throws {
    try channel.pipeline.syncOperations.addHandler(Filling(at: part), position: .first)
  }
}

/// A channel that is full as soon as a part of an answer has been written to it, as a socket's is.
private final class Filling: ChannelOutboundHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  enum Part { case head, body }

  private let part: Part
  private var isDone = false

  init(at part: Part) {
    self.part = part
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let isMeant =
      switch unwrapOutboundIn(data) {
      case .head: part == .head
      case .body: part == .body
      case .end: false
      }
    context.write(data, promise: promise)
    guard isMeant, !isDone, let channel = context.channel as? EmbeddedChannel else { return }
    isDone = true
    channel.isWritable = false
    channel.pipeline.fireChannelWritabilityChanged()
  }
}

extension Conversation {
  /// One that answers with the path and the body.
  fileprivate static func repeating(
    _ observer: Observer, wait: @escaping @Sendable (String) async -> Void = { _ in }
  ) -> Conversation {
    let refusal = UnreadableAnswer(
      Reply(
        status: .badRequest, contentType: "text/plain", bytes: Array("112".utf8), caching: .never))
    return Conversation(bodyBytesMax: 8, unreadable: refusal, observer: observer) { request, _ in
      await wait(request.uri.path)
      let body = try? await request.body.collect(upTo: 8)
      let text = body.map { "\(request.uri.path) \(String(buffer: $0))" } ?? "too large"
      return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
  }
}

/// Lets requests pass, or holds them without holding a thread.
private final class Gate: Sendable {
  private struct State {
    var closed: Set<String> = []
    var held: [String: CheckedContinuation<Void, Never>] = [:]
    var passed: [String] = []
  }

  private let state = Mutex(State())

  var passed: [String] { state.withLock { $0.passed } }

  func close(_ path: String) {
    state.withLock { _ = $0.closed.insert(path) }
  }

  func open(_ path: String) {
    let held = state.withLock {
      $0.closed.remove(path)
      return $0.held.removeValue(forKey: path)
    }
    held?.resume()
  }

  func pass(_ path: String) async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock {
        guard $0.closed.contains(path) else { return true }
        $0.held[path] = continuation
        return false
      }
      if isOpen { continuation.resume() }
    }
    state.withLock { $0.passed.append(path) }
  }
}
