/// A table whose header names fields: RFC 4180, read strictly, with commas, semicolons or tabs.
///
/// A row becomes a mapping. An empty cell is absent, `;` parts the values of a list (in a table of
/// semicolons inside quotes), and a header with a point (`name.nn`) is a field of a field. SwiftCSV
/// is not used here: it knows no line numbers, drops spaces beside quotes and lets rows be shorter
/// or longer than the header.
struct SeedTable {
  static let rowsMax = 200_000

  let path: String
  let faults: FaultList

  /// The rows with their lines; empty after faults in the table's form.
  func rows(of bytes: [UInt8]) -> [SeedNode] {
    guard let text = SeedBytes.text(bytes, path: path, faults: faults) else { return [] }
    var records = TableRecords(text, fault: fault)
    guard let first = records.header() else {
      if !records.isBroken { fault(1, "The table is empty; its first line names the fields.") }
      return []
    }
    var header = first.cells
    var rows: [TableRecord] = []
    while let record = records.next() {
      guard rows.count < SeedTable.rowsMax else {
        fault(1, "The table has more than \(SeedTable.rowsMax) rows; divide it.")
        return []
      }
      if record.cells.contains(where: { !$0.isEmpty }), !isComment(record, header) {
        rows.append(record)
      }
    }
    // Spreadsheets write columns that are empty from top to bottom.
    while header.count > 1, header.last == "", !rows.contains(where: { $0.has(header.count - 1) }) {
      header.removeLast()
    }
    guard !records.isBroken, check(header, at: first.line) else { return [] }
    return rows.compactMap { record in
      isWhole(record, header, records.separator) ? row(header, record) : nil
    }
  }

  /// `# words` alone on a line; anything else that begins with `#` is a row.
  private func isComment(_ record: TableRecord, _ header: [String]) -> Bool {
    guard header.count > 1, !record.isQuoted, let first = record.cells.first,
      record.cells.dropFirst().allSatisfy(\.isEmpty)
    else { return false }
    return first == "#" || first.hasPrefix("# ")
  }

  private func isWhole(
    _ record: TableRecord, _ header: [String], _ separator: TableSeparator
  ) -> Bool {
    let extra = record.cells.dropFirst(header.count)
    if record.cells.count >= header.count, extra.allSatisfy(\.isEmpty) {
      return !hasFormula(record, header)
    }
    let others = TableSeparator.allCases.filter { $0 != separator }
    let one = record.cells.count == 1 ? record.cells.first : nil
    if let one, let other = others.first(where: { one.utf8.contains($0.rawValue) }) {
      fault(
        record.line,
        "The row is parted by \(other.plural) and the header by \(separator.plural); use one of "
          + "them in the whole table.")
    } else if record.cells.first?.hasPrefix("#") == true {
      fault(
        record.line,
        "A row cannot begin with `#`; a comment is `# ` and words without \(separator.plural), "
          + "alone on its line.")
    } else {
      fault(
        record.line,
        "The row has \(record.cells.count) cells and the header \(header.count); "
          + "put quotes around a cell that holds a \(separator.singular).")
    }
    return false
  }

  /// What a spreadsheet saves in place of a value.
  private func hasFormula(_ record: TableRecord, _ header: [String]) -> Bool {
    for (name, cell) in zip(header, record.cells) where SeedTable.isFormula(cell) {
      fault(
        record.line,
        "`\(cell)` under `\(name)` is a formula or the fault of one; write its value, and save "
          + "cells as text.")
      return true
    }
    return false
  }

  private static func isFormula(_ cell: String) -> Bool {
    let rest = cell.dropFirst()
    switch cell.first {
    case "=", "@": return true
    case "+", "-":
      guard let next = rest.first else { return false }
      return next.isLetter || next == "=" || rest.contains { "+*/!".contains($0) }
    case "#":
      let isShouted = !rest.contains { $0.isLowercase || $0 == " " }
      return rest.isEmpty || isShouted && rest.contains { $0.isLetter || $0 == "#" }
    default: return false
    }
  }

  private func check(_ header: [String], at line: Int) -> Bool {
    var seen: Set<String> = []
    for name in header {
      if name.isEmpty {
        fault(line, "A column has no name.")
        return false
      }
      if !seen.insert(name).inserted {
        fault(line, "The column `\(name)` stands there twice.")
        return false
      }
    }
    return true
  }

  private func row(_ header: [String], _ record: TableRecord) -> SeedNode {
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
