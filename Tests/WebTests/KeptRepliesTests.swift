import Foundation
import NIOCore
import Registry
import Synchronization
import Testing

@testable import Presentation
@testable import Web

@Suite struct KeptRepliesTests {
  /// Of bytes that gzip cannot make smaller, so that they are kept in one form alone.
  private static func reply(_ bytes: Int) throws -> FinishedReply {
    var state: UInt64 = 1
    let noise = (0..<bytes).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    return try #require(
      FinishedReply(
        Reply(contentType: "text/plain", bytes: noise, caching: .revalidated(tag: "x"))))
  }

  private static func address(_ name: Int) -> KeptReplies.Address {
    .init(
      pattern: "/x/{slug}", name: "\(name)", language: .bokmål, day: Day(number: 0), build: "")
  }

  @Test("However many are kept, their bytes stay below the bound, and what is asked for stays")
  func bound() throws {
    let each = 1000 + KeptReplies.bytesEach
    let kept = KeptReplies(bytesMax: each * 20)
    for name in 0..<1000 {
      kept.keep(try KeptRepliesTests.reply(1000), at: KeptRepliesTests.address(name))
      #expect(kept.size.bytes <= each * 20)
      #expect(kept.size.bytes == kept.size.count * each)
      #expect(kept.reply(at: KeptRepliesTests.address(0)) != nil, "after \(name)")
    }
    #expect(kept.size.count >= 10)
    #expect(kept.reply(at: KeptRepliesTests.address(999)) != nil)
    #expect(kept.reply(at: KeptRepliesTests.address(500)) == nil)
  }

  @Test("A reply that would fill half of the room is not kept, and keeping one twice counts once")
  func large() throws {
    let kept = KeptReplies(bytesMax: 100_000)
    kept.keep(try KeptRepliesTests.reply(60_000), at: KeptRepliesTests.address(1))
    #expect(kept.size.count == 0 && kept.size.bytes == 0)
    for _ in 0..<3 {
      kept.keep(try KeptRepliesTests.reply(20_000), at: KeptRepliesTests.address(2))
    }
    #expect(kept.size.count == 1 && kept.size.bytes == 20_000 + KeptReplies.bytesEach)
  }

  private static func told(_ made: KeptReplies.Made) -> Int {
    switch made {
    case .finished(let reply): reply.bodyBytes
    case .told(let reply): reply.body.readableBytes
    }
  }

  private static let plain = Reply(
    contentType: "text/plain", bytes: Array(repeating: 65, count: 10),
    caching: .revalidated(tag: "x"))

  /// Goes on when that many wait; others may work meanwhile.
  private static func reached(_ count: Int, _ kept: KeptReplies) async {
    while kept.waiting < count { await Task.yield() }
  }

  @Test("Of those who ask for a reply at once one has it made, and all have it")
  func madeOnce() async throws {
    let (kept, makers) = (KeptReplies(), Makers(threads: 1))
    let held = DispatchSemaphore(value: 0)
    try makers.put { held.wait() }
    let address = KeptRepliesTests.address(1)
    let askers = (0..<8).map { _ in
      Task { try await kept.made(at: address, by: makers) { KeptRepliesTests.plain } }
    }
    await KeptRepliesTests.reached(8, kept)
    #expect(makers.busy == 2, "the one that holds it, and one making for all")
    held.signal()
    for asker in askers { #expect(KeptRepliesTests.told(try await asker.value) == 10) }
    #expect(kept.makings == 1 && kept.waiting == 0 && kept.size.count == 1)
    let again = try await kept.made(at: address, by: makers) { KeptRepliesTests.plain }
    #expect(KeptRepliesTests.told(again) == 10 && kept.makings == 1)
  }

  @Test("A making that failed fails for all who waited, and is made anew by the next")
  func failed() async throws {
    struct Fault: Error {}
    let (kept, makers) = (KeptReplies(), Makers())
    let address = KeptRepliesTests.address(1)
    await #expect(throws: Fault.self) {
      _ = try await kept.made(at: address, by: makers) { throw Fault() }
    }
    #expect(kept.size.count == 0 && kept.waiting == 0)
    let made = try await kept.made(at: address, by: makers) { KeptRepliesTests.plain }
    #expect(KeptRepliesTests.told(made) == 10 && kept.size.count == 1)
  }

  @Test("What nobody may keep is made for those who ask at once, and kept by nobody")
  func notKept() async throws {
    let (kept, makers) = (KeptReplies(), Makers())
    let address = KeptRepliesTests.address(1)
    for _ in 0..<2 {
      _ = try await kept.made(at: address, isKept: false, by: makers) { KeptRepliesTests.plain }
    }
    #expect(kept.makings == 2 && kept.size.count == 0)
  }

  @Test("Who comes when makers and queue are full is refused at once, and what waits is still made")
  func full() async throws {
    let (kept, makers) = (KeptReplies(), Makers(threads: 2, waitingMax: 1))
    let held = DispatchSemaphore(value: 0)
    for _ in 0..<2 { try makers.put { held.wait() } }
    let waiting = Task {
      try await kept.made(at: KeptRepliesTests.address(1), by: makers) { KeptRepliesTests.plain }
    }
    await KeptRepliesTests.reached(1, kept)
    await #expect(throws: Makers.Busy.self) {
      _ = try await kept.made(at: KeptRepliesTests.address(2), by: makers) {
        KeptRepliesTests.plain
      }
    }
    #expect(kept.waiting == 1)
    for _ in 0..<2 { held.signal() }
    #expect(KeptRepliesTests.told(try await waiting.value) == 10)
  }

  @Test("Who goes away while waiting leaves nothing behind, and what nobody awaits is not made")
  func left() async throws {
    let (kept, makers) = (KeptReplies(), Makers(threads: 1))
    let held = DispatchSemaphore(value: 0)
    try makers.put { held.wait() }
    let address = KeptRepliesTests.address(1)
    let gone = Task { try await kept.made(at: address, by: makers) { KeptRepliesTests.plain } }
    await KeptRepliesTests.reached(1, kept)
    gone.cancel()
    await #expect(throws: CancellationError.self) { _ = try await gone.value }
    #expect(kept.waiting == 0)
    held.signal()
    let next = try await kept.made(at: KeptRepliesTests.address(2), by: makers) {
      KeptRepliesTests.plain
    }
    #expect(KeptRepliesTests.told(next) == 10)
    #expect(kept.makings == 1 && kept.reply(at: address) == nil)
  }

  @Test("Who goes away gives the place back at once, and whoever still waits keeps it")
  func placeGivenBack() async throws {
    let (kept, makers) = (KeptReplies(), Makers(threads: 1, waitingMax: 1))
    let held = DispatchSemaphore(value: 0)
    try makers.put { held.wait() }
    let address = KeptRepliesTests.address(1)
    let askers = (0..<2).map { _ in
      Task { try await kept.made(at: address, by: makers) { KeptRepliesTests.plain } }
    }
    await KeptRepliesTests.reached(2, kept)
    askers[0].cancel()
    await #expect(throws: CancellationError.self) { _ = try await askers[0].value }
    #expect(makers.busy == 2, "the other still waits for it")
    askers[1].cancel()
    await #expect(throws: CancellationError.self) { _ = try await askers[1].value }
    #expect(makers.busy == 1)
    let next = Task {
      try await kept.made(at: KeptRepliesTests.address(2), by: makers) { KeptRepliesTests.plain }
    }
    await KeptRepliesTests.reached(1, kept)
    held.signal()
    #expect(KeptRepliesTests.told(try await next.value) == 10)
    #expect(kept.makings == 1)
  }

  @Test("Whoever has half of the places is refused, whoever else asks is not, and places come back")
  func placesOfOne() async throws {
    let makers = Makers(threads: 1, waitingMax: 5)
    #expect(makers.placesOfOneMax == 3)
    let held = DispatchSemaphore(value: 0)
    try makers.put(for: "a") { held.wait() }
    // The thread has taken it: what waits behind it can be withdrawn.
    let places = try (0..<2).map { _ in try makers.put(for: "a") {} }
    #expect(throws: Makers.Busy.self) { try makers.put(for: "a") {} }
    try makers.put(for: "b") {}
    makers.withdraw(places[0])
    makers.withdraw(places[0])
    #expect(makers.busy == 3)
    try makers.put(for: "a") {}
    #expect(throws: Makers.Busy.self) { try makers.put(for: "a") {} }
    held.signal()
    while makers.busy > 0 { await Task.yield() }
    for _ in 0..<3 { try makers.put(for: "a") { held.wait() } }
    #expect(throws: Makers.Busy.self) { try makers.put(for: "a") {} }
    for _ in 0..<3 { held.signal() }
    while makers.busy > 0 { await Task.yield() }
  }

  @Test("A copy with something more in it says so behind the mark, and no client may keep it")
  func added() throws {
    let reply = Reply(
      contentType: "text/plain", bytes: Array("a<m>b<m>c".utf8), caching: .revalidated(tag: "x"))
    let more = reply.adding(Array("!".utf8), behind: Array("<m>".utf8))
    #expect(String(buffer: more.body) == "a<m>!b<m>c" && more.caching == .never)
    let none = reply.adding(Array("!".utf8), behind: Array("<n>".utf8))
    #expect(String(buffer: none.body) == "a<m>b<m>c")
  }

  @Test("What carries a question cannot be kept")
  func refused() {
    let reply = Reply(contentType: "text/plain", bytes: [65], caching: .never)
    #expect(FinishedReply(reply) == nil)
  }

  @Test("A memo holds one value of each type and language, for one day")
  func memo() {
    let memo = Memo()
    let day = Day(number: 10)
    func value(_ language: Language, _ day: Day, _ value: Int) -> Int {
      memo.value(in: language, on: day) { value }
    }
    #expect(value(.bokmål, day, 1) == 1)
    #expect(value(.bokmål, day, 2) == 1)
    #expect(value(.english, day, 3) == 3)
    #expect(memo.value(in: .bokmål, on: day) { "text" } == "text")
    #expect(value(.bokmål, Day(number: 11), 4) == 4)
    #expect(value(.bokmål, day, 5) == 5)
  }
}
