import Foundation
import HTTPTypes
import Testing

/// What a page or a response was when somebody last looked at it, byte for byte.
///
/// `VARDE_REWRITE_GOLDENS=1 swift test --filter SiteTests` writes all of them anew, never in CI.
struct Golden {
  /// Below `Goldens/`, with its ending.
  let name: String

  /// With the status on top, and without what changes by itself.
  func expect(_ page: Visitor.Page) throws {
    let path = InventedSite.folder + "Goldens/\(name)"
    let shown = readable(page)
    let environment = ProcessInfo.processInfo.environment
    if environment["VARDE_REWRITE_GOLDENS"] == "1" {
      try #require(environment["CI"] == nil, "Goldens are never rewritten in CI.")
      try shown.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOfFile: path, encoding: .utf8)
    #expect(shown == golden, "\(name) has changed")
  }

  /// JSON with a line break before each member and item, so that a change shows where it is; a page
  /// without the digest in the names of style sheet, script and icon, which tell of no page.
  private func readable(_ page: Visitor.Page) -> String {
    if (page.headers[.contentType] ?? "").contains("json") {
      return "\(page.status)\n" + page.text.replacing(",\"", with: ",\n\"") + "\n"
    }
    let text = page.text.replacing(/-[0-9a-f]{12}\.(css|js|svg)/) { "-….\($0.output.1)" }
    return name.hasSuffix(".html") && !name.hasPrefix("API/")
      ? "<!-- \(page.status) -->\n" + text : text
  }
}
