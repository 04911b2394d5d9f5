import Foundation

@testable import Site

/// Checks values against the part of JSON Schema that the document uses; a keyword that it does not
/// know is itself a fault, so that no promise goes unchecked.
struct SchemaCheck {
  let document: JSONValue

  private static let known: Set<String> = [
    "type", "description", "enum", "pattern", "format", "minLength", "maxLength", "minimum",
    "maximum", "items", "maxItems", "anyOf", "properties", "required", "additionalProperties",
    "$ref",
  ]

  /// What is wrong, with the path to it; empty when the value is as promised.
  func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
    let unknown = schema.members.map(\.name).filter { !SchemaCheck.known.contains($0) }
    var faults = unknown.map { "\(path): the check does not know `\($0)`" }
    if let reference = schema["$ref"]?.text {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = document["components"]?["schemas"]?[name] else {
        return faults + ["\(path): \(reference) leads nowhere"]
      }
      return faults + self.faults(value, target, at: path)
    }
    if let choices = schema["anyOf"]?.items {
      let tried = choices.map { self.faults(value, $0, at: path) }
      if !tried.contains(where: \.isEmpty) { faults += tried.flatMap(\.self) }
    }
    if let type = schema["type"], !SchemaCheck.types(type).contains(where: { value.isOf($0) }) {
      return faults + ["\(path): not of type \(SchemaCheck.types(type))"]
    }
    if let words = schema["enum"]?.items, !words.contains(value) {
      faults.append("\(path): not one of the words")
    }
    faults += textFaults(value, schema, path) + numberFaults(value, schema, path)
    if case .array(let items) = value {
      if let most = schema["maxItems"]?.integer, items.count > most {
        faults.append("\(path): more than \(most)")
      }
      for (place, item) in items.enumerated() {
        faults += self.faults(item, schema["items"] ?? .null, at: "\(path)[\(place)]")
      }
    }
    if case .object(let members) = value { faults += memberFaults(members, schema, path) }
    return faults
  }

  private func memberFaults(
    _ members: [JSONValue.Member], _ schema: JSONValue, _ path: String
  ) -> [String] {
    let names = Set(members.map(\.name))
    let missing = (schema["required"]?.items ?? []).compactMap(\.text)
      .filter { !names.contains($0) }
    var faults = missing.map { "\(path): `\($0)` is missing" }
    for member in members {
      if let own = schema["properties"]?[member.name] {
        faults += self.faults(member.value, own, at: "\(path).\(member.name)")
      } else if schema["additionalProperties"] == false {
        faults.append("\(path): `\(member.name)` is not promised")
      }
    }
    return faults
  }

  private func textFaults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .string(let text) = value else { return [] }
    var faults: [String] = []
    if let pattern = schema["pattern"]?.text,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path): does not fit \(pattern)")
    }
    let format =
      switch schema["format"]?.text {
      case "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      case "date-time": "^[0-9-]{10}T[0-9:]{8}(Z|[+-][0-9]{2}:[0-9]{2})$"
      case "uuid": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
      default: ""
      }
    if text.range(of: format, options: .regularExpression) == nil, !format.isEmpty {
      faults.append("\(path): \(text) is not of its format")
    }
    let length = text.unicodeScalars.count
    if let least = schema["minLength"]?.integer, length < least { faults.append("\(path): short") }
    if let most = schema["maxLength"]?.integer, length > most { faults.append("\(path): long") }
    return faults
  }

  private func numberFaults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard let number = value.integer else { return [] }
    if let least = schema["minimum"]?.integer, number < least { return ["\(path): too small"] }
    if let most = schema["maximum"]?.integer, number > most { return ["\(path): too large"] }
    return []
  }

  private static func types(_ type: JSONValue) -> [String] {
    type.text.map { [$0] } ?? type.items.compactMap(\.text)
  }
}

extension JSONValue {
  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"),
      (.object, "object"), (.number, "number"):
      true
    case (.number, "integer"): integer != nil
    default: false
    }
  }
}
