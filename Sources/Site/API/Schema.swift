/// A JSON Schema (2020-12) of one value, with the named schemas that it refers to.
struct Schema: Sendable {
  let json: JSONValue
  /// What `$ref` leads to, by name.
  var components: [String: JSONValue] = [:]

  static func text(
    _ about: String? = nil, pattern: String? = nil, format: String? = nil, lengthMin: Int? = nil,
    lengthMax: Int? = nil
  ) -> Schema {
    let json = ["type": "string"] as JSONValue
    return Schema(
      json: json.with("description", about.map { .string($0) })
        .with("pattern", pattern.map { .string($0) }).with("format", format.map { .string($0) })
        .with("minLength", lengthMin.map { .number(Double($0)) })
        .with("maxLength", lengthMax.map { .number(Double($0)) }))
  }

  static func word(_ about: String? = nil, of words: some Sequence<String>) -> Schema {
    let json = ["type": "string", "enum": .strings(words)] as JSONValue
    return Schema(json: json.with("description", about.map { .string($0) }))
  }

  /// A key of the registry. All are listed as long as they are few enough to be read.
  static func word(_ about: String? = nil, ofKnown words: [String]) -> Schema {
    guard words.count > Vocabulary.wordsMax else { return word(about, of: words) }
    let more = "One of \(words.count) that the lists of this API tell."
    return text([about, more].compactMap(\.self).joined(separator: " "), lengthMin: 1)
  }

  static func integer(_ about: String? = nil, min: Int? = nil, max: Int? = nil) -> Schema {
    let json = ["type": "integer"] as JSONValue
    return Schema(
      json: json.with("description", about.map { .string($0) })
        .with("minimum", min.map { .number(Double($0)) })
        .with("maximum", max.map { .number(Double($0)) }))
  }

  static func flag(_ about: String) -> Schema {
    Schema(json: ["type": "boolean", "description": .string(about)])
  }

  static func list(of item: Schema, _ about: String? = nil, countMax: Int? = nil) -> Schema {
    let json = ["type": "array", "items": item.json] as JSONValue
    return Schema(
      json: json.with("description", about.map { .string($0) })
        .with("maxItems", countMax.map { .number(Double($0)) }), components: item.components)
  }

  static func either(_ schemas: Schema..., about: String? = nil) -> Schema {
    let json = ["anyOf": .array(schemas.map(\.json))] as JSONValue
    return Schema(
      json: json.with("description", about.map { .string($0) }),
      components: schemas.reduce(into: [:]) { $0.merge($1.components) { first, _ in first } })
  }

  static let null = Schema(json: ["type": "null"])

  /// The same, or null.
  var orNull: Schema {
    if let type = json["type"], json["enum"] == nil {
      return Schema(json: json.with("type", [type, "null"]), components: components)
    }
    return .either(self, .null)
  }

  static func object(
    _ about: String? = nil, _ properties: [(String, Schema)], optional: Set<String> = []
  ) -> Schema {
    let members = properties.map { JSONValue.Member(name: $0.0, value: $0.1.json) }
    let json = ["type": "object"] as JSONValue
    return Schema(
      json: json.with("description", about.map { .string($0) })
        .with("properties", .object(members))
        .with("required", .strings(properties.map(\.0).filter { !optional.contains($0) }))
        .with("additionalProperties", false),
      components: properties.reduce(into: [:]) { all, property in
        all.merge(property.1.components) { first, _ in first }
      })
  }

  /// The same schema under a name of its own, referred to from here.
  func named(_ name: String) -> Schema {
    Schema(
      json: ["$ref": .string("#/components/schemas/\(name)")],
      components: components.merging([name: json]) { first, _ in first })
  }
}
