import Hummingbird
import Registry
import Search
import Presentation
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
  /// The instant at which that began, in seconds since 1970: one value for a whole outage.
  let staleSince: Int64?
  let build: String
  let words: SiteWords
  let shared: any Words
  /// Whether the page is in the language of the sources, and of addresses without a language.
  let isBokmål: Bool

  init(
    edition: Edition, time: OsloTime, moment: Moment, language: Language, stale: String?,
    staleSince: Int64? = nil, build: String
  ) {
    self.edition = edition
    self.time = time
    self.moment = moment
    self.language = language
    self.stale = stale
    self.staleSince = staleSince
    self.build = build
    words = .of(language)
    isBokmål = language == .bokmål
    shared = Presentation.words(in: language)
  }

  var day: Day { moment.day }
  var directory: Directory { edition.directory }
  var areas: AreaTree { edition.search.areas }

  /// Pages may be kept while mark, day, language and build are the same; a page that tells
  /// how old it is is kept by nobody but the edition.
  var caching: CachePolicy {
    stale == nil
      ? .revalidated(tag: "\(edition.mark)-\(edition.today)-\(day)-\(language.code)-\(build)")
      : .never
  }

  /// The same visit of a registry that can be read.
  var asFresh: Visit {
    Visit(
      edition: edition, time: time, moment: moment, language: language, stale: nil, build: build)
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
      }, staleSince: context.staleSince, build: build)
  }
}

// MARK: what has ended

extension Visit {
  /// Whether an area has ended and does not live on as a place inside another.
  func isGone(_ area: ID<Area>) -> Bool {
    areas.isGone(area, on: day)
  }

  /// Whether an organisation has been something, and is nothing today.
  func isGone(_ organisation: ID<Organisation>) -> Bool {
    directory.hasEnded(organisation, on: day)
  }

  /// When the last of what an organisation has been came to its end.
  func end(of organisation: ID<Organisation>) -> Day? {
    directory.forms(of: organisation).compactMap(\.valid.until).max()
  }
}
