import Registry
import Search
import Presentation

/// What was found, in groups, and the telephone number if the words are one.
struct Finding {
  struct Group {
    let kind: Subject.Kind
    let hits: [SearchHit]
  }

  private static let kinds: [Subject.Kind] = [
    .organisation, .organisationKind, .function, .person, .area, .measure, .concern, .plan,
    .offering,
  ]

  let groups: [Group]
  let numbers: [NumberFinding]
  private let book: RecordBook
  private let words: any Words

  init(
    _ text: String, in registry: OpenRegistry, words: any Words, day: Day, countMax: Int
  ) {
    self.words = words
    book = RecordBook(snapshot: registry.snapshot, index: registry.search, words: words, day: day)
    numbers = NumberFinding.all(in: text, registry: registry, book: book)
    let found = Finding.kinds.map { kind in
      var hits = registry.search.find(text, kinds: [kind], countMax: countMax)
      if kind == .area {
        let numbered = registry.search.areasNumbered(text)
        hits = numbered + hits.filter { hit in !numbered.contains { $0.subject == hit.subject } }
      }
      return Group(kind: kind, hits: hits)
    }
    groups = Finding.withoutGuesses(found)
  }

  /// The words that fitted; a misprint is found and not shown.
  private static func wording(_ hit: SearchHit) -> String? {
    hit.kind == .misprint ? nil : hit.text
  }

  /// Where anything fits by whole words, what only resembles is left out.
  private static func withoutGuesses(_ groups: [Group]) -> [Group] {
    func isSure(_ hit: SearchHit) -> Bool {
      hit.level < .part || (hit.level == .part && hit.errors == 0)
    }
    let hasSure = groups.contains { $0.hits.contains(where: isSure) }
    return groups.compactMap { group in
      let hits = hasSure ? group.hits.filter { $0.level != .typo } : group.hits
      return hits.isEmpty ? nil : Group(kind: group.kind, hits: hits)
    }
  }

  var isEmpty: Bool { groups.isEmpty && numbers.isEmpty }

  func text(on console: Console) -> String {
    var page = TextPage(console)
    for number in numbers { number.write(to: &page, words: words) }
    for group in groups {
      page.heading(words.subject(group.kind))
      for hit in group.hits {
        let name = book.title(of: hit.subject)
        let matched = Finding.wording(hit).flatMap { $0 == name ? nil : " («\($0)»)" } ?? ""
        page.line("– \(name)\(matched)")
        if let reference = book.reference(hit.subject) {
          page.line(
            "varde show \(reference.kind.rawValue) \(reference.key)", indent: 3, style: .dim)
        }
      }
    }
    return page.text
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.objects("numbers", numbers) { $1.write(to: &$0) }
      writer.objects("groups", groups) { writer, group in
        writer.string("kind", group.kind.rawValue)
        writer.string("label", words.subject(group.kind))
        writer.objects("hits", group.hits) { writer, hit in
          writer.string("key", book.reference(hit.subject)?.key)
          writer.string("id", ID<Subject>(bits: hit.subject.bits).description)
          writer.string("name", book.title(of: hit.subject))
          writer.string("matched", Finding.wording(hit))
          writer.string("level", "\(hit.level)")
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// A telephone number as somebody wrote it, and whose it is.
struct NumberFinding {
  /// Whose the number is: the owner of a channel that has it.
  struct Owner {
    let name: String
    let reference: Record.Reference?
    let channel: Record.Item
  }

  let written: String
  /// nil when it cannot be dialled.
  let number: PhoneNumber?
  let kind: String?
  let owners: [Owner]

  /// The numbers in a text that holds digits and no letters; `A/B` is two.
  static func all(in text: String, registry: OpenRegistry, book: RecordBook) -> [NumberFinding] {
    let parts = text.split(separator: "/").map(String.init)
    let isNumber = parts.allSatisfy { part in
      part.allSatisfy { !$0.isLetter } && part.filter(\.isNumber).count >= 3
    }
    guard isNumber else { return [] }
    return parts.compactMap { part in
      let finding = NumberFinding(part, registry: registry, book: book)
      let isCode = !registry.search.areasNumbered(part).isEmpty
      return isCode && finding.number == nil && finding.owners.isEmpty ? nil : finding
    }
  }

  private init(_ written: String, registry: OpenRegistry, book: RecordBook) {
    let number = try? PhoneNumber(written)
    let digits = written.filter(\.isNumber)
    let channels = registry.snapshot.channels.filter { channel in
      guard channel.visibility == .public, [.phone, .sms].contains(channel.kind) else {
        return false
      }
      if let number, channel.isUsable { return channel.canonical == number.canonical }
      return !channel.isUsable && channel.written.filter(\.isNumber) == digits
    }
    self.written = written
    self.number = number
    kind = number.map { book.words(for: $0.kind) }
    owners = channels.map { channel in
      Owner(
        name: book.title(of: channel.owner), reference: book.reference(channel.owner),
        channel: book.line(for: channel))
    }
  }

  func write(to page: inout TextPage, words: any Words) {
    if let number {
      page.line(number.display, style: .bold)
      page.line("\(words.label(.canonical)): \(number.canonical)", indent: 3)
      page.line("\(words.label(.dial)): \(number.dial)", indent: 3)
      if let kind { page.line("\(words.label(.kind)): \(kind)", indent: 3) }
    } else {
      page.line("«\(written)»: \(words.label(.notANumber))", style: .bold)
    }
    if owners.isEmpty { page.line(words.label(.nobody), indent: 3) }
    for owner in owners {
      page.line("\(words.label(.whose)): \(owner.name)", indent: 3)
      for note in [owner.channel.text] + owner.channel.notes { page.line(note, indent: 6) }
      page.line(RecordPage.time(owner.channel.valid, words), indent: 6, style: .dim)
      if let reference = owner.reference {
        page.line("varde show \(reference.kind.rawValue) \(reference.key)", indent: 6, style: .dim)
      }
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.string("written", written)
    writer.bool("valid", number != nil)
    writer.string("canonical", number?.canonical)
    writer.string("display", number?.display)
    writer.string("dial", number?.dial)
    writer.string("kind", kind)
    writer.objects("whose", owners) { writer, owner in
      writer.string("name", owner.name)
      writer.string("kind", owner.reference?.kind.rawValue)
      writer.string("key", owner.reference?.key)
      writer.string("channel", owner.channel.text)
      writer.string("from", owner.channel.valid.from?.description)
      writer.string("until", owner.channel.valid.until?.description)
    }
  }
}
