import Registry
import Search
import Presentation
import Web

/// A place with what tells it from its namesakes: `Heimdal i Trondheim, Trøndelag`.
struct PlaceLine {
  let visit: Visit
  let place: ID<Area>

  func write(on page: inout HTML) {
    let index = visit.edition.search
    let around = index.surroundings(of: place, on: visit.day, language: visit.language)
    visit.name(.area(place), on: &page)
    for (number, outer) in around.enumerated() {
      let isMunicipality = index.areas.kind(of: outer)?.key != "county"
      if number == 0, isMunicipality { page += " \(visit.shared.inside) " } else { page += ", " }
      visit.name(.area(outer), on: &page)
    }
  }
}
