/// A table of comma-separated values whose header names fields; RFC 4180, read strictly.
///
/// A row becomes a mapping. An empty cell is absent, `;` parts the values of a list, and a header
/// with a point (`name.nn`) is a field of a field. SwiftCSV is not used here: it knows no line
/// numbers, drops spaces beside quotes and lets rows be shorter or longer than the header.
struct SeedTable {
  static let rowsMax = 200_000

  let path: String
  let faults: FaultList

  /// The rows with their lines; empty after faults in the table's form.
  func rows(of bytes: [UInt8]) -> [SeedNode] {
    guard let text = SeedBytes.text(bytes, path: path, faults: faults) else { return [] }
    var records = records(of: Array(text.utf8))
    guard !records.isEmpty else {
      fault(1, "The table is empty; its first line names the fields.")
      return []
    }
    let header = records.removeFirst().cells
    guard check(header) else { return [] }
    guard records.count <= SeedTable.rowsMax else {
      fault(1, "The table has more than \(SeedTable.rowsMax) rows; divide it.")
      return []
    }
    return records.compactMap { record in
      guard record.cells.count == header.count else {
        fault(
          record.line,
          "The row has \(record.cells.count) cells and the header \(header.count); "
            + "put quotes around a cell that holds a comma.")
        return nil
      }
      return row(header, record)
    }
  }

  private struct Record {
    let line: Int
    var cells: [String]
  }

  private func check(_ header: [String]) -> Bool {
    var seen: Set<String> = []
    for name in header {
      if name.isEmpty {
        fault(1, "A column has no name.")
        return false
      }
      if !seen.insert(name).inserted {
        fault(1, "The column `\(name)` stands there twice.")
        return false
      }
    }
    return true
  }

  private func row(_ header: [String], _ record: Record) -> SeedNode {
    var fields: [SeedField] = []
    var nested: [String: [SeedField]] = [:]
    var order: [String] = []
    for (name, cell) in zip(header, record.cells) where !cell.isEmpty {
      let node = SeedNode(line: record.line, content: .cell(cell))
      if let point = name.firstIndex(of: ".") {
        let outer = String(name[..<point])
        let inner = String(name[name.index(after: point)...])
        if nested[outer] == nil { order.append(outer) }
        nested[outer, default: []].append(
          SeedField(name: inner, line: record.line, node: node))
      } else {
        fields.append(SeedField(name: name, line: record.line, node: node))
      }
    }
    for name in order {
      let content = SeedNode.Content.mapping(nested[name] ?? [])
      fields.append(
        SeedField(
          name: name, line: record.line, node: SeedNode(line: record.line, content: content)))
    }
    return SeedNode(line: record.line, content: .mapping(fields))
  }

  /// The records of the text; blank lines are skipped, and lines that begin with `#` are comments.
  private func records(of bytes: [UInt8]) -> [Record] {
    var records: [Record] = []
    var line = 1
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      }
      var record = Record(line: line, cells: [])
      var isOver = position >= bytes.count
      while !isOver {
        guard let cell = cell(of: bytes, from: &position, line: &line) else { return [] }
        record.cells.append(cell.trimmed)
        if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
          position += 1
        } else {
          isOver = true
        }
      }
      if position < bytes.count {
        position += 1
        line += 1
      }
      if record.cells.contains(where: { !$0.isEmpty }) { records.append(record) }
    }
    return records
  }

  /// Reads one cell and stops at the comma or line end after it; nil after a fault.
  private func cell(of bytes: [UInt8], from position: inout Int, line: inout Int) -> String? {
    var content: [UInt8] = []
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      while position < bytes.count, bytes[position] != UInt8(ascii: ","),
        bytes[position] != UInt8(ascii: "\n")
      {
        if bytes[position] == UInt8(ascii: "\"") {
          fault(line, "A quotation mark inside a cell needs quotes around the cell and doubling.")
          return nil
        }
        content.append(bytes[position])
        position += 1
      }
      return String(decoding: content, as: UTF8.self)
    }
    let start = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\n") { line += 1 }
        content.append(byte)
      } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        content.append(byte)
        position += 1
      } else {
        while position < bytes.count, [UInt8(ascii: " "), 0x0D].contains(bytes[position]) {
          position += 1
        }
        guard position == bytes.count || [UInt8(ascii: ","), 0x0A].contains(bytes[position]) else {
          fault(line, "After the closing quotation mark comes a comma or the end of the line.")
          return nil
        }
        return String(decoding: content, as: UTF8.self)
      }
    }
    fault(start, "The quotation mark that opens here is never closed.")
    return nil
  }

  private func fault(_ line: Int, _ sentence: String) {
    faults.add(SeedFault(path: path, line: line, key: "", sentence: sentence))
  }
}

extension String {
  /// Without spaces and line ends around it.
  var trimmed: String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.isWhitespace { view = view.dropLast() }
    return String(view)
  }
}
