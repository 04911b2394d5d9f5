import NIOCore
import NIOEmbedded
import Testing
import Web

@testable import Server

/// A clock that the test moves: 20 seconds for a request, 5 for a silence.
@Suite struct ConnectionClockTests {
  private let witness = Witness()
  private let channel = EmbeddedChannel()
  private let clock: ConnectionClock

  init() throws {
    clock = ConnectionClock(
      channel, idle: .seconds(5), request: .seconds(20), observer: witness.observer)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
  }

  private func pass(_ seconds: Int64) {
    channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
  }

  private func answer() {
    clock.arrive()
    clock.finish()
  }

  /// It is closed after just so many seconds more.
  private func lasts(_ seconds: Int64) -> Bool {
    pass(seconds - 1)
    guard channel.isActive else { return false }
    pass(1)
    return !channel.isActive
  }

  @Test func `each request of a connection has the whole time to itself`() {
    clock.begin()
    pass(15)
    answer()
    clock.begin()
    #expect(lasts(20))
    #expect(witness.observations == [.requestBegun, .requestEnded, .requestBegun])
    clock.end()
    #expect(witness.observations.last == .requestEnded)
  }

  @Test func `who asks nothing is cut off`() {
    #expect(lasts(5))
  }

  @Test(arguments: [1, 4, 16])
  func `a silence begins when an answer has left`(_ taken: Int64) {
    clock.begin()
    pass(taken)
    answer()
    #expect(lasts(5))
  }

  @Test func `an answer that nobody fetches ends the connection`() {
    clock.begin()
    pass(1)
    clock.arrive()
    #expect(lasts(19))
  }

  @Test func `requests behind each other have their time from when their turn comes`() {
    for _ in 0..<2 {
      clock.begin()
      clock.arrive()
    }
    pass(15)
    clock.finish()
    #expect(lasts(20))
  }

  @Test func `one that was refused while it came has no more time to arrive`() {
    clock.begin()
    pass(12)
    clock.finish()
    #expect(lasts(8))
  }

  @Test func `one that was refused while it came, and then has come, leaves a silence`() {
    clock.begin()
    clock.finish()
    pass(10)
    clock.arrive()
    #expect(lasts(5))
  }

  @Test func `the refusal of what was no request ends none`() {
    clock.finish()
    #expect(witness.observations == [])
  }
}
