package import Registry

/// The fields of one row of a table as they are written, in the order of its columns.
package struct CopyLine {
  package private(set) var fields: [String?] = []

  package init() {}

  package mutating func write(_ text: String?) {
    fields.append(text)
  }

  package mutating func write<T>(_ id: ID<T>) {
    write(id.description)
  }

  package mutating func write<T>(_ id: ID<T>?) {
    write(id?.description)
  }

  /// An open reference as the root node, which exclusion constraints can compare.
  package mutating func writeOrRoot<T>(_ id: ID<T>?) {
    write((id ?? ID(bits: 0)).description)
  }

  package mutating func write(_ number: Int) {
    write(String(number))
  }

  package mutating func write(_ number: Int?) {
    write(number.map { String($0) })
  }

  package mutating func write(_ number: Double?) {
    write(number.map { String($0) })
  }

  package mutating func write(_ isTrue: Bool) {
    write(isTrue ? "t" : "f")
  }

  package mutating func write(_ day: Day?) {
    write(day?.description)
  }

  package mutating func write(_ days: DayRange) {
    guard !days.isEmpty else { return write("empty") }
    writeRange(days.from?.description, days.until?.description)
  }

  package mutating func write<Word: ClosedWord>(_ word: Word) {
    write(word.rawValue)
  }

  package mutating func write<Word: ClosedWord>(_ word: Word?) {
    write(word?.rawValue)
  }

  package mutating func write(_ subject: Subject) {
    write(subject.kind)
    write(ID<Subject>(bits: subject.bits))
  }

  package mutating func write(_ subject: Subject?) {
    write(subject?.kind)
    write(subject.map { ID<Subject>(bits: $0.bits) })
  }

  /// Six columns: the kind, and the one of the others that the kind says.
  package mutating func write(_ target: Target) {
    var (function, organisation): (ID<Function>?, ID<Organisation>?)
    var (organisationKind, offering): (ID<OrganisationKind>?, ID<Offering>?)
    var words: String?
    switch target {
    case .function(let id):
      write("function")
      function = id
    case .organisation(let id):
      write("organisation")
      organisation = id
    case .organisationKind(let id):
      write("organisation-kind")
      organisationKind = id
    case .offering(let id):
      write("offering")
      offering = id
    case .ownWorkplace(let text):
      write("own-workplace")
      words = text
    case .described(let text):
      write("described")
      words = text
    }
    write(function)
    write(organisation)
    write(organisationKind)
    write(offering)
    write(words)
  }

  /// Four columns: the firm part half-open, the last extended age, its condition, the flag.
  package mutating func write(_ ages: AgeRange?) {
    if let from = ages?.from, let through = ages?.through, through < from {
      // Ages that cannot be: the constraint says so with the row, a malformed range would not.
      write("empty")
    } else {
      writeRange(ages?.from.map { String($0) }, ages?.through.map { String($0 + 1) })
    }
    write(ages?.extendedThrough)
    write(ages?.condition)
    write(ages?.isEndUnstated ?? false)
  }

  package mutating func write(_ texts: [String]) {
    write(CopyArray.format(texts))
  }

  package mutating func write<Word: ClosedWord>(_ words: [Word]) {
    write(words.map(\.rawValue))
  }

  package mutating func write<T>(_ ids: [ID<T>]) {
    write(ids.map(\.description))
  }

  private mutating func writeRange(_ lower: String?, _ upper: String?) {
    write((lower.map { "[" + $0 } ?? "(") + "," + (upper ?? "") + ")")
  }
}

/// A one-dimensional array literal of PostgreSQL without nulls.
enum CopyArray {
  static func format(_ texts: [String]) -> String {
    "{"
      + texts.map { text in
        var quoted = "\""
        for character in text.unicodeScalars {
          if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
          quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
      }.joined(separator: ",") + "}"
  }

  /// Nil when the text is no such literal.
  static func parse(_ text: String) -> [String]? {
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)[...]
    guard rest.popFirst() == "{", rest.popLast() == "}" else { return nil }
    guard !rest.isEmpty else { return [] }
    var texts: [String] = []
    while true {
      guard let element = element(&rest) else { return nil }
      texts.append(element)
      guard let separator = rest.popFirst() else { return texts }
      guard separator == "," else { return nil }
    }
  }

  private static func element(_ rest: inout Substring.UnicodeScalarView.SubSequence) -> String? {
    var plain = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let next = rest.first, next != "," {
        guard next != "\"", next != "\\", next != "{", next != "}" else { return nil }
        plain.append(rest.removeFirst())
      }
      return plain.isEmpty || String(plain) == "NULL" ? nil : String(plain)
    }
    rest.removeFirst()
    while let next = rest.popFirst() {
      if next == "\"" { return String(plain) }
      guard next == "\\" else {
        plain.append(next)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      plain.append(escaped)
    }
    return nil
  }
}
