import Foundation
import HTTPTypes
import Registry
import Testing
import Web

@testable import Site

/// Contacts as vCards: what they say, and that no name can add a line to them.
@Suite struct VCardTests {
  @Test func `A card stands on lines of at most 75 bytes that end with CR LF`() async throws {
    let long = String(repeating: "Æøå ", count: 50) + "😀" + String(repeating: "é", count: 40)
    let site = try InventedSite { $0.replacing("name: Fjordvik kommune", with: "name: \(long)") }
    try await site.visit { visitor in
      let text = try await visitor.get("/api/v1/organisations/fjordvik.vcf").text
      let lines = text.components(separatedBy: "\r\n")
      #expect(lines.last == "")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(lines.contains { $0.utf8.count > 70 })
      #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
      let unfolded = text.replacing("\r\n ", with: "")
      #expect(unfolded.contains("FN:\(long)\r\n"))
    }
  }

  @Test func `A contact that is reached via another carries that one's number`() async throws {
    try await InventedSite().visit { visitor in
      let text = try await visitor.get("/api/v1/designations/pk-nord.vcf").text
      #expect(text.contains("NOTE:Nås via Politiet\r\n"))
      #expect(text.contains("TEL;VALUE=uri;TYPE=voice:tel:02800\r\n"))
      #expect(text.matches(of: /UID:/).count == 1)
    }
  }

  @Test func `Nothing in a name can end its line, its property or the card`() async throws {
    let evil = "A\r\nEND:VCARD\nTEL:tel:999\u{2028}x\u{85},y;z\\\u{202E}\u{7}e\u{301}"
    var snapshot = try InventedSite().snapshot
    snapshot.names = snapshot.names.map { name in
      guard name.text == "Fjordvik kommune" else { return name }
      return Name(
        id: name.id, subject: name.subject, language: name.language, kind: name.kind, text: evil,
        plan: name.plan, valid: name.valid, citation: name.citation)
    }
    let edition = Edition(
      compiling: snapshot, on: InventedSite.today, origin: .database, readAt: InventedSite.now)
    #expect(VCard.escaped("A\r\nEND:VCARD\nB\rC") == "A\\nEND:VCARD\\nB\\nC")
    #expect(VCard.escaped("a\\,;b\u{202E}\u{7}\u{2028}c\u{85}") == "a\\\\\\,\\;b\\nc\\n")
    #expect(VCard.plain("tel:1\r\nTEL:2 \u{2028}") == "tel:1TEL:2")
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      let text = try await visitor.get("/api/v1/organisations/fjordvik.vcf").text
      let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
      #expect(lines.filter { $0 == "END:VCARD" }.count == 1)
      #expect(!lines.contains { $0.hasPrefix("TEL:tel:999") })
      #expect(lines.contains("FN:A\\nEND:VCARD\\nTEL:tel:999\\nx\\n\\,y\\;z\\\\e\u{301}"))
    }
  }

  @Test func `A card keeps its id and tells when it was confirmed`() async throws {
    try await InventedSite().visit { visitor in
      let card = try await visitor.get("/api/v1/designations/fjordvik-slt.vcf")
      #expect(card.headers[.contentType] == "text/vcard; charset=utf-8")
      let record = try await visitor.get("/api/v1/designations/fjordvik-slt").text
      let id = try #require(try JSONReader.value(of: Array(record.utf8))["id"]?.text)
      let lines = card.text.components(separatedBy: "\r\n")
      #expect(
        lines.prefix(3) == ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Varde//NONSGML Varde//NO"])
      #expect(lines.contains("UID:urn:uuid:\(id)"))
      #expect(lines.contains("FN:Første Vakt"))
      #expect(lines.contains("TITLE:SLT-koordinator"))
      #expect(lines.contains("ORG:Fjordvik kommune"))
      #expect(lines.contains("TEL;VALUE=uri;TYPE=voice:tel:+4790000001"))
      #expect(lines.contains { $0.wholeMatch(of: /REV:[0-9]{8}T000000Z/) != nil })
    }
  }

  @Test func `A hidden holder is not in the card of an open seat`() async throws {
    try await InventedSite().visit { visitor in
      let text = try await visitor.get("/api/v1/designations/skjult-mentor.vcf").text
      #expect(text.contains("TEL;VALUE=uri;TYPE=voice:tel:+4790000009"))
      #expect(text.contains("FN:mentor\\, Fjordvik kommune"))
      #expect(!text.contains("KANARI"))
    }
  }

  @Test func `There is no card of what has ended, is hidden or is not there`() async throws {
    try await InventedSite().visit { visitor in
      for path in [
        "designations/skogen-slt", "designations/kanari-utpeking", "designations/ingen",
        "organisations/ingen",
      ] {
        let page = try await visitor.get("/api/v1/\(path).vcf")
        #expect(page.status == 404, "\(path)")
      }
    }
  }
}
