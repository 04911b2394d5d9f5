import Presentation
import Registry
import Search
import Web

/// The shapes of the municipalities for a phone that looks up where it is, made small.
///
/// Source: Kommuner-S.geojson of robhop/fylker-og-kommuner (2024, commit ae87825), data from
/// Kartverket, CC BY 4.0; made simpler and rounded by Deploy/shapes, which wrote the files beside
/// this one. A line is a run of signs: its points as steps from the one before, first longitude and
/// then latitude, 400 steps a degree of latitude and 200 a degree of longitude, each number in
/// groups of five bits, the lowest first, with its sign as the lowest bit. A ring names its lines
/// by number; -1 - n is line n run backwards.
enum MunicipalityShapes {
  /// The text that the script of the start page reads: the lines, then one line a municipality with
  /// what to write for it, what it is called, and its rings, between tabulators.
  ///
  /// The names are the edition's, on the day; a number that has ended stands for what has become of
  /// the area that had it.
  static func text(for visit: Visit) -> String {
    var lines = [first + ";" + second]
    for entry in rings.split(separator: ";") {
      let parts = entry.split(separator: ",", maxSplits: 1)
      guard parts.count == 2, let area = area(String(parts[0]), visit) else { continue }
      let around = visit.edition.search.surroundings(
        of: area, on: visit.day, language: visit.language)
      let name = ([area] + around).map { visit.text(.area($0)) }.joined(separator: ", ")
      let write = visit.edition.search.writing(
        of: area, on: visit.day, language: visit.language)
      lines.append("\(write)\t\(name)\t\(parts[1])")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func area(_ number: String, _ visit: Visit) -> ID<Area>? {
    let numbered = visit.areas.numbered(number).filter { $0.scheme == "kommune" }
    let current = numbered.first { $0.valid.contains(visit.day) } ?? numbered.last
    return current.flatMap { visit.isGone($0.area) ? nil : $0.area }
  }
}
