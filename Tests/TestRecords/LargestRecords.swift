package import Registry
package import Search
package import Presentation

/// The records of a registry that have most to tell, for each address that names one.
///
/// Tests ask how long their replies are, and `Deploy/bench` what they cost. Holds no test.
package struct LargestRecords {
  /// The keys by the part of an address that stands before them.
  private let keys: [String: [String]]

  package init(_ directory: Directory, _ areas: AreaTree, on day: Day) {
    func most<Row>(_ rows: [Row], _ count: (Row) -> Int) -> [Row] {
      rows.map { (count($0), $0) }.sorted { $0.0 > $1.0 }.prefix(3).map(\.1)
    }
    let inside = most(Array(directory.areas.values)) { area in
      areas.inward(from: area.id, on: day).reduce(0) { $0 + 1 + directory.remitCount(in: $1) }
    }
    let themselves = most(Array(directory.areas.values)) { directory.remitCount(in: $0.id) }
    let bodies = most(Array(directory.organisations.values)) {
      directory.seats(in: $0.id, on: day).count + directory.children(of: $0.id).count
    }
    let functions = most(Array(directory.functions.values)) {
      directory.seats(of: $0.id, on: day).count
    }
    let seats = most(Array(directory.designations.values)) { directory.remits(of: $0.id).count }
    let plans = most(Array(directory.plans.values)) { directory.rules(of: $0.id).count }
    let places = (inside + themselves).map(\.key)
    keys = [
      "sted": places, "areas": places, "organisasjon": bodies.map(\.key),
      "organisations": bodies.map(\.key), "funksjon": functions.map(\.key),
      "functions": functions.map(\.key), "kontakt": seats.map(\.key),
      "designations": seats.map(\.key), "plan": plans.map(\.key), "plans": plans.map(\.key),
    ]
  }

  /// What to fetch of an address; nothing where nobody has said which of its records are the
  /// largest.
  package func paths(_ pattern: String) -> [String] {
    guard pattern.contains("{") else {
      let last = pattern.split(separator: "/").last ?? ""
      let lists = ["areas", "organisations", "functions", "concerns", "measures", "offerings"]
      let isList = pattern.hasPrefix("/api/v1/") && lists.contains(String(last))
      return [pattern + (isList ? "?limit=200" : "")]
    }
    let parts = pattern.split(separator: "/")
    guard let place = parts.firstIndex(where: { $0.hasPrefix("{") }), place > 0 else { return [] }
    let isPart = pattern.hasPrefix("/api/") && place < parts.count - 1
    return (keys[String(parts[place - 1])] ?? []).map { key in
      let path = pattern.replacing("{slug}", with: key).replacing("{id}", with: key)
        .replacing("{code}", with: key).replacing("{number}", with: "2")
      return path + (isPart ? "?limit=200" : "")
    }
  }
}
