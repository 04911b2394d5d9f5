import Foundation
import Logging
import Registry
import Synchronization
import Testing
import Web

@testable import Server

@Suite struct ObservingTests {
  private static let every: [Observation] = [
    .served(method: "GET", pattern: "/sted/{slug}", status: 200, microseconds: 12, generation: 3),
    .limited(pattern: "/sok"), .unnamedProxy, .failed(pattern: "/om", kind: "Site.Fault"),
    .editionSwapped(
      EditionMark(generation: 3), origin: .file,
      took: .init(readMilliseconds: 3, compileMilliseconds: 4)),
    .databaseCaughtUp(generation: 3),
    .lineageLeft(EditionMark(generation: 4), by: EditionMark(generation: 3)),
    .rowsUnreadable(count: 1, some: ["channel 1: hours holds what this program cannot read"]),
    .editionRefused(generation: 2, current: 3), .databaseLost(reason: "a \"reason\"\n"),
    .databaseReturned(generation: 3), .snapshotWritten(generation: 3, bytes: 99),
    .snapshotRefused(reason: "damaged"), .snapshotNotWritten(reason: "full"),
    .started(address: "http://127.0.0.1:8080/"), .inspectable(address: "http://127.0.0.1:8081/"),
    .stopping, .stuck,
  ]

  private func lines(_ observations: [Observation]) throws -> [[String: Any]] {
    let written = Mutex<[[UInt8]]>([])
    let logger = Logger(label: "varde") { label in
      JSONLog(label: label, now: { Date(timeIntervalSince1970: 0) }) { line in
        written.withLock { $0.append(line) }
      }
    }
    let journal = Journal(logger)
    observations.forEach(journal.record)
    return try written.withLock { $0 }.map { line in
      #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1 && line.last == 10)
      return try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  @Test func `every observation is one line of JSON with a message`() throws {
    let lines = try lines(Self.every)
    #expect(lines.count == Self.every.count)
    for line in lines { #expect((line["message"] as? String)?.isEmpty == false) }
    #expect(Set(lines.compactMap { $0["message"] as? String }).count == Self.every.count)
  }

  @Test func `a request's line says what it must and nothing else`() throws {
    let line = try #require(try lines([Self.every[0]]).first)
    #expect(
      Set(line.keys) == [
        "time", "level", "logger", "message", "method", "route", "status", "microseconds",
        "generation",
      ])
    #expect(line["status"] as? Int == 200)
    #expect(line["generation"] as? Int == 3)
    #expect((line["time"] as? String)?.hasPrefix("1970-01-01T00:00:00") == true)
  }

  @Test func `the tally is written as Prometheus reads it`() {
    let tally = Tally()
    Self.every.forEach(tally.count)
    tally.count(
      .served(
        method: "GET", pattern: "/a\"b\\c", status: 404, microseconds: 3_000_000,
        generation: 0))
    let current = CurrentEdition()
    current.markStale(since: 90)
    let text = PrometheusText(tally.counts, current: current, build: "abc", now: 100).text
    let lines = text.split(separator: "\n")
    for line in [
      #"varde_requests_total{method="GET",route="/sted/{slug}",status="200"} 1"#,
      #"varde_requests_total{method="GET",route="/a\"b\\c",status="404"} 1"#,
      #"varde_request_duration_seconds_bucket{route="/sted/{slug}",le="0.0001"} 1"#,
      #"varde_request_duration_seconds_bucket{route="/a\"b\\c",le="2.5"} 0"#,
      #"varde_request_duration_seconds_bucket{route="/a\"b\\c",le="+Inf"} 1"#,
      #"varde_request_duration_seconds_sum{route="/a\"b\\c"} 3.0"#,
      #"varde_requests_limited_total{route="/sok"} 1"#,
      #"varde_edition_swaps_total{origin="file"} 1"#,
      "varde_database_losses_total 1", "varde_snapshot_faults_total 2",
      "varde_edition_age_seconds 10", "varde_database_up 0", "varde_generation 0",
      "varde_edition_ahead 0", "varde_rows_unreadable 0",
      #"varde_build{build="abc"} 1"#,
    ] { #expect(lines.contains { $0 == line }, "\(line)") }
    let samples = lines.filter { !$0.hasPrefix("#") }
    #expect(samples.allSatisfy { $0.split(separator: " ").last.flatMap { Double($0) } != nil })
    #expect(Set(samples).count == samples.count)
  }
}
