import Hummingbird
import Registry
import Search
import Web

/// What a page is made from: one edition, one moment and one language.
///
/// A reference, because every piece of a page holds it.
final class Visit: Sendable {
  let edition: Edition
  let time: OsloTime
  let moment: Moment
  let language: Language
  /// Since when the registry cannot be read, as the time it was last read; nil while it can.
  let stale: String?
  let build: String
  let words: SiteWords
  let shared: any Words

  init(
    edition: Edition, time: OsloTime, moment: Moment, language: Language, stale: String?,
    build: String
  ) {
    self.edition = edition
    self.time = time
    self.moment = moment
    self.language = language
    self.stale = stale
    self.build = build
    words = .of(language)
    shared = Web.words(in: language)
  }

  var day: Day { moment.day }
  var directory: Directory { edition.directory }
  var areas: AreaTree { edition.search.areas }

  /// Pages may be kept while generation, day, language and build are the same; a page that tells
  /// how old it is changes by the minute and is not kept.
  var caching: CachePolicy {
    stale == nil
      ? .revalidated(tag: "\(edition.generation)-\(day)-\(language.code)-\(build)") : .never
  }

  func address(_ path: String) -> String { Shell.address(path, in: language) }

  func shell(path: String?, title: String) -> Shell {
    var shell = Shell(language: language, path: path, title: title)
    shell.stale = stale
    return shell
  }
}

extension Site {
  /// The visit of a request; 503 while no edition has been read.
  func visit(_ context: VisitContext, in language: Language) throws -> Visit {
    guard let edition = context.edition else { throw RequestProblem.notReady }
    let moment = time.moment(at: now())
    return Visit(
      edition: edition, time: time, moment: moment, language: language,
      stale: context.staleSince.map { _ in
        let read = time.moment(at: edition.readAt)
        return DateText.long(read.day, in: language) + " " + DateText.clock(read.minute ?? 0)
      }, build: build)
  }
}

// MARK: names and links

extension Visit {
  /// Text of a source, which is written in bokmål unless it says otherwise.
  func told(_ text: String) -> HTML {
    spoken(text, in: .bokmål)
  }

  /// Text in a language of its own, marked where it differs from the page's.
  func spoken(_ text: String, in tongue: Language) -> HTML {
    tongue == language ? HTML(text: text) : "<span lang=\"\(tongue.code)\">\(text)</span>"
  }

  /// A name, kept apart from the direction of the text around it.
  func name(_ text: String, in tongue: Language? = nil) -> HTML {
    guard let tongue, tongue != language else { return "<bdi>\(text)</bdi>" }
    return "<bdi lang=\"\(tongue.code)\">\(text)</bdi>"
  }

  func name(_ subject: Subject) -> HTML {
    if let known = edition.search.book.name(of: subject, language: language, on: day) {
      return name(known.text, in: known.language)
    }
    return name(text(subject), in: subject.kind == .person ? nil : .bokmål)
  }

  /// The name as bare text, for titles and sorting; its key when it has no name.
  func text(_ subject: Subject) -> String {
    edition.search.book.label(of: subject, language: language, on: day)
      ?? edition.search.key(of: subject) ?? ""
  }

  /// The name as a link to its page, where it has one.
  func link(_ subject: Subject) -> HTML {
    guard let path = path(of: subject) else { return name(subject) }
    return "<a href=\"\(address(path))\">\(name(subject))</a>"
  }

  /// A link that saves a contact in an address book; nil for what is no contact.
  func card(of subject: Subject) -> HTML? {
    let whose: HTML
    let path: String
    switch subject.kind {
    case .organisation:
      guard let key = edition.search.key(of: subject) else { return nil }
      whose = name(subject)
      path = "/api/v1/organisations/\(key).vcf"
    case .designation:
      guard let seat = directory.designations[ID(bits: subject.bits)] else { return nil }
      whose = "\(name(.function(seat.function))), \(name(.organisation(seat.organisation)))"
      path = "/api/v1/designations/\(seat.key).vcf"
    default: return nil
    }
    return """
      <a href="\(Shell.spoken(path, in: language))" type="text/vcard">\(words.asVCard)\
      <span class="unseen"> – \(whose)</span></a>
      """
  }

  /// The path of something's own page, without its language; nil for what has none, or has ended.
  func path(of subject: Subject) -> String? {
    switch subject.kind {
    case .area where isGone(ID<Area>(bits: subject.bits)): nil
    case .organisation where isGone(ID<Organisation>(bits: subject.bits)): nil
    case .area: "/sted/" + PlaceSlug(ID(bits: subject.bits), in: self).text
    default: edition.search.key(of: subject).flatMap { Visit.path(subject.kind, key: $0) }
    }
  }

  /// The path of the page of what has that key; nil for kinds without pages, and for areas, whose
  /// pages are named by their number.
  static func path(_ kind: Subject.Kind, key: String) -> String? {
    switch kind {
    case .organisation: "/organisasjon/" + key
    case .function: "/funksjon/" + key
    case .designation: "/kontakt/" + key
    case .plan: "/plan/" + key
    default: nil
    }
  }
}

// MARK: what has ended

extension Visit {
  /// Whether an area has ended and does not live on as a place inside another.
  func isGone(_ area: ID<Area>) -> Bool {
    guard let end = areas.area(area)?.valid.until, end <= day else { return false }
    return !areas.parents(of: area).contains { $0.valid.contains(day) }
  }

  /// Whether an organisation has been something, and is nothing today.
  func isGone(_ organisation: ID<Organisation>) -> Bool {
    let forms = directory.forms(of: organisation)
    return !forms.isEmpty && !forms.contains { $0.valid.contains(day) }
  }

  /// When the last of what an organisation has been came to its end.
  func end(of organisation: ID<Organisation>) -> Day? {
    directory.forms(of: organisation).compactMap(\.valid.until).max()
  }
}
