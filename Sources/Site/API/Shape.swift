import Registry
import Web

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

  func write(_ value: Value, _ view: APIView, _ writer: inout JSONWriter) {
    for field in fields { field.write(&writer, value, view) }
  }

  var schema: Schema {
    Schema.object(about, fields.map { ("\($0.name)", $0.schema) }).named(name)
  }
}

/// One member of a resource: its name, its schema and how it is written.
struct Field<Value>: Sendable {
  let name: StaticString
  let schema: Schema
  let write: @Sendable (inout JSONWriter, Value, APIView) -> Void

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
