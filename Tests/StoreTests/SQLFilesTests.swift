import Foundation
import SQL
import Store
import Testing

@Suite struct SQLFilesTests {
  @Test("A program without its files says what to copy")
  func aProgramWithoutItsFilesSaysWhatToCopy() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "varde-\(UUID())")
    let fault = #expect(throws: SQLFilesFault.self) {
      try SQLFiles.beside(program: folder.path() + "/varde")
    }
    #expect(fault?.description.contains("varde_SQL.resources must be copied with it") == true)
  }

  @Test("A moved program finds the files beside it")
  func aMovedProgramFindsTheFilesBesideIt() throws {
    let folder = try copied()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try SQLFiles.beside(program: folder.path() + "/varde")
    let own = try SQLFiles.beside()
    #expect(files.queries == own.queries)
    #expect(files.migrations == own.migrations)
    #expect(files.schema == own.schema)
  }

  @Test(
    "A file that is not as it should be is named",
    arguments: [
      ("Queries/x.y.sql", "select 1\n", "lacks a line of its header"),
      ("Queries/x.y.sql", "-- name: z\n-- purpose: none\nselect 1\n", "lacks a line"),
      ("Checks/x.sql", "-- name: x\nselect 1\n", "lacks a line of its header"),
      (
        "Migrations/0099_x.sql", "-- name: x\n-- purpose: y\n-- oldest reading program: 1\n",
        "is not the next in number"
      ),
    ])
  func aFileThatIsNotAsItShouldBeIsNamed(_ path: String, _ text: String, _ why: String) throws {
    let folder = try copied()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "varde_SQL.resources/\(path)")
    try Data(text.utf8).write(to: file)
    let fault = #expect(throws: SQLFilesFault.self) {
      try SQLFiles.beside(program: folder.path() + "/varde")
    }
    #expect(fault?.description.contains(why) == true)
  }

  @Test("The resources hold the dumped schema")
  func theResourcesHoldTheDumpedSchema() throws {
    #expect(
      try SQLFiles.beside().schema.contains("table varde.designation row security forced"))
  }

  /// A folder with a copy of the resources, as after an installation.
  private func copied() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "varde-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    try FileManager.default.copyItem(
      at: URL(filePath: program).deletingLastPathComponent().appending(
        path: "varde_SQL.resources"),
      to: folder.appending(path: "varde_SQL.resources"))
    return folder
  }
}
