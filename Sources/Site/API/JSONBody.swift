import Web

/// The members of a request's body, checked by name and by type.
struct JSONBody {
  private let body: JSONValue

  static let textMax = 200

  /// Refuses what is not an object, and members that nobody reads.
  init(_ body: JSONValue, names: [String]) throws(RequestProblem) {
    guard case .object(let members) = body else {
      throw .malformed(nil, "The body must be a JSON object.")
    }
    if let unknown = members.first(where: { !names.contains($0.name) }) {
      throw .malformed(
        String(unknown.name.prefix(JSONBody.textMax)), "There is no such member.", allowed: names)
    }
    self.body = body
  }

  subscript(name: String) -> JSONValue? { body[name] }

  /// A text of at most 200 characters; nil when it is not given or null.
  func text(_ name: String) throws(RequestProblem) -> String? {
    switch body[name] {
    case nil, .some(.null): return nil
    case .some(.string(let text)): return try JSONBody.bounded(text, name)
    default: throw .malformed(name, "A string.")
    }
  }

  /// A list of at most so many texts; nil when it is not given or null.
  func texts(_ name: String, countMax: Int) throws(RequestProblem) -> [String]? {
    switch body[name] {
    case nil, .some(.null): return nil
    case .some(.array(let items)) where items.count <= countMax:
      var texts: [String] = []
      for item in items {
        guard let text = item.text else { throw .malformed(name, "A list of strings.") }
        texts.append(try JSONBody.bounded(text, name))
      }
      return texts
    default: throw .malformed(name, "A list of at most \(countMax) strings.")
    }
  }

  func flag(_ name: String) throws(RequestProblem) -> Bool? {
    switch body[name] {
    case nil, .some(.null): return nil
    case .some(.bool(let value)): return value
    default: throw .malformed(name, "true or false.")
    }
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(RequestProblem) -> Int? {
    switch body[name] {
    case nil, .some(.null): return nil
    case .some(let value):
      guard let number = value.integer, range.contains(number) else {
        throw .malformed(
          name, "A whole number.", allowed: ["\(range.lowerBound)–\(range.upperBound)"])
      }
      return number
    }
  }

  private static func bounded(_ text: String, _ name: String) throws(RequestProblem) -> String {
    guard text.utf8.count <= textMax || text.unicodeScalars.count <= textMax else {
      throw .malformed(name, "At most \(textMax) characters.")
    }
    return text
  }
}
