import Foundation
import Registry
import Testing
import Presentation

@testable import varde

@Suite("On a terminal")
struct TerminalTests {
  private let line = "ask --place Trondheim --concern radikalisering --age 15"

  @Test("colour is for a terminal alone, and never against NO_COLOR or a dumb terminal")
  func colour() async throws {
    let seeded = try await SeededRegistry.shared()
    let cases: [(Bool, [String: String], Bool)] = [
      (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false),
    ]
    for (isTerminal, extra, isColoured) in cases {
      let captured = CapturedConsole(
        seeded, extra: extra, isTerminal: isTerminal, width: 80)
      #expect(await captured.run(line) == 0)
      #expect(captured.output.contains("\u{1B}[") == isColoured, "\(extra)")
    }
  }

  @Test("lines keep within the width and lose no word", arguments: [40, 80, 120])
  func wrapping(_ width: Int) async throws {
    let seeded = try await SeededRegistry.shared()
    let wide = CapturedConsole(seeded)
    let narrow = CapturedConsole(
      seeded, extra: ["NO_COLOR": "1"], isTerminal: true, width: width)
    #expect(await wide.run(line) == 0)
    #expect(await narrow.run(line) == 0)
    let tooLong = narrow.output.split(separator: "\n").filter { text in
      text.count > width && text.contains(" ") && text.split(separator: " ").count > 2
    }
    #expect(tooLong.isEmpty, "\(tooLong)")
    #expect(
      wide.output.split(whereSeparator: \.isWhitespace)
        == narrow.output.split(whereSeparator: \.isWhitespace))
  }

  @Test("the ladder tells function before person, number as people write it, and why")
  func ladder() async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    let status = await captured.run(
      "ask --asker employee --workplace fritidsklubb --place Trondheim --concern radikalisering "
        + "--age 15 --at 2021-12-01")
    #expect(status == 0)
    var rest = captured.output[...]
    for text in [
      "Sted: Trondheim, Trøndelag (5001)", "Din vei videre",
      "1. En kollega eller lederen din", "på din egen arbeidsplass", "Hvorfor: ",
      "«Kulturenheten har oppnevnt en ressursperson",
      "2. ressursperson – Kulturenheten i Trondheim kommune", "Stine Osvoll",
      "telefon 952 63 889 – åpningstid ikke oppgitt", "bekreftet 2021-11-01",
      "Hvis ingen svarer", "Merk",
      "Alvor er ikke oppgitt", "Verdt å vite", "Anonymitet: ", "Trinn i planen", "du er her",
      "Hoppet over", "Svaret gjelder til", "Ring 112",
    ] {
      guard let place = rest.range(of: text) else {
        Issue.record("«\(text)» is not in its place")
        continue
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test("a seat without a number that was confirmed long ago says both")
  func oldWithoutNumber() async throws {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    let line = "ask --place Sandefjord --function \"politiets kontaktperson\""
    #expect(await captured.run(line) == 0)
    let lines = captured.output.split(separator: "\n")
    let old = lines.indices.filter {
      lines[$0].contains("sist bekreftet 2015-04-14, for 11 år siden")
    }
    #expect(old.contains { lines[$0 - 1].contains("nummer ikke oppgitt") })
    #expect(!lines.contains { $0.contains("   bekreftet 2015-04-14") })
  }

  @Test(
    "whether a confirmation still holds is told, whatever else stands in the way",
    arguments: [
      (RungStatus.confirmed, 364, ["bekreftet 2026-01-01"]),
      (.unconfirmed, 365, ["sist bekreftet 2026-01-01, for 1 år siden"]),
      (.unconfirmed, 364, ["ikke bekreftet", "bekreftet 2026-01-01"]),
      (.unknownNumber, 364, ["nummer ikke oppgitt i kilden", "bekreftet 2026-01-01"]),
      (
        .unknownNumber, 800,
        ["nummer ikke oppgitt i kilden", "sist bekreftet 2026-01-01, for 2 år siden"]
      ),
      (.vacant, 365, ["ledig: ingen har funksjonen", "sist bekreftet 2026-01-01, for 1 år siden"]),
    ])
  func confirmation(_ status: RungStatus, age: Int, facts: [String]) throws {
    let confirmed = try #require(Day("2026-01-01"))
    let contact = Contact(ContactFacts(), status: status, confirmedOn: confirmed)
    let text = ContactText(
      contact: contact, words: Presentation.words(in: .bokmål), day: confirmed + age)
    #expect(text.facts(besides: nil) == facts)
  }

  @Test("the interface speaks bokmål, nynorsk and English")
  func languages() async throws {
    let seeded = try await SeededRegistry.shared()
    for (language, heading) in [
      ("nb", "Din vei videre"), ("nn", "Din veg vidare"), ("en", "Next steps"),
    ] {
      let captured = CapturedConsole(seeded)
      #expect(await captured.run("\(line) --lang \(language)") == 0)
      #expect(captured.output.contains(heading))
    }
  }

  @Test("a refusal speaks the asked language too")
  func refusalLanguage() async throws {
    let seeded = try await SeededRegistry.shared()
    for (language, text) in [("nn", "Fleire kan vere meinte"), ("en", "Several may be meant")] {
      let captured = CapturedConsole(seeded)
      #expect(await captured.run("ask --place Våler --strict --lang \(language)") == 2)
      #expect(captured.complaints.contains(text))
      let answered = CapturedConsole(seeded)
      #expect(await answered.run("ask --place Våler --lang \(language)") == 0)
      #expect(answered.output.contains(text))
    }
  }

  @Test("a place that is not clear is asked about, with the contacts that answer everywhere")
  func meanwhile() async throws {
    let seeded = try await SeededRegistry.shared()
    for (place, wanted) in [("Våler", "Innlandet/Våler"), ("Tronhiem", "Trøndelag/Trondheim")] {
      let captured = CapturedConsole(seeded)
      #expect(await captured.run("ask --place \(place)") == 0)
      let told = captured.output
      #expect(told.contains("«\(wanted)»"))
      #expect(told.contains("Disse kan du kontakte uten å velge:"))
      #expect(told.contains("02800"))
    }
  }

  @Test("what was not taken literally is told")
  func understood() async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(
      await captured.run(
        "ask --place \"Hiemdal, Trondheim\" --workplace \"Rosenborg ungdomsskole\" --asker ansatt")
        == 0)
    #expect(captured.output.contains("Heimdal i Trondheim, Trøndelag"))
    #expect(captured.output.contains("«Hiemdal» er forstått som «Heimdal»"))
    #expect(captured.output.contains("«Rosenborg ungdomsskole» er ikke i registeret"))
  }
}
