package import Registry
package import Search

extension SearchIndex {
  /// A place and what tells it from its namesakes, each with what stands before it:
  /// `Heimdal i Trondheim, Trøndelag`.
  package func placeLine(
    of place: ID<Area>, on day: Day, in language: Language
  ) -> [(mark: String, area: ID<Area>)] {
    let around = surroundings(of: place, on: day, language: language)
    let inside = " \(words(in: language).inside) "
    return [("", place)]
      + around.enumerated().map { number, outer in
        let isMunicipality = areas.kind(of: outer)?.key != "county"
        return (number == 0 && isMunicipality ? inside : ", ", outer)
      }
  }
}
