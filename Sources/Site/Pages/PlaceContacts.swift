import Presentation
import Registry
import Search

/// Who answers for a place: the seats by function, and the organisations that serve it.
struct PlaceContacts {
  struct Group {
    let function: ID<Function>
    let seats: [Designation]
  }

  /// Where more seats than that lie inside a place, only those for the place itself are listed.
  static let seatsMax = 600

  /// Seats for the place itself or something inside it.
  let here: [Group]
  /// Seats for something around it, short of the whole country.
  let wider: [Group]
  /// Organisations that serve the place itself and can be reached.
  let organisations: [ID<Organisation>]
  /// Whether so much lies inside the place that the places in it tell their own.
  let isWide: Bool

  init(visit: Visit, area: ID<Area>) {
    let all = visit.areas.inward(from: area, on: visit.day)
    isWide = all.count > 1 && PlaceContacts.isWide(all, visit)
    let inside = isWide ? [area] : all
    let around = visit.areas.outward(from: area, on: visit.day).dropFirst().filter {
      visit.areas.kind(of: $0)?.key != "country"
    }
    let insideSeats = PlaceContacts.seats(in: inside, visit)
    here = PlaceContacts.groups(insideSeats, visit)
    let known = Set(insideSeats.map(\.id))
    wider = PlaceContacts.groups(
      PlaceContacts.seats(in: around, visit).filter { !known.contains($0.id) }, visit)
    organisations = PlaceContacts.reachable(in: inside, visit)
  }

  private static func isWide(_ areas: [ID<Area>], _ visit: Visit) -> Bool {
    var count = 0
    for area in areas {
      count += visit.directory.remitCount(in: area) + visit.directory.serviceCount(in: area)
      if count > seatsMax { return true }
    }
    return false
  }

  private static func seats(in areas: [ID<Area>], _ visit: Visit) -> [Designation] {
    areas.flatMap { visit.directory.remits(in: $0) }.map(\.designation).unique
      .compactMap { visit.directory.designations[$0] }
      .filter { $0.valid.contains(visit.day) }
  }

  private static func groups(_ seats: [Designation], _ visit: Visit) -> [Group] {
    Dictionary(grouping: seats, by: \.function).sorted { $0.key < $1.key }.map { function, seats in
      Group(function: function, seats: ordered(seats, visit))
    }.inNorwegianOrder { visit.text(.function($0.function)) }
  }

  /// By the name of the organisation.
  private static func ordered(_ seats: [Designation], _ visit: Visit) -> [Designation] {
    seats.sorted { one, other in
      (one.position, one.seat, one.key) < (other.position, other.seat, other.key)
    }.inNorwegianOrder { visit.text(.organisation($0.organisation)) }
  }

  private static func reachable(in areas: [ID<Area>], _ visit: Visit) -> [ID<Organisation>] {
    var seen: Set<ID<Organisation>> = []
    return areas.flatMap { visit.directory.services(in: $0) }
      .filter { $0.valid.contains(visit.day) }.map(\.organisation)
      .filter { seen.insert($0).inserted }
      .filter { !visit.directory.channels(of: .organisation($0), on: visit.day).isEmpty }
      .inNorwegianOrder { visit.text(.organisation($0)) }
  }
}
