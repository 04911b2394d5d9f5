import HTTPTypes
import Hummingbird
import Registry
import Synchronization
import Web

extension Site {
  /// Every operation of the API, in the order of the document.
  static let operations: [APIOperation] =
    Answers.operations + Searches.operations + Areas.operations + Organisations.operations
    + Designations.operations + Functions.operations + Concerns.operations + Plans.operations
    + Measures.operations + Offerings.operations

  /// The addresses of the API and of its document.
  var api: [Route] {
    let written = WrittenDocument(budgets)
    let document = APIOperation(
      id: "document", method: .get, pattern: "/openapi.json", kind: .page,
      summary: "This document.",
      success: .object(nil, [])
    ) { request in
      .json(written.bytes(for: request.view), caching: request.view.caching)
    }
    let pages = [Language.bokmål, .nynorsk, .english].map { language in
      Route(.get, Shell.address("/api", in: language), .page) { request, context in
        let visit = try visit(context, in: language)
        return try await visit.response(
          to: request, at: Shell.address("/api", in: language), by: makers
        ) { visit in
          let page = APIDocumentation(visit: visit, document: written.document(for: visit.api))
          return Reply.page(page.html, caching: visit.caching)
        }
      }
    }
    return (Site.operations + [document]).map { $0.route(of: self) } + pages
  }
}

extension Visit {
  /// The same edition, day and language for the API.
  var api: APIView {
    APIView(
      edition: edition, time: time, moment: moment, language: language, build: build)
  }
}

/// The document of the edition that was last asked about, written once for each edition and day.
private final class WrittenDocument: Sendable {
  private struct Written {
    let mark: EditionMark
    let day: Day
    let json: JSONValue
    let bytes: [UInt8]
  }

  private let budgets: Budgets
  private let last = Mutex<Written?>(nil)

  init(_ budgets: Budgets) {
    self.budgets = budgets
  }

  func bytes(for view: APIView) -> [UInt8] { written(for: view).bytes }

  func document(for view: APIView) -> JSONValue { written(for: view).json }

  private func written(for view: APIView) -> Written {
    let known = last.withLock { $0 }
    if let known, known.mark == view.edition.mark, known.day == view.day {
      return known
    }
    let json = OpenAPIDocument(Site.operations, over: view, budgets: budgets).json
    let written = Written(
      mark: view.edition.mark, day: view.day, json: json, bytes: json.bytes)
    last.withLock { $0 = written }
    return written
  }
}
