import Web
import Registry
import Search
import Presentation

/// Something else of the registry, seen from what it stands in.
struct Reference: Hashable, Sendable {
  let subject: Subject
  var valid = DayRange.always

  init(_ subject: Subject, _ valid: DayRange = .always) {
    self.subject = subject
    self.valid = valid
  }
}

/// Shapes that many resources share.
enum SharedShapes {
  static let reference = Shape<Reference>(
    "Reference", "Something else of the registry, and for how long it stands so.",
    [
      .word("kind", "What sort of thing it is.") { reference, _ in reference.subject.kind },
      .text("key", "Its stable key.") { $1.key($0.subject) },
      .id { $0.subject.bits },
      .text("name", "What it is called.") { $1.name($0.subject) },
      .text("url", orNull: "The path of its page.") { $1.page($0.subject) },
    ] + Field.span { $0.valid })

  static let area = Shape<ID<Area>>(
    "AreaReference", "An area, named by its code and never by its name alone.",
    [
      .text("code", "The official number on this day, else the key.") { $1.code($0) },
      .text("key", "Its stable key.") { $1.key(.area($0)) },
      .text("name", "What it is called.") { $1.name(.area($0)) },
      .text("kind", "The key of its kind, such as `municipality`.") {
        $1.areas.kind(of: $0)?.key ?? ""
      },
    ])

  static let source = Shape<SourceLabel>(
    "Source", "Where a fact stands.",
    [
      .text("document", "The document.") { source, _ in source.document },
      .text("section", orNull: "The section in it.") { source, _ in source.section },
      .day("date", "The day the document is dated.") { source, _ in source.day },
      .text("quote", orNull: "The document's own words.") { source, _ in source.quote },
    ])

  static let name = Shape<Name>(
    "Name", "What something is or was called.",
    [
      .text("text", "The name.") { name, _ in name.text },
      .text("language", "Language code, such as `nb` or `sma`.") { name, _ in name.language.code },
      .word("kind", "What sort of name it is.") { name, _ in name.kind },
      .text("plan", orNull: "The key of the plan whose word it is.") { name, view in
        name.plan.map { view.key(.plan($0)) }
      },
    ] + Field.span { $0.valid })

  static let channel = Shape<Channel>(
    "Channel", "A public way to reach a contact.",
    [
      .word("kind", "What sort of channel it is.") { channel, _ in channel.kind },
      .text("value", orNull: "Canonical; null when it cannot be used or is another's.") {
        channel, _ in channel.isUsable ? channel.canonical : nil
      },
      .text("display", "As people write it.") { channel, _ in channel.shown.display },
      .text("dial", orNull: "What to press: `tel:`, `sms:`, `mailto:` or an address.") {
        channel, _ in channel.shown.dial
      },
      .text("label", orNull: "The source's own label.") { channel, _ in channel.label },
      .text("hours", "When it is answered, in words.") { channel, view in
        let windows = view.directory.openings(of: channel.id).map {
          HoursLabel(weekdays: $0.weekdays, from: $0.from, until: $0.until, holidays: $0.holidays)
        }
        return view.words.hours(channel.hours, windows: windows)
      },
      .word("audience", "For whom it is.") { channel, _ in channel.audience },
      .one("via", reference) { channel, view in
        channel.viaOrganisation.map { Reference(.organisation($0)) }
          ?? channel.viaDesignation.flatMap { seat in
            view.directory.designations[seat].map { Reference(.designation($0.id)) }
          }
      },
      .text("warning", orNull: "What to know before using it.") { channel, _ in channel.warning },
      .texts("doubts", "Stated reasons to doubt it.") { channel, view in
        view.directory.doubts(about: Subject(kind: .channel, bits: channel.id.bits)).map(\.reason)
      },
      .day("confirmedOn", "When it was last confirmed.") { channel, _ in channel.confirmedOn },
      .one("source", source) { channel, view in view.source(channel.citation) },
    ] + Field.span { $0.valid })

  static let link = Shape<Link>(
    "Link", "A web address that a source gives.",
    [
      .text("text", "The source's text.") { link, _ in link.text },
      .text("url", orNull: "The address; null when it cannot be used.") { link, _ in
        link.isUsable ? link.url : nil
      },
    ] + Field.span { $0.valid })
}

extension Channel {
  var shown: ChannelText {
    ChannelText(kind: kind, value: isUsable ? canonical : nil, written: written)
  }
}

extension APIView {
  func names(of subject: Subject) -> [Name] {
    edition.search.book.names(of: subject).filter { $0.kind != .misprint }
  }
}
