import Foundation
import Testing
import TestSupport

/// Nothing is read from disk while serving, proved by the kernel and not by our own word.
@Suite struct DiskTests {
  /// What a visitor's browser would fetch, and what is posted.
  private struct Asked: Hashable {
    let path: String
    var body: String?
    var type = "application/x-www-form-urlencoded"
  }

  private static let posts = [
    Asked(path: "/svar", body: "place=9901&asker=citizen&concern=extremism&age=15"),
    Asked(path: "/sok", body: "q=tranvk"),
    Asked(
      path: "/api/v1/answers", body: #"{"place": "9901", "at": "2026-06-01T10:00:00+02:00"}"#,
      type: "application/json"),
    Asked(path: "/api/v1/search", body: #"{"query": "tranvk"}"#, type: "application/json"),
  ]

  @Test func `with no file left that it could open, every page is what it is elsewhere`()
    async throws
  {
    let town = try await Town.make()
    // The one connection must outlive a slow machine: no other can be taken up later.
    let patience = ["VARDE_LIMITS_IDLE_SECONDS": "600", "VARDE_LIMITS_REQUEST_SECONDS": "600"]
    let bound = try Program.serving(town.reader, patience)
    let free = try Program.serving(town.reader, patience)
    let wires = (try await wire(to: bound), try await wire(to: free))
    let limit = try bind(bound.id)
    #expect(
      try limits(of: bound.id).contains { $0.hasPrefix("Max open files") && $0.contains(limit) })

    var asked: Set<Asked> = []
    var queue =
      DiskTests.posts + ["/", "/en", "/openapi.json", "/api/v1/areas"].map { Asked(path: $0) }
    var pages = 0
    while let next = queue.popLast(), pages < 150 {
      guard asked.insert(next).inserted else { continue }
      pages += 1
      // The first time that this process is asked for it, unless a page before led to the same.
      let here = try await answer(to: next, on: wires.0)
      let there = try await answer(to: next, on: wires.1)
      #expect(here.status == there.status && here.body == there.body, "\(next.path)")
      #expect(here.status < 500, "\(next.path)")
      if next.path.hasPrefix("/api/") { continue }
      queue += here.body.matches(of: /(?:href|src)="(\/[^"#?]*)/).map { Asked(path: String($0.1)) }
    }
    #expect(pages > 20)
    #expect(
      asked.contains { $0.path.hasSuffix(".css") } && asked.contains { $0.path.hasSuffix(".js") })

    // Nor is any file open from before, beside the two streams that the test gave it.
    let open = try descriptors(of: bound.id).values.filter {
      $0.hasPrefix("/") && !$0.hasPrefix("/dev/")
    }
    #expect(Set(open) == ["\(bound.folder.path)/out", "\(bound.folder.path)/log"])
  }

  /// The positive control: what is bound like this does fail when it opens a file.
  @Test(arguments: [true, false])
  func `a process that is bound cannot open a file, and one that is not can`(_ isBound: Bool) throws
  {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "echo ready; read line; : < /etc/passwd && echo opened"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    #expect(output.fileHandleForReading.availableData == Data("ready\n".utf8))
    if isBound { _ = try bind(process.processIdentifier) }
    try input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8))
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: rest, as: UTF8.self) == (isBound ? "" : "opened\n"))
  }

  /// A connection that has been taken up already.
  private func wire(to program: Program) async throws -> Wire {
    let port = try await program.client().port
    let inspection = try await program.client("metrics and health")
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
    let wire = try Wire(port: port)
    _ = try await answer(to: Asked(path: "/nowhere"), on: wire)
    return wire
  }

  private func answer(to asked: Asked, on wire: Wire) async throws -> WireAnswer {
    let body = asked.body ?? ""
    let lines = [
      "\(asked.body == nil ? "GET" : "POST") \(asked.path) HTTP/1.1", "Host: localhost",
      "Content-Type: \(asked.type)", "Content-Length: \(body.utf8.count)", "", body,
    ]
    try wire.send(lines.joined(separator: "\r\n"))
    return try await wire.answer()
  }

  /// Forbids the process every new descriptor: whoever opens a file, however, gets EMFILE.
  ///
  /// Not lower than what is in use, since poll(2) counts by the same limit.
  private func bind(_ id: Int32) throws -> String {
    let used = Set(try descriptors(of: id).keys)
    let lowestFree = (0...).first { !used.contains($0) } ?? 0
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/prlimit")
    process.arguments = ["--pid", "\(id)", "--nofile=\(lowestFree):"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return " \(lowestFree) "
  }

  private func limits(of id: Int32) throws -> [Substring] {
    try String(contentsOfFile: "/proc/\(id)/limits", encoding: .utf8).split(separator: "\n")
  }

  /// What each open descriptor leads to.
  private func descriptors(of id: Int32) throws -> [Int: String] {
    let folder = "/proc/\(id)/fd"
    return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) {
      open, name in
      // One may close while it is looked at.
      guard let number = Int(name),
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      else { return }
      open[number] = target
    }
  }
}
