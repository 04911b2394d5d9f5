import Registry
import Search
import Web

/// Who answers for a place: the seats by function, and the organisations that serve it.
struct PlaceContacts {
  struct Group {
    let function: ID<Function>
    let seats: [Designation]
  }

  /// Seats for the place itself or something inside it.
  let here: [Group]
  /// Seats for something around it, short of the whole country.
  let wider: [Group]
  /// Organisations that serve the place itself and can be reached.
  let organisations: [ID<Organisation>]

  init(visit: Visit, area: ID<Area>) {
    let inside = visit.areas.inward(from: area, on: visit.day)
    let around = visit.areas.outward(from: area, on: visit.day).dropFirst().filter {
      visit.areas.kind(of: $0)?.key != "country"
    }
    let insideSeats = PlaceContacts.seats(in: inside, visit)
    here = PlaceContacts.groups(insideSeats, visit)
    wider = PlaceContacts.groups(
      PlaceContacts.seats(in: around, visit).subtracting(insideSeats), visit)
    organisations = PlaceContacts.reachable(in: inside, visit)
  }

  private static func seats(in areas: [ID<Area>], _ visit: Visit) -> Set<Designation> {
    let found = areas.flatMap { visit.directory.remits(in: $0) }.compactMap {
      visit.directory.designations[$0.designation]
    }
    return Set(found.filter { $0.valid.contains(visit.day) })
  }

  private static func groups(_ seats: Set<Designation>, _ visit: Visit) -> [Group] {
    Dictionary(grouping: seats, by: \.function).map { function, seats in
      Group(function: function, seats: seats.sorted { isBefore($0, $1, visit) })
    }.sorted { norwegian(visit.text(.function($0.function)), visit.text(.function($1.function))) }
  }

  private static func isBefore(
    _ one: Designation, _ other: Designation, _ visit: Visit
  ) -> Bool {
    let left = visit.text(.organisation(one.organisation))
    let right = visit.text(.organisation(other.organisation))
    if left != right { return norwegian(left, right) }
    return (one.position, one.seat, one.key) < (other.position, other.seat, other.key)
  }

  private static func reachable(in areas: [ID<Area>], _ visit: Visit) -> [ID<Organisation>] {
    var seen: Set<ID<Organisation>> = []
    return areas.flatMap { visit.directory.services(in: $0) }
      .filter { $0.valid.contains(visit.day) }.map(\.organisation)
      .filter { seen.insert($0).inserted }
      .filter { !visit.directory.channels(of: .organisation($0), on: visit.day).isEmpty }
      .sorted { norwegian(visit.text(.organisation($0)), visit.text(.organisation($1))) }
  }
}
