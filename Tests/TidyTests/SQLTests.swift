import Testing

@Suite("The SQL files") struct SQLTests {
  /// The files that people write; schema.sql is dumped.
  static func written() throws -> [String] {
    try ["Migrations", "Queries", "Checks"].flatMap {
      try House.files(under: "SQL/\($0)", endingIn: ".sql")
    }
  }

  static func offences(_ file: String, _ text: String) -> [String] {
    var found: [String] = []
    if !text.hasPrefix("-- ") { found.append("\(file) does not begin with a comment") }
    for (index, line) in House.lines(text).enumerated() {
      if line.contains("\t") { found.append("\(file):\(index + 1) has a tab") }
      if line.last?.isWhitespace == true { found.append("\(file):\(index + 1) ends in a blank") }
    }
    let parsed = SQLText(text)
    found += parsed.capitals.map { "\(file):\($0.line) \($0.text) is not lower case" }
    found += parsed.mixes.map { "\(file):\($0.line) mixes and with or without parentheses" }
    return found
  }

  @Test("Every file is headed by a comment, in lower case, without tabs, trailing blanks or mixes")
  func lint() throws {
    #expect(try Self.written().flatMap { Self.offences($0, try House.text($0)) } == [])
  }

  @Test("Files lie where they are looked for, and are named after what they do")
  func names() throws {
    let strangers = try House.files(under: "SQL").filter { file in
      file.wholeMatch(of: /SQL\/Migrations\/\d{4}_[a-z0-9_]+\.sql/) == nil
        && file.wholeMatch(of: /SQL\/Queries\/[a-z_]+\.[a-z_]+\.sql/) == nil
        && file.wholeMatch(of: /SQL\/Checks\/[a-z-]+\.sql/) == nil
        && !["SQL/SQL.swift", "SQL/README.md", "SQL/schema.sql"].contains(file)
        && !file.hasSuffix("/.gitkeep")
    }
    #expect(strangers == [])
  }

  @Test("Migrations are numbered from one without a gap")
  func numbers() throws {
    let numbers = try House.files(under: "SQL/Migrations", endingIn: ".sql")
      .compactMap { $0.firstMatch(of: /\/(\d{4})_/).flatMap { Int($0.1) } }
    #expect(numbers == Array(1..<(numbers.count + 1)))
  }

  @Test("Every query is named somewhere in the sources")
  func uses() throws {
    let literals = try House.sources(under: "Sources").flatMap(\.text.literals)
    let unused = try House.files(under: "SQL/Queries", endingIn: ".sql")
      .map { String($0.dropFirst("SQL/Queries/".count).dropLast(".sql".count)) }
      .filter { !Self.isNamed($0, by: Set(literals)) }
    #expect(unused == [])
  }

  /// In full, or with the table interpolated ("*.snapshot") and named by itself elsewhere.
  static func isNamed(_ query: String, by literals: Set<String>) -> Bool {
    if literals.contains(query) { return true }
    return literals.contains { literal in
      let parts = literal.split(separator: "*", omittingEmptySubsequences: false)
      guard parts.count == 2, query.hasPrefix(parts[0]), query.hasSuffix(parts[1]),
        query.count > parts[0].count + parts[1].count, literal.contains(/[a-z]/)
      else { return false }
      return literals.contains(
        String(query.dropFirst(parts[0].count).dropLast(parts[1].count)))
    }
  }

  @Test("A query counts as named in full or by its table, and not otherwise")
  func naming() {
    let literals: Set<String> = ["role.name", "*.snapshot", "incoming_*.receive", "area", "*"]
    for query in ["role.name", "area.snapshot", "incoming_area.receive"] {
      #expect(Self.isNamed(query, by: literals), "\(query)")
    }
    for query in ["role.names", "plan.snapshot", "incoming_plan.receive", ".snapshot"] {
      #expect(!Self.isNamed(query, by: literals), "\(query)")
    }
  }

  @Test(
    "What the lint is for is found, and what only looks like it is not",
    arguments: [
      ("-- a\nselect 1 where a and b or c;\n", "SQL/a:2 mixes and with or without parentheses"),
      ("-- a\nselect 1 where (a and b) or c;\n", nil),
      (
        "-- a\nselect 1 where a or\n  b and (c);\n", "SQL/a:3 mixes and with or without parentheses"
      ),
      ("-- a\nselect 1 where a between 1 and 2 or b;\n", nil),
      (
        "-- a\nselect 1 where a between 1 and 2 and b or c;\n",
        "SQL/a:2 mixes and with or without parentheses"
      ),
      ("-- a\nselect 1 from b join c on d or e where f and g;\n", nil),
      ("-- a\nselect case when a and b then 1 when c or d then 2 end where e and f;\n", nil),
      (
        "-- a\nselect 1 where a or case when b then c end and d;\n",
        "SQL/a:2 mixes and with or without parentheses"
      ),
      (
        "-- a\ncreate or replace function f() as $$ begin if a and b then x; end if; end $$;\n",
        nil
      ),
      ("-- a\nselect 'A and B or C', \"Name\"; -- AND so or on and\n", nil),
      ("-- a\nSELECT 1;\n", "SQL/a:2 SELECT is not lower case"),
      ("-- a\nselect 1;\t\n", "SQL/a:2 has a tab|SQL/a:2 ends in a blank"),
      ("select 1;\n", "SQL/a does not begin with a comment"),
    ] as [(String, String?)])
  func findings(text: String, expected: String?) {
    #expect(Self.offences("SQL/a", text).joined(separator: "|") == expected ?? "")
  }
}
