import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Search
import Web

extension Site {
  static let languages: [Language] = [.bokmål, .nynorsk, .english]

  /// Every page in every language.
  var pages: [Route] {
    Site.languages.flatMap(pages) + placePages(at: "/nb", in: { _, _ in .bokmål })
  }

  private func pages(_ language: Language) -> [Route] {
    let prefix = language == .bokmål ? "" : "/\(language.code)"
    let fixed: Visit.Choice = { _, _ in language }
    return [
      start(language),
      answer(language),
      page(prefix + "/sok", language) { SearchPage(visit: $0, asked: nil).html },
      search(language),
      record(prefix + "/organisasjon/{slug}", language, organisation),
      record(prefix + "/funksjon/{slug}", language, function),
      record(prefix + "/kontakt/{slug}", language, contact),
      record(prefix + "/plan/{slug}", language, plan),
      text(prefix + "/om", "/om", language, AboutText.about),
      text(
        prefix + "/personvern", "/personvern", language, AboutText.privacy,
        last: OperatorNote(operatedBy, in: language).html),
      text(
        prefix + "/tilgjengelighet", "/tilgjengelighet", language, AboutText.accessibility,
        last: OperatorNote(operatedBy, in: language).html),
    ] + placePages(at: prefix, in: prefix.isEmpty ? Visit.ownForm : fixed)
  }

  private func placePages(at prefix: String, in choice: @escaping Visit.Choice) -> [Route] {
    [
      record(prefix + "/sted/{slug}", .bokmål) { visit, slug in
        try self.place(visit, slug, prefix: prefix, choice: choice) {
          PlacePage(visit: $0, area: $1).html
        }
      },
      record(prefix + "/sted/{slug}/liste", .bokmål) { visit, slug in
        try self.place(visit, slug, prefix: prefix, ending: "/liste", choice: choice) {
          PhoneListPage(visit: $0, area: $1).html
        }
      },
    ]
  }

  private func start(_ language: Language) -> Route {
    Route(.get, Shell.address("/", in: language)) { request, context in
      let visit = try visit(context, in: language)
      let offered = AcceptedLanguages(request.headers[.acceptLanguage]).first
      var reply = Reply.page(
        StartPage(visit: visit, offered: offered).html,
        caching: visit.caching(varying: offered?.code ?? ""))
      reply.fields[.vary] = "Accept-Language"
      return reply.response(to: request)
    }
  }

  private func page(
    _ pattern: String, _ language: Language, _ html: @escaping @Sendable (Visit) throws -> HTML
  ) -> Route {
    Route(.get, pattern) { request, context in
      let visit = try visit(context, in: language)
      return Reply.page(try html(visit), caching: visit.caching).response(to: request)
    }
  }

  /// The pages about the site itself stand whether or not the registry has been read.
  private func text(
    _ pattern: String, _ path: String, _ language: Language,
    _ text: @escaping @Sendable (Language) -> AboutText, last: HTML = .empty
  ) -> Route {
    Route(.get, pattern) { request, _ in
      let page = text(language)
      let html = Shell(language: language, path: path, title: page.title).page(page.html(last))
      return Reply.page(html, caching: .revalidated(tag: "\(html.mark)-\(build)"))
        .response(to: request)
    }
  }

  private func search(_ language: Language) -> Route {
    Route(.post, Shell.address("/sok", in: language)) { request, context in
      // Before the body is read: a body is read once, and without an edition ErrorPages reads it.
      let visit = try visit(context, in: language)
      let form = try await Form(request)
      let asked = String(form.value("q").prefix(100))
      return Reply.page(SearchPage(visit: visit, asked: asked).html, caching: .never)
        .response(to: request)
    }
  }

  private func record(
    _ pattern: String, _ language: Language,
    _ reply: @escaping @Sendable (Visit, String) throws -> Reply
  ) -> Route {
    Route(.get, pattern) { request, context in
      let visit = try visit(context, in: language)
      let raw = context.parameters.get("slug") ?? ""
      guard raw.utf8.count <= 400, let slug = raw.removingPercentEncoding else {
        throw RequestProblem.notFound
      }
      return try reply(visit, slug).response(to: request)
    }
  }
}

extension Visit {
  /// Which language a place is shown in.
  typealias Choice = @Sendable (Visit, ID<Area>) -> Language

  /// The same visit in another language.
  func speaking(_ language: Language) -> Visit {
    Visit(
      edition: edition, time: time, moment: moment, language: language, stale: stale, build: build)
  }

  /// The written form that the municipality around the place has chosen; bokmål for a neutral one.
  static let ownForm: Choice = { visit, area in
    let forms = visit.areas.outward(from: area, on: visit.day).lazy.flatMap {
      visit.areas.codes(of: $0)
    }
    let own = forms.first { $0.scheme == "maalform" && $0.valid.contains(visit.day) }
    return own?.code == "nn" ? .nynorsk : .bokmål
  }

  /// As `caching`, for a page that also depends on a choice of the reader's browser.
  func caching(varying choice: String) -> CachePolicy {
    guard case .revalidated(let tag) = caching, !choice.isEmpty else { return caching }
    return .revalidated(tag: "\(tag)-\(choice)")
  }
}

/// The languages of the site that a browser asks for, most wanted first.
struct AcceptedLanguages {
  let first: Language?

  init(_ header: String?) {
    let wanted = (header ?? "").prefix(200).split(separator: ",").enumerated()
      .compactMap { place, entry -> (language: Language, weight: Double, place: Int)? in
        let parts = entry.split(separator: ";").map(\.trimmed)
        guard let tag = parts.first?.lowercased() else { return nil }
        let weight =
          parts.dropFirst().first { $0.hasPrefix("q=") }
          .flatMap { Double($0.dropFirst(2)) } ?? 1
        return AcceptedLanguages.language(tag).map { ($0, weight, place) }
      }
    first =
      wanted.filter { $0.weight > 0 }
      .min { ($1.weight, $0.place) < ($0.weight, $1.place) }?.language
  }

  private static func language(_ tag: String) -> Language? {
    switch tag.split(separator: "-").first {
    case "nb", "no": .bokmål
    case "nn": .nynorsk
    case "en": .english
    default: nil
    }
  }
}

extension HTML {
  /// Changes with the page: FNV-1a over its bytes, for an ETag that nothing else decides.
  var mark: String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
