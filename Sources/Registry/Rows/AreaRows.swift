/// What sort of area, and how narrow: a lower rank is nearer in the linear walk outward.
package struct AreaKind: Hashable, Sendable {
  package let id: ID<AreaKind>
  package let key: String
  package let rank: Int

  package init(
    id: ID<AreaKind>, key: String, rank: Int
  ) {
    self.id = id
    self.key = key
    self.rank = rank
  }
}

/// A place that can be responsible or asked about; renumbering keeps it, merger and split end it.
package struct Area: Hashable, Sendable {
  package let id: ID<Area>
  package let key: String
  package let kind: ID<AreaKind>
  package var valid: DayRange

  package init(
    id: ID<Area>, key: String, kind: ID<AreaKind>, valid: DayRange
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.valid = valid
  }
}

/// An official (or publisher-prefixed) number of an area, for a time.
package struct AreaCode: Hashable, Sendable {
  package let id: ID<AreaCode>
  package let area: ID<Area>
  /// `kommune`, `fylke`, `bydel` or a publisher's own.
  package let scheme: String
  package let code: String
  package var valid: DayRange

  package init(
    id: ID<AreaCode>, area: ID<Area>, scheme: String, code: String, valid: DayRange
  ) {
    self.id = id
    self.area = area
    self.scheme = scheme
    self.code = code
    self.valid = valid
  }
}

/// One step outward in one of the hierarchies that an area belongs to.
package struct AreaParent: Hashable, Sendable {
  package let id: ID<AreaParent>
  package let area: ID<Area>
  package let parent: ID<Area>
  package var valid: DayRange

  package init(
    id: ID<AreaParent>, area: ID<Area>, parent: ID<Area>, valid: DayRange
  ) {
    self.id = id
    self.area = area
    self.parent = parent
    self.valid = valid
  }
}

/// What became of an area that was merged or split.
package struct AreaSuccession: Hashable, Sendable {
  package let id: ID<AreaSuccession>
  package let area: ID<Area>
  package let successor: ID<Area>
  /// Share of the people at a split, 0 to 1; never used to choose.
  package let weight: Double?
  /// First day of the new order.
  package let day: Day

  package init(
    id: ID<AreaSuccession>, area: ID<Area>, successor: ID<Area>, weight: Double? = nil, day: Day
  ) {
    self.id = id
    self.area = area
    self.successor = successor
    self.weight = weight
    self.day = day
  }
}

/// A postcode and the municipality it lies in.
package struct Postcode: Hashable, Sendable {
  package let id: ID<Postcode>
  package let code: String
  package let place: String
  package let area: ID<Area>
  package var valid: DayRange

  package init(
    id: ID<Postcode>, code: String, place: String, area: ID<Area>, valid: DayRange
  ) {
    self.id = id
    self.code = code
    self.place = place
    self.area = area
    self.valid = valid
  }
}

/// A public holiday in Norway.
package struct Holiday: Hashable, Sendable {
  package let id: ID<Holiday>
  package let day: Day
  package let name: String

  package init(
    id: ID<Holiday>, day: Day, name: String
  ) {
    self.id = id
    self.day = day
    self.name = name
  }
}
