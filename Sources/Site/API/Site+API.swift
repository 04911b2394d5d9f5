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
    let written = WrittenDocument()
    let document = APIOperation(
      id: "document", method: .get, pattern: "/openapi.json", summary: "This document.",
      success: .object(nil, [])
    ) { request in
      .json(written.bytes(for: request.view), caching: request.view.caching)
    }
    let pages = [Language.bokmål, .nynorsk, .english].map { language in
      Route(.get, Shell.address("/api", in: language)) { request, context in
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

/// The document of the edition that was last asked about, written once for each generation and day.
private final class WrittenDocument: Sendable {
  private struct Written {
    let generation: Int64
    let day: Day
    let json: JSONValue
    let bytes: [UInt8]
  }

  private let last = Mutex<Written?>(nil)

  func bytes(for view: APIView) -> [UInt8] { written(for: view).bytes }

  func document(for view: APIView) -> JSONValue { written(for: view).json }

  private func written(for view: APIView) -> Written {
    let known = last.withLock { $0 }
    if let known, known.generation == view.edition.generation, known.day == view.day {
      return known
    }
    let json = OpenAPIDocument(Site.operations, over: view).json
    let written = Written(
      generation: view.edition.generation, day: view.day, json: json, bytes: json.bytes)
    last.withLock { $0 = written }
    return written
  }
}
