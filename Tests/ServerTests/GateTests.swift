import NIOCore
import NIOHTTP1
import Testing

@testable import Server

/// The states of one connection without a connection: what happens, and what follows.
@Suite struct GateTests {
  private var gate = Gate()

  private mutating func ask(_ fields: HTTPHeaders = [:], method: HTTPMethod = .GET)
    -> [Gate.Action]
  {
    begin(fields, method: method) + end()
  }

  private mutating func begin(_ fields: HTTPHeaders = [:], method: HTTPMethod = .POST)
    -> [Gate.Action]
  {
    var fields = fields
    fields.add(name: "Host", value: "a")
    let head = HTTPRequestHead(version: .http1_1, method: method, uri: "/", headers: fields)
    return gate.take(.head(head), bodyBytesMax: 8)
  }

  private mutating func body() -> [Gate.Action] {
    gate.take(.body(ByteBuffer(string: "a")), bodyBytesMax: 8)
  }

  private mutating func end() -> [Gate.Action] { gate.take(.end(nil), bodyBytesMax: 8) }

  /// Answers; returns whether it is the last answer.
  private mutating func answer() -> Bool {
    let isLast = gate.beginReply()
    _ = gate.endReply()
    return isLast
  }

  @Test mutating func `requests behind each other are handed on, and none is read meanwhile`() {
    for _ in 0..<3 { #expect(ask() == [.pass, .pass]) }
    for _ in 0..<3 {
      #expect(!gate.mayRead && gate.clock == \.progressSeconds)
      #expect(!answer())
      #expect(gate.sent() == [])
    }
    #expect(gate.mayRead && gate.clock == \.idleSeconds)
  }

  @Test mutating func `behind the last request nothing is taken`() {
    #expect(ask(["Connection": "close"]) == [.pass, .pass])
    #expect(ask() == [])
    #expect(answer())
    #expect(!gate.mayRead && gate.state == .over)
    #expect(gate.sent() == [.close(.output)])
    #expect(gate.clock == \.idleSeconds)
  }

  @Test mutating func `the last of several is the last, and not those before it`() {
    _ = ask()
    _ = ask(["Connection": "close"])
    #expect(!answer())
    #expect(answer())
  }

  @Test mutating func `what is no request is refused after the answers before it`() {
    _ = ask()
    #expect(gate.takeFault() == [])
    #expect(gate.beginReply() == false)
    #expect(gate.endReply() == [.refuse(.unreadable)])
    #expect(gate.sent() == [])
    #expect(gate.sent() == [.close(.output)])
    #expect(gate.takeFault() == [])
  }

  @Test mutating func `whoever waits for a body that breaks off is told, and its answer dropped`() {
    _ = begin()
    #expect(body() == [.pass])
    #expect(gate.takeFault() == [.refuse(.unreadable), .pass])
    #expect(gate.state == .over)
  }

  @Test mutating func `an answer to half a request is the last, and nothing more of it is read`() {
    _ = begin()
    #expect(gate.clock == \.requestSeconds)
    #expect(answer())
    #expect(body() == [])
    #expect(!gate.mayRead)
    #expect(gate.sent() == [.close(.output)])
  }

  @Test mutating func `too long a body is refused before it comes, and not handed on`() {
    let actions = begin(["Content-Length": "9"])
    #expect(actions == [.refuse(Refusal(status: 413, path: "/"))])
    #expect(body() == [] && end() == [])
    #expect(ask() == [])
  }

  @Test mutating func `a client that waits is told to go on when its turn comes`() {
    let waiting: HTTPHeaders = ["Expect": "100-continue", "Content-Length": "3"]
    #expect(begin(waiting) == [.proceed, .pass])
    _ = end()
    #expect(begin(waiting) == [.pass])
    _ = gate.beginReply()
    #expect(gate.endReply() == [.proceed])
  }

  @Test mutating func `a client that did not wait is not told to go on`() {
    _ = ask()
    _ = ask(["Expect": "100-continue", "Content-Length": "3"])
    _ = gate.beginReply()
    #expect(gate.endReply() == [])
  }

  @Test mutating func `when the node ends, what is on its way is answered, and is the last`() {
    #expect(gate.take(event: ChannelShouldQuiesceEvent()) == [])
    #expect(gate.mayRead)
    _ = ask()
    _ = ask()
    #expect(!answer())
    #expect(answer())
    #expect(gate.sent() == [])
    #expect(gate.sent() == [.close(.output)])
    #expect(gate.clock == \.graceSeconds)
  }

  @Test
  mutating func `an idle connection ends with the grace, one in a request when it is answered`() {
    #expect(gate.clock == \.idleSeconds)
    #expect(gate.take(event: ChannelShouldQuiesceEvent()) == [])
    #expect(gate.clock == \.graceSeconds)
    _ = begin()
    #expect(gate.clock == \.requestSeconds)
    _ = end()
    #expect(gate.clock == \.progressSeconds)
    #expect(answer())
    #expect(gate.sent() == [.close(.output)])
    #expect(gate.clock == \.graceSeconds)
  }

  @Test mutating func `a client that waits and breaks off is not told to go on`() {
    _ = ask()
    _ = begin(["Expect": "100-continue", "Content-Length": "3"])
    #expect(gate.takeFault() == [.pass])
    _ = gate.beginReply()
    #expect(gate.endReply() == [.refuse(.unreadable)])
  }

  @Test mutating func `one connection too many is told so and closed`() {
    #expect(gate.refuse(.crowded) == [.refuse(.crowded)])
    #expect(ask() == [])
    #expect(gate.sent() == [.close(.all)])
  }

  @Test mutating func `who has closed its side gets the answers that are left`() {
    _ = ask()
    #expect(gate.take(event: ChannelEvent.inputClosed) == [.pass])
    #expect(answer())
    #expect(gate.sent() == [.close(.output)])
  }
}
