import Registry
import SeedFiles
import Testing

@Suite struct ExampleTests {
  @Test func `The invented municipality is read without a fault`() throws {
    let texts = try Checkout.texts(["Seed/example"])
    do {
      let bundle = try SeedReader(existing: Snapshot()).read(texts)
      #expect(bundle.files.map(\.name) == ["tranvik"])
    } catch {
      Issue.record("\(error.faults.count) faults:\n\(error)")
    }
  }
}
