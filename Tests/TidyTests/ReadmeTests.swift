import Foundation
import Testing

@Suite("What the documents point at") struct ReadmeTests {
  /// The paths that a document names: in backticks, in links, and where a line of an example
  /// starts a script of the house. Each is given from the root.
  static func paths(in document: String, _ text: String) -> [String] {
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    let quoted = text.matches(of: /`([^`\n]+)`/).map { $0.1.prefix { $0 != " " } }
    let examples = text.matches(of: /(?m)^\s*(?:\$ )?(Deploy\/\w+)/).map(\.1)
    let fromRoot = (quoted + examples).filter { path in
      path.wholeMatch(of: /[\w.\/\-]+/) != nil && path.contains("/")
        && House.committed.contains(String(path.prefix { $0 != "/" }))
    }
    let links = text.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map(\.1)
      .filter { !$0.contains(":") }
      .map { folder.isEmpty || $0.hasPrefix("/") ? String($0) : "\(folder)/\($0)" }
    return fromRoot.map(String.init) + links
  }

  @Test("Every path that a document names exists")
  func exist() throws {
    let missing = try House.files(endingIn: ".md").flatMap { document in
      Self.paths(in: document, try House.text(document)).filter { !House.exists($0) }
        .map { "\(document) names \($0)" }
    }
    #expect(missing == [])
  }

  @Test("Paths are found in backticks, links and examples")
  func forms() {
    let text = """
      See `Sources/PQ` and [the seed](README.md#format), not `a/b` or <https://a.example/Deploy/x>.
          Deploy/run --prepare
      `Deploy/varde ask --place Klæbu`, `Seed/<municipality>/` and `Tests/*`.
      """
    #expect(
      Self.paths(in: "Seed/README.md", text)
        == ["Sources/PQ", "Deploy/varde", "Deploy/run", "Seed/README.md"])
  }
}
