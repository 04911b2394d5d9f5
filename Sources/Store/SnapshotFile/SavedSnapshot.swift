import Crypto
package import Registry

/// A snapshot as the bytes of a file, and back.
///
///     varde-snapshot 2                          magic and format
///     sha256 9f86…                              of everything after this line
///     generation 42 5e76dcfb-…                  number and lineage
///     grew 41 0b0f3a11-…                        a line for each state it grew from
///     build 3f2a…
///     read 1795246800                           seconds since 1970
///     table source 120 45871 id,key,title …     rows, bytes and columns, one line a table
///     (an empty line)
///     the rows of each table as COPY text, in that order
package struct SavedSnapshot: Hashable, Sendable {
  /// Raised whenever a table or a column comes, goes or changes its meaning.
  package static let format = 2
  static let magic = "varde-snapshot"

  package let snapshot: Snapshot
  /// The program that wrote it.
  package let build: String
  /// When the rows were read from the database, in seconds since 1970-01-01T00:00:00Z.
  package let readAt: Int64
  /// Rows of the file that are left out, as when they were read from the database.
  package let unreadable: [UnreadableRow]

  package init(
    snapshot: Snapshot, build: String, readAt: Int64, unreadable: [UnreadableRow] = []
  ) {
    self.snapshot = snapshot
    self.unreadable = unreadable.sorted { ($0.table, $0.id) < ($1.table, $1.id) }
    self.build = build
    self.readAt = readAt
  }

  /// - Throws: `unwritable`, when a text holds what COPY text cannot.
  package func bytes() throws(SnapshotFileFault) -> [UInt8] {
    let sections: [[UInt8]]
    do {
      sections = try CopyTable.all.map { try $0.encode(snapshot) }
    } catch {
      throw .unwritable("a text cannot be written as a row")
    }
    return SavedSnapshot.bytes(of: sections, snapshot.lineage, build: build, readAt: readAt)
  }

  /// The file of a snapshot whose rows are at hand as text.
  static func bytes(
    of sections: [[UInt8]], _ lineage: Lineage, build: String, readAt: Int64
  ) -> [UInt8] {
    var head = SavedSnapshot.line("generation", lineage.mark)
    for ancestor in lineage.ancestors { head += SavedSnapshot.line("grew", ancestor) }
    head += "build \(build)\nread \(readAt)\n"
    for (table, section) in zip(CopyTable.all, sections) {
      let rows = CopyTable.lines(in: section[...])
      head += SavedSnapshot.line(table, rows: rows, bytes: section.count) + "\n"
    }
    var rest = Array("\(head)\n".utf8)
    rest.reserveCapacity(rest.count + sections.reduce(0) { $0 + $1.count })
    for section in sections { rest += section }
    let digest = SavedSnapshot.digest(rest[...])
    let format = SavedSnapshot.format
    return Array("\(SavedSnapshot.magic) \(format)\nsha256 \(digest)\n".utf8) + rest
  }

  /// - Throws: `foreign`, `otherFormat`, `damaged`, `otherColumns`.
  package init(
    _ bytes: [UInt8], _ sideBySide: SideBySide = .inTurn
  ) throws(SnapshotFileFault) {
    var lines = HeadLines(bytes)
    let first = lines.next()?.split(separator: " ", omittingEmptySubsequences: false)
    guard let first, first.count == 2, first[0] == SavedSnapshot.magic, let format = Int(first[1])
    else { throw .foreign }
    guard format == SavedSnapshot.format else { throw .otherFormat(format) }
    guard let digest = lines.value("sha256") else { throw .damaged("it has no digest") }
    guard SavedSnapshot.digest(lines.rest) == digest else {
      throw .damaged("it is not what was written")
    }
    guard let lineage = lines.lineage(), let build = lines.value("build"),
      let readAt = lines.value("read").flatMap({ Int64($0) })
    else { throw .damaged("its head cannot be read") }
    var (snapshot, unreadable) = try SavedSnapshot.rows(&lines, sideBySide)
    snapshot.lineage = lineage
    self.init(snapshot: snapshot, build: build, readAt: readAt, unreadable: unreadable)
  }

  private static func rows(
    _ lines: inout HeadLines, _ sideBySide: SideBySide
  ) throws(SnapshotFileFault) -> (Snapshot, [UnreadableRow]) {
    var sizes: [(rows: Int, bytes: Int)] = []
    for table in CopyTable.all {
      let words = lines.next()?.split(separator: " ") ?? []
      guard words.count == 5, let rows = Int(words[2]), let bytes = Int(words[3]),
        rows >= 0, bytes >= 0, words.joined(separator: " ") == line(table, rows: rows, bytes: bytes)
      else { throw .otherColumns(table.name) }
      sizes.append((rows, bytes))
    }
    guard lines.next() == "" else { throw .otherColumns("the list of tables") }
    var rest = lines.rest
    var texts: [(place: Int, text: ArraySlice<UInt8>)] = []
    for (place, size) in sizes.enumerated() {
      guard rest.count >= size.bytes else {
        throw .damaged("\(CopyTable.all[place].name) is cut off")
      }
      texts.append((place, rest.prefix(size.bytes)))
      rest = rest.dropFirst(size.bytes)
    }
    guard rest.isEmpty else { throw .damaged("it is too long") }
    for (one, size) in zip(texts, sizes) where CopyTable.lines(in: one.text) != size.rows {
      throw .damaged("\(CopyTable.all[one.place].name) lacks rows")
    }
    return try decoded(texts, sideBySide)
  }

  private static func decoded(
    _ texts: [(place: Int, text: ArraySlice<UInt8>)], _ sideBySide: SideBySide
  ) throws(SnapshotFileFault) -> (Snapshot, [UnreadableRow]) {
    var snapshot = Snapshot()
    do {
      let unreadable = try CopyTable.read(texts, into: &snapshot, sideBySide)
      return (snapshot, unreadable)
    } catch StoreError.malformedRow(let table, _, _) {
      throw .damaged("\(table) cannot be read")
    } catch {
      throw .damaged("a table cannot be read")
    }
  }

  private static func line(_ word: String, _ mark: EditionMark) -> String {
    "\(word) \(mark.generation) \(mark.lineage)\n"
  }

  private static func line(_ table: CopyTable, rows: Int, bytes: Int) -> String {
    "table \(table.name) \(rows) \(bytes) \(table.columns.joined(separator: ","))"
  }

  private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

/// The lines at the head of the file, one after the other.
private struct HeadLines {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// The next line; nil when there is none of a sensible length.
  mutating func next() -> String? {
    guard let end = rest.prefix(HeadLines.bytesMax).firstIndex(of: UInt8(ascii: "\n")),
      let line = String(validating: rest[..<end], as: UTF8.self)
    else { return nil }
    rest = rest[(end + 1)...]
    return line
  }

  /// The word after `name` on the next line.
  mutating func value(_ name: String) -> String? {
    guard let words = next()?.split(separator: " "), words.count == 2, words[0] == name else {
      return nil
    }
    return String(words[1])
  }

  /// The state that the file holds and those it grew from.
  mutating func lineage() -> Lineage? {
    guard let mark = mark("generation") else { return nil }
    var ancestors: [EditionMark] = []
    while let ancestor = self.mark("grew") { ancestors.append(ancestor) }
    return Lineage(mark: mark, ancestors: ancestors)
  }

  /// The mark on the next line, if that begins with the word; else the line is not passed.
  private mutating func mark(_ word: String) -> EditionMark? {
    var ahead = self
    guard let words = ahead.next()?.split(separator: " "), words.count == 3, words[0] == word,
      let generation = Int64(words[1]), let lineage = ID<Lineage>(words[2])
    else { return nil }
    self = ahead
    return EditionMark(generation: generation, lineage: lineage)
  }

  private static let bytesMax = 4096
}
