import Foundation
import Registry
import SeedFiles
import Testing

/// The seeds that lie in the checkout, or in another one that `SEED_CHECKOUT` names.
enum Checkout {
  static let root =
    ProcessInfo.processInfo.environment["SEED_CHECKOUT"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Texts below those folders of the checkout, with paths as from its top.
  static func texts(_ folders: [String]) throws -> [SeedText] {
    try SeedFolder.texts(at: folders.map { "\(root)/\($0)" }).map { text in
      SeedText(path: String(text.path.dropFirst(root.count + 1)), bytes: text.bytes)
    }
  }
}

@Suite struct SeedDataTests {
  @Test func `All seeds that Deploy/run loads are read without a fault`() throws {
    let texts = try Checkout.texts(["Seed/national", "Seed/plans"])
    do {
      let bundle = try SeedReader(existing: Snapshot()).read(texts)
      let paths = Set(texts.map(\.path).filter { $0.hasSuffix(".yaml") })
      #expect(Set(bundle.files.map(\.path)) == paths)
    } catch {
      Issue.record("\(error.faults.count) faults:\n\(error)")
    }
  }
}
