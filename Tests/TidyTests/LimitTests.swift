import Testing

@Suite("Limits on length and on what lies where") struct LimitTests {
  static let functionLinesMax = 60
  static let fileLinesMax = 400
  static let lineCharactersMax = 100

  static func longLines(_ file: String, _ text: String) -> [String] {
    House.lines(text).enumerated().filter { $0.element.count > lineCharactersMax }
      .map { "\(file):\($0.offset + 1) has \($0.element.count) characters" }
  }

  @Test("No function is longer than 60 lines")
  func functions() throws {
    let found = try House.sources().flatMap { source in
      source.text.functions.filter { $0.lineCount > Self.functionLinesMax }
        .map { "\(source.path):\($0.line) \($0.name) has \($0.lineCount) lines" }
    }
    #expect(found == [])
  }

  @Test("No source and no script is longer than 400 lines")
  func files() throws {
    let found = try (House.files(endingIn: ".swift") + House.scripts())
      .map { (file: $0, count: House.lines(try House.text($0)).count) }
      .filter { $0.count > Self.fileLinesMax }
      .map { "\($0.file) has \($0.count) lines" }
    #expect(found == [])
  }

  @Test("No line of code, script or SQL is longer than 100 characters")
  func lines() throws {
    let dumped = "SQL/schema.sql"
    let files =
      try House.files(endingIn: ".swift") + House.scripts()
      + House.files(under: "SQL", endingIn: ".sql").filter { $0 != dumped }
    let found = try files.flatMap { Self.longLines($0, try House.text($0)) }
    #expect(found == [])
  }

  @Test("The top level holds the agreed entries and no others")
  func topLevel() throws {
    let found = Set(try House.topLevel()).subtracting(House.left)
    #expect(found.subtracting(House.committed) == [], "not agreed")
    #expect(House.committed.subtracting(found) == [], "missing")
  }

  @Test("The scripts that people start are executable")
  func executables() throws {
    let started = ["run", "test", "check", "stop", "varde"].map { "Deploy/\($0)" }
    for script in started + [".ci/run", "Tests/Browser/run"] {
      #expect(try House.text(script).hasPrefix("#!/"), "\(script)")
      #expect(House.isExecutable(script), "\(script)")
    }
  }

  @Test("The length of a function is counted from its keyword to its closing brace")
  func counting() {
    let source = """
      protocol P { func required(_ a: Int) -> Int
        var asked: Int { get } }
      struct S {
        var stored: Int = 1
        var computed: Int {
          1
        }
        init<T>(_ text: T, then: () -> Int = { 3 }) where T: P {
          let brace = "}"  // }
        }
        func one() {
          func inner() {
            print("\\(value.map { "}" })")
          }
        }
        func two() {}
      }
      """
    let found = SwiftText(source).functions.map { "\($0.name) \($0.line) \($0.lineCount)" }
    #expect(
      found == [
        "asked 2 1", "computed 5 3", "init 8 3", "one 11 5", "inner 12 3", "two 16 1",
      ])
  }

  @Test("A line over the limit is found, counted in characters and not in bytes")
  func lineCounting() {
    let fits = String(repeating: "å", count: Self.lineCharactersMax)
    #expect(Self.longLines("a", fits) == [])
    #expect(Self.longLines("a", "\n" + fits + "ø") == ["a:2 has 101 characters"])
  }
}
