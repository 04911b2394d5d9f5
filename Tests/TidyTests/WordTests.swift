import Testing

/// A word or form that the house does not use, and where it counts.
struct Banned: Sendable {
  enum Place { case code, anywhere }

  let why: String
  let pattern: String
  let place: Place
  var exempt: @Sendable (String) -> Bool = { _ in false }

  /// The finds in one source, each as "path:line: what".
  func finds(in source: SwiftSource) throws -> [String] {
    try finds(in: source.path, place == .code ? source.text.code : source.raw)
  }

  func finds(in file: String, _ searched: String) throws -> [String] {
    if exempt(file) { return [] }
    let regex = try Regex(pattern)
    // One search of the whole file first: most files have none.
    guard searched.contains(regex) else { return [] }
    return House.lines(searched).enumerated().flatMap { index, line in
      line.matches(of: regex).map { "\(file):\(index + 1): \(line[$0.range]) (\(why))" }
    }
  }
}

@Suite("Words and forms that the house does not use") struct WordTests {
  static let inSwift: [Banned] = [
    Banned(why: "handle the error", pattern: #"\btry\s*!"#, place: .code),
    Banned(
      why: "no force unwrap, no implicit unwrapping", pattern: #"[\w)\]]!(?![=\w])"#, place: .code),
    Banned(
      why: "throw, or a precondition with a sentence", pattern: #"\bfatalError\b"#, place: .code),
    Banned(
      why: "package, never public",
      pattern:
        #"\b(?:public|open)\s+(?:final|static|mutating|override|nonisolated|indirect|func|var"#
        + #"|let|struct|class|enum|actor|protocol|extension|init|import|typealias|subscript)\b"#,
      place: .code),
    Banned(
      why: "only PQ may claim it", pattern: #"@unchecked\s+Sendable"#, place: .code,
      exempt: { $0.hasPrefix("Sources/PQ/") }),
    Banned(
      why: "name the thing itself",
      pattern: #"\b(?:struct|class|enum|actor|protocol|typealias)\s+"#
        + #"\w*?(?:Manager|Helper|Util|Utils|Utility|Handler|Data|Info|Core|Common)(?![a-z])"#,
      place: .code),
    Banned(
      why: "a test that cannot fail is a defect",
      pattern: #"\.disabled\(|\bwithKnownIssue\b|#expect\((?:Bool\()?true\b"#, place: .code),
  ]

  static let everywhere: [Banned] = [
    Banned(
      why: "do it, or write an issue",
      pattern: #"\b(?:TO"# + #"DO|FIX"# + #"ME|X"# + #"XX)\b"#, place: .anywhere,
      exempt: { $0.hasPrefix("Seed/") }),
    Banned(
      why: "a path of one machine",
      pattern: #"(?:^|[\s"'`(=:])/(?:wo"# + #"rk|ho"# + #"me/\w+|ro"# + #"ot)(?:/|\b)"#,
      place: .anywhere),
    Banned(why: "not in the repository", pattern: #"\.\./sha"# + #"red\b"#, place: .anywhere),
    Banned(
      why: "no host of a package registry",
      pattern: #"(?:registry\.npmjs|pypi|crates|proxy\.golang|rubygems|deb\.debian)"#
        + #"\.(?:org|io)\b"#,
      place: .anywhere),
  ]

  @Test("No Swift source uses what the style forbids")
  func swift() throws {
    let found = try House.sources().flatMap { source in
      try Self.inSwift.flatMap { try $0.finds(in: source) }
    }
    #expect(found == [])
  }

  @Test("No Swift source has a block comment")
  func blockComments() throws {
    let found = try House.sources().filter(\.text.hasBlockComment).map(\.path)
    #expect(found == [])
  }

  @Test("No file names a path of one machine or the host of a package registry")
  func paths() throws {
    let found = try House.files().flatMap { file in
      let text = try House.text(file)
      return try Self.everywhere.flatMap { try $0.finds(in: file, text) }
    }
    #expect(found == [])
  }

  @Test("Every file is UTF-8 and ends its last line")
  func encoding() throws {
    let found = try House.files().filter { file in
      let text = try? House.text(file)
      return text.map { !$0.isEmpty && !$0.hasSuffix("\n") } ?? true
    }
    #expect(found == [])
  }

  @Test("Each target's main file says what the target must never do")
  func promises() throws {
    for target in ArrowTests.arrows.keys.sorted() where target != "TestSupport" {
      let wanted = "\(ArrowTests.folder(target))/\(target).swift".lowercased()
      let main = try House.files(under: ArrowTests.folder(target))
        .first { $0.lowercased() == wanted }
      let file = try #require(main, "\(target) has a main file of its own name")
      let comments = SwiftText(try House.text(file)).comments
      #expect(comments.lowercased().contains("never"), "\(file)")
    }
  }

  @Test("SQL stands in files: no statement is written in Swift")
  func statements() throws {
    let pattern =
      #/
        (?i) ^ \s*
        (?: select \s .+ \s from | insert \s+ into | update \s+ \w+ \s+ set | delete \s+ from
          | (?:create|alter|drop) \s+ table ) \s
      /#
    let found = try House.sources(under: "Sources")
      .filter { !$0.path.hasPrefix("Sources/PQ/") }
      .flatMap { source in
        source.text.literals.filter { $0.contains(pattern) }
          .map { "\(source.path): \($0.prefix(60))" }
      }
    #expect(found == [])
  }

  /// The tests that have no title and no name that reads as one, in backticks or of several words.
  static func untitled(_ source: SwiftText) -> [Substring] {
    let code = source.code
    return code.ranges(of: /@Test\b/).compactMap { range in
      let rest = code[range.upperBound...]
      // A title is a literal, which is blanked: at least its quotes are left as spaces.
      if rest.prefixMatch(of: /\(\s{3}/) != nil { return nil }
      guard let name = rest.firstMatch(of: /func\s+([^\s(]+)/)?.1 else { return nil }
      return name.hasPrefix("`") || name.contains { $0.isUppercase } ? nil : name
    }
  }

  @Test("The names of tests are sentences")
  func sentences() throws {
    let found = try House.sources(under: "Tests").flatMap { source in
      Self.untitled(source.text).map { "\(source.path): \($0)" }
    }
    #expect(found == [])
  }

  @Test(
    "Each forbidden form is found, and what only looks like it is not",
    arguments: [
      ("let a = try! b()", true), ("let a = try? b()", false), ("// never try! it", false),
      ("a!.b()", true), ("let c: Int!", true), ("x as! Y", true), ("f(a[0]!)", true),
      ("if !a, b != c { }", false), (#"print("no!", "try! it")"#, false),
      (#"print("\(a!)")"#, true), ("fatalError()", true), ("public struct A {}", true),
      ("package struct A {}", false), ("struct PoolManager {}", true), ("enum Core {}", true),
      ("struct Coretta {}", false), ("struct SeedDataRow {}", true), ("let data = 1", false),
      ("final class A: @unchecked Sendable {}", true), ("#expect(true)", true),
      ("#expect(trueNorth == 1)", false), ("let open = read(from: open)", false),
    ])
  func forms(source: String, isForbidden: Bool) throws {
    let found = try Self.inSwift.flatMap {
      try $0.finds(in: SwiftSource(path: "Sources/A.swift", raw: source, text: SwiftText(source)))
    }
    #expect(found.isEmpty != isForbidden, "\(found)")
  }

  @Test(
    "Paths and hosts are found, and what only looks like them is not",
    arguments: [
      ("cd /wo" + "rk/main", true), ("\"/wo" + "rk\"", true), ("/workplace", false),
      ("https://a.example/wo" + "rk/1", false), ("../sha" + "red/data", true),
      ("https://pypi" + ".org/x", true), ("https://github.com/apple/swift-log", false),
      ("TO" + "DO: later", true), ("/ho" + "me/someone/a", true),
    ])
  func pathForms(text: String, isForbidden: Bool) throws {
    let found = try Self.everywhere.flatMap { try $0.finds(in: "README.md", text) }
    #expect(found.isEmpty != isForbidden, "\(found)")
  }

  @Test("A test without a title is found")
  func untitledForms() {
    let source = """
      @Test func bare() {}
      @Test("A title") func titled() {}
      @Test(
        "A title", arguments: [1]) func long(a: Int) {}
      @Test func `a name that reads`() {}
      @Test(arguments: [1]) func argued(a: Int) {}
      @Test func aNameThatReads() {}
      """
    #expect(Self.untitled(SwiftText(source)) == ["bare", "argued"])
  }
}
