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
      record(prefix + "/organisasjon/{slug}", language, .page, organisation),
      record(prefix + "/funksjon/{slug}", language, .page, function),
      record(prefix + "/kontakt/{slug}", language, .person, contact),
      record(prefix + "/plan/{slug}", language, .page, plan),
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
      record(prefix + "/sted/{slug}", .bokmål, .page) { visit, slug in
        try self.place(visit, slug, prefix: prefix, choice: choice) {
          PlacePage(visit: $0, area: $1).html
        }
      },
      record(prefix + "/sted/{slug}/liste", .bokmål, .page) { visit, slug in
        try self.place(visit, slug, prefix: prefix, ending: "/liste", choice: choice) {
          PhoneListPage(visit: $0, area: $1).html
        }
      },
    ]
  }

  private func start(_ language: Language) -> Route {
    Route(.get, Shell.address("/", in: language), .page) { request, context in
      let visit = try visit(context, in: language)
      let offered = AcceptedLanguages(request.headers[.acceptLanguage]).first
      return visit.response(to: request, at: "/", named: offered?.code ?? "") {
        var reply = Reply.page(
          StartPage(visit: visit, offered: offered).html,
          caching: visit.caching(varying: offered?.code ?? ""))
        reply.fields[.vary] = "Accept-Language"
        return reply
      }
    }
  }

  private func page(
    _ pattern: String, _ language: Language, _ html: @escaping @Sendable (Visit) throws -> HTML
  ) -> Route {
    Route(.get, pattern, .page) { request, context in
      let visit = try visit(context, in: language)
      return try visit.response(to: request, at: pattern) {
        Reply.page(try html(visit), caching: visit.caching)
      }
    }
  }

  /// The pages about the site itself stand whether or not the registry has been read.
  private func text(
    _ pattern: String, _ path: String, _ language: Language,
    _ text: @escaping @Sendable (Language) -> AboutText, last: HTML = .empty
  ) -> Route {
    let written = Written {
      let page = text(language)
      let html = Shell(language: language, path: path, title: page.title).page(page.html(last))
      return Reply.page(html, caching: .revalidated(tag: "\(html.mark)-\(build)"))
    }
    return Route(.get, pattern, .page) { request, _ in written.reply.response(to: request) }
  }

  private func search(_ language: Language) -> Route {
    Route(.post, Shell.address("/sok", in: language), .page) { request, context in
      // Before the body is read: a body is read once, and without an edition ErrorPages reads it.
      let visit = try visit(context, in: language)
      let form = try await Form(request)
      let asked = String(form.value("q").prefix(100))
      return Reply.page(SearchPage(visit: visit, asked: asked).html, caching: .never)
        .response(to: request)
    }
  }

  private func record(
    _ pattern: String, _ language: Language, _ kind: RequestKind,
    _ reply: @escaping @Sendable (Visit, String) throws -> Reply
  ) -> Route {
    Route(.get, pattern, kind) { request, context in
      let visit = try visit(context, in: language)
      let raw = context.parameters.get("slug") ?? ""
      guard raw.utf8.count <= 400, let slug = raw.removingPercentEncoding else {
        throw RequestProblem.notFound
      }
      // Only a page that is there is kept, and it has one address: every other one is moved.
      return try visit.response(to: request, at: pattern, named: slug) { try reply(visit, slug) }
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

extension HTML {
  /// Changes with the page: FNV-1a over its bytes, for an ETag that nothing else decides.
  var mark: String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
