import Foundation
import Registry
import SeedFiles
import Testing

/// The seeds of the five plans against the texts themselves.
@Suite struct DocumentTests {
  @Test func `Every quote stands in its document word for word`() throws {
    let snapshot = try Documents.seeds.get()
    var held = 0
    for key in Documents.keys {
      let text = try Documents.text(key)
      let source = try #require(snapshot.sources.first { $0.key == key })
      for citation in snapshot.citations where citation.source == source.id {
        guard let quote = citation.quote else { continue }
        held += 1
        #expect(text.contains(Documents.folded(quote)), "\(key): «\(quote)»")
      }
    }
    #expect(held > 600)
  }

  @Test func `A changed letter in a quote is seen`() throws {
    let text = try Documents.text("holmestrand-2021")
    #expect(text.contains("Ved alvorlig bekymring varsles lokalt politi direkte."))
    #expect(!text.contains("Ved alvorlig bekymring varsles lokalt politi straks."))
  }

  @Test(arguments: ["trondheim-2020", "sandefjord-2015", "baerum-2017"])
  func `Every sentence of a measure is told with it`(key: String) throws {
    let snapshot = try Documents.seeds.get()
    let citations = Dictionary(
      snapshot.citations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pieces = try Documents.measures(of: key, in: snapshot)
    #expect(pieces.count == ["trondheim-2020": 14, "sandefjord-2015": 18, "baerum-2017": 39][key])
    for (measure, piece) in pieces {
      let quote = measure.citation.flatMap { citations[$0]?.quote } ?? ""
      let told = Documents.folded([measure.text ?? "", quote].joined(separator: " "))
      for sentence in Self.sentences(piece) {
        #expect(told.contains(sentence), "\(key)/\(measure.number): \(sentence)")
      }
    }
  }

  /// Sentences of a piece that are long enough to be one, without its labels and what follows it.
  private static func sentences(_ piece: String) -> [String] {
    var piece = piece
    let after = [
      " 1 Kommunesektorens interesse", " Innsatsområde ", " Tiltaksoversikt",
      " Kunnskap og kompetanse",
      " Tidlig innsats og forebygging", " Forebygge at ekstremisme oppstår", " Foreldre/ foresatte",
      " Oppfølging av familien når et", " Oppfølging av hjemvendte",
    ]
    for mark in after {
      if let end = piece.range(of: mark) { piece = String(piece[..<end.lowerBound]) }
    }
    // Measure 4 has lost its label, and 30 has a second one.
    piece = piece.replacing(
      " Bærum kommune arrangerte i 2015", with: "\nBærum kommune arrangerte i 2015")
    for label in [
      "august 2017: Ok", "Revidert handlingsplan", "Status:", "Status", "I samarbeid med:",
      "Samsvar med",
    ] {
      piece = piece.replacing(label, with: "\n")
    }
    return piece.replacing(". ", with: ".\n").split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { $0.split(separator: " ").count > 3 }
  }

  @Test func `A fate that the document proposes is told as a proposal`() throws {
    let snapshot = try Documents.seeds.get()
    let plan = snapshot.plans.first { $0.key == "baerum-2017" }?.id
    let pieces = try Documents.measures(of: "baerum-2017", in: snapshot)
    for (measure, piece) in pieces where measure.plan == plan {
      guard let revised = piece.range(of: "Revidert handlingsplan") else { continue }
      let proposed = piece[revised.upperBound...].prefix(120).contains("foreslås")
      let fate = try #require(measure.fate)
      #expect(fate.contains("foreslås") == proposed, "\(measure.number): \(fate)")
    }
  }

  @Test func `A measure is merged only with those that its own text names`() throws {
    let snapshot = try Documents.seeds.get()
    let numbers = Dictionary(
      snapshot.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(snapshot.measureMerges.count > 20)
    for merge in snapshot.measureMerges {
      let measure = try #require(numbers[merge.measure])
      let into = try #require(numbers[merge.into]).number
      let own = (measure.text ?? "").split { !$0.isNumber }.map(String.init)
      #expect(own.contains(into), "\(measure.number) into \(into)")
    }
    let named = { (from: String, into: String) in
      snapshot.measureMerges.contains {
        numbers[$0.measure]?.number == from && numbers[$0.into]?.number == into
      }
    }
    #expect(named("39", "34"))
    #expect(!named("34", "39"))
    #expect(named("30", "31"))
    #expect(!named("31", "30"))
  }

  @Test func `Measure 31 of Bærum has its own revised text and 30 its own status`() throws {
    let snapshot = try Documents.seeds.get()
    let text = { (key: String) in snapshot.measures.first { $0.key == key }?.text ?? "" }
    #expect(text("baerum-2017-31").contains("i større grad innlemme familievernkontorene"))
    #expect(!text("baerum-2017-31").contains("Slå sammen 30 og 31"))
    #expect(text("baerum-2017-30").contains("Status august 2017: «Ok Slå sammen 30 og 31»"))
  }
}
