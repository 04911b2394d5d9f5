import Foundation

/// The only part that reads files: seed files below folders, and the tables that they name.
package enum SeedFolder {
  /// The texts of every `.yaml` file at or below those paths, in the order of their paths, and of
  /// the tables named in them.
  ///
  /// A table that is not there is left to the reader, which knows the line that names it.
  package static func texts(at paths: [String]) throws(SeedFolderError) -> [SeedText] {
    var files: Set<String> = []
    for path in paths { files.formUnion(try seedFiles(at: SeedPath.normal(path))) }
    var texts: [SeedText] = []
    var tables: Set<String> = []
    for path in files.sorted() {
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw .unreadable(path)
      }
      texts.append(SeedText(path: path, bytes: Array(bytes)))
      tables.formUnion(tableNames(in: bytes).map { SeedPath.resolve($0, beside: path) })
    }
    for path in tables.sorted() {
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      texts.append(SeedText(path: path, bytes: Array(bytes)))
    }
    return texts
  }

  private static func seedFiles(at path: String) throws(SeedFolderError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder.boolValue else {
      guard SeedReader.isYAML(path) else { throw .notASeedFile(path) }
      return [path]
    }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { SeedReader.isYAML($0) && !$0.contains("/.") && !$0.hasPrefix(".") }
    guard !files.isEmpty else { throw .empty(path) }
    return files.map { path == "." ? $0 : "\(path)/\($0)" }
  }

  /// What stands after `table:` on any line; more than is meant does no harm.
  private static func tableNames(in bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      guard let start = line.range(of: "table:")?.upperBound else { return nil }
      let name = line[start...].prefix { !"},#".contains($0) }
      return String(name).trimmed.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    }
  }
}

/// Why seed files could not be found or read.
package enum SeedFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(String)
  case notASeedFile(String)
  case empty(String)
  case unreadable(String)

  package var description: String {
    switch self {
    case .missing(let path): "There is nothing at \(path); give the path of a folder or a file."
    case .notASeedFile(let path): "\(path) is not a seed file; its name must end in .yaml."
    case .empty(let path): "There is no .yaml file below \(path)."
    case .unreadable(let path): "\(path) cannot be read; look at its permissions."
    }
  }
}
