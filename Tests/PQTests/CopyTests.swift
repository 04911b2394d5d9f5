import PQ
import TestSupport
import Testing

@Suite struct CopyTests {
  private struct Stop: Error {}

  private let table = "create temporary table t (a int, b text)"
  private let texts: [String?] = [
    "", nil, "\\N", "\\", "\t", "\n\r", "a\\tb", "\u{8}\u{B}\u{C}\u{7F}", "«æøå»", "\\.", "x,\"y\"",
  ]

  @Test func `rows go in and come out again with every escape`() async throws {
    try await withScratch(table) { connection in
      var rows = PQCopyText()
      for (number, text) in texts.enumerated() { try rows.append([number, text]) }
      let copied = try await connection.copyIn(
        PQStatement("copy t from stdin"), [rows.bytes])
      #expect(copied == texts.count)
      let stored = try await connection.query(PQStatement("select b from t order by a"))
      #expect(try stored.map { try $0.decode("b", as: String?.self) } == texts)

      let out = PQStatement("copy (select a, b from t order by a) to stdout")
      let bytes = try await connection.copyOut(out)
      #expect(bytes == rows.bytes)
      let read = try #require(Self.pairs(bytes))
      #expect(read.map(\.a) == texts.indices.map { String($0) })
      #expect(read.map(\.b) == texts)
    }
  }

  @Test func `chunks may be cut anywhere and be large`() async throws {
    try await withScratch(table) { connection in
      let long = String(repeating: "æ", count: 1 << 18)
      var rows = PQCopyText()
      for number in 0..<4 { try rows.append([number, long]) }
      let bytes = rows.bytes
      let chunks = stride(from: 0, to: bytes.count, by: 100_001).map {
        Array(bytes[$0..<min($0 + 100_001, bytes.count)])
      }
      let copied = try await connection.copyIn(PQStatement("copy t from stdin"), chunks)
      #expect(copied == 4)
      let out = PQStatement("copy (select a, b from t order by a) to stdout")
      #expect(try await connection.copyOut(out) == bytes)
    }
  }

  @Test func `a row that is refused undoes the whole copy`() async throws {
    try await withScratch(table) { connection in
      let copy = PQStatement(name: "t.copy", sql: "copy t from stdin")
      let lines = ["1\tone\n", "two\ttwo\n"].map { Array($0.utf8) }
      let error = try await failure { _ = try await connection.copyIn(copy, lines) }
      #expect(error.kind == .server(sqlState: "22P02"))
      #expect(error.statement == "t.copy")
      #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
      #expect(try await connection.copyIn(copy, []) == 0)
    }
  }

  @Test func `a copy is part of its transaction`() async throws {
    try await withScratch(table) { connection in
      await #expect(throws: Stop.self) {
        try await connection.transaction { transaction in
          let copied = try await transaction.copyIn(
            PQStatement("copy t from stdin"), [Array("1\ta\n".utf8)])
          #expect(copied == 1)
          let bytes = try await transaction.copyOut(PQStatement("copy t to stdout"))
          #expect(bytes == Array("1\ta\n".utf8))
          throw Stop()
        }
      }
      let left = try await connection.value("select count(*) from t", as: Int.self)
      #expect(left == 0)
    }
  }

  @Test func `a reader that has had enough ends the copy`() async throws {
    try await withConnection { connection in
      let endless = PQStatement("copy (select generate_series(1, 1000000000)) to stdout")
      let seen = Notes<Int>()
      await #expect(throws: Stop.self) {
        try await connection.copyOut(endless) { row in
          seen.append(row.count)
          if seen.all.count == 3 { throw Stop() }
        }
      }
      #expect(seen.all.count == 3)
      let next = try await connection.value("select 1 as n", as: Int.self)
      #expect(next == 1)
    }
  }

  @Test func `a copy that takes too long is cancelled in both directions`() async throws {
    try await withScratch(table) { connection in
      let endless = PQStatement("copy (select generate_series(1, 1000000000)) to stdout")
      let out = try await failure {
        try await connection.copyOut(endless, deadline: .now.advanced(by: .milliseconds(50))) { _ in
        }
      }
      #expect(out.kind == .deadline)
      let rows = repeatElement(Array("1\ta\n".utf8), count: .max)
      let within = try await failure {
        _ = try await connection.copyIn(
          PQStatement("copy t from stdin"), rows, deadline: .now.advanced(by: .milliseconds(50)))
      }
      #expect(within.kind == .deadline)
      #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
    }
  }

  @Test func `a statement that is no copy, or the other one, is misuse`() async throws {
    try await withScratch(table) { connection in
      for sql in ["select 1", "copy t from stdin"] {
        let error = try await failure { _ = try await connection.copyOut(PQStatement(sql)) }
        #expect(error.kind == .protocolMisuse)
      }
      for sql in ["select 1", "copy t to stdout"] {
        let error = try await failure { _ = try await connection.copyIn(PQStatement(sql), []) }
        #expect(error.kind == .protocolMisuse)
      }
      let two = try await failure {
        _ = try await connection.copyOut(PQStatement("copy t to stdout; drop table t"))
      }
      #expect(two.sqlState == "42601")
      #expect(await connection.isUsable)
    }
  }

  @Test(arguments: [
    "1\n", "1\ta\tb\n", "1\ta", "1\t\\x41\n", "1\ta\\", "\\Nx\ta\n", "1\ta\n\n", "\t",
  ])
  func `text that is no copy of two columns is malformed`(text: String) {
    #expect(Self.pairs(Array(text.utf8)) == nil)
  }

  @Test func `a field may be longer than any before it, escaped or not`() throws {
    let long = String(repeating: "æ\t", count: 5_000)
    var rows = PQCopyText()
    for text in ["\t", long, "", long + "\\"] { try rows.append([text, nil]) }
    let read = try #require(Self.pairs(rows.bytes))
    #expect(read.map(\.a) == ["\t", long, "", long + "\\"])
    #expect(read.allSatisfy { $0.b == nil })
  }

  private struct Pair: Equatable {
    let a: String?
    let b: String?
  }

  /// The rows of two columns; nil when the text is no such rows.
  private static func pairs(_ bytes: [UInt8]) -> [Pair]? {
    bytes.withUnsafeBufferPointer { text in
      var reader = PQCopyReader(text, width: 2)
      var pairs: [Pair] = []
      while !reader.isAtEnd {
        var fields: [String?] = []
        for _ in 0..<2 {
          switch reader.next() {
          case .null: fields.append(nil)
          case .text(let text): fields.append(String(decoding: text, as: UTF8.self))
          case .malformed: return nil
          }
        }
        pairs.append(Pair(a: fields[0], b: fields[1]))
      }
      return pairs
    }
  }

  @Test func `a NUL byte is refused when the row is written`() {
    var rows = PQCopyText()
    let error = #expect(throws: PQError.self) { try rows.append([1, "a\0"]) }
    #expect(error?.kind == .parameter)
  }
}
