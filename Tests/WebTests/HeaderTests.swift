import HTTPTypes
import Testing

@testable import Presentation
@testable import Web

@Suite("Headers")
struct HeaderTests {
  @Test("every protective header stands once, beside what the reply said itself")
  func protectiveOnce() {
    var headers: HTTPFields = [.contentType: "text/html", .cacheControl: "public, no-cache"]
    SecurityHeaders.protect(&headers)
    let protective: [HTTPField.Name] = [
      .contentSecurityPolicy, .xContentTypeOptions, .referrerPolicy, .permissionsPolicy,
      .crossOriginOpenerPolicy, .crossOriginResourcePolicy,
    ]
    for name in protective { #expect(headers[values: name].count == 1) }
    #expect(headers[values: .cacheControl] == ["public, no-cache"])
    #expect(headers[.contentType] == "text/html")
    #expect(headers[.crossOriginResourcePolicy] == "same-origin")
  }

  @Test("what every page may read is told so, and nothing is kept unless the reply says so")
  func openAndUnkept() {
    var headers: HTTPFields = [.accessControlAllowOrigin: "*"]
    SecurityHeaders.protect(&headers)
    #expect(headers[.crossOriginResourcePolicy] == "cross-origin")
    #expect(headers[values: .cacheControl] == ["no-store"])
  }

  @Test("a field that stands twice is told as the library tells it")
  func repeated() {
    var headers: HTTPFields = [.accept: "text/html"]
    #expect(headers.value(of: .accept) == "text/html")
    #expect(headers.value(of: .contentType) == nil)
    headers.append(HTTPField(name: .accept, value: "application/json"))
    #expect(headers.value(of: .accept) == "text/html, application/json")
  }
}
