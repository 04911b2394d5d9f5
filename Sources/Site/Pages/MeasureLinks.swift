import Registry
import Presentation
import Web

/// The measures that somebody has a part in, of plans that no other has followed.
struct MeasureLinks {
  let visit: Visit
  let parties: [MeasureParty]

  func html(_ pages: inout Pagination) -> HTML {
    let directory = visit.directory
    let measures = parties.map(\.measure).unique.compactMap { directory.measures[$0] }
      .filter { directory.plans(following: $0.plan).isEmpty }
    let lines = pages.part(of: measures).map { measure -> HTML in
      let plan = directory.plans[measure.plan]
      let address = visit.address(
        "\(Address.plans)\(plan?.key ?? "")\(Address.measure)\(PlanPage.anchor(measure))")
      return """
        <li><a href="\(address)">\(visit.told("\(measure.number) \(measure.title)"))</a> \
        <span class="small soft">\(plan.map { visit.told($0.title) })</span></li>

        """
    }
    guard !lines.isEmpty else { return .empty }
    return "<section><h2>\(visit.words.measuresTitle)</h2><ul>\(lines)</ul></section>\n"
  }
}
