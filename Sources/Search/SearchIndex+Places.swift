package import Registry

extension SearchIndex {
  /// The municipality that a narrower place lies in on that day, and the county: what tells a place
  /// from its namesakes. A county that is called as what lies in it says nothing and is left out.
  package func surroundings(of area: ID<Area>, on day: Day, language: Language) -> [ID<Area>] {
    let reader = PlaceReader(index: self, day: day, language: language)
    let own = reader.label(area)
    return reader.surroundings(area, isWithin: false).filter { reader.label($0) != own }
  }

  /// What to write to mean that place and no other: its name, where that is enough.
  package func writing(of area: ID<Area>, on day: Day, language: Language) -> String {
    let reader = PlaceReader(index: self, day: day, language: language)
    let full = reader.candidate(area).write
    var sure: String?
    for way in [reader.label(area), full] {
      guard case .found(area, let remarks) = reader.read(way) else { continue }
      if remarks.allSatisfy(\.others.isEmpty) { return way }
      sure = sure ?? way
    }
    return sure ?? key(of: .area(area)) ?? full
  }
}
