import Foundation
import PQ
import Testing
import TestSupport

/// What somebody asks must be nowhere afterwards.
@Suite struct PrivacyTests {
  private static let canary = "nattergal"

  @Test func `twenty questions leave no trace in any log, table, metric or file`() async throws {
    let town = try await Town.make()
    let program = try Program.serving(town.reader)
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    try await eventually("ready") { try await inspection.get("/health/ready").status == 200 }
    try await askTwenty(site)
    let metrics = try await inspection.get("/metrics").all
    program.terminate()
    #expect(try await program.status() == 0)

    let served = program.logLines.filter { $0["message"] as? String == "served" }
    #expect(served.count >= 20)
    #expect(served.contains { $0["route"] as? String == "/svar" && $0["status"] as? Int == 200 })
    for route in ["/svar", "/sok", "/api/v1/answers", "/api/v1/search"] {
      #expect(metrics.contains("route=\"\(route)\""), "\(route)")
    }
    var traces = try program.folder.texts() + [metrics, program.out, program.log]
    traces.append(try await Self.tables(of: town))
    #expect(traces.contains { $0.contains("Klubben") }, "the tables and the file were not read")
    for trace in traces { #expect(!trace.lowercased().contains(Self.canary)) }
  }

  @Test func `a canary in a table, a file or a log would have been found`() async throws {
    let town = try await Town.make()
    try await town.rename("Tranvik Nattergal")
    #expect(try await Self.tables(of: town).lowercased().contains(Self.canary))
    let folder = try Folder()
    try Data("x Nattergal".utf8).write(to: URL(filePath: "\(folder.path)/x"))
    #expect(try folder.texts().contains { $0.lowercased().contains(Self.canary) })
  }

  /// Every row of every table of the registry, and what the server says of its sessions.
  private static func tables(of town: Town) async throws -> String {
    let rows = try await town.text(
      """
      select string_agg(query_to_xml(
        format('select t::text as row from %I.%I as t', schemaname, tablename), true, false, '')
        ::text, '') as text
      from pg_tables where schemaname in ('varde', 'public')
      """)
    let sessions = try await town.text(
      """
      select string_agg(query || application_name, ' ') as text from pg_stat_activity
      where pid <> pg_backend_pid()
      """)
    return rows + sessions
  }

  private func askTwenty(_ site: Client) async throws {
    let word = Self.canary
    for (field, value) in [
      ("place", word), ("place", "9901&concern=\(word)"), ("place", "9901&workplace=\(word)"),
      ("place", "9901&function=\(word)"), ("place", "9901&age=\(word)"),
      ("place", "9901&severity=\(word)"), ("place", "9901&wish=\(word)"),
      ("place", "9901&\(word)=\(word)"), ("place", "9901&words=\(word)"),
      ("place", "\(word)&words=min+\(word)+ruser+seg"),
    ] { _ = try await site.post("/svar", "\(field)=\(value)") }
    let good = try await site.post(
      "/svar", "place=9901&concern=radikalisering", "User-Agent: \(word)", "Cookie: a=\(word)",
      "X-Forwarded-For: \(word)", "Referer: http://\(word).example/", "Accept-Language: \(word)")
    #expect(good.status == 200)
    // The positive control: the words are read, so they did get as far as the reader.
    let read = try await site.post("/svar", "place=9901&words=\(word)+er+radikalisert")
    #expect(read.status == 200)
    #expect(read.all.contains("value=\"extremism\" selected"))
    #expect(!read.all.lowercased().contains(word))
    for field in ["q", "query", "text"] { _ = try await site.post("/sok", "\(field)=\(word)") }
    let json = [
      #"{"place": "\#(word)"}"#, #"{"place": "9901", "concern": "\#(word)"}"#, #"{"\#(word)": 1}"#,
      #"{"place": "9901", "words": "\#(word) er radikalisert"}"#,
      #"\#(word)"#,
    ]
    for body in json {
      _ = try await site.post("/api/v1/answers", body, type: "application/json")
    }
    _ = try await site.post("/api/v1/search", #"{"query": "\#(word)"}"#, type: "application/json")
    _ = try await site.get("/\(word)?\(word)=\(word)")
    _ = try await site.get("/sted/\(word)?q=\(word)")
    _ = try await site.send(word.uppercased(), "/", [], body: "")
    _ = try await site.post("/svar", word, type: "text/\(word)")
  }
}
