import Foundation

/// The only part that reads files: seed files below folders, and the tables that they name.
package enum SeedFolder {
  /// What lies at or below some paths.
  package struct Contents: Sendable {
    /// Every seed file, in the order of their paths, then the tables named in them.
    package let texts: [SeedText]
    /// Files that were not read, though somebody may think so: another ending, a table that no file
    /// names, a copy that an editor left. Guides (`.md`) are not told.
    package let leftOut: [String]
  }

  static let bytesMax = 32_000_000
  /// The end of a sentence about a table that lies somewhere else.
  static let outside =
    "lies outside the folder that is loaded; put the table beside this file and write its path "
    + "from here."

  package static func texts(at paths: [String]) throws(SeedFolderError) -> [SeedText] {
    try contents(at: paths).texts
  }

  /// The texts of every `.yaml` or `.yml` file at or below those paths, and of the tables named in
  /// them, which must lie below those paths too: seeds come from others.
  ///
  /// A table that is not there or cannot be read is left to the reader, which knows the line that
  /// names it.
  package static func contents(at paths: [String]) throws(SeedFolderError) -> Contents {
    var files: Set<String> = []
    var others: Set<String> = []
    var roots: [String] = []
    for path in paths {
      let (root, below) = try listed(at: SeedPath.normal(path))
      roots.append(realPath(root))
      for file in below {
        let isNamed = file == SeedPath.normal(path)
        if SeedReader.isYAML(file), !isFolderPath(file), isNamed || !isHidden(file, below: root) {
          files.insert(file)
        } else {
          others.insert(file)
        }
      }
      guard below.contains(where: files.contains) else { throw .empty(path) }
    }
    var texts: [SeedText] = []
    var tables: Set<String> = []
    for path in files.sorted() {
      if let refusal = refusal(of: path, below: roots) { throw .refused(path, refusal) }
      guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
      texts.append(SeedText(path: path, bytes: Array(bytes)))
      tables.formUnion(tableNames(in: bytes).map { SeedPath.resolve($0, beside: path) })
    }
    for path in tables.sorted() where !files.contains(path) {
      if let text = table(path, below: roots) { texts.append(text) }
    }
    let left = others.subtracting(tables).filter { !isGuide($0) }
    return Contents(texts: texts, leftOut: left.sorted().map(SeedSigns.printable))
  }

  /// The folder of a path and every file that lies there.
  private static func listed(
    at path: String
  ) throws(SeedFolderError) -> (root: String, files: [String]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder.boolValue else {
      guard SeedReader.isYAML(path) else { throw .notASeedFile(path) }
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let root = folder.joined(separator: "/")
      return (root.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : root, [path])
    }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let below = names.map { path == "." ? $0 : "\(path)/\($0)" }
    // A link to a folder is not walked into, so it is one of the things that were not read.
    return (path, below.filter { !isFolderPath($0) || isLink($0) })
  }

  private static func isFolderPath(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func isHidden(_ path: String, below root: String) -> Bool {
    let rest = path.hasPrefix(root + "/") ? path.dropFirst(root.count) : "/" + path
    return rest.contains("/.")
  }

  /// Guides, and the hidden folders that other programs keep.
  private static func isGuide(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let isKept = parts.dropLast().contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    return path.lowercased().hasSuffix(".md") || isKept
  }

  private static func table(_ path: String, below roots: [String]) -> SeedText? {
    // Nothing is told of what lies outside, not even whether it is there.
    let folder = realPath(parent(of: path))
    guard isInside(folder, roots) else { return SeedText(path: path, refusal: outside) }
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    if let refusal = refusal(of: path, below: roots) {
      return SeedText(path: path, refusal: refusal)
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return SeedText(path: path, refusal: "cannot be read; look at its permissions.")
    }
    return SeedText(path: path, bytes: Array(bytes))
  }

  /// Why a file is not read: a link out of the folders, no plain file, or far too large.
  private static func refusal(of path: String, below roots: [String]) -> String? {
    let real = realPath(path)
    guard isInside(real, roots) else { return outside }
    let facts = try? FileManager.default.attributesOfItem(atPath: real)
    guard let facts, facts[.type] as? FileAttributeType == .typeRegular else {
      return "is no plain file; put a file there."
    }
    let bytes = (facts[.size] as? NSNumber)?.intValue ?? 0
    return bytes <= bytesMax ? nil : "is larger than \(bytesMax) bytes; divide it."
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path.isEmpty ? "." : path).resolvingSymlinksInPath().standardizedFileURL
      .path
  }

  private static func parent(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.isEmpty ? "." : folder.joined(separator: "/")
  }

  private static func isInside(_ path: String, _ roots: [String]) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }

  /// What stands after `table:` on any line; more than is meant does no harm.
  private static func tableNames(in bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).flatMap(names)
  }

  private static func names(in line: Substring) -> [String] {
    var rest = line
    var names: [String] = []
    while let start = rest.range(of: "table")?.upperBound {
      rest = rest[start...]
      let value = rest.drop { "\"' ".contains($0) }
      guard value.first == ":" else { continue }
      let name = value.dropFirst().trimmingCharacters(in: .whitespaces)
      if let quote = name.first, "\"'".contains(quote) {
        names.append(String(name.dropFirst().prefix { $0 != quote }))
      } else {
        names.append(String(name.prefix { !"},#".contains($0) }).trimmed)
      }
    }
    return names
  }
}

/// Why seed files could not be found or read.
package enum SeedFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(String)
  case notASeedFile(String)
  case empty(String)
  case unreadable(String)
  /// A file that is not read, and why.
  case refused(String, String)

  package var description: String {
    switch self {
    case .missing(let path): "There is nothing at \(path); give the path of a folder or a file."
    case .notASeedFile(let path): "\(path) is not a seed file; its name must end in .yaml."
    case .empty(let path): "There is no .yaml file below \(path)."
    case .unreadable(let path): "\(path) cannot be read; look at its permissions."
    case .refused(let path, let reason): "\(path) \(reason)"
    }
  }
}
