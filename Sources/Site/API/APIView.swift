import Registry
import Search
import Presentation
import Web

/// What one response is made from: one edition, one day, one language.
struct APIView: Sendable {
  let edition: Edition
  let time: OsloTime
  let moment: Moment
  let language: Language
  let build: String

  var day: Day { moment.day }
  var directory: Directory { edition.directory }
  var areas: AreaTree { edition.search.areas }
  var words: any Words { Presentation.words(in: language) }

  /// Responses are the same while mark, day, language and build are.
  var caching: CachePolicy {
    .revalidated(tag: "\(edition.mark)-\(edition.today)-\(day)-\(language.code)-\(build)")
  }

  /// Where a reply is kept; `name` is that of a record that is there.
  func address(_ pattern: String, _ name: String) -> KeptReplies.Address {
    KeptReplies.Address(
      pattern: pattern, name: name, language: language, day: day, build: build)
  }

  /// The same for the pages.
  private var visit: Visit {
    Visit(
      edition: edition, time: time, moment: moment, language: language, stale: nil, build: build)
  }

  /// The same in another language.
  func speaking(_ language: Language) -> APIView {
    APIView(edition: edition, time: time, moment: moment, language: language, build: build)
  }

  func key(_ subject: Subject) -> String { edition.search.key(of: subject) ?? "" }

  func name(_ subject: Subject) -> String {
    edition.search.name(of: subject, language: language, on: day)
  }

  func code(_ area: ID<Area>) -> String {
    areas.code(of: area, on: day) ?? ""
  }

  func source(_ citation: ID<Citation>?) -> SourceLabel? {
    guard let citation = directory.citation(citation) else { return nil }
    let source = directory.source(citation.source)
    return SourceLabel(
      document: source?.title ?? "", section: citation.section, quote: citation.quote,
      day: source?.day)
  }

  /// The path of something's own page; nil when it has none.
  func page(_ subject: Subject) -> String? {
    let prefix = language == .bokmål ? "" : "/" + language.code
    let key = key(subject)
    guard !key.isEmpty else { return nil }
    switch subject.kind {
    case .area:
      return "\(prefix)\(Address.places)\(PlaceSlug(ID(bits: subject.bits), in: visit).text)"
    case .measure:
      let plan = directory.measures[ID(bits: subject.bits)]?.plan
      return plan.flatMap { page(.plan($0)) }
    case .offering:
      let provider = directory.offerings[ID(bits: subject.bits)]?.provider
      return provider.flatMap { page(.organisation($0)) }
    case .person:
      return seat(of: subject).flatMap { page(.designation($0.id)) }
    default: return Visit.path(subject.kind, key: key).map { prefix + $0 }
    }
  }

  /// The public seat that a person holds on this day.
  func seat(of person: Subject) -> Designation? {
    directory.seats(heldBy: ID(bits: person.bits), on: day).first { $0.holding == .held }
  }
}
