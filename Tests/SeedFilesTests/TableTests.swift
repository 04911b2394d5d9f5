import Foundation
import Registry
import SeedFiles
import Testing

/// Tables as spreadsheets save them, and files that lie where they should not.
@Suite struct TableTests {
  private static let yaml = "seed: x\nsource: register\npostcodes: {table: t.csv}\n"

  private static func codes(_ table: String) throws -> [String] {
    try Seeds.load(yaml, tables: ["t.csv": table]).snapshot.postcodes.map {
      "\($0.code) \($0.place)"
    }
    .sorted()
  }

  @Test(arguments: [
    "code,place,area\n0001,Oslo,9901\n0002,Os,9902\n",
    "code;place;area\n0001;Oslo;9901\n0002;Os;9902\n",
    "code\tplace\tarea\n0001\tOslo\t9901\n0002\tOs\t9902",
    "sep=;\r\ncode;place;area\r\n0001;Oslo;9901\r\n0002;Os;9902\r\n",
    "\u{FEFF}code;place;area\r0001;Oslo;9901\r0002;Os;9902\r",
    "\"code\";\"place\";\"area\"\n\"0001\";\"Oslo\";\"9901\"\n\"0002\";\"Os\";\"9902\"\n",
    "code;place;area;;\n0001;Oslo;9901;;\n;;;;\n0002;Os;9902;;\n;;;;\n",
    "# steder, alle\n\ncode,place,area\n# de to første\n0001,Oslo,9901\n# noe,,\n0002,Os,9902\n",
  ])
  func `A table is read with commas, semicolons or tabs and with any line end`(table: String) throws
  {
    #expect(try TableTests.codes(table) == ["0001 Oslo", "0002 Os"])
  }

  @Test(arguments: [
    ("code,place,area\n#N/A,Oslo,9901\n", 2, "`#N/A` under `code` is a formula"),
    ("code,place,area\n0001,#REF!,9901\n", 2, "`#REF!` under `place`"),
    ("code,place,area\n0001,=B2,9901\n", 2, "`=B2`"),
    ("code,place,area\n0001,@SUM(A1),9901\n", 2, "`@SUM(A1)`"),
    ("code,place,area\n0001,+B2,9901\n", 2, "`+B2`"),
    ("code,place,area\n#0001,Oslo,9901\n", 2, "not a postcode"),
    ("code,place,area\n# 0001,Oslo,9901\n", 2, "not a postcode"),
    ("code,place,area\n#0001,Oslo\n", 2, "cannot begin with `#`"),
    ("code,place,area\n# 0001,Oslo\n", 2, "cannot begin with `#`"),
    ("code,place,area\n0001;Oslo;9901\n", 2, "parted by semicolons and the header by commas"),
    ("code;place;area\n0001,Oslo,9901\n", 2, "parted by commas and the header by semicolons"),
    ("code;place,area\n0001;Oslo;9901\n", 1, "parted by commas and semicolons"),
    ("code;place;area\n0001;Oslo\n", 2, "has 2 cells and the header 3"),
    ("code;place;area\n0001;Os;lo;9901\n", 2, "has 4 cells"),
    ("code;place;;area\n0001;Oslo;;9901\n", 1, "A column has no name"),
    ("code;code;area\n0001;Oslo;9901\n", 1, "stands there twice"),
    ("code;place;area;\n0001;Oslo;9901;x\n", 1, "A column has no name"),
    ("code,place,area\n0001,Os\"lo,9901\n", 2, "quotation mark inside"),
    ("# bare ord\n", 1, "The table is empty"),
    ("code,place,area\n0001,Os\u{0}lo,9901\n", 2, "zero byte"),
    ("code,pl\u{200B}ace,area\n0001,Oslo,9901\n", 2, "‹U+200B›"),
  ])
  func `What is wrong with a table is told once, on its line`(
    table: String, line: Int, words: String
  ) {
    let faults = Seeds.faults(TableTests.yaml, tables: ["t.csv": table])
    #expect(
      faults.contains { $0.path == "t.csv" && $0.line == line && $0.sentence.contains(words) },
      "\(faults)")
    let others = faults.filter { !$0.sentence.contains(words) }
    #expect(
      others.allSatisfy {
        $0.sentence.contains("field `place`") || $0.sentence.contains("is missing")
      }, "\(faults)")
    #expect(faults.allSatisfy { !$0.description.utf8.contains(0) })
  }

  @Test func `A table of UTF-16 is refused with what to do, in either order`() {
    for order in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let mark: [UInt8] = order == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
      let bytes = "code;place;area\n0001;Oslo;9901\n".data(using: order).map(Array.init) ?? []
      for table in [mark + bytes, bytes] {
        do {
          _ = try Seeds.read([
            SeedText(path: "base.yaml", text: Seeds.base),
            SeedText(path: "x.yaml", text: TableTests.yaml),
            SeedText(path: "t.csv", bytes: table),
          ])
          Issue.record("UTF-16 was read.")
        } catch {
          #expect(error.faults.count == 1)
          #expect(error.description.contains("UTF-16"))
          #expect(!error.description.utf8.contains(0))
        }
      }
    }
  }

  @Test func `A list in a table of semicolons stands in quotes`() throws {
    let bundle = try Seeds.load(
      "seed: x\nsource: register\ncontacts: {table: t.csv}\n",
      tables: [
        "t.csv": "area;function;holder;phone\n\"9901;9902\";slt-coordinator;unnamed;25 00 01 00\n"
      ])
    #expect(bundle.snapshot.designations.count == 2)
  }

  /// A folder of its own, gone afterwards.
  private static func folder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seed-\(UUID())/inner")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  @Test func `Files that are not read because of their ending are named, and capitals are read`()
    throws
  {
    let names = [
      "a.yaml", "b.YAML", "c.Yml", "d.yml.txt", "e.CSV", "f.json", "g.yaml~", ".h.yaml", "intet",
      "README.md",
    ]
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "seed: \($0.prefix(1))\n") })
    try TableTests.folder(files) { path in
      let contents = try SeedFolder.contents(at: [path])
      let read = contents.texts.map { String($0.path.dropFirst(path.count + 1)) }
      #expect(read == ["a.yaml", "b.YAML", "c.Yml"])
      let left = contents.leftOut.map { String($0.dropFirst(path.count + 1)) }
      #expect(left == [".h.yaml", "d.yml.txt", "e.CSV", "f.json", "g.yaml~", "intet"].sorted())
    }
    try TableTests.folder(["a.yml.txt": "seed: a\n"]) { path in
      #expect(throws: SeedFolderError.empty(path)) { try SeedFolder.contents(at: [path]) }
    }
  }

  @Test func `A table outside the folder, a link out of it, a folder and a device are never read`()
    throws
  {
    let yaml = """
      seed: x
      holidays:
        - table: /etc/passwd  # <-
        - table: ../hemmelig.csv  # <-
        - table: lenke.csv  # <-
        - table: enhet.csv  # <-
        - {"table": mappe.csv}  # <-
        - table: lenkemappe/hemmelig.csv  # <-
        - table: borte.csv  # <-
        - table: her.csv
      """
    try TableTests.folder(["x.yaml": yaml, "her.csv": "date,name\n2027-05-17,Dagen\n"]) { path in
      let files = FileManager.default
      let secret = path + "/../hemmelig.csv"
      try Data("hemmelig,kanarifugl\n1,2\n".utf8).write(to: URL(filePath: secret))
      try files.createSymbolicLink(
        atPath: path + "/lenke.csv", withDestinationPath: "../hemmelig.csv")
      try files.createSymbolicLink(atPath: path + "/lenkemappe", withDestinationPath: "..")
      try files.createSymbolicLink(atPath: path + "/enhet.csv", withDestinationPath: "/dev/zero")
      try files.createDirectory(atPath: path + "/mappe.csv", withIntermediateDirectories: false)
      let texts = try SeedFolder.texts(at: [path])
      #expect(
        texts.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("kanarifugl") })
      do throws(SeedFaults) {
        _ = try SeedReader(existing: Snapshot()).read(texts)
        Issue.record("Tables from outside were read.")
      } catch {
        let lines = yaml.split(separator: "\n").enumerated().filter { $0.element.contains("# <-") }
        #expect(error.faults.map(\.line) == lines.map { $0.offset + 1 }, "\(error)")
        #expect(!error.description.contains("kanarifugl") && !error.description.contains("root:"))
      }
    }
  }
}
