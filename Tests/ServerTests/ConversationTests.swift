import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypesHTTP1
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
      refusals == [
        .served(method: "OTHER", pattern: "unreadable", status: 400, microseconds: 0, generation: 0)
      ])
  }

  @Test(arguments: ["/a", "/large"])
  func `a half-closed client gets an answer whole that fills the channel`(_ path: String) throws {
    try fill()
    try ask(path, body: "")
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
    #expect(try told() == ["\(path) "])
    #expect(!channel.isActive)
  }

  @Test(arguments: ["/a", "/large"])
  func `no answer is written into another, whatever the channel says meanwhile`(
    _ path: String
  ) throws {
    try fill()
    try ask(path, body: "")
    channel.pipeline.fireErrorCaught(HTTPRequestError())
    channel.isWritable = true
    channel.pipeline.fireChannelWritabilityChanged()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["\(path) ", "112"])
    #expect(refusals.count == 1)
  }

  @Test(arguments: [
    ("Connection", "close", HTTPMethod.GET, HTTPVersion.http1_1),
    ("Connection", "close, TE", .GET, .http1_1), ("Upgrade", "h2c", .GET, .http1_1),
    ("Accept", "*/*", .CONNECT, .http1_1), ("Connection", "keep-alive", .GET, .http1_0),
  ])
  func `after a last request nothing is answered`(
    name: String, value: String, method: HTTPMethod, version: HTTPVersion
  ) throws {
    let head = HTTPRequestHead(
      version: version, method: method, uri: "/a", headers: [name: value])
    try channel.writeInbound(HTTPServerRequestPart.head(head))
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
    #expect(refusals == [])
    #expect(!channel.isActive)
  }

  @Test
  func `when the node ends, an idle connection is closed and one in a request answered first`()
    throws
  {
    try begin("/a")
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(channel.isActive)
    try finish()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a "])
    #expect(!channel.isActive)

    let idle = EmbeddedChannel(handler: Conversation.repeating(witness.observer))
    try idle.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
    idle.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    #expect(idle.isActive)
    idle.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!idle.isActive)
  }

  @Test func `what comes in the grace of a node that ends is answered, and is the last`() throws {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    for path in ["/a", "/b"] { try ask(path, body: "") }
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a ", "/b "])
    #expect(!channel.isActive)
  }

  @Test(arguments: [
    ("/a?b=c%20d", "/a?b=c%20d"), ("//a/b", "//a/b"), ("http://localhost/a?b", "/a?b"),
    ("http://localhost", "/"), ("*", "*"),
  ])
  func `every form of an address comes to the same path as the library reads`(
    _ address: String, path: String
  ) throws {
    let head = HTTPRequestHead(
      version: .http1_1, method: .GET, uri: address, headers: ["Host": "localhost"])
    try channel.writeInbound(HTTPServerRequestPart.head(head))
    try finish()
    channel.embeddedEventLoop.run()
    #expect(try HTTPRequest(head, secure: false, splitCookie: false).path == path)
    #expect(try told() == ["\(path.prefix { $0 != "?" }) "])
  }

  @Test func `a method that HTTP has no word for is unreadable`() throws {
    try ask("/a", body: "")
    let head = HTTPRequestHead(version: .http1_1, method: .RAW(value: "B D"), uri: "/b")
    try channel.writeInbound(HTTPServerRequestPart.head(head))
    try finish()
    channel.embeddedEventLoop.run()
    #expect(try told() == ["/a ", "112"])
    #expect(!channel.isActive)
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
      let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: path)
      try await channel.writeInbound(HTTPServerRequestPart.head(head))
      try await channel.writeInbound(HTTPServerRequestPart.end(nil))
    }
    await channel.testingEventLoop.run()
    #expect(gate.passed == [])
    gate.open("/a")
    var bodies: [String] = []
    try await eventually("answered") {
      await channel.testingEventLoop.run()
      while let bytes = try await channel.readOutbound(as: ByteBuffer.self) {
        bodies += try WireText.bodies(in: String(buffer: bytes))
      }
      return bodies.count == 2
    }
    #expect(bodies == ["/a ", "/b "])
    #expect(gate.passed == ["/a", "/b"])
  }

  /// What a connection can go through, and how many requests begin in it.
  enum Course: CaseIterable {
    case answered, tooLarge, halfClosed, unreadable, flooded, stopped, abandoned
  }

  @Test(arguments: Course.allCases)
  func `as many requests are told to have ended as have begun`(_ course: Course) throws {
    switch course {
    case .answered: for path in ["/a", "/b"] { try ask(path, body: "x") }
    case .tooLarge:
      try begin("/a")
      try send("123456789")
      channel.embeddedEventLoop.run()
      try finish()
    case .halfClosed:
      try ask("/a", body: "")
      try begin("/b")
      channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    case .unreadable:
      try begin("/a")
      channel.pipeline.fireErrorCaught(HTTPRequestError())
    case .flooded:
      channel.isWritable = false
      for _ in 0..<300 where channel.isActive { try ask("/a", body: "") }
    case .stopped:
      try begin("/a")
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
      try finish()
    case .abandoned: try begin("/a")
    }
    channel.embeddedEventLoop.run()
    _ = try channel.finish(acceptAlreadyClosed: true)
    let begun = witness.observations.count { $0 == .requestBegun }
    #expect(begun > 0)
    #expect(witness.observations.count { $0 == .requestEnded } == begun)
  }

  private struct HTTPRequestError: Error {}

  /// What was told of requests that were refused without a router.
  private var refusals: [Observation] {
    witness.observations.filter { observation in
      if case .served = observation { true } else { false }
    }
  }

  private func ask(_ path: String, body: String) throws {
    try begin(path)
    if !body.isEmpty { try send(body) }
    try finish()
  }

  private func begin(_ path: String) throws {
    let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: path)
    try channel.writeInbound(HTTPServerRequestPart.head(head))
  }

  private func send(_ text: String) throws {
    try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: text)))
  }

  private func finish() throws {
    try channel.writeInbound(HTTPServerRequestPart.end(nil))
  }

  /// The bodies that have been written since it was asked last.
  private func told() throws -> [String] {
    var bytes = ByteBuffer()
    while var piece = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeBuffer(&piece) }
    return try WireText.bodies(in: String(buffer: bytes))
  }

  /// Lets the channel be full from the first piece of an answer on, and say so before the next.
  private func fill() throws {
    try channel.pipeline.syncOperations.addHandler(Filling(), position: .first)
  }
}

/// A channel that is full as soon as a piece of an answer has been written to it, as a socket's is.
private final class Filling: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var isDone = false

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    context.write(data, promise: promise)
    guard !isDone, let channel = context.channel as? EmbeddedChannel else { return }
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
    var limits = NodeLimits()
    limits.bodyBytesMax = 8
    return Conversation(
      limits: limits, unreadable: refusal, dates: DateLine(), observer: observer
    ) { request, _ in
      await wait(request.uri.path)
      let body = try? await request.body.collect(upTo: 8)
      let told = body.map { "\(request.uri.path) \(String(buffer: $0))" } ?? "too large"
      // Spaces at its end, so that it goes out in two pieces.
      let text = told + String(repeating: " ", count: request.uri.path == "/large" ? 20_000 : 0)
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
