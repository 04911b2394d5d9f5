import Compression
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite("Smaller forms of what is kept")
struct CompressionTests {
  private static let text = String(repeating: "Hvem kan jeg snakke med? ", count: 200)

  private func response(
    _ reply: Reply, accepting coding: String?, holding tag: String? = nil,
    _ method: HTTPRequest.Method = .get
  ) throws -> Response {
    var fields: HTTPFields = [:]
    fields[.acceptEncoding] = coding
    fields[.ifNoneMatch] = tag
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "x", path: "/", headerFields: fields)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    return try #require(FinishedReply(reply)).response(to: request)
  }

  private static func reply(_ caching: CachePolicy) -> Reply {
    Reply(contentType: "text/plain; charset=utf-8", bytes: Array(text.utf8), caching: caching)
  }

  @Test("gzip's form is read back whole by another program")
  func whole() throws {
    let bytes = Array(Self.text.utf8)
    let small = try #require(Gzip.compressed(bytes))
    #expect(small.starts(with: [0x1F, 0x8B]) && small.count < bytes.count / 10)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gz")
    try Data(small).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let read = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(read == Data(bytes))
  }

  @Test("nothing is made of what would not become smaller")
  func noGain() {
    #expect(Gzip.compressed([]) == nil)
    #expect(Gzip.compressed([1, 2, 3]) == nil)
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(Gzip.compressed(noise) == nil)
  }

  @Test(
    "who takes gzip gets it, and nobody else",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true),
      ("gzip;q=0", false), ("gzip; q=0.000, *", false), ("*", true), ("*;q=0", false),
      ("identity", false), ("br", false), ("deflate, x-gzip", true), ("gzip;q=x", false),
    ] as [(String?, Bool)])
  func accepted(_ coding: String?, _ isGzip: Bool) throws {
    let response = try response(Self.reply(.revalidated(tag: "t")), accepting: coding)
    #expect(response.headers[.contentEncoding] == (isGzip ? "gzip" : nil))
    #expect(response.headers[.vary] == "Accept-Encoding")
    #expect(response.headers[.eTag] == (isGzip ? "\"t-gz\"" : "\"t\""))
    let length = response.body.contentLength ?? 0
    #expect(isGzip ? length < 500 : length == Self.text.utf8.count)
  }

  @Test("each form has its own tag, and 304 says which")
  func tags() throws {
    let reply = Self.reply(.revalidated(tag: "t"))
    for (coding, tag, isHeld) in [
      ("gzip", "\"t-gz\"", true), ("gzip", "\"t\"", false), (nil, "\"t\"", true),
      (nil, "\"t-gz\"", false), ("gzip", "*", true), ("gzip", "W/\"t-gz\"", true),
    ] as [(String?, String, Bool)] {
      let response = try response(reply, accepting: coding, holding: tag)
      #expect(response.status == (isHeld ? .notModified : .ok), "\(coding ?? "") \(tag)")
      #expect(response.headers[.eTag] == (coding == nil ? "\"t\"" : "\"t-gz\""))
      #expect(response.headers[.vary] == "Accept-Encoding")
    }
  }

  @Test("HEAD tells the length of the form that GET would send")
  func head() throws {
    let reply = Self.reply(.immutable)
    let got = try response(reply, accepting: "gzip")
    let head = try response(reply, accepting: "gzip", .head).createHeadResponse()
    #expect(head.headers[.contentEncoding] == "gzip")
    #expect(head.headers[.contentLength] == got.body.contentLength.map(String.init))
  }

  @Test("what is told once is sent as it is, and another Vary stays")
  func untouched() throws {
    #expect(FinishedReply(Self.reply(.never)) == nil)
    var reply = Self.reply(.revalidated(tag: "t"))
    reply.fields[.vary] = "Accept-Language"
    #expect(
      try response(reply, accepting: "gzip").headers[.vary] == "Accept-Language, Accept-Encoding")
    let mark = Array("Hvem".utf8)
    let finished = try #require(FinishedReply(reply)).adding(Array("!".utf8), behind: mark)
    var fields: HTTPFields = [:]
    fields[.acceptEncoding] = "gzip"
    let request = Request(
      head: HTTPRequest(
        method: .get, scheme: "http", authority: "x", path: "/", headerFields: fields),
      body: RequestBody(buffer: ByteBuffer()))
    let told = finished.response(to: request)
    #expect(told.headers[.contentEncoding] == nil)
    #expect(told.headers[.cacheControl] == "no-store")
  }
}
