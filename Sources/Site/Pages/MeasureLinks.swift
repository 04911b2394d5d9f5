import Registry
import Web

/// The measures that somebody has a part in, of plans that no other has followed.
struct MeasureLinks {
  let visit: Visit
  let parties: [MeasureParty]

  var html: HTML {
    let directory = visit.directory
    let measures = parties.map(\.measure).unique.compactMap { directory.measures[$0] }
      .filter { directory.plans(following: $0.plan).isEmpty }
    guard !measures.isEmpty else { return .empty }
    let lines = measures.map { measure -> HTML in
      let plan = directory.plans[measure.plan]
      let address = visit.address("/plan/\(plan?.key ?? "")#tiltak-\(PlanPage.anchor(measure))")
      return """
        <li><a href="\(address)">\(visit.told("\(measure.number) \(measure.title)"))</a> \
        <span class="small soft">\(plan.map { visit.told($0.title) })</span></li>

        """
    }
    return "<section><h2>\(visit.words.measuresTitle)</h2><ul>\(lines)</ul></section>\n"
  }
}
