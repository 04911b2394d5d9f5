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
}
