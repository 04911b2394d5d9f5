import Foundation
import Registry
import Synchronization
import Testing

@testable import Web

@Suite struct KeptRepliesTests {
  private static func reply(_ bytes: Int) throws -> FinishedReply {
    try #require(
      FinishedReply(
        Reply(
          contentType: "text/plain", bytes: Array(repeating: 65, count: bytes),
          caching: .revalidated(tag: "x"))))
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

  @Test("Of those who ask for a reply at once one makes it, and all have it")
  func madeOnce() throws {
    let kept = KeptReplies()
    let reply = try KeptRepliesTests.reply(10)
    let count = 4
    let entered = DispatchSemaphore(value: 0)
    let everyone = DispatchGroup()
    let made = Mutex(0)
    let had = Mutex(0)
    for _ in 0..<count {
      everyone.enter()
      Thread {
        entered.signal()
        let address = KeptRepliesTests.address(1)
        let bytes = kept.response(at: address, known: { $0.bodyBytes }) {
          made.withLock { $0 += 1 }
          // Only the first of all waits here; were there more, they would wait for each other.
          for _ in 0..<count { entered.wait() }
          for _ in 0..<count { entered.signal() }
          kept.keep(reply, at: address)
          return reply.bodyBytes
        }
        had.withLock { $0 += bytes }
        everyone.leave()
      }.start()
    }
    everyone.wait()
    #expect(made.withLock { $0 } == 1)
    #expect(had.withLock { $0 } == count * 10)
  }

  @Test("A reply whose making failed is made anew by the next")
  func failed() throws {
    struct Fault: Error {}
    let kept = KeptReplies()
    let reply = try KeptRepliesTests.reply(10)
    let address = KeptRepliesTests.address(1)
    #expect(throws: Fault.self) {
      try kept.response(at: address, known: { _ in 0 }) { throw Fault() }
    }
    #expect(kept.response(at: address, known: { _ in 0 }) { 1 } == 1, "nothing was kept")
    kept.keep(reply, at: address)
    #expect(kept.response(at: address, known: { $0.bodyBytes }) { 1 } == 10)
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
