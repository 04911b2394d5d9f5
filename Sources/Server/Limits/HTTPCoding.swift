import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

extension HTTPRequest {
  /// As the library reads it, which takes every path apart as an address to see whether it has a
  /// scheme; what begins with a slash has none.
  init(reading head: HTTPRequestHead) throws {
    guard head.uri.utf8.first == UInt8(ascii: "/") else {
      self = try HTTPRequest(head, secure: false, splitCookie: false)
      return
    }
    self.init(
      method: try Method(head.method), scheme: "http", authority: head.headers.first(name: "Host"),
      path: head.uri, headerFields: HTTPFields(head.headers, splitCookie: false))
  }
}

extension HTTPResponse {
  /// Whether a body may follow (RFC 9110, 6.4.1); a HEAD has none, and tells its length.
  var mayHaveBody: Bool {
    let status = status
    return status.kind != .informational && status != .noContent && status != .notModified
  }

  /// The head as HTTP/1.1 writes it (RFC 9112). The length of a body is that of the body, whatever
  /// a field says; where there is none, as for HEAD, a field may tell another.
  ///
  /// The library's encoder takes a response in three parts of another type, and longer for them
  /// than everything else around a fixed reply. Names, values and reasons hold no line break: their
  /// types see to that.
  /// - Parameter bodyBytes: of what follows the head.
  /// - Parameter room: for so many bytes behind the head.
  /// - Parameter isLast: whether the connection ends with it.
  func head(
    before bodyBytes: Int, room: Int, date: String, isLast: Bool, allocator: ByteBufferAllocator
  ) -> ByteBuffer {
    var headBytes = HTTPResponse.headBytesUsual
    while true {
      var buffer = allocator.buffer(capacity: headBytes + room)
      let isWhole = buffer.writeLines(bytesMax: headBytes) { lines in
        write(to: &lines, before: bodyBytes, date: date, isLast: isLast)
      }
      if isWhole { return buffer }
      headBytes *= 4
    }
  }

  /// Most heads are smaller.
  private static let headBytesUsual = 1536

  private func write(to lines: inout Lines, before bodyBytes: Int, date: String, isLast: Bool) {
    let status = status
    lines.add("HTTP/1.1 ")
    lines.add(String(status.code))
    lines.add(" ")
    lines.add(
      status.reasonPhrase.isEmpty
        ? HTTPResponseStatus(statusCode: status.code).reasonPhrase : status.reasonPhrase)
    lines.add("\r\n")
    var isLengthTold = !mayHaveBody
    for field in headerFields {
      let name = field.name
      if name.mayFrame {
        if name == .contentLength {
          if !mayHaveBody || bodyBytes > 0 { continue }
          isLengthTold = true
        } else if name == .transferEncoding || name == .connection || name == .date {
          continue
        }
      }
      lines.add(name.rawName, field.value)
    }
    if !isLengthTold { lines.add("Content-Length", String(bodyBytes)) }
    lines.add("Date", date)
    if isLast { lines.add("Connection", "close") }
    lines.add("\r\n")
  }
}

extension HTTPField.Name {
  /// Whether it is as long as a name that the connection itself has to do with: names are compared
  /// sign by sign, and each response has a dozen.
  fileprivate var mayFrame: Bool {
    switch rawName.utf8.count {
    case 4, 10, 14, 17: true
    default: false
    }
  }
}

extension ByteBuffer {
  /// Whether all that `write` adds had room; what had not leaves nothing.
  fileprivate mutating func writeLines(bytesMax: Int, _ write: (inout Lines) -> Void) -> Bool {
    var isWhole = false
    writeWithUnsafeMutableBytes(minimumWritableBytes: bytesMax) { space in
      var lines = Lines(space)
      write(&lines)
      isWhole = lines.isWhole
      return isWhole ? lines.count : 0
    }
    return isWhole
  }
}

/// Text behind text as long as there is room.
private struct Lines {
  private let space: UnsafeMutableRawBufferPointer
  private(set) var count = 0
  private(set) var isWhole = true

  init(_ space: UnsafeMutableRawBufferPointer) {
    self.space = space
  }

  mutating func add(_ name: String, _ value: String) {
    add(name)
    add(": ")
    add(value)
    add("\r\n")
  }

  mutating func add(_ text: StaticString) {
    add(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @_disfavoredOverload
  mutating func add(_ text: String) {
    let isThere: Void? = text.utf8.withContiguousStorageIfAvailable {
      add(UnsafeRawBufferPointer($0))
    }
    guard isThere == nil else { return }
    Array(text.utf8).withUnsafeBytes { add($0) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let from = bytes.baseAddress, let to = space.baseAddress else { return }
    guard isWhole, space.count - count >= bytes.count else {
      isWhole = false
      return
    }
    (to + count).copyMemory(from: from, byteCount: bytes.count)
    count += bytes.count
  }
}
