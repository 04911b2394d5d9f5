import ArgumentParser
import Foundation
import SeedFiles
import Synthesis
import Presentation

/// `varde synthesise`: an invented country as seed files, for benchmarks and tests of scale.
struct Synthesise: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lager et oppdiktet land som seedfiler, til målinger.",
    discussion: """
      Alt er oppdiktet og merket. Et register som har noe ekte, tar det ikke imot, og omvendt.
      De samme tallene gir de samme filene, byte for byte.

      Eksempel, i en tom database:
        varde synthesise --municipalities 357 --units-per-municipality 50 --seed 1 --out norge
        varde seed norge/1-first
        varde seed norge/2-change
      """)

  @Option(help: ArgumentHelp("Antall kommuner.", valueName: "tall"))
  var municipalities = 357

  @Option(help: ArgumentHelp("Antall enheter i hver.", valueName: "tall"))
  var unitsPerMunicipality = 50

  @Option(help: ArgumentHelp("Tallet som alt trekkes fra.", valueName: "tall"))
  var seed: UInt64

  @Option(help: ArgumentHelp("Mappen filene legges i; den må være ny.", valueName: "mappe"))
  var out = "synthetic"

  @OptionGroup
  var output: OutputOptions

  func validate() throws {
    try Synthesise.require(
      municipalities, in: 1...SyntheticCountry.municipalitiesMax, "municipalities")
    try Synthesise.require(
      unitsPerMunicipality, in: 1...SyntheticCountry.unitsMax, "units-per-municipality")
  }

  private static func require(_ number: Int, in range: ClosedRange<Int>, _ name: String) throws {
    guard range.contains(number) else {
      throw ValidationError(
        "--\(name) er et tall fra \(range.lowerBound) til \(range.upperBound).")
    }
  }

  func perform(on console: Console) throws -> ExitStatus {
    // Files of another country that stayed behind would be loaded with these.
    guard !FileManager.default.fileExists(atPath: out) else {
      throw Problem(
        type: "folder-taken", title: "Mappen \(out) finnes fra før.",
        detail: "Velg en ny med --out, eller fjern den.")
    }
    let country = SyntheticCountry(
      municipalities: municipalities, unitsPerMunicipality: unitsPerMunicipality, seed: seed)
    var (files, bytes) = (0, 0)
    do {
      try country.write { file in
        try write(file)
        (files, bytes) = (files + 1, bytes + file.bytes.count)
        if files % 500 == 0 { console.complainLine("  \(files) filer, \(bytes / 1_000_000) MB …") }
      }
    } catch {
      // A part of a country is none; the folder is ours, since it was not there.
      try? FileManager.default.removeItem(atPath: out)
      throw error
    }
    console.write("Laget \(files) filer (\(bytes) byte) i \(out); les \(out)/README.md.\n")
    return .answered
  }

  private func write(_ file: SeedText) throws {
    let url = URL(filePath: out).appending(path: file.path)
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Problem(
        type: "output", title: "Mappen «\(folder.path())» kan ikke lages.",
        detail: "Se etter at det er plass på disken, og at du får skrive der.")
    }
    try OutputFile(path: url.path()).write(file.bytes)
  }
}
