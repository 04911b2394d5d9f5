import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Search
import Presentation
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
      shapes(language),
      answer(language),
      returned(language),
      page(prefix + Address.search, language) { SearchPage(visit: $0, asked: nil).html },
      search(language),
      record(prefix + "\(Address.contacts){slug}", language, .person) { visit, slug, _ in
        try self.contact(visit, slug)
      },
      text(prefix + Address.about, Address.about, language, AboutText.about),
      text(
        prefix + Address.privacy, Address.privacy, language, AboutText.privacy,
        last: OperatorNote(operatedBy, in: language).html),
      text(
        prefix + Address.accessibility, Address.accessibility, language, AboutText.accessibility,
        last: OperatorNote(operatedBy, in: language).html),
    ] + records(prefix + "\(Address.organisations){slug}", language, organisation)
      + records(prefix + "\(Address.functions){slug}", language, function)
      + records(prefix + "\(Address.plans){slug}", language, plan)
      + placePages(at: prefix, in: prefix.isEmpty ? Visit.ownForm : fixed)
  }

  private func placePages(at prefix: String, in choice: @escaping Visit.Choice) -> [Route] {
    records(prefix + "\(Address.places){slug}", .bokmål) { visit, slug, number in
      let ending = Pagination.path("", number)
      return try self.place(visit, slug, prefix: prefix, ending: ending, choice: choice) {
        PlacePage(visit: $0, area: $1, number: number).html
      }
    }
      + records(prefix + "\(Address.places){slug}\(Address.list)", .bokmål) { visit, slug, number in
        let ending = Pagination.path(Address.list, number)
        return try self.place(visit, slug, prefix: prefix, ending: ending, choice: choice) {
          PhoneListPage(visit: $0, area: $1, number: number).html
        }
      }
  }

  private func start(_ language: Language) -> Route {
    Route(.get, Shell.address("/", in: language), .page) { request, context in
      let visit = try visit(context, in: language)
      let offered = AcceptedLanguages(request.headers[.acceptLanguage]).first
      return try await visit.response(
        to: request, at: "/", named: offered?.code ?? "", by: makers, for: context.requester
      ) { visit in
        var reply = Reply.page(
          StartPage(visit: visit, offered: offered).html,
          caching: visit.caching(varying: offered?.code ?? ""))
        reply.fields[.vary] = "Accept-Language"
        reply.fields.append(SecurityHeaders.mayLocate)
        return reply
      }
    }
  }

  /// The same for everybody, and fetched only by who wants to be found: no position is sent.
  private func shapes(_ language: Language) -> Route {
    let pattern = Address.shapes + language.code
    return Route(.get, pattern, .asset) { request, context in
      let visit = try visit(context, in: language)
      return try await visit.response(
        to: request, at: pattern, by: makers, for: context.requester
      ) { visit in
        Reply(
          contentType: "text/plain; charset=utf-8",
          bytes: Array(MunicipalityShapes.text(for: visit).utf8), caching: visit.caching)
      }
    }
  }

  private func page(
    _ pattern: String, _ language: Language, _ html: @escaping @Sendable (Visit) throws -> HTML
  ) -> Route {
    Route(.get, pattern, .page) { request, context in
      let visit = try visit(context, in: language)
      return try await visit.response(
        to: request, at: pattern, by: makers, for: context.requester
      ) { visit in
        Reply.page(try html(visit), caching: visit.caching)
      }
    }
  }

  /// The pages about the site itself stand whether or not the registry has been read.
  private func text(
    _ pattern: String, _ path: String, _ language: Language,
    _ text: @escaping @Sendable (Language) -> AboutText, last: HTML = .empty
  ) -> Route {
    let page = text(language)
    let html = Shell(language: language, path: path, title: page.title).page(page.html(last))
    let reply = Reply.page(html, caching: .revalidated(tag: "\(html.mark)-\(build)"))
    let finished = FinishedReply(reply)
    return Route(.get, pattern, .page) { request, _ in
      finished?.response(to: request) ?? reply.response(to: request)
    }
  }

  private func search(_ language: Language) -> Route {
    Route(.post, Shell.address(Address.search, in: language), .page) { request, context in
      // Without an edition the form is not looked at: what was typed is kept by ErrorPages.
      let visit = try visit(context, in: language)
      let form = try await Form(request)
      let asked = String(form.value("q").prefix(100))
      return Reply.page(SearchPage(visit: visit, asked: asked).html, caching: .never)
        .response(to: request)
    }
  }

  /// A record and the further pages of a long one.
  private func records(
    _ pattern: String, _ language: Language,
    _ reply: @escaping @Sendable (Visit, String, Int) throws -> Reply
  ) -> [Route] {
    [
      record(pattern, language, .page, reply),
      record(pattern + "/side/{number}", language, .page) { visit, slug, number in
        guard number > 1 else { throw Moved(to: Site.address(pattern, slug)) }
        return try reply(visit, slug, number)
      },
    ]
  }

  private func record(
    _ pattern: String, _ language: Language, _ kind: RequestKind,
    _ reply: @escaping @Sendable (Visit, String, Int) throws -> Reply
  ) -> Route {
    Route(.get, pattern, kind) { request, context in
      let visit = try visit(context, in: language)
      let raw = context.parameters.get("slug") ?? ""
      guard raw.utf8.count <= 400, let slug = raw.removingPercentEncoding else {
        throw RequestProblem.notFound
      }
      let number = try Site.pageNumber(context.parameters.get("number"))
      // Only a page that is there is kept, and it has one address: every other one is moved.
      return try await visit.response(
        to: request, at: pattern, named: Pagination.path(slug, number), by: makers,
        for: context.requester
      ) { try reply($0, slug, number) }
    }
  }

  /// A whole number in its one spelling.
  private static func pageNumber(_ text: String?) throws -> Int {
    guard let text else { return 1 }
    guard let number = Int(text), number > 0, String(number) == text,
      number <= Int.max / Pagination.linesMax
    else { throw RequestProblem.notFound }
    return number
  }

  private static func address(_ pattern: String, _ slug: String) -> String {
    pattern.replacing("{slug}", with: slug)
  }
}

extension Visit {
  /// Which language a place is shown in.
  typealias Choice = @Sendable (Visit, ID<Area>) -> Language

  /// The same visit in another language.
  func speaking(_ language: Language) -> Visit {
    Visit(
      edition: edition, time: time, moment: moment, language: language, stale: stale,
      staleSince: staleSince, build: build)
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
