import SeedFiles
import Store
import Testing

@testable import varde

@Suite("What a load tells")
struct SeedReportTests {
  private static let warning = SeedFault(
    path: "x.yaml", line: 3, key: "rules[1]", sentence: "The plan speaks from 2021-01-01.")

  @Test("lists what can never be part of an answer, also when nothing is new")
  func warnings() {
    for isDryRun in [false, true] {
      let report = SeedReport(
        difference: SeedDifference(generation: nil, lines: []), warnings: [Self.warning],
        leftOut: ["b.yml.txt"], isDryRun: isDryRun)
      #expect(
        report.text.hasSuffix(
          """
          Dette kan aldri bli del av et svar (1):
            ! x.yaml:3: rules[1]: The plan speaks from 2021-01-01.

          """))
      #expect(report.json.contains(#""leftOut":["b.yml.txt"]"#), "\(report.json)")
      #expect(report.json.contains(#""line":3"#))
    }
  }

  @Test("says nothing of it when there is none")
  func none() {
    let report = SeedReport(
      difference: SeedDifference(generation: nil, lines: []), isDryRun: false)
    #expect(report.text == "Ingenting er nytt: registeret sier alt dette.\n")
  }
}
