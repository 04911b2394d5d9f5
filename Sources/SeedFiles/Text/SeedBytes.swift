/// Bytes of a seed file as text, which must be UTF-8.
enum SeedBytes {
  /// The text without a byte order mark; nil after a fault has been noted at the first bad line.
  static func text(_ bytes: [UInt8], path: String, faults: FaultList) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      faults.add(
        SeedFault(
          path: path, line: index + 1, key: "",
          sentence: "The line is not UTF-8; save the file as UTF-8 (not Latin-1 or Windows)."))
    }
    return nil
  }
}
