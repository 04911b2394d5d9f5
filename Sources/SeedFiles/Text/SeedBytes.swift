/// Bytes of a seed file as text, which must be UTF-8.
enum SeedBytes {
  /// The text without a byte order mark; nil after a fault has been noted at the first bad line.
  static func text(_ bytes: [UInt8], path: String, faults: FaultList) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    func fault(_ line: Int, _ sentence: String) {
      faults.add(SeedFault(path: path, line: line, key: "", sentence: sentence))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      fault(1, "The file is UTF-16; save it as UTF-8 (in Excel «CSV UTF-8»).")
      return nil
    }
    let lines = body.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    if body.contains(0) {
      let place = lines.firstIndex { $0.contains(0) } ?? 0
      fault(
        place + 1,
        "The line holds a zero byte, which no text does; save the file as UTF-8 (not UTF-16).")
      return nil
    }
    if let text = String(validating: body, as: UTF8.self) { return text }
    for (index, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      fault(index + 1, "The line is not UTF-8; save the file as UTF-8 (not Latin-1 or Windows).")
    }
    return nil
  }
}
