import HTTPTypes
import NIOCore
import Testing

@testable import Server

@Suite struct HTTPCodingTests {
  private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

  private func head(
    _ status: HTTPResponse.Status, _ fields: HTTPFields = [:], body: String = "",
    isLast: Bool = false
  ) -> [String] {
    let bytes = HTTPResponse(status: status, headerFields: fields).head(
      before: body.utf8.count, room: 0, date: Self.date, isLast: isLast,
      allocator: ByteBufferAllocator())
    let text = String(buffer: bytes)
    #expect(text.hasSuffix("\r\n\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test func `the length of a body is told, and the date`() {
    let lines = head(.ok, [.contentType: "text/plain"], body: "æ")
    #expect(
      lines == [
        "HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Length: 2", "Date: \(Self.date)",
      ])
  }

  @Test func `a length that was told already is told as it was, as for HEAD`() {
    let lines = head(.ok, [.contentLength: "4711"])
    #expect(lines == ["HTTP/1.1 200 OK", "Content-Length: 4711", "Date: \(Self.date)"])
  }

  @Test func `no field tells another length than that of the body`() {
    #expect(
      head(.ok, [.contentLength: "4711"], body: "abc").filter { $0.hasPrefix("Content-Length") }
        == ["Content-Length: 3"])
  }

  @Test func `a status that is known by its number alone has its words`() {
    #expect(head(HTTPResponse.Status(code: 404)).first == "HTTP/1.1 404 Not Found")
    #expect(head(HTTPResponse.Status(code: 599)).first?.hasPrefix("HTTP/1.1 599 ") == true)
  }

  @Test(arguments: [HTTPResponse.Status.noContent, .notModified])
  func `what has no body tells no length`(_ status: HTTPResponse.Status) {
    let lines = head(status, [.contentLength: "3", .eTag: "\"a\""], body: "abc")
    #expect(lines.dropFirst() == ["ETag: \"a\"", "Date: \(Self.date)"])
  }

  @Test func `the end of the connection is told, and no other framing than ours`() {
    let fields: HTTPFields = [
      .transferEncoding: "chunked", .connection: "keep-alive", .date: "yesterday",
    ]
    let lines = head(.badRequest, fields, isLast: true)
    #expect(
      lines == [
        "HTTP/1.1 400 Bad Request", "Content-Length: 0", "Date: \(Self.date)", "Connection: close",
      ])
  }

  @Test func `many long fields have room, and a field that comes twice comes twice`() {
    var fields = HTTPFields()
    let long = String(repeating: "x", count: 5_000)
    for _ in 0..<20 { fields.append(HTTPField(name: .setCookie, value: long)) }
    #expect(head(.ok, fields).count { $0 == "Set-Cookie: \(long)" } == 20)
  }

  @Test func `no value can end its line`() {
    let lines = head(.ok, [.location: "/a\r\nSet-Cookie: b"])
    #expect(lines.count == 4)
    #expect(!lines.contains { $0.hasPrefix("Set-Cookie") })
  }
}
