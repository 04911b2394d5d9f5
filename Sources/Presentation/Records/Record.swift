package import Registry

/// One thing of the registry, whole: what `show` prints and its page will show.
package struct Record: Hashable, Sendable {
  package let subject: Subject
  /// The seed key, or the number within a plan; what to write to see it again.
  package let key: String?
  package let name: String
  package let sections: [Section]

  /// A heading and what stands under it; never empty.
  package struct Section: Hashable, Sendable {
    /// Stable name for programs.
    package let code: String
    package let label: String
    package let items: [Item]
  }

  /// One line of a record.
  package struct Item: Hashable, Sendable {
    package var text: String
    /// The case of a closed vocabulary that the line is of, such as the kind of a notice.
    package var code: String?
    package var notes: [String] = []
    package var reference: Reference?
    package var valid: DayRange = .always
    /// Canonical value and address of a channel.
    package var value: String?
    package var dial: String?
    package var source: SourceLabel?

    package init(_ text: String) {
      self.text = text
    }
  }

  /// Another record that can be shown.
  package struct Reference: Hashable, Sendable {
    package let kind: Subject.Kind
    package let key: String
  }
}

extension Record {
  package func write(_ writer: inout JSONWriter) {
    writer.string("kind", subject.kind.rawValue)
    writer.string("key", key)
    writer.string("id", ID<Subject>(bits: subject.bits).description)
    writer.string("name", name)
    writer.objects("sections", sections) { writer, section in
      writer.string("code", section.code)
      writer.string("label", section.label)
      writer.objects("items", section.items) { Record.write($1, &$0) }
    }
  }

  private static func write(_ item: Item, _ writer: inout JSONWriter) {
    writer.string("text", item.text)
    writer.string("code", item.code)
    writer.strings("notes", item.notes)
    writer.object("reference", item.reference) { writer, reference in
      writer.string("kind", reference.kind.rawValue)
      writer.string("key", reference.key)
    }
    writer.string("from", item.valid.from?.description)
    writer.string("until", item.valid.until?.description)
    writer.string("value", item.value)
    writer.string("dial", item.dial)
    AnswerJSON.write(item.source, &writer)
  }
}
