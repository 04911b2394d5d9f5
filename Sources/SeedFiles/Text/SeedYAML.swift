import Foundation
import Registry
import Yams

/// One YAML file turned into nodes, with bounds on size, depth and repetition.
///
/// Scalars keep what was written: `0301`, `02800`, `NO` and `2021-12-01` are text here. The format
/// has no anchors, aliases or tags, so they are refused before the parser can unfold them.
struct SeedYAML {
  static let bytesMax = 8_000_000
  static let nodesMax = 500_000
  static let depthMax = 40

  let path: String
  let faults: FaultList

  /// The root of the file, or nil after the faults have been noted.
  func root(of bytes: [UInt8]) -> SeedNode? {
    guard let text = checkedText(bytes) else { return nil }
    do {
      guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
        fault(1, "The file is empty; begin it with `seed: ` and a name.")
        return nil
      }
      var budget = SeedYAML.nodesMax
      return node(root, line: 1, depth: 0, budget: &budget)
    } catch let error as YamlError {
      note(error)
    } catch {
      fault(1, "The file cannot be read as YAML.")
    }
    return nil
  }

  private func checkedText(_ bytes: [UInt8]) -> String? {
    guard bytes.count <= SeedYAML.bytesMax else {
      fault(0, "The file is larger than \(SeedYAML.bytesMax) bytes; divide it.")
      return nil
    }
    guard let text = SeedBytes.text(bytes, path: path, faults: faults) else { return nil }
    if let line = SeedYAML.anchorLine(in: text.utf8) {
      fault(
        line,
        "An anchor, an alias or a tag (`&`, `*` or `!` before a word) is not part of the format; "
          + "write the value out, or put it in quotes.")
      return nil
    }
    return text
  }

  private func node(_ node: Node, line: Int, depth: Int, budget: inout Int) -> SeedNode? {
    budget -= 1
    let line = node.mark?.line ?? line
    guard budget > 0, depth <= SeedYAML.depthMax else {
      if budget == 0 { fault(line, "The file says too many things; divide it.") }
      if depth > SeedYAML.depthMax { fault(line, "This is nested too deeply.") }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && scalar.string.isEmpty
      return SeedNode(line: line, content: isNothing ? .nothing : .text(scalar.string))
    case .sequence(let sequence):
      var items: [SeedNode] = []
      for child in sequence {
        if let item = self.node(child, line: line, depth: depth + 1, budget: &budget) {
          items.append(item)
        }
      }
      return SeedNode(line: line, content: .list(items))
    case .mapping(let mapping):
      var fields: [SeedField] = []
      for (name, value) in mapping {
        guard let key = name.scalar, !key.string.isEmpty else {
          fault(name.mark?.line ?? line, "A name of a field must be a word.")
          continue
        }
        let keyLine = name.mark?.line ?? line
        if let item = self.node(value, line: keyLine, depth: depth + 1, budget: &budget) {
          let isNothing = if case .nothing = item.content { true } else { false }
          let placed = isNothing ? SeedNode(line: keyLine, content: .nothing) : item
          fields.append(SeedField(name: key.string, line: keyLine, node: placed))
        }
      }
      return SeedNode(line: line, content: .mapping(fields))
    case .alias:
      fault(line, "An alias is not part of the format; write the value out.")
      return nil
    }
  }

  private func note(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      fault(mark.line, SeedYAML.sentence(problem, since: context?.mark.line, at: mark.line))
    case .reader(_, let offset, let sign, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      let name = Unicode.Scalar(UInt32(clamping: sign)).map(HiddenSign.name) ?? "this sign"
      fault(
        before.filter { $0 == UInt8(ascii: "\n") }.count + 1,
        "YAML does not allow \(name); take it away, or write the line again by hand.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
      fault(
        context.mark.line, "The entry here says \(names) twice; keep one, or make a list of it.")
    default:
      fault(1, "The file cannot be read as YAML.")
    }
  }

  private static func sentence(_ problem: String, since start: Int?, at line: Int) -> String {
    if problem.contains("another document") {
      return "A seed file is one document; take `---` away or divide the file."
    }
    if problem.contains("tab character") {
      return "A tab stands here; write spaces, as many as on the lines around."
    }
    if problem.contains("cannot start any token") {
      return "YAML cannot begin here; write spaces for tabs, and put text that begins with "
        + "@, %, ` or a tab in quotes."
    }
    if problem.contains("mapping values are not allowed") {
      return "A colon and a space inside a text need quotes around the text, or the indentation "
        + "is wrong."
    }
    let since = start.map { $0 == line ? "" : " (what it belongs to begins on line \($0))" } ?? ""
    return "This is not YAML: \(problem)\(since); look at indentation, quotes and brackets."
  }

  private func fault(_ line: Int, _ sentence: String) {
    faults.add(SeedFault(path: path, line: line, key: "", sentence: sentence))
  }
}

extension SeedYAML {
  /// The first line where an anchor, an alias or a tag could stand.
  ///
  /// A sign counts only where a value may begin, so `R&D`, `Barn & unge` and `2 * 3` are text.
  static func anchorLine(in bytes: String.UTF8View) -> Int? {
    var line = 1
    var mayBegin = true
    var isAfterSpace = true
    var bytes = bytes.makeIterator()
    var pending = bytes.next()
    while let byte = pending {
      pending = bytes.next()
      switch byte {
      case UInt8(ascii: "\n"):
        (line, mayBegin, isAfterSpace) = (line + 1, true, true)
      case UInt8(ascii: "\r"):
        // A line end by itself, or the first half of one.
        (mayBegin, isAfterSpace) = (true, true)
        if pending != UInt8(ascii: "\n") { line += 1 }
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        isAfterSpace = true
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        if mayBegin, isAfterSpace, let next = pending, isWord(next) { return line }
        (mayBegin, isAfterSpace) = (false, false)
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "?"):
        // Followed by a space these introduce a value; inside a word they are part of it.
        let introduces = pending == UInt8(ascii: " ")
        mayBegin = introduces && (mayBegin || byte == UInt8(ascii: ":"))
        isAfterSpace = false
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","):
        (mayBegin, isAfterSpace) = (true, true)
      default:
        (mayBegin, isAfterSpace) = (false, false)
      }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "<"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
