import Registry
import Presentation

/// How one kind of resource is written as JSON and described, from one list of fields, so that the
/// document cannot say anything else than what is sent.
struct Shape<Value>: Sendable {
  let name: String
  let about: String
  let fields: [Field<Value>]

  init(_ name: String, _ about: String, _ fields: [Field<Value>]) {
    self.name = name
    self.about = about
    self.fields = fields
  }

  /// `path`: the record's own address, where the rest of a list that is cut here stands.
  func write(_ value: Value, _ view: APIView, _ writer: inout JSONWriter, path: String = "") {
    var cut: [CutList] = []
    for field in fields {
      guard let parts = field.parts else {
        field.write(&writer, value, view)
        continue
      }
      let total = parts.write(&writer, field.name, value, view, 0..<CutList.countMax)
      if total > CutList.countMax { cut.append(CutList(list: field.name, total: total)) }
    }
    guard hasLongLists else { return }
    writer.objects("more", cut) { CutList.shape.write(($1, path), view, &$0) }
  }

  private var hasLongLists: Bool { fields.contains { $0.parts != nil } }

  var schema: Schema {
    var properties = fields.map { ("\($0.name)", $0.schema) }
    if hasLongLists {
      properties.append(
        (
          "more",
          .list(of: CutList.shape.schema, "The lists of which only the beginning stands here.")
        ))
    }
    return Schema.object(about, properties).named(name)
  }
}

/// A list of a record of which only the beginning stands in it.
struct CutList: Sendable {
  /// How many of a list stand in the record itself.
  static let countMax = 50

  let list: StaticString
  let total: Int

  static let shape = Shape<(CutList, String)>(
    "CutList", "A list of which only the beginning stands here.",
    [
      .text("list", "The member that holds the beginning.") { cut, _ in "\(cut.0.list)" },
      .number("total", "How many there are.") { cut, _ in cut.0.total },
      .text("next", "The path of the page that follows what stands here.") { cut, view in
        let language = view.language == .bokmål ? "" : "&lang=\(view.language.code)"
        return "\(cut.1)/\(cut.0.list)?cursor=\(countMax)\(language)"
      },
    ])
}

/// A list of a record that may be long: written a part at a time.
struct PartList<Value>: Sendable {
  let item: Schema
  /// Writes those of the list that stand in the range, and gives how many all are.
  let write: @Sendable (inout JSONWriter, StaticString, Value, APIView, Range<Int>) -> Int
}

/// One member of a resource: its name, its schema and how it is written.
struct Field<Value>: Sendable {
  let name: StaticString
  let schema: Schema
  let write: @Sendable (inout JSONWriter, Value, APIView) -> Void
  /// Of a list that a record holds only the beginning of.
  var parts: PartList<Value>?

  static func text(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> String
  ) -> Field {
    Field(name: name, schema: .text(about)) { $0.string(name, get($1, $2)) }
  }

  static func text(
    _ name: StaticString, orNull about: String,
    _ get: @escaping @Sendable (Value, APIView) -> String?
  ) -> Field {
    Field(name: name, schema: .text(about).orNull) { $0.string(name, get($1, $2)) }
  }

  /// The permanent id.
  static func id(_ get: @escaping @Sendable (Value) -> UInt128) -> Field {
    Field(name: "id", schema: .text("The permanent id.", format: "uuid")) { writer, value, _ in
      writer.string("id", IDText.format(get(value)))
    }
  }

  static func day(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> Day?
  ) -> Field {
    Field(name: name, schema: Schema.text(about, format: "date").orNull) {
      $0.string(name, get($1, $2)?.description)
    }
  }

  static func word<Word: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> Word
  ) -> Field where Word.RawValue == String {
    Field(name: name, schema: .word(about, of: Word.allCases.map(\.rawValue))) {
      $0.string(name, get($1, $2).rawValue)
    }
  }

  static func word<Word: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: StaticString, orNull about: String,
    _ get: @escaping @Sendable (Value, APIView) -> Word?
  ) -> Field where Word.RawValue == String {
    Field(name: name, schema: Schema.word(about, of: Word.allCases.map(\.rawValue)).orNull) {
      $0.string(name, get($1, $2)?.rawValue)
    }
  }

  static func number(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> Int
  ) -> Field {
    Field(name: name, schema: .integer(about)) { $0.number(name, get($1, $2)) }
  }

  static func flag(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> Bool
  ) -> Field {
    Field(name: name, schema: .flag(about)) { $0.bool(name, get($1, $2)) }
  }

  static func texts(
    _ name: StaticString, _ about: String, _ get: @escaping @Sendable (Value, APIView) -> [String]
  ) -> Field {
    Field(name: name, schema: .list(of: .text(), about)) { $0.strings(name, get($1, $2)) }
  }

  static func one<Part>(
    _ name: StaticString, _ shape: Shape<Part>,
    _ get: @escaping @Sendable (Value, APIView) -> Part?
  ) -> Field {
    Field(name: name, schema: shape.schema.orNull) { writer, value, view in
      writer.object(name, get(value, view)) { shape.write($1, view, &$0) }
    }
  }

  static func many<Part>(
    _ name: StaticString, _ shape: Shape<Part>, _ about: String,
    _ get: @escaping @Sendable (Value, APIView) -> [Part]
  ) -> Field {
    Field(name: name, schema: .list(of: shape.schema, about)) { writer, value, view in
      writer.objects(name, get(value, view)) { shape.write($1, view, &$0) }
    }
  }

  /// A list that may be long: the record holds its beginning, and an address of its own all of it.
  static func long<Part>(
    _ name: StaticString, _ shape: Shape<Part>, _ about: String,
    _ get: @escaping @Sendable (Value, APIView) -> [Part]
  ) -> Field {
    var field = many(name, shape, about, get)
    field.parts = PartList(item: shape.schema) { writer, name, value, view, range in
      let all = get(value, view)
      let part = Array(all[range.clamped(to: 0..<all.count)])
      writer.objects(name, part) { shape.write($1, view, &$0) }
      return all.count
    }
    return field
  }

  /// `from` and `until` of a half-open span of days.
  static func span(_ get: @escaping @Sendable (Value) -> DayRange) -> [Field] {
    [
      .day("from", "First day, in Oslo; null when it is not known or unbounded.") { value, _ in
        get(value).from
      },
      .day("until", "First day that is no longer part of it; null while it lasts.") { value, _ in
        get(value).until
      },
    ]
  }
}
