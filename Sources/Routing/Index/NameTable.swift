package import Registry

/// What each thing is called, by language and day.
package struct NameTable {
  private let names: RowGroups<Subject, Name>

  package init(_ rows: [Name]) {
    names = RowGroups(
      rows,
      by: { name in
        switch name.kind {
        case .official, .short, .former: name.subject
        case .alias, .synonym, .misprint: nil
        }
      })
  }

  /// The official name that day in that language, else in bokmål, else any; nil when unnamed.
  package func official(
    _ subject: Subject, on days: inout SteadyDays, in language: Language
  ) -> String? {
    let candidates = names[subject]
    if candidates.count == 1 { return candidates.first?.text }
    var best: (rank: Int, text: String)?
    for name in candidates {
      let rank = NameTable.rank(of: name, on: &days, in: language)
      if let current = best, (current.rank, current.text) <= (rank, name.text) { continue }
      best = (rank, name.text)
    }
    return best?.text
  }

  private static func rank(
    of name: Name, on days: inout SteadyDays, in language: Language
  ) -> Int {
    var rank = 0
    if !days.holds(name.valid) { rank += 100 }
    switch name.kind {
    case .official: break
    case .former: rank += 20
    case .short, .alias, .synonym, .misprint: rank += 40
    }
    if name.plan != nil { rank += 10 }
    if name.language != language { rank += name.language == .bokmål ? 1 : 2 }
    return rank
  }
}
