import FoundationEssentials

// The SQL of the house as files: migrations, statements, checks, and the dumped schema.
//
// SQL must never know a connection, a table's meaning or a Swift type of the domain, and nobody
// else may hold a statement: what is not a file here is not sent to the database.

/// All SQL files, read once from the folder `varde_SQL.resources`.
package struct SQLFiles: Sendable {
  /// By number, 1 first, none left out.
  package let migrations: [SQLMigration]
  /// By name, such as `area.snapshot`.
  package let queries: [String: SQLText]
  /// By name, in order.
  package let checks: [SQLText]
  /// The schema that all migrations together make.
  package let schema: String

  /// Reads the files beside the running program, wherever it was moved to.
  ///
  /// - Throws: `absent` with the folders looked in when the resource folder did not come along.
  package static func beside(program: String? = nil) throws(SQLFilesFault) -> SQLFiles {
    let folders = candidates(program: program ?? runningProgram())
    for folder in folders where FileManager.default.fileExists(atPath: folder + "/Migrations") {
      return try SQLFiles(folder: folder)
    }
    throw .absent(lookedIn: folders)
  }

  package init(folder: String) throws(SQLFilesFault) {
    var migrations: [SQLMigration] = []
    for text in try Self.texts(in: folder + "/Migrations") {
      let migration = try SQLMigration(text, number: migrations.count + 1)
      migrations.append(migration)
    }
    self.migrations = migrations
    var queries: [String: SQLText] = [:]
    for text in try Self.texts(in: folder + "/Queries") { queries[text.name] = text }
    self.queries = queries
    checks = try Self.texts(in: folder + "/Checks")
    schema = try Self.read(folder + "/schema.sql")
  }

  /// The text of a query; throws `unknown` when there is no such file.
  package func query(_ name: String) throws(SQLFilesFault) -> SQLText {
    guard let text = queries[name] else { throw .unknown(name) }
    return text
  }

  private static func candidates(program: String) -> [String] {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return [folder + "/varde_SQL.resources", folder + "/../share/varde/varde_SQL.resources"]
  }

  /// The program itself, links resolved: the first argument may be anything.
  private static func runningProgram() -> String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return link ?? CommandLine.arguments.first ?? ""
  }

  private static func texts(in folder: String) throws(SQLFilesFault) -> [SQLText] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(folder)
    }
    var texts: [SQLText] = []
    for name in names.sorted() where name.hasSuffix(".sql") {
      texts.append(
        try SQLText(file: String(name.dropLast(4)), content: try read(folder + "/" + name)))
    }
    return texts
  }

  private static func read(_ path: String) throws(SQLFilesFault) -> String {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw .unreadable(path) }
    return text
  }
}

/// One SQL file: a header of `-- key: value` lines, then the text as it is sent.
package struct SQLText: Hashable, Sendable {
  /// The name of the file without its ending.
  package let file: String
  package let header: [String: String]
  /// The whole content, header included.
  package let content: String

  package var name: String { header["name"] ?? file }

  /// - Throws: `headerless` when name or purpose is not said, or the name is not that of the file.
  package init(file: String, content: String) throws(SQLFilesFault) {
    var header: [String: String] = [:]
    for line in content.split(separator: "\n") {
      guard line.hasPrefix("-- "), let colon = line.firstIndex(of: ":") else { break }
      let key = line[line.index(line.startIndex, offsetBy: 3)..<colon]
      header[String(key)] = String(line[line.index(after: colon)...].drop(while: { $0 == " " }))
    }
    guard let name = header["name"], header["purpose"] != nil,
      file == name || file.hasSuffix("_" + name)
    else { throw .headerless(file) }
    self.file = file
    self.header = header
    self.content = content
  }
}

/// One numbered step forward of the schema; never edited once it is applied anywhere.
package struct SQLMigration: Hashable, Sendable {
  package let number: Int
  package let name: String
  /// The oldest program, by the highest migration it knows, that may still read after this one.
  package let oldestReadingProgram: Int
  package let text: String

  init(_ file: SQLText, number: Int) throws(SQLFilesFault) {
    guard let written = Int(file.file.prefix(4)), written == number else {
      throw .misnumbered(file.file)
    }
    guard let oldest = file.header["oldest reading program"].flatMap({ Int($0) }),
      (1...number).contains(oldest)
    else { throw .headerless(file.file) }
    self.init(number: number, name: file.name, oldestReadingProgram: oldest, text: file.content)
  }

  package init(number: Int, name: String, oldestReadingProgram: Int, text: String) {
    self.number = number
    self.name = name
    self.oldestReadingProgram = oldestReadingProgram
    self.text = text
  }
}

/// Why the SQL files cannot be used.
package enum SQLFilesFault: Error, Hashable, Sendable, CustomStringConvertible {
  case absent(lookedIn: [String])
  case unreadable(String)
  case headerless(String)
  case misnumbered(String)
  case unknown(String)

  package var description: String {
    switch self {
    case .absent(let folders):
      "The SQL files are not beside the program: varde_SQL.resources must be copied with it "
        + "(looked for \(folders.joined(separator: ", ")))."
    case .unreadable(let path): "The SQL file \(path) cannot be read."
    case .headerless(let file):
      "The SQL file \(file) lacks a line of its header: its name, its purpose, "
        + "or (a migration) the oldest reading program."
    case .misnumbered(let file): "The migration \(file) is not the next in number."
    case .unknown(let name): "There is no SQL statement named \(name)."
    }
  }
}
