package import Registry

extension Source: CopyRow {
  package static var table: String { "source" }
  package static var columns: [String] {
    ["id", "key", "title", "publisher", "version", "day", "licence", "url"]
  }
  package static var list: WritableKeyPath<Snapshot, [Source]> { \.sources }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      title: try fields.text(),
      publisher: try fields.optionalText(),
      version: try fields.optionalText(),
      day: try fields.optionalDay(),
      licence: try fields.optionalText(),
      url: try fields.optionalText())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(title)
    line.write(publisher)
    line.write(version)
    line.write(day)
    line.write(licence)
    line.write(url)
  }
}

extension Citation: CopyRow {
  package static var table: String { "citation" }
  package static var columns: [String] {
    ["id", "source", "section", "quote"]
  }
  package static var list: WritableKeyPath<Snapshot, [Citation]> { \.citations }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      source: try fields.id(),
      section: try fields.optionalText(),
      quote: try fields.optionalText())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(source)
    line.write(section)
    line.write(quote)
  }
}

extension Doubt: CopyRow {
  package static var table: String { "doubt" }
  package static var columns: [String] {
    ["id", "subject_kind", "subject", "reason", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Doubt]> { \.doubts }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      subject: try fields.subject(),
      reason: try fields.text(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(subject)
    line.write(reason)
    line.write(citation)
  }
}

extension Link: CopyRow {
  package static var table: String { "link" }
  package static var columns: [String] {
    ["id", "subject_kind", "subject", "position", "text", "url", "is_usable", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Link]> { \.links }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      subject: try fields.subject(),
      position: try fields.number(),
      text: try fields.text(),
      url: try fields.optionalText(),
      isUsable: try fields.truth(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(subject)
    line.write(position)
    line.write(text)
    line.write(url)
    line.write(isUsable)
    line.write(valid)
    line.write(citation)
  }
}

extension Name: CopyRow {
  package static var table: String { "name" }
  package static var columns: [String] {
    ["id", "subject_kind", "subject", "language", "kind", "text", "plan", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Name]> { \.names }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      subject: try fields.subject(),
      language: try Language(fields.text()),
      kind: try fields.value(),
      text: try fields.text(),
      plan: try fields.optionalID(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(subject)
    line.write(language.code)
    line.write(kind)
    line.write(text)
    line.write(plan)
    line.write(valid)
    line.write(citation)
  }
}
