import Foundation
import Registry

/// A value in a seed file together with the way down to it, so that a fault can say where.
struct SeedValue {
  let node: SeedNode
  let path: String
  /// Such as `designations[3].remit.age`.
  let key: String
  let faults: FaultList

  var position: SeedPosition {
    SeedPosition(path: path, line: node.line, key: key)
  }

  func fault(_ sentence: String) {
    faults.add(at: position, sentence)
  }

  /// The values of a list; one value standing alone is a list of one.
  var items: [SeedValue] {
    switch node.content {
    case .list(let nodes):
      nodes.enumerated().map { index, item in child(item, "[\(index + 1)]") }
    case .cell(let text) where text.contains(";"):
      text.split(separator: ";").map { part in
        child(SeedNode(line: node.line, content: .cell(String(part).trimmed)), "")
      }
    case .text, .cell, .mapping: [self]
    case .nothing: []
    }
  }

  var isMapping: Bool {
    if case .mapping = node.content { true } else { false }
  }

  /// A single line in normal form (NFC), without spaces around it or twice in it; nil after a
  /// fault.
  func text() -> String? {
    written().flatMap { clean($0, isProse: false) }
  }

  /// The same for sentences, which may have line breaks between them and keep their spaces.
  func prose() -> String? {
    written().flatMap { clean($0, isProse: true) }
  }

  /// The scalar as it was written; nil after a fault.
  func written() -> String? {
    switch node.content {
    case .text(let text), .cell(let text): text
    case .nothing:
      missing("nothing stands after the colon; write the value or take the line away.")
    case .list: missing("one value belongs here, not a list.")
    case .mapping: missing("a text belongs here, not fields of its own.")
    }
  }

  /// The fields of a mapping, after a fault for each that is not allowed; nil when it is none.
  func entry(_ allowed: Set<String>) -> SeedEntry? {
    guard case .mapping(let fields) = node.content else {
      fault("Fields (`name: value`) belong here.")
      return nil
    }
    var values: [String: SeedValue] = [:]
    for field in fields {
      let value = SeedValue(
        node: field.node, path: path, key: key.isEmpty ? field.name : "\(key).\(field.name)",
        faults: faults)
      guard allowed.contains(field.name) else {
        faults.add(
          SeedFault(
            path: path, line: field.line, key: value.key,
            sentence: "There is no field `\(field.name)` here"
              + Nearest.ending(field.name, among: allowed, else: "the fields are")))
        continue
      }
      if case .nothing = field.node.content {
        value.fault("Nothing stands after the colon; write the value or take the line away.")
        continue
      }
      values[field.name] = value
    }
    return SeedEntry(value: self, fields: values)
  }

  /// The values of fields whose names are the writer's own, such as languages or severity words.
  func namedValues() -> [(name: String, value: SeedValue)] {
    guard case .mapping(let fields) = node.content else { return [] }
    return fields.map { ($0.name, child($0.node, ".\($0.name)")) }
  }

  /// The text of a field, without noting faults; for looking ahead.
  func peek(_ name: String) -> String? {
    field(name)?.plainText
  }

  /// A field whether or not it is allowed, without noting faults.
  func field(_ name: String) -> SeedValue? {
    guard case .mapping(let fields) = node.content,
      let field = fields.first(where: { $0.name == name })
    else { return nil }
    return child(field.node, ".\(name)")
  }

  /// The text of a scalar, without noting faults.
  var plainText: String? {
    switch node.content {
    case .text(let text), .cell(let text):
      SeedSigns.spaced(text).precomposed
    case .list, .mapping, .nothing: nil
    }
  }

  private func child(_ node: SeedNode, _ step: String) -> SeedValue {
    SeedValue(node: node, path: path, key: key + step, faults: faults)
  }

  private func missing(_ sentence: String) -> String? {
    fault(sentence.prefix(1).uppercased() + sentence.dropFirst())
    return nil
  }

  private func clean(_ text: String, isProse: Bool) -> String? {
    if let sentence = SeedSigns.fault(in: text, isProse: isProse) {
      fault(sentence)
      return nil
    }
    let cleaned = isProse ? text.trimmed : SeedSigns.spaced(text)
    guard !cleaned.isEmpty else {
      fault("The text is empty; write the value or take the line away.")
      return nil
    }
    return cleaned.precomposed
  }
}

/// A mapping whose fields are known.
struct SeedEntry {
  let value: SeedValue
  let fields: [String: SeedValue]

  subscript(_ name: String) -> SeedValue? {
    fields[name]
  }

  func fault(_ sentence: String) {
    value.fault(sentence)
  }

  func has(_ name: String) -> Bool {
    fields[name] != nil
  }

  /// The field, or nil after a fault that says what is missing.
  func required(_ name: String) -> SeedValue? {
    if let field = fields[name] { return field }
    value.fault("The field `\(name)` is missing; write `\(name): …`.")
    return nil
  }

  func text(_ name: String) -> String? {
    fields[name]?.text()
  }

  func prose(_ name: String) -> String? {
    fields[name]?.prose()
  }

  func items(_ name: String) -> [SeedValue] {
    fields[name]?.items ?? []
  }

  func texts(_ name: String) -> [String] {
    items(name).compactMap { $0.text() }
  }

  func day(_ name: String) -> Day? {
    fields[name]?.day()
  }

  func flag(_ name: String) -> Bool {
    fields[name]?.flag() ?? false
  }

  func choice<Choice: SeedChoice>(_ name: String) -> Choice? {
    fields[name]?.choice()
  }
}

/// A closed set of words that a field may hold.
protocol SeedChoice: RawRepresentable, CaseIterable where RawValue == String {}

extension Severity: SeedChoice {}
extension Tier: SeedChoice {}
extension Visibility: SeedChoice {}
extension HolidayRule: SeedChoice {}
extension Wish: SeedChoice {}
extension PlanLevel: SeedChoice {}
extension NameKind: SeedChoice {}
extension NoticeKind: SeedChoice {}
extension ReadingKind: SeedChoice {}
extension Asker: SeedChoice {}

extension SeedValue {
  /// The years that a fact of the registry can be about; others are slips of the keyboard.
  private static let years = 1500...2999

  func day() -> Day? {
    guard let text = text() else { return nil }
    guard let day = Day(text) else {
      fault("`\(text)` is not a date; write year, month and day as 2021-01-31.")
      return nil
    }
    if SeedValue.years.contains(day.year) { return day }
    fault(
      "The year of `\(text)` is not from \(SeedValue.years.lowerBound) to "
        + "\(SeedValue.years.upperBound); write it with four digits, and leave the field out for "
        + "what has no end.")
    return nil
  }

  func flag() -> Bool? {
    guard let text = text() else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      fault("`\(text)` is neither `true` nor `false`; write one of them.")
      return nil
    }
  }

  func number(_ allowed: ClosedRange<Int>) -> Int? {
    guard let text = text() else { return nil }
    if text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      allowed.contains(number)
    {
      return number
    }
    fault(
      "`\(text)` is not a whole number from \(allowed.lowerBound) to \(allowed.upperBound).")
    return nil
  }

  /// A word of a closed set, written as in the list of the format; `youngPerson` may also be
  /// written `young-person`.
  func choice<Choice: SeedChoice>() -> Choice? {
    guard let text = text() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    if let choice = Choice.allCases.first(where: { $0.rawValue.hyphenated == text }) {
      return choice
    }
    let allowed = Choice.allCases.map { $0.rawValue.hyphenated }
    fault("`\(text)` is not allowed here; write \(allowed.joined(separator: ", ")).")
    return nil
  }

  /// An identifier: lower-case letters, digits and hyphens.
  func identifier() -> String? {
    guard let text = text() else { return nil }
    let isKey = text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "æ", "ø", "å", "-": true
      default: false
      }
    }
    if isKey, text.utf8.count <= 200 { return text }
    fault("`\(text)` is not a key; use a-z, æøå, digits and hyphens, such as `\(text.asKey)`.")
    return nil
  }
}

extension String {
  /// `youngPerson` as `young-person`.
  var hyphenated: String {
    reduce(into: "") { result, character in
      if character.isUppercase { result += "-" }
      result += character.lowercased()
    }
  }

  /// The nearest text that is a key.
  var asKey: String {
    let kept = lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) || "æøå".contains(character)
        ? character : "-"
    }
    let words = String(kept).split(separator: "-")
    return words.joined(separator: "-")
  }
}

extension String {
  /// In composed form (NFC), so that å of one sign and of two are one letter.
  var precomposed: String {
    let isComposed = !unicodeScalars.contains {
      $0.value >= 0x300 && ($0.value < 0x370 || $0.value >= 0x1100)
    }
    return isComposed ? self : precomposedStringWithCanonicalMapping
  }

  /// With the plain letters that ligatures, full width and the like stand for (NFKC).
  var compatible: String {
    precomposedStringWithCompatibilityMapping
  }
}
