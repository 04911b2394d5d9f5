import Dispatch
import Foundation
import Synchronization
import Testing

/// One connection to a server on this machine, byte by byte, so that tests can be slow and rude.
final class Wire: Sendable {
  struct Closed: Error {}

  /// Nothing came for ``patience`` seconds.
  struct Silent: Error {}

  /// Longer than any machine needs: it only ends a test that would never end.
  private static let patience = 600

  private let descriptor: Int32

  /// - Parameters:
  ///   - address: of this machine, that it connects from.
  ///   - bufferBytes: that the system keeps of what comes; nil for what it likes.
  init(port: Int, from address: String = "127.0.0.1", bufferBytes: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var patience = timeval(tv_sec: Wire.patience, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    if var bufferBytes {
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVBUF, &bufferBytes, socklen_t(MemoryLayout<Int32>.size))
    }
    let descriptor = descriptor
    let isBound = Wire.at(address, port: 0) { bind(descriptor, $0, $1) }
    guard isBound == 0, Wire.at("127.0.0.1", port: port, { connect(descriptor, $0, $1) }) == 0
    else {
      close(descriptor)
      throw Closed()
    }
  }

  deinit {
    close(descriptor)
  }

  private static func at(
    _ host: String, port: Int, _ act: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr(host)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        act($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Says that nothing more comes from here.
  func closeOutput() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Sends as much as the other side takes; returns how many bytes it took, at most `bytesMax`.
  ///
  /// It takes no more when it has taken nothing during many turns of what it does beside: no clock
  /// decides.
  func flood(bytesMax: Int, turn: () async throws -> Void) async throws -> Int {
    let part = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
    var (total, idleTurns) = (0, 0)
    while total < bytesMax, idleTurns < 50 {
      let count = Glibc.send(
        descriptor, part, part.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      if count < 0, !Wire.isSilent { break }
      if count > 0 {
        (total, idleTurns) = (total + count, 0)
      } else {
        idleTurns += 1
        try await turn()
      }
    }
    return total
  }

  /// The next bytes, at most so many; none when the other side sends nothing more.
  func bytes(_ most: Int) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [self] in
        var part = [UInt8](repeating: 0, count: most)
        let count = receive(&part, most)
        if count < 0, Wire.isSilent { Issue.record(Silent()) }
        continuation.resume(returning: Array(part.prefix(max(0, count))))
      }
    }
  }

  /// How many bytes come until the other side sends nothing more, with a pause behind each read: on
  /// a thread of its own, so that nothing but this makes it slow.
  func count(pauseMilliseconds: UInt32) async -> Int {
    await withCheckedContinuation { continuation in
      Thread { [self] in
        var part = [UInt8](repeating: 0, count: 65_536)
        var total = 0
        while true {
          let count = receive(&part, part.count)
          if count < 0, Wire.isSilent { Issue.record(Silent()) }
          guard count > 0 else { return continuation.resume(returning: total) }
          total += count
          usleep(pauseMilliseconds * 1_000)
        }
      }.start()
    }
  }

  /// Every answer until the other side sends nothing more.
  func answers() async -> [WireAnswer] {
    var bytes: [UInt8] = []
    while true {
      let part = await self.bytes(65_536)
      if part.isEmpty { return WireAnswer.every(in: bytes) }
      bytes += part
    }
  }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw Closed()
    }
  }

  /// The next answer; throws `Closed` when the connection ends before it is whole, `Silent` when
  /// nothing comes.
  func answer() async throws -> WireAnswer {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { [self] in
        continuation.resume(with: Result { try read() })
      }
    }
  }

  /// Waits for bytes; a signal to this process ends no wait.
  private func receive(_ bytes: UnsafeMutableRawPointer, _ most: Int) -> Int {
    while true {
      let count = recv(descriptor, bytes, most, 0)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Whether a read that failed gave up waiting: nothing came, and the connection is open.
  private static var isSilent: Bool { errno == EAGAIN || errno == EWOULDBLOCK }

  /// Whether the other side has closed, waiting for it.
  func isClosed() async -> Bool {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [self] in
        var byte: UInt8 = 0
        let count = receive(&byte, 1)
        continuation.resume(returning: count == 0 || (count < 0 && !Wire.isSilent))
      }
    }
  }

  /// As ``answer()``, holding the thread meanwhile.
  func read() throws -> WireAnswer {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let answer = WireAnswer(bytes) { return answer }
      let count = receive(&part, part.count)
      if count < 0, Wire.isSilent { throw Silent() }
      guard count > 0 else { throw Closed() }
      bytes += part[..<count]
    }
  }
}

struct WireAnswer: Sendable {
  let status: Int
  let head: String
  let body: String

  var all: String { head + "\r\n\r\n" + body }

  /// Nil while it is not whole; reads answers with a length, as this site gives them.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
    let length = WireAnswer.field("content-length", of: head).flatMap { Int($0) } ?? 0
    guard bytes.count >= end.upperBound + length else { return nil }
    body = String(decoding: bytes[end.upperBound..<(end.upperBound + length)], as: UTF8.self)
  }

  /// Those of a connection, in their order. What is no whole answer has the status 0.
  static func every(in bytes: [UInt8]) -> [WireAnswer] {
    var (answers, rest) = ([WireAnswer](), bytes)
    while !rest.isEmpty {
      guard let answer = WireAnswer(rest) else {
        return answers + [WireAnswer(Array("none 0\r\n\r\n".utf8))].compactMap { $0 }
      }
      answers.append(answer)
      rest = Array(rest.dropFirst(answer.all.utf8.count))
    }
    return answers
  }

  func field(_ name: String) -> String? { WireAnswer.field(name, of: head) }

  private static func field(_ name: String, of head: String) -> String? {
    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name):") }
      .map { $0.drop { $0 != ":" }.dropFirst().trimmingPrefix(while: { $0 == " " }) }
      .map { String($0) }
  }
}

/// Whole requests, each on a connection of its own.
struct Client: Sendable {
  let port: Int

  func get(_ path: String, _ fields: String...) async throws -> WireAnswer {
    try await send("GET", path, fields, body: "")
  }

  func post(
    _ path: String, _ body: String, type: String = "application/x-www-form-urlencoded",
    _ fields: String...
  ) async throws -> WireAnswer {
    try await send("POST", path, fields + ["Content-Type: \(type)"], body: body)
  }

  func send(
    _ method: String, _ path: String, _ fields: [String], body: String
  ) async throws -> WireAnswer {
    let wire = try Wire(port: port)
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + fields
      + ["Content-Length: \(body.utf8.count)", "", body]
    try wire.send(lines.joined(separator: "\r\n"))
    return try await wire.answer()
  }
}
