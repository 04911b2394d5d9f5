import Foundation
import PQ
import Testing
import TestSupport

@Suite struct ProgramTests {
  @Test func `the program serves, follows the database, outlives it and ends when told`()
    async throws
  {
    let town = try await Town.makeAlone()
    let program = try Program.serving(town.reader)
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    try await eventually("said where it answers") {
      program.out == "Varde svarer på http://127.0.0.1:\(site.port)/\n"
    }
    try await eventually("ready") {
      try await inspection.get("/health/ready").status == 200
    }
    #expect(try await site.get("/sted/9901-tranvik").body.contains("Tranvik"))

    try await town.rename("Tranvika")
    try await eventually("told the news") {
      try await inspection.get("/metrics").body.contains("\nvarde_generation 2\n")
    }
    #expect(try await site.get("/sted/9901-tranvika").body.contains("Tranvika"))

    try await town.database.cluster.kill()
    try await eventually("noticed the loss") {
      try await inspection.get("/metrics").body.contains("\nvarde_database_up 0\n")
    }
    let stale = try await site.get("/sted/9901-tranvika")
    #expect(stale.status == 200)
    #expect(stale.body.contains("Tranvika"))

    program.terminate()
    #expect(try await program.status() == 0)
    #expect(program.logLines.last?["message"] as? String == "stopping")
    #expect(program.log.contains("database lost"))
  }

  @Test func `a program without its database starts from the file of the one before`() async throws
  {
    let town = try await Town.makeAlone()
    let folder = try Folder()
    let settings = ["VARDE_SNAPSHOT_FOLDER": folder.path]
    let first = try Program.serving(town.reader, settings)
    _ = try await first.client()
    try await eventually("written") { first.log.contains("snapshot written") }
    first.terminate()
    #expect(try await first.status() == 0)
    try await town.database.cluster.stop()

    let second = try Program.serving(town.reader, settings)
    let site = try await second.client()
    try await eventually("started from the file") {
      try await site.get("/sted/9901-tranvik").status == 200
    }
    second.terminate()
    #expect(try await second.status() == 0)
  }

  @Test func `without database and file every page is 503 with 112, and heals`() async throws {
    let town = try await Town.makeAlone()
    try await town.database.cluster.stop()
    let program = try Program.serving(town.reader)
    let site = try await program.client()
    let inspection = try await program.client("metrics and health")
    let page = try await site.get("/sted/9901-tranvik")
    #expect(page.status == 503)
    #expect(page.field("retry-after") != nil)
    #expect(page.body.contains("tel:112"))
    for path in ["/svar", "/sok"] {
      #expect(try await site.post(path, "place=9901&q=9901").status == 503, "\(path)")
    }
    #expect(try await inspection.get("/health/live").status == 200)
    #expect(try await inspection.get("/health/ready").status == 503)
    try await town.database.cluster.start()
    try await eventually("healed") { try await site.get("/sted/9901-tranvik").status == 200 }
    #expect(try await inspection.get("/health/ready").status == 200)
    program.terminate()
    #expect(try await program.status() == 0)
  }

  @Test func `a program that cannot start says why and leaves`() async throws {
    let nowhere = try Program(["serve"], environment: [:])
    #expect(try await nowhere.status() == 1)
    #expect(nowhere.log.contains("VARDE_DATABASE"))
    let misled = try Program(
      ["serve"], environment: ["VARDE_DATABASE": "host=/x dbname=y", "VARDE_PORT": "http"])
    #expect(try await misled.status() == 1)
    #expect(misled.log.contains("«port»"))
    let folder = try Folder()
    _ = try folder.write("zoneinfo64.res", "not what it should be")
    let timeless = try Program(
      ["serve"],
      environment: [
        "VARDE_DATABASE": "host=/x dbname=y", "ICU_TIMEZONE_FILES_DIR": folder.path,
        "VARDE_PORT": "0", "VARDE_INSPECTION_PORT": "0",
      ])
    #expect(try await timeless.status() == 1)
    #expect(timeless.log.contains("Europe/Oslo") && timeless.out == "")
    let town = try await Town.make()
    let above = try Program.serving(town.database.configuration, ["VARDE_READER": "postgres"])
    #expect(try await above.status() == 1)
    #expect(above.log.contains("postgres"))
    let first = try Program.serving(town.reader)
    let port = try await first.client().port
    let second = try Program.serving(town.reader, ["VARDE_PORT": "\(port)"])
    #expect(try await second.status() == 1)
    #expect(second.log.contains("127.0.0.1:\(port) eller"))
  }

  @Test func `flags go before variables, and variables before the file`() async throws {
    let town = try await Town.make()
    let folder = try Folder()
    let path = "\(folder.path)/varde.json"
    let text =
      #"{"port": "nonsense", "address": "192.0.2.1", "limits": {"burst": 1, "per": {"second": 1}}}"#
    try Data(text.utf8).write(to: URL(filePath: path))
    let program = try Program.serving(
      town.reader, ["VARDE_CONFIG": path, "VARDE_ADDRESS": "127.0.0.1", "VARDE_LIMITS_BURST": ""])
    let site = try await program.client()
    var statuses: Set<Int> = []
    for _ in 0..<30 { statuses.insert(try await site.get("/").status) }
    #expect(statuses.contains(429))
    program.terminate()
    #expect(try await program.status() == 0)
  }
}
