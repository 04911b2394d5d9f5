import Testing
import Web

@Suite
struct OperatorTests {
  @Test(arguments: [
    "varsling@trondheim.example", "https://kommune.example/kontakt?om=varde",
    "http://127.0.0.1:8080/", "fornavn.etternavn+varde@sub.domene.example",
  ])
  func `A contact is an e-mail address or the address of a page`(_ text: String) {
    #expect(Operator.Contact(text)?.text == text)
  }

  @Test(arguments: [
    "", "varsling", "@domene.example", "varsling@", "varsling@domene", "to@steder@a.example",
    "https://", "https:///sti", "javascript:alert(1)", "ftp://a.example/", "//a.example",
    "varsling@a.example?bcc=b@c.example", "a b@c.example", "blå@c.example", "a@-c.example",
    "https://a.example/\"onclick=\"x", "https://a..example/", "a@c.example\nBcc: b@c.example",
    "https://bruker@a.example/", String(repeating: "a", count: 250) + "@c.example",
  ])
  func `Nothing else is a contact`(_ text: String) {
    #expect(Operator.Contact(text) == nil)
  }

  @Test func `An e-mail address leads to a letter and a page to itself`() {
    #expect(Operator.Contact("a@b.example") == .email("a@b.example"))
    #expect(Operator.Contact("a@b.example")?.link == "mailto:a@b.example")
    #expect(Operator.Contact("https://b.example/x")?.link == "https://b.example/x")
  }
}
