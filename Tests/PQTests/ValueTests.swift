import FoundationEssentials
import PQ
import Testing

@Suite struct ValueTests {
  /// Sends `value` as a parameter of type `type` and expects it back unchanged.
  private func roundTrip<Value: PQParameter & PQDecodable & Equatable>(
    _ values: [Value], _ type: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await withConnection { connection in
      for value in values {
        let back = try await connection.value("select $1::\(type) as v", [value], as: Value.self)
        #expect(back == value, sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `text comes back byte for byte`() async throws {
    try await roundTrip(
      ["", "«æøå ÆØÅ»", "e\u{301} \u{1F9ED}", "a'b\"c\\d\n\t{,}", "NULL", "$1"], "text")
  }

  @Test func `a megabyte of text is counted in bytes`() async throws {
    let text = String(repeating: "æ", count: 1 << 20)
    try await withConnection { connection in
      let length = try await connection.value(
        "select octet_length($1::text) as n", [text], as: Int.self)
      #expect(length == 2 << 20)
    }
    try await roundTrip([text], "text")
  }

  @Test func `numbers keep their ends`() async throws {
    try await roundTrip([Int.min, -1, 0, Int.max], "bigint")
    try await roundTrip([Int32.min, Int32.max], "integer")
    try await roundTrip([Int16.min, Int16.max], "smallint")
    try await roundTrip(
      [0.1, -1e300, .leastNonzeroMagnitude, .infinity, -.infinity], "double precision")
    let numerics = ["0", "-12345678901234567890.0012300", "1e", "--1", ""].compactMap(
      PQNumeric.init)
    #expect(numerics.count == 2)
    try await roundTrip(numerics, "numeric")
    try await roundTrip([true, false], "boolean")
  }

  @Test func `bytes may be any, NUL among them`() async throws {
    try await roundTrip([[UInt8](), Array(0...255), [0, 0, 0]], "bytea")
    try await roundTrip([[UInt8](repeating: 0, count: 1 << 20)], "bytea")
  }

  @Test func `a uuid is a uuid`() async throws {
    let id = try #require(UUID(uuidString: "6ba7b810-9dad-51d1-80b4-00c04fd430c8"))
    try await roundTrip([id], "uuid")
    try await withConnection { connection in
      let text = try await connection.value("select $1::uuid::text as t", [id], as: String.self)
      #expect(text == "6ba7b810-9dad-51d1-80b4-00c04fd430c8")
    }
  }

  @Test func `days and instants come back`() async throws {
    let days = ["0001-01-01", "1999-12-31", "2024-02-29", "9999-12-31"].compactMap {
      PQDate(iso: $0)
    }
    #expect(days.count == 4)
    try await roundTrip(days, "date")
    let instants = [-62_135_596_800_000_000, -1, 0, 1_638_349_200_123_456].map {
      PQTimestamp(microseconds: $0)
    }
    try await roundTrip(instants, "timestamptz")
  }

  @Test(arguments: ["Europe/Oslo", "Asia/Kolkata", "America/St_Johns", "UTC"])
  func `an instant is the same in every zone`(zone: String) async throws {
    try await withConnection { connection in
      try await connection.execute(script: "set timezone to '\(zone)'")
      let instant = try await connection.value(
        "select '2021-12-01 10:00:00.25+01'::timestamptz as t", as: PQTimestamp.self)
      #expect(instant == PQTimestamp(microseconds: 1_638_349_200_250_000))
    }
  }

  @Test(arguments: [
    "2023-02-29", "2021-13-01", "21-1-1", "2021-01-01 ", "", "infinity", "2021-1-01", "+021-01-01",
  ])
  func `what is no day is refused`(text: String) {
    #expect(PQDate(iso: text) == nil)
  }

  @Test func `arrays keep quotes, commas, NULL and nothing`() async throws {
    try await roundTrip([[Int](), [1, -2, 3]], "bigint[]")
    try await roundTrip(
      [[String](), ["", "a,b", "{}", "\"", "\\", "NULL", "null", " æ ", "line\nline"]], "text[]")
    try await roundTrip([[1, nil, 3]] as [[Int?]], "bigint[]")
    try await roundTrip([[[0, 255], [UInt8]()]], "bytea[]")
    try await withConnection { connection in
      let error = try await failure {
        _ = try await connection.value("select array[1, null] as a", as: [Int].self)
      }
      #expect(error.kind == .decoding(.malformed))
    }
  }

  @Test func `ranges keep their bounds`() async throws {
    let day = try #require(PQDate(year: 2021, month: 12, day: 1))
    let later = try #require(PQDate(year: 2024, month: 2, day: 29))
    try await roundTrip(
      [
        PQRange(from: day, to: later), PQRange(from: day, to: nil), PQRange(from: nil, to: later),
        PQRange(from: nil, to: nil), .empty,
      ], "daterange")
    let low = try #require(PQNumeric("1.5"))
    let range = PQRange(lower: low, upper: low, includesLower: true, includesUpper: true)
    try await roundTrip([range], "numrange")
    try await withConnection { connection in
      let ages = try await connection.value(
        "select $1::int4range as r", [12...18], as: PQRange<Int>.self)
      #expect(ages == PQRange(from: 12, to: 19))
      let text = try await connection.value(
        "select $1::daterange::text as r", [day..<later], as: String.self)
      #expect(text == "[2021-12-01,2024-02-29)")
    }
  }

  @Test func `a text with a NUL byte is refused before it is sent`() async throws {
    try await withConnection { connection in
      for value: any PQParameter in ["a\0b", ["a", "\0"]] {
        let error = try await failure {
          _ = try await connection.query(PQStatement("select $1::text"), ["fine", value])
        }
        #expect(error.kind == .parameter)
        #expect(error.details.contains("$2"))
      }
      #expect(try await connection.value("select 1 as n", as: Int.self) == 1)
    }
  }

  @Test func `NULL goes in as nil of any kind`() async throws {
    try await withConnection { connection in
      let nothing: String? = nil
      let row = try await connection.query(
        PQStatement("select $1::int as a, $2::text as b, $3::int as c"),
        [nil, nothing, 3 as Int?]
      ).only()
      #expect(try row.decode("a", as: Int?.self) == nil)
      #expect(try row.decode("b", as: String?.self) == nil)
      #expect(try row.decode("c", as: Int?.self) == 3)
    }
  }

  @Test func `NULL, absent and malformed are three errors`() async throws {
    try await withConnection { connection in
      let rows = try await connection.query(
        PQStatement("select null::int as a, 'ti'::text as b, 1 as c, 2 as c"))
      let row = try rows.only()
      let cases: [(String, PQError.Decoding)] = [
        ("a", .null), ("b", .malformed), ("nowhere", .absent), ("c", .absent),
      ]
      for (column, fault) in cases {
        let error = #expect(throws: PQError.self) { try row.decode(column, as: Int.self) }
        #expect(error?.kind == .decoding(fault))
        #expect(error?.column == column)
      }
      #expect(throws: PQError.self) { try row.decode("b", as: Int?.self) }
      #expect(throws: PQError.self) { try rows.column("nowhere", as: Int.self) }
    }
  }

  @Test(arguments: ["32768", "-32769", "1a", "", "-", "1.0", " 1", "99999999999999999999"])
  func `a number that does not fit is malformed`(text: String) async throws {
    try await withConnection { connection in
      let rows = try await connection.query(PQStatement("select $1::text as n"), [text])
      let error = #expect(throws: PQError.self) { try rows.only().decode("n", as: Int16.self) }
      #expect(error?.kind == .decoding(.malformed))
      #expect(error.map { !"\($0)".contains("«") } == true)
    }
  }

  @Test func `columns are resolved once for all rows`() async throws {
    try await withConnection { connection in
      let rows = try await connection.query(
        PQStatement("select g as n, 'r' || g as t from generate_series(1, 1000) g"))
      let number = try rows.column("n", as: Int.self)
      let text = try rows.column("t", as: String.self)
      #expect(rows.count == 1000 && rows.affected == 1000)
      for row in rows {
        let value = try row.decode(number)
        #expect(try row.decode(text) == "r\(value)")
      }
    }
  }
}
