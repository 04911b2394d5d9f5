import CValgrind
import Foundation
import HTTPTypes
import Hummingbird
import Presentation
import Registry
import Search
import Site
import TestRecords
import Web

/// Asks for the three largest records of each address, each once and before anything of it is kept,
/// under callgrind: what each costs is in a file of its own, in the order of the lines printed.
enum Count {
  static func run(data: String, fixed: String) async throws {
    let (site, edition) = try Stand.site(data: data)
    let responder = try Stand.responder(of: site, fixed: fixed)
    let day = try OsloTime().moment(at: site.now()).day
    let largest = LargestRecords(edition.directory, edition.search.areas, on: day)
    for route in site.routes where route.method == .get {
      for path in largest.paths(route.pattern) {
        let (response, asked) = try await counted(path, responder)
        print(response.status.code, response.body.contentLength ?? 0, asked)
      }
    }
  }

  /// The reply to what is asked, and where it stands: an address may lead to another one.
  private static func counted(
    _ path: String, _ responder: some HTTPResponder<VisitContext>
  ) async throws -> (Response, String) {
    var asked = path
    while true {
      let request = Request(
        head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1", path: asked),
        body: RequestBody(buffer: ByteBuffer()))
      let context = Loop.context()
      callgrind_begin()
      let response = try await responder.respond(to: request, context: context)
      guard response.status == .movedPermanently, let own = response.headers[.location] else {
        callgrind_end(asked)
        return (response, asked)
      }
      asked = own
    }
  }
}
