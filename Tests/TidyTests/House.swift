import Foundation

/// A Swift source of the house, taken apart once for all the rules.
struct SwiftSource: Sendable {
  let path: String
  let raw: String
  let text: SwiftText
}

/// The checkout that these tests were built from, as files and lines.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What the top level may hold: what is committed, and what the tools leave there.
  static let committed: Set<String> = [
    "Package.swift", "README.md", "Sources", "SQL", "Seed", "Deploy", "Tests", ".ci",
    ".gitignore", ".swift-format",
  ]
  static let left: Set<String> = [".git", ".build", ".varde", ".swiftpm", "Package.resolved"]

  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path()).sorted()
  }

  /// Every committed file under a folder (all of them where it is empty), as paths from the root.
  static func files(under folder: String = "", endingIn ending: String = "") throws -> [String] {
    let starts = folder.isEmpty ? try topLevel().filter { !left.contains($0) } : [folder]
    return starts.flatMap { start -> [String] in
      guard let names = FileManager.default.enumerator(atPath: root.appending(path: start).path())
      else { return [start] }
      let paths = names.compactMap { ($0 as? String).map { "\(start)/\($0)" } }
      return isFolder(start) ? paths.filter { !isFolder($0) } : [start]
    }
    .filter { file in
      file.hasSuffix(ending) && !file.hasSuffix("/.DS_Store") && !file.contains("/__pycache__/")
    }
    .sorted()
  }

  /// Every Swift source, Package.swift among them.
  static func sources(under folder: String = "") throws -> [SwiftSource] {
    try everySource.get().filter { folder.isEmpty || $0.path.hasPrefix(folder + "/") }
  }

  private static let everySource = Result {
    try files(endingIn: ".swift").map { path in
      let raw = try text(path)
      return SwiftSource(path: path, raw: raw, text: SwiftText(raw))
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var answer: ObjCBool = false
    return FileManager.default.fileExists(
      atPath: root.appending(path: path).path(), isDirectory: &answer) && answer.boolValue
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path())
  }

  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root.appending(path: path).path())
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The scripts of the house: they have no ending where a person types them.
  static func scripts() throws -> [String] {
    try ["Deploy", "Tests/Deploy", "Tests/Browser", ".ci"].flatMap { try files(under: $0) }
      .filter { try text($0).hasPrefix("#!/") || $0.hasSuffix(".sh") || $0.hasSuffix(".py") }
  }
}
