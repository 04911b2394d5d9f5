/// What stands between the cells of a table.
enum TableSeparator: UInt8, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  var singular: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    }
  }

  var plural: String { singular + "s" }
}

/// The cells of one row, without spaces around them.
struct TableRecord {
  let line: Int
  var cells: [String] = []
  /// Whether the first cell stands in quotes.
  var isQuoted = false

  func has(_ column: Int) -> Bool {
    column < cells.count && !cells[column].isEmpty
  }
}

/// Parts the bytes of a table into records; a line ends with LF, CR LF or, from old programs, CR.
struct TableRecords {
  /// Found in the header.
  private(set) var separator = TableSeparator.comma
  /// Whether a fault ended the reading.
  private(set) var isBroken = false
  private let bytes: [UInt8]
  private let fault: (Int, String) -> Void
  private var position = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  init(_ text: String, fault: @escaping (Int, String) -> Void) {
    bytes = Array(text.utf8)
    self.fault = fault
  }

  /// The first line that is neither empty, nor a comment, nor the `sep=;` of a spreadsheet.
  mutating func header() -> TableRecord? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex(where: TableRecords.endsLine) ?? bytes.count
      let text = String(decoding: bytes[position..<end], as: UTF8.self).trimmed
      let isNothing = text.allSatisfy { ",;\t".contains($0) }
      let isComment = text == "#" || text.hasPrefix("# ") || text.hasPrefix("\"# ")
      let isMark = text.lowercased().hasPrefix("sep=") && text.count == 5
      guard isNothing || isComment || isMark || text.lowercased() == "sep=" else {
        guard choose(bytes[position..<end]) else { return nil }
        return next()
      }
      position = end
      endLine()
    }
    return nil
  }

  /// The separator that the header has outside quotes.
  private mutating func choose(_ header: ArraySlice<UInt8>) -> Bool {
    var isQuoted = false
    var found: Set<TableSeparator> = []
    for byte in header {
      if byte == TableRecords.quote {
        isQuoted.toggle()
      } else if !isQuoted, let separator = TableSeparator(rawValue: byte) {
        found.insert(separator)
      }
    }
    guard found.count <= 1 else {
      let words = TableSeparator.allCases.filter(found.contains).map(\.plural)
      fault(
        line,
        "The header is parted by \(words.joined(separator: " and ")); use one of them in the "
          + "whole table.")
      isBroken = true
      return false
    }
    separator = found.first ?? .comma
    return true
  }

  /// The next row, whether or not anything stands in it; nil at the end and after a fault.
  mutating func next() -> TableRecord? {
    guard position < bytes.count, !isBroken else { return nil }
    var record = TableRecord(line: line, isQuoted: bytes[position] == TableRecords.quote)
    while true {
      guard let cell = cell() else {
        isBroken = true
        return nil
      }
      record.cells.append(cell.trimmed)
      guard position < bytes.count, bytes[position] == separator.rawValue else { break }
      position += 1
    }
    endLine()
    return record
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == newline || byte == carriage
  }

  private mutating func endLine() {
    guard position < bytes.count else { return }
    let isCarriage = bytes[position] == TableRecords.carriage
    position += 1
    if isCarriage, position < bytes.count, bytes[position] == TableRecords.newline { position += 1 }
    line += 1
  }

  /// Reads one cell and stops at the separator or line end after it; nil after a fault.
  private mutating func cell() -> String? {
    guard position < bytes.count, bytes[position] == TableRecords.quote else {
      let start = position
      while position < bytes.count, bytes[position] != separator.rawValue,
        !TableRecords.endsLine(bytes[position])
      {
        if bytes[position] == TableRecords.quote {
          fault(line, "A quotation mark inside a cell needs quotes around the cell and doubling.")
          return nil
        }
        position += 1
      }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return quoted()
  }

  private mutating func quoted() -> String? {
    var content: [UInt8] = []
    let start = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if TableRecords.endsLine(byte) {
        content.append(TableRecords.newline)
        endLine()
        continue
      }
      position += 1
      guard byte == TableRecords.quote else {
        content.append(byte)
        continue
      }
      if position < bytes.count, bytes[position] == TableRecords.quote {
        content.append(byte)
        position += 1
        continue
      }
      while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
      guard
        position == bytes.count || bytes[position] == separator.rawValue
          || TableRecords.endsLine(bytes[position])
      else {
        fault(
          line,
          "After the closing quotation mark comes a \(separator.singular) or the end of the line.")
        return nil
      }
      return String(decoding: content, as: UTF8.self)
    }
    fault(start, "The quotation mark that opens here is never closed.")
    return nil
  }
}
