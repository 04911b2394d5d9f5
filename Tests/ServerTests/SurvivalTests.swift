import Foundation
import PQ
import Registry
import Store
import TestSupport
import Testing

/// A running node whose snapshot file or database is not what it should be.
@Suite struct SurvivalTests {
  static let broken: [(String, [UInt8], String)] = [
    ("foreign", Array("%PDF-1.7\n%%EOF\n".utf8), "not a snapshot"),
    (
      "newer", Array("varde-snapshot \(SavedSnapshot.format + 1)\nwhatever\n".utf8),
      "format \(SavedSnapshot.format + 1)"
    ),
    ("damaged", Array("varde-snapshot \(SavedSnapshot.format)\nsha256 00\nx\n".utf8), "damaged"),
    ("empty", [], "not a snapshot"),
  ]

  @Test(arguments: broken)
  func `a file that cannot be used is told once, pages are 503, and the node heals`(
    _ kind: String, _ bytes: [UInt8], _ reason: String
  ) async throws {
    let town = try await Town.makeAlone()
    try await town.database.cluster.stop()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    try Data(bytes).write(to: URL(filePath: file.path))
    #expect(chmod(file.path, 0o600) == 0)
    try await Running.node(town.reader, folder: folder.path) { node in
      try await node.witness.seesTheLoss()
      for path in ["/", "/sted/9901-tranvik", "/api/v1/areas"] {
        let answer = try await node.site.get(path)
        #expect(answer.status == 503)
        #expect(answer.field("retry-after") == "15")
        #expect(path.hasPrefix("/api") || answer.body.contains("tel:112"))
      }
      #expect(try await node.inspection.get("/health/ready").status == 503)
      try await town.database.cluster.start()
      try await eventually("healed") {
        try await node.site.get("/sted/9901-tranvik").status == 200
      }
      try await node.witness.sees("the file written", \.isWritten)
      let reasons = node.witness.observations.compactMap(\.refusal)
      #expect(reasons.count == 1)
      #expect(reasons.first?.contains(reason) == true)
    }
    #expect(try file.read().snapshot.generation == 1)
  }

  @Test func `with the database gone every kind of answer goes on and says how old it is`()
    async throws
  {
    let town = try await Town.makeAlone()
    try await Running.node(town.reader) { node in
      try await node.ready()
      #expect(try await node.site.get("/api/v1/areas").field("age") == nil)
      try await town.database.cluster.kill()
      try await node.witness.seesTheLoss()
      for path in ["/", "/sted/9901-tranvik", "/organisasjon/klubben", "/om", "/nn", "/en"] {
        let page = try await node.site.get(path)
        #expect(page.status == 200, "\(path)")
        #expect(path == "/om" || page.body.contains("class=\"stale"), "\(path)")
        #expect(path == "/om" || page.field("cache-control") == "no-store", "\(path)")
        #expect(page.field("age").flatMap { Int($0) } != nil, "\(path)")
      }
      let answer = try await node.site.post("/svar", "place=9901&function=SLT-koordinator")
      #expect(answer.body.contains("33 00 00 02"))
      #expect(answer.body.contains("class=\"stale"))
      let problem = try await node.site.post(
        "/api/v1/answers", #"{"place": "9901", "function": "slt-coordinator"}"#,
        type: "application/json")
      #expect(problem.status == 200)
      #expect(problem.field("age").flatMap { Int($0) } != nil)
      for path in ["/api/v1/areas", "/api/v1/organisations", "/openapi.json"] {
        #expect(try await node.site.get(path).status == 200, "\(path)")
      }
      #expect(try await node.site.post("/sok", "q=Klubben").body.contains("Klubben"))
    }
  }
}
