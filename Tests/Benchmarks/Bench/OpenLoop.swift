import Foundation
import Glibc
import Synchronization

/// Asks at a given rate whatever the answers do: how long each took counts from when it should have
/// been sent, so that a server that stands still is not spared the questions it missed.
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

  /// Prints requests, failures and the percentiles in milliseconds.
  func run(perSecond: Double, seconds: Double) throws {
    let count = Int(perSecond * seconds)
    let started = OpenLoop.now() + 50_000_000
    let outcome = Mutex<(times: [Int64], failures: Int)>(([], 0))
    let everyone = DispatchGroup()
    for place in 0..<OpenLoop.connections {
      everyone.enter()
      Thread {
        let (times, failures) = ask(place, count, started, perSecond)
        outcome.withLock {
          $0.times += times
          $0.failures += failures
        }
        everyone.leave()
      }.start()
    }
    everyone.wait()
    let (times, failures) = outcome.withLock { ($0.times.sorted(), $0.failures) }
    func percentile(_ share: Double) -> String {
      guard !times.isEmpty else { return "-" }
      let time = times[min(times.count - 1, Int(Double(times.count) * share))]
      return String(format: "%.3f", Double(time) / 1e6)
    }
    print(
      "requests \(times.count) failures \(failures) p50 \(percentile(0.5)) "
        + "p99 \(percentile(0.99)) max \(percentile(1))")
  }

  /// Every so-manieth question, over one connection.
  private func ask(
    _ place: Int, _ count: Int, _ started: Int64, _ perSecond: Double
  ) -> ([Int64], Int) {
    guard let connection = Connection(port: port) else { return ([], count) }
    var times: [Int64] = []
    var failures = 0
    for number in stride(from: place, to: count, by: OpenLoop.connections) {
      let due = started + Int64(Double(number) / perSecond * 1e9)
      OpenLoop.sleep(until: due)
      if connection.exchange(request) {
        times.append(OpenLoop.now() - due)
      } else {
        failures += 1
      }
    }
    return (times, failures)
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func sleep(until instant: Int64) {
    let left = instant - now()
    guard left > 0 else { return }
    var time = timespec(
      tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
    nanosleep(&time, nil)
  }
}

/// One kept connection on loopback.
private final class Connection {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

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

  /// Sends, and reads the response to its end; false unless it is 200.
  func exchange(_ request: [UInt8]) -> Bool {
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
    else { return false }
    var response: [UInt8] = []
    var wanted: Int?
    while wanted.map({ response.count < $0 }) ?? true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return false }
      response += buffer[..<count]
      if wanted == nil { wanted = Connection.length(of: response) }
    }
    return response.starts(with: Array("HTTP/1.1 200".utf8))
  }

  /// The bytes of head and body, once the head is there.
  private static func length(of response: [UInt8]) -> Int? {
    let end = Array("\r\n\r\n".utf8)
    guard let place = response.firstRange(of: end) else { return nil }
    let head = String(decoding: response[..<place.lowerBound], as: UTF8.self).lowercased()
    let line = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    let length = line.flatMap { Int($0.dropFirst(15).filter { !$0.isWhitespace }) } ?? 0
    return place.upperBound + length
  }
}
