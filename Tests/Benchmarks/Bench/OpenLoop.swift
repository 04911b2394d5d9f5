import Foundation
import Glibc

/// Asks at a given rate whatever the answers do: how long each took counts from when it should have
/// been sent, so that a server that stands still is not spared the questions it missed.
///
/// One thread over connections that never wait: a client that takes as much of two processors as
/// the server would be measured with it.
struct OpenLoop {
  let port: UInt16
  let request: [UInt8]

  init(port: UInt16, path: String, bodyFile: String) throws {
    let body = try Data(contentsOf: URL(filePath: bodyFile))
    self.port = port
    let type =
      bodyFile.hasSuffix(".json") ? "application/json" : "application/x-www-form-urlencoded"
    request =
      Array(
        """
        POST \(path) HTTP/1.1\r
        Host: 127.0.0.1:\(port)\r
        Content-Type: \(type)\r
        Content-Length: \(body.count)\r
        \r

        """.utf8) + body
  }

  private static let connections = 24
  /// After as long without any response, the questions that are left have failed.
  private static let patience: Int64 = 30_000_000_000

  /// Prints requests, failures and the percentiles in milliseconds.
  func run(perSecond: Double, seconds: Double) {
    let count = Int(perSecond * seconds)
    let times = ask(count, perSecond).sorted()
    func percentile(_ share: Double) -> String {
      guard !times.isEmpty else { return "-" }
      let time = times[min(times.count - 1, Int(Double(times.count) * share))]
      return String(format: "%.3f", Double(time) / 1e6)
    }
    print(
      "requests \(times.count) failures \(count - times.count) p50 \(percentile(0.5)) "
        + "p99 \(percentile(0.99)) max \(percentile(1))")
  }

  /// What each question took that was answered, in nanoseconds; they go in the order in which they
  /// are due, each over the next connection that is free.
  private func ask(_ count: Int, _ perSecond: Double) -> [Int64] {
    var free = (0..<OpenLoop.connections).compactMap { _ in Connection(port: port) }
    var waiting: [Connection] = []
    var times: [Int64] = []
    times.reserveCapacity(count)
    let started = OpenLoop.now() + 50_000_000
    var next = 0
    func due(_ number: Int) -> Int64 { started + Int64(Double(number) / perSecond * 1e9) }
    while next < count || !waiting.isEmpty {
      while next < count, due(next) <= OpenLoop.now(), let connection = free.popLast() {
        if connection.send(request, due: due(next)) { waiting.append(connection) }
        next += 1
      }
      if free.isEmpty, waiting.isEmpty { return times }
      let alarm = next < count && !free.isEmpty ? due(next) - OpenLoop.now() : OpenLoop.patience
      let ready = OpenLoop.ready(among: waiting.map(\.descriptor), within: max(alarm, 0))
      if ready.isEmpty, alarm == OpenLoop.patience { return times }
      waiting.removeAll { connection in
        guard ready.contains(connection.descriptor) else { return false }
        switch connection.receive() {
        case .more: return false
        case .whole(let ok):
          if ok { times.append(OpenLoop.now() - connection.due) }
          free.append(connection)
          return true
        case .broken: return true
        }
      }
    }
    return times
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The descriptors that can be read, after waiting at most so many nanoseconds for the first.
  private static func ready(among descriptors: [Int32], within time: Int64) -> Set<Int32> {
    // Of the calls that wait to the nanosecond, only this one is to be had from Swift.
    var set = fd_set()
    withUnsafeMutableBytes(of: &set) { bits in
      for descriptor in descriptors { bits[Int(descriptor) / 8] |= 1 << UInt8(descriptor % 8) }
    }
    var limit = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    guard pselect((descriptors.max() ?? -1) + 1, &set, nil, nil, &limit, nil) > 0 else { return [] }
    return withUnsafeBytes(of: &set) { bits in
      Set(descriptors.filter { bits[Int($0) / 8] & (1 << UInt8($0 % 8)) != 0 })
    }
  }
}

/// One kept connection on loopback, with at most one question under way.
private final class Connection {
  enum Received { case more, broken, whole(ok: Bool) }

  let descriptor: Int32
  private(set) var due: Int64 = 0
  private var response = [UInt8](repeating: 0, count: 1 << 16)
  private var count = 0
  private var wanted: Int?

  init?(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var one: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { return nil }
  }

  deinit {
    close(descriptor)
  }

  /// False when the connection no longer takes a question.
  func send(_ request: [UInt8], due: Int64) -> Bool {
    (self.due, count, wanted) = (due, 0, nil)
    return Glibc.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
  }

  /// Takes what has come; a whole response is ok when it is a 200.
  func receive() -> Received {
    if count == response.count { response += [UInt8](repeating: 0, count: count) }
    response.withUnsafeMutableBytes { room in
      let more = recv(descriptor, room.baseAddress.map { $0 + count }, room.count - count, 0)
      count = more > 0 ? count + more : -1
    }
    guard count > 0 else { return .broken }
    return response.withUnsafeBytes { room in
      let response = UnsafeRawBufferPointer(rebasing: room[..<count])
      wanted = wanted ?? Connection.length(of: response)
      guard let wanted, count >= wanted else { return .more }
      return .whole(ok: response.starts(with: "HTTP/1.1 200".utf8))
    }
  }

  /// The bytes of head and body, once the head is there.
  private static func length(of response: UnsafeRawBufferPointer) -> Int? {
    let name = Array("content-length:".utf8)
    var body = 0
    var start = 0
    for (place, byte) in response.enumerated() where byte == UInt8(ascii: "\n") {
      let line = response[start..<place]
      if line.count == 1 { return place + 1 + body }
      // Of these bytes, only letters have the sixth bit to lose.
      if zip(line, name).allSatisfy({ $0 | 0x20 == $1 }), line.count > name.count {
        let digits = line.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        body = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      }
      start = place + 1
    }
    return nil
  }
}
