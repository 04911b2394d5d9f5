import Foundation
import Synchronization
import TestSupport
import Testing
import Web

@testable import Server

/// Lines reach whoever reads them whole and in order, or are counted; who writes never waits.
@Suite struct LineQueueTests {
  /// Two ends of a pipe, closed with the value.
  private final class Ends: Sendable {
    let reading: Int32
    let writing: Int32
    private let isReadingOpen = Atomic(true)

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      // No process that another test starts meanwhile holds an end open.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    deinit {
      stopReading()
      close(writing)
    }

    func stopReading() {
      if isReadingOpen.exchange(false, ordering: .relaxed) { close(reading) }
    }

    /// How much waits to be read.
    var waiting: Int32 {
      var count: Int32 = 0
      return ioctl(reading, UInt(FIONREAD), &count) == 0 ? count : -1
    }

    /// How much it holds: less than usual where one user has many pipes.
    var capacity: Int32 {
      let getPipeSize: Int32 = 1_032
      return fcntl(writing, getPipeSize)
    }

    /// Everything until a line that is `last`, waiting for it on a thread of its own.
    func text(until last: String) async -> String {
      let last = Array("\(last)\n".utf8)
      return await withCheckedContinuation { continuation in
        DispatchQueue.global().async { [self] in
          var (bytes, part) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
          while !bytes.reversed().starts(with: last.reversed()) {
            let count = Glibc.read(reading, &part, part.count)
            if count <= 0 { break }
            bytes += part[..<count]
          }
          continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
        }
      }
    }
  }

  private static func line(_ number: Int) -> [UInt8] {
    Array("line \(number) \(String(repeating: "x", count: 80))\n".utf8)
  }

  /// Waits for what was appended, and holds none of the threads that tests share.
  private static func flush(_ queue: LineQueue) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        queue.flush(milliseconds: 600_000)
        continuation.resume()
      }
    }
  }

  private static let telling: @Sendable (Int) -> [UInt8] = { Array("lost \($0)\n".utf8) }

  @Test(arguments: [false, true])
  func `what nobody reads holds nobody; the rest comes whole, in order, with the count of the lost`(
    doesNotWait: Bool
  ) async throws {
    let ends = try Ends()
    if doesNotWait { _ = fcntl(ends.writing, F_SETFL, O_NONBLOCK) }
    let queue = LineQueue(to: ends.writing, bytesMax: 50_000, telling: Self.telling)
    let count = 5_000
    for number in 0..<count { queue.append(Self.line(number)) }
    // More than the pipe and the queue hold together.
    let lost = queue.lost
    #expect(lost > 1_000)
    async let read = ends.text(until: "end")
    await Self.flush(queue)
    queue.append(Array("end\n".utf8))
    let text = await read
    let numbers = text.split(separator: "\n").compactMap { text -> Int? in
      let words = text.split(separator: " ")
      guard words.first == "line" else { return nil }
      #expect(text.utf8.count == words[1].count + 86)
      return Int(words[1])
    }
    #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    #expect(numbers.count + lost == count && queue.lost == lost)
    let told = text.split(separator: "\n").filter { $0.hasPrefix("lost ") }
    #expect(told.compactMap { Int($0.dropFirst(5)) }.reduce(0, +) == lost)
  }

  @Test func `what takes nothing is not tried for ever, and every line is counted`() async throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    let left = try Ends()
    defer { withExtendedLifetime(left) {} }
    signal(SIGPIPE, SIG_IGN)
    left.stopReading()
    defer { close(full) }
    for descriptor in [full, left.writing, -1] {
      let queue = LineQueue(to: descriptor)
      for number in 0..<300 { queue.append(Self.line(number)) }
      await Self.flush(queue)
      #expect(queue.lost == 300, "\(descriptor)")
    }
  }

  @Test func `when there is room again it is told how many were lost before it`() async throws {
    let place = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(place) }
    let queue = LineQueue(to: place, telling: Self.telling)
    for number in 0..<7 { queue.append(Self.line(number)) }
    await Self.flush(queue)
    let ends = try Ends()
    dup2(ends.writing, place)
    queue.append(Array("after\n".utf8))
    #expect(await ends.text(until: "after") == "lost 7\nafter\n")
    queue.append(Array("more\n".utf8))
    #expect(await ends.text(until: "more") == "more\n")
    #expect(queue.lost == 7)
  }

  @Test func `the line after half a line stands by itself`() async throws {
    signal(SIGPIPE, SIG_IGN)
    let (first, second) = (try Ends(), try Ends())
    defer { withExtendedLifetime((first, second)) {} }
    let queue = LineQueue(to: first.writing, telling: Self.telling)
    queue.append([UInt8](repeating: UInt8(ascii: "y"), count: 300_000) + [UInt8(ascii: "\n")])
    try await eventually("the pipe is full") { first.waiting >= first.capacity }
    first.stopReading()
    await Self.flush(queue)
    #expect(queue.lost == 1)
    dup2(second.writing, first.writing)
    queue.append(Array("after\n".utf8))
    #expect(await second.text(until: "after") == "\nlost 1\nafter\n")
  }

  @Test func `the end of the program waits for who does not read no longer than it was told`()
    async throws
  {
    let ends = try Ends()
    defer { withExtendedLifetime(ends) {} }
    let queue = LineQueue(to: ends.writing)
    queue.append([UInt8](repeating: UInt8(ascii: "y"), count: 300_000))
    queue.flush(milliseconds: 1)
    #expect(queue.lost == 0)
    // Else its thread would write to whatever has the number of the descriptor next.
    ends.stopReading()
    await Self.flush(queue)
  }

  @Test func `the line of the lost is one of JSON with how many`() throws {
    let bytes = JSONLog.lost(12, label: "varde")
    #expect(bytes.last == UInt8(ascii: "\n"))
    let line = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(line["message"] as? String == "log lines lost")
    #expect(line["count"] as? Int == 12)
    #expect(line["level"] as? String == "warning")
  }

  @Test func `the end comes though whoever is told of it never returns`() async throws {
    let (held, ended) = (DispatchSemaphore(value: 0), EndOfAll())
    let ending = Ending(
      stopping: Stopping(), observer: Observer([{ _ in held.wait() }]), limit: 0,
      endProgram: ended.note)
    ending.arm()
    ending.arm()
    try await eventually("ended") { ended.count > 0 }
    held.signal()
    #expect(ended.count == 1)
  }

  private final class EndOfAll: Sendable {
    private let noted = Atomic(0)
    var count: Int { noted.load(ordering: .acquiring) }

    @Sendable func note() {
      noted.add(1, ordering: .acquiringAndReleasing)
    }
  }
}
