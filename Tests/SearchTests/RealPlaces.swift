import Foundation
import Registry
import SeedFiles
import Testing

@testable import Search

/// The places of the seeds, as an editor keeps them, read once for all tests.
enum RealPlaces {
  struct Table {
    let snapshot: Snapshot
    let index: SearchIndex
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let table = Task {
    let folders = ["Seed/national", "Seed/plans"].map { root.appending(path: $0).path() }
    let texts = try SeedFolder.texts(at: folders)
    let snapshot = try SeedReader(existing: Snapshot()).read(texts).snapshot
    return Table(snapshot: snapshot, index: SearchIndex(compiling: snapshot))
  }

  static func read() async throws -> Table { try await table.value }

  static let today = Village.day("2026-12-01")
}

extension RealPlaces.Table {
  func reading(
    _ text: String, on day: Day = RealPlaces.today, in language: Language = .bokmål
  ) -> Reading<ID<Area>> {
    PlaceReader(index: index, day: day, language: language).read(text)
  }

  /// The key of what was found, or the keys of what may be chosen with a question mark before them.
  func told(_ text: String, on day: String = "2026-12-01") -> String {
    switch reading(text, on: Village.day(day)) {
    case .found(let area, _): index.areas.area(area)?.key ?? ""
    case .fault(let fault):
      "?"
        + fault.candidates.compactMap { $0.subject.flatMap { index.key(of: $0) } }
        .joined(separator: " ")
    }
  }

  func others(_ text: String, on day: String = "2026-12-01") -> [String] {
    guard case .found(_, let remarks) = reading(text, on: Village.day(day)) else { return [] }
    return remarks.flatMap(\.others).map(\.write)
  }

  /// The municipalities that a place lies in or is; for what is wider, itself.
  func municipality(_ area: ID<Area>, on day: Day = RealPlaces.today) -> ID<Area> {
    index.areas.outward(from: area, on: day)
      .first { index.areas.kind(of: $0)?.key == "municipality" } ?? area
  }
}
