package import Registry

/// What a name may stand for, by its best-fitting level.
package struct SubjectMatches: Hashable, Sendable {
  package let level: MatchLevel
  /// Each once, in the order of the index.
  package let subjects: [Subject]
}

extension SearchIndex {
  /// The things of those kinds that are called exactly so, else so but for endings, else so but for
  /// typing errors; nil when nothing is.
  ///
  /// - Parameter isWanted: narrows by anything else, such as the place.
  package func subjects(
    named text: String, kinds: Set<Subject.Kind>, isWanted: (Subject) -> Bool = { _ in true }
  ) -> SubjectMatches? {
    let matches = wholeMatches(text, kinds: kinds) { isWanted($0.subject) }
    guard let level = matches.first?.match.level else { return nil }
    var seen: Set<Subject> = []
    let subjects = matches.map { entries[$0.entry].subject }.filter { seen.insert($0).inserted }
    return SubjectMatches(level: level, subjects: subjects)
  }

  /// What kind of organisation it is, or last was.
  package func kind(of unit: ID<Organisation>, on day: Day) -> ID<OrganisationKind>? {
    units.kind(of: unit, on: day)
  }

  /// Whether that organisation lies in or serves the place, or what the place lies in.
  package func isNear(_ unit: ID<Organisation>, _ place: ID<Area>, on day: Day) -> Bool {
    units.areas(of: unit, on: day).contains {
      areas.isInside(place, $0, on: day) || areas.isInside($0, place, on: day)
    }
  }
}

extension SearchIndex {
  /// The areas with that official number, and those that the postcode lies in; each once.
  package func areasNumbered(_ text: String) -> [SearchHit] {
    let digits = String(text.filter { !$0.isWhitespace })
    let coded = areas.numbered(digits).filter { $0.scheme != "maalform" }.map(\.area)
    let posted = areas.postcodes(digits).map(\.area)
    var seen: Set<ID<Area>> = []
    return (coded + posted).filter { seen.insert($0).inserted }.map {
      SearchHit(subject: .area($0), text: digits, level: .exact, errors: 0, kind: .official)
    }
  }
}
