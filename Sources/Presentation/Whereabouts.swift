import Registry

/// Where each function is held: its seats by the widest area that their remits name.
///
/// Grouped once for a registry: a function of the whole country has a seat in each municipality,
/// and a page of it shows few of them.
struct Whereabouts: Sendable {
  private let seats: RowGroups<SeatPlace, Designation>
  private let areas: [ID<Function>: [ID<Area>?]]

  init(
    _ rows: [Designation], areas: RowsByKey<ID<Area>, Area>, kinds: [AreaKind],
    remits: RowGroups<ID<Designation>, Remit>
  ) {
    let ranks = RowsByKey(kinds, by: { $0.id })
    let widest = Dictionary(
      rows.map { seat in
        let named = remits[seat.id].compactMap(\.area).map { area in
          (rank: areas[area].flatMap { ranks[$0.kind]?.rank } ?? 0, area: area)
        }
        return (seat.id, named.max { $0.rank < $1.rank }?.area)
      }, uniquingKeysWith: { one, _ in one })
    let place = { @Sendable (seat: Designation) -> SeatPlace in
      SeatPlace(function: seat.function, area: widest[seat.id] ?? nil)
    }
    seats = RowGroups(rows, by: place) { $0.key < $1.key }
    var seen: Set<SeatPlace> = []
    var listed: [ID<Function>: [ID<Area>?]] = [:]
    for place in rows.sorted(by: { $0.key < $1.key }).map(place) where seen.insert(place).inserted {
      listed[place.function, default: []].append(place.area)
    }
    self.areas = listed
  }

  /// In the order of the first key of each.
  subscript(function: ID<Function>) -> [(area: ID<Area>?, seats: RowGroup<Designation>)] {
    (areas[function] ?? []).map { area in
      (area, seats[SeatPlace(function: function, area: area)])
    }
  }
}

/// A function in an area; nil for the seats whose remits name none.
private struct SeatPlace: RowKey {
  let function: ID<Function>
  let area: ID<Area>?

  var scatter: UInt64 { scattered(function.bits, area?.scatter ?? 0) }
}
