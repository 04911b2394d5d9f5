package import HTTPTypes
package import Hummingbird

/// One address of the site or the API: a method, a path pattern and what answers.
///
/// The list of routes is a value, so that it can be registered, compared with the OpenAPI document
/// and walked by tests.
package struct Route: Sendable {
  package typealias Answer = @Sendable (Request, VisitContext) async throws -> Response

  package let method: HTTPRequest.Method
  /// Such as `/api/v1/areas/{code}`.
  package let pattern: String
  /// Which budget a request takes from.
  package let kind: RequestKind
  /// What OPTIONS tells pages of other hosts, beside `Allow`.
  package let preflight: HTTPFields
  package let answer: Answer

  package init(
    _ method: HTTPRequest.Method, _ pattern: String, _ kind: RequestKind,
    preflight: HTTPFields = [:], answer: @escaping Answer
  ) {
    self.method = method
    self.pattern = pattern
    self.kind = kind
    self.preflight = preflight
    self.answer = answer
  }

  /// What is listed has one address: whoever wrote a slash too many, which the router passes over,
  /// is led there, with what was posted.
  fileprivate var answerAtListedAddress: Answer {
    { [answer] request, context in
      guard let path = Route.listedPath(request.uri.path) else {
        return try await answer(request, context)
      }
      let query = request.uri.query.map { "?\($0)" } ?? ""
      return Response(
        status: .permanentRedirect,
        headers: [.location: path + query, .contentType: "text/plain; charset=utf-8"])
    }
  }

  /// The path without slashes that are too many; nil when there are none.
  package static func listedPath(_ path: String) -> String? {
    let slash = UInt8(ascii: "/")
    var (before, isOther) = (UInt8(0), path.utf8.count > 1 && path.utf8.last == slash)
    for byte in path.utf8 {
      isOther = isOther || (byte == slash && before == slash)
      before = byte
    }
    return isOther ? "/" + path.split(separator: "/").joined(separator: "/") : nil
  }

  /// Registered methods that no address here answers to, so that they get 405 and not 404.
  fileprivate static let rareMethods = [
    "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "SEARCH",
    "REPORT", "LINK", "UNLINK",
  ].compactMap { HTTPRequest.Method($0) }
}

extension Router where Context == VisitContext {
  /// Registers every route, HEAD beside GET, and 405 with `Allow` for the methods not named.
  package func add(_ routes: [Route]) {
    let named: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .trace, .connect]
    let every = named + Route.rareMethods
    for (pattern, group) in Dictionary(grouping: routes, by: \.pattern) {
      var answered: Set<HTTPRequest.Method> = [.options]
      for route in group {
        let answer = route.answerAtListedAddress
        on(RouterPath(pattern), method: route.method, use: answer)
        answered.insert(route.method)
        if route.method == .get {
          on(RouterPath(pattern), method: .head, use: answer)
          answered.insert(.head)
        }
      }
      let allow = answered.map(\.rawValue).sorted()
      for method in every where !answered.contains(method) {
        on(RouterPath(pattern), method: method) { _, _ -> Response in
          throw RequestProblem.methodNotAllowed(allow)
        }
      }
      var told = group.reduce(into: HTTPFields()) { $0.append(contentsOf: $1.preflight) }
      told[.allow] = allow.joined(separator: ", ")
      let headers = told
      on(RouterPath(pattern), method: .options) { _, _ -> Response in
        Response(status: .noContent, headers: headers)
      }
    }
  }
}

extension RequestProblem {
  package static func methodNotAllowed(_ allow: [String]) -> RequestProblem {
    RequestProblem(
      type: "method-not-allowed", status: 405, title: "Method not allowed",
      detail: "This address answers to \(allow.joined(separator: ", ")).", allow: allow)
  }
}
