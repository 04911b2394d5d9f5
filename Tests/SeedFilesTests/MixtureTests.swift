import Registry
import SeedFiles
import Testing

@Suite("Invented seeds and real ones")
struct MixtureTests {
  private static let invented = SeedText(
    path: "invented.yaml",
    text: "seed: synthetic-x\nsource: {key: synthetic-s, title: Oppdiktet}\n")
  private static let real = SeedText(
    path: "real.yaml", text: "seed: x\nsource: {key: s, title: En kilde}\n")

  private static func faults(_ texts: [SeedText], onto first: [SeedText]) throws -> [SeedFault] {
    let existing = try Seeds.read(first).snapshot
    do throws(SeedFaults) {
      _ = try Seeds.read(texts, existing: existing)
      return []
    } catch {
      return error.faults
    }
  }

  @Test("are never loaded together, nor one onto the other")
  func refused() throws {
    #expect(try Self.faults([Self.invented, Self.real], onto: []).map(\.path) == ["invented.yaml"])
    #expect(try Self.faults([Self.invented], onto: [Self.real]).map(\.path) == ["invented.yaml"])
    #expect(try Self.faults([Self.real], onto: [Self.invented]).map(\.path) == ["real.yaml"])
  }

  @Test("are loaded again and again each onto its own kind")
  func accepted() throws {
    #expect(try Self.faults([Self.invented], onto: [Self.invented]).isEmpty)
    #expect(try Self.faults([Self.real], onto: [Self.real]).isEmpty)
  }
}
