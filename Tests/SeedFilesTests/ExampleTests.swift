import Foundation
import Registry
import SeedFiles
import Testing

/// The invented municipality and the snippets of the guide, on top of the real seeds.
@Suite struct ExampleTests {
  /// The national seed and the plans, which everything else is written on top of.
  private static let ground = Result { () throws -> Snapshot in
    try SeedReader(existing: Snapshot())
      .read(try Checkout.texts(["Seed/national", "Seed/plans"])).snapshot
  }

  @Test func `The invented municipality is read without a fault`() throws {
    let ground = try ExampleTests.ground.get()
    let bundle = try SeedReader(existing: ground).read(try Checkout.texts(["Seed/example"]))
    #expect(
      bundle.files.map(\.name)
        == ["tranvik", "tranvik-2022", "tranvik-contacts", "tranvik-politi"])
  }

  @Test func `Every piece of the guide is read on top of the example`() throws {
    let national = try Checkout.texts(["Seed/national", "Seed/plans", "Seed/example"])
    let ground = try SeedReader(existing: Snapshot()).read(national).snapshot
    let snippets = try ExampleTests.snippets(ofGuideAt: "\(Checkout.root)/Seed/README.md")
    #expect(snippets.count >= 25)
    for snippet in snippets {
      let bundle = Result { () throws(SeedFaults) in
        try SeedReader(existing: ground).read([snippet])
      }
      switch bundle {
      case .success(let bundle): #expect(!bundle.owners.isEmpty || !bundle.questions.isEmpty)
      case .failure(let faults): Issue.record("\(faults)")
      }
    }
  }

  /// Each fenced `yaml` piece, with the heading of Tranvik's file where it is not a whole file, on
  /// the line where it stands in the guide.
  private static func snippets(ofGuideAt path: String) throws -> [SeedText] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    var snippets: [SeedText] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if line == "```yaml" {
        start = index + 1
      } else if line == "```", let first = start {
        let piece = lines[first..<index].joined(separator: "\n")
        let heading =
          piece.hasPrefix("seed: ") ? "" : "seed: piece-\(first)\nplan: tranvik-2026\n"
        snippets.append(SeedText(path: "README-\(first).yaml", text: heading + piece))
        start = nil
      }
    }
    return snippets
  }
}
