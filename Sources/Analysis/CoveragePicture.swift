package import Routing
package import Registry

/// Rows of one dimension that answer alike at every age, for a picture of concern and age.
package struct HeatMap: Sendable {
  /// First ages of the columns; the last goes on to the highest age.
  package let ages: [Int]
  package let concerns: [ID<Concern>]
  /// A row a concern, a column an age span.
  package let cells: [[Reach]]
}

/// Who has a function in a municipality.
package enum FunctionState: String, Hashable, Sendable, CaseIterable {
  case held, vacant, absent
}

extension RoutingIndex {
  /// What each concern comes to at each age, for one who asks without a workplace, mildly.
  package func heatMap(of place: ID<Area>, asker: Asker, on day: Day) -> HeatMap {
    let concerns = tables.concerns.map(\.row.id)
    let space = QuestionSpace(
      places: [place], askers: [asker], concerns: concerns,
      ages: (0...QuestionSpace.ageMax).map { .years($0) }, severities: [.mild])
    var grid: [ID<Concern>: [Reach]] = [:]
    visitStandings(of: space, on: day) { part, standing in
      for case .some(let concern) in part.concerns {
        var row =
          grid[concern] ?? [Reach](repeating: .unreachable, count: QuestionSpace.ageMax + 1)
        for case .some(.years(let age)) in part.ages { row[age] = standing.reach }
        grid[concern] = row
      }
    }
    let rows = concerns.map { grid[$0] ?? [] }
    let starts = (0...QuestionSpace.ageMax).filter { age in
      age == 0 || rows.contains { !$0.isEmpty && $0[age] != $0[age - 1] }
    }
    let cells = rows.map { row in starts.map { row[$0] } }
    return HeatMap(ages: starts, concerns: concerns, cells: cells)
  }

  /// Functions that anybody holds or has held anywhere, by key.
  package var seatedFunctions: [ID<Function>] {
    let seated = Set(tables.designations.map(\.function))
    return seated.sorted().map { tables.functions[$0].row.id }
  }

  /// Whether a function has a seat that answers for the municipality or a part of it that day.
  package func state(of function: ID<Function>, in municipality: ID<Area>, on day: Day)
    -> FunctionState
  {
    guard let number = tables.functionNumbers[function] else { return .absent }
    let inquiry = Inquiry(Question(place: municipality, moment: Moment(day: day)), in: tables)
    guard let home = inquiry.areaWalk.first else { return .absent }
    var state = FunctionState.absent
    for seat in tables.seatsByArea[number].aroundAndInside(inquiry) {
      let record = tables.designations[seat]
      let isHome = record.remits.contains { remit in
        remit.area.map { $0 == home || inquiry.insideAreas.contains($0) } ?? false
      }
      guard isHome, record.row.valid.contains(day) else { continue }
      if record.row.holding != .vacant { return .held }
      state = .vacant
    }
    return state
  }
}
