import HTTPTypes
import Hummingbird
import Registry
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
      id: "document", method: .get, pattern: Address.openAPI, kind: .page,
      summary: "This document.",
      success: .object(nil, [])
    ) { request in
      .json(written.bytes(for: request.view), caching: request.view.caching)
    }
    let pages = [Language.bokmål, .nynorsk, .english].map { language in
      Route(.get, Shell.address(Address.documentation, in: language), .page) { request, context in
        let visit = try visit(context, in: language)
        return try await visit.response(
          to: request, at: Shell.address(Address.documentation, in: language), by: makers,
          for: context.requester
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

/// The API's document over an edition, written once for each day of it: it is the same in every
/// language, and whoever asks for it first has it made by the makers.
private struct WrittenDocument: Sendable {
  private struct Written: Sendable {
    let json: JSONValue
    let bytes: [UInt8]
  }

  private let budgets: Budgets

  init(_ budgets: Budgets) {
    self.budgets = budgets
  }

  func bytes(for view: APIView) -> [UInt8] { written(for: view).bytes }

  func document(for view: APIView) -> JSONValue { written(for: view).json }

  private func written(for view: APIView) -> Written {
    view.edition.memo.value(in: .bokmål, on: view.day) {
      let json = OpenAPIDocument(Site.operations, over: view, budgets: budgets).json
      return Written(json: json, bytes: json.bytes)
    }
  }
}
