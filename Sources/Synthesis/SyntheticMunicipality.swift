import SeedFiles

/// One invented municipality: areas, organisations, rules and seats, drawn from its own stream.
struct SyntheticMunicipality {
  let index: Int
  let county: Int
  let country: SyntheticCountry
  var dice: Dice
  let code: String
  let area: String
  let body: String
  let place: String
  let units: [SyntheticUnit]

  init(_ index: Int, in country: SyntheticCountry) {
    self.index = index
    self.country = country
    var dice = Dice(seed: country.seed, stream: index)
    let (county, number) = SyntheticCountry.seat(index)
    self.county = county
    let code = "\(60 + county)\(PhoneText.two(number))"
    self.code = code
    area = "synthetic-\(code)"
    body = "synthetic-kommune-\(code)"
    place = InventedNames.place(index)
    units = (0..<country.unitsPerMunicipality).map { number in
      SyntheticUnit(number, in: code, place: InventedNames.place(index), dice: &dice)
    }
    self.dice = dice
  }

  /// The files of this municipality, those of the country first and then what changed.
  mutating func write(_ take: (SeedText) throws -> Void) rethrows {
    let folder = "1-first/\(code)"
    try take(SeedText(path: "\(folder)/municipality.yaml", text: municipality()))
    try take(SeedText(path: "\(folder)/rules.yaml", text: rules()))
    try take(SeedText(path: "\(folder)/organisations.csv", text: organisations()))
    var seats = SyntheticSeats(self)
    seats.draw()
    try take(SeedText(path: "\(folder)/seats.yaml", text: seatsFile))
    try take(SeedText(path: "\(folder)/seats.csv", text: seats.text))
    guard index % 5 == 0 else { return }
    seats.change(on: "2026-07-01")
    try take(SeedText(path: "2-change/\(code)/seats.yaml", text: seatsFile))
    try take(SeedText(path: "2-change/\(code)/seats.csv", text: seats.text))
  }

  static let districts = 3

  func district(_ number: Int) -> String { "synthetic-\(code)-sted-\(number + 1)" }
  var station: String { "synthetic-\(code)-politi" }

  private mutating func municipality() -> String {
    let county = SyntheticNation.county(self.county)
    let police = SyntheticNation.policeDistrict(index % SyntheticCountry.policeDistrictsCount)
    var text = Marking.comment
    text += """
      seed: synthetic-\(code)
      plan:
        key: synthetic-\(code)
        level: municipality
        owner: \(body)
        area: \(area)
        title: Oppdiktet handlingsplan for \(place)
        publisher: "Oppdiktet: varde synthesise"
        date: \(2024 + dice.number(below: 2))-0\(1 + dice.number(below: 9))-01
        from: 2024-01-01

      areas:
        - key: \(area)
          kind: municipality
          name: \(place) (oppdiktet)
          aliases: [\(place)]
          parents: [\(county), \(police)]
          codes: [{scheme: kommune, code: "\(code)"}, {scheme: maalform, code: nb}]

      """
    for number in 0..<SyntheticMunicipality.districts {
      let name = InventedNames.place(dice.number(below: InventedNames.count))
      text += """
          - {key: \(district(number)), kind: place, \
        name: \(name) i \(place) (oppdiktet), parents: \(area)}

        """
    }
    return text + "\norganisations: {table: organisations.csv}\n"
  }

  private var seatsFile: String {
    Marking.comment + """
      seed: synthetic-\(code)-seats
      plan: synthetic-\(code)

      designations: {table: seats.csv}

      """
  }

  private mutating func organisations() -> String {
    var text = "key,name,kind,parent,location,serves,channels.phone,channels.hours\n"
    func add(
      _ key: String, _ name: String, _ kind: String, _ parent: String, _ location: String,
      _ number: Int, _ hours: String
    ) {
      let phone = PhoneText.number(municipality: index, number)
      text += "\(key),\(name) (oppdiktet),\(kind),\(parent),\(location),\(area),\(phone),\(hours)\n"
    }
    let police = SyntheticNation.policeBody(index % SyntheticCountry.policeDistrictsCount)
    add(body, "\(place) kommune", "municipality", "", area, 0, "mon-fri 08:00-15:30")
    add(station, "\(place) politistasjon", "police-station", police, area, 1, "office")
    add("\(area)-barnevern", "\(place) barnevern", "child-welfare", body, area, 2, "office")
    add(
      "\(area)-vakt", "\(place) barnevernvakt", "child-welfare-watch", body, area, 3,
      "outside-office")
    add("\(area)-familie", "Familiehuset i \(place)", "family-service", body, area, 4, "office")
    for unit in units {
      let location = district(unit.number % SyntheticMunicipality.districts)
      add(unit.key, unit.name, unit.kind, body, location, 100 + unit.number, "office")
    }
    return text
  }
}

/// A school, a club, a kindergarten … of an invented municipality.
struct SyntheticUnit {
  let number: Int
  let key: String
  let kind: String
  let name: String

  private static let kinds = [
    ("kindergarten", "barnehage"), ("primary-school", "barneskole"),
    ("lower-secondary-school", "ungdomsskole"), ("youth-club", "fritidsklubb"),
    ("child-health", "helsestasjon"), ("sports-club", "idrettslag"),
    ("culture-house", "kulturhus"), ("faith-community", "trossamfunn"),
    ("outreach", "uteseksjon"), ("kindergarten", "naturbarnehage"),
  ]

  init(_ number: Int, in code: String, place: String, dice: inout Dice) {
    let (kind, word) = SyntheticUnit.kinds[number % SyntheticUnit.kinds.count]
    self.number = number
    self.kind = kind
    key = "synthetic-\(code)-enhet-\(number + 1)"
    let own = InventedNames.place(dice.number(below: InventedNames.count))
    name = "\(own) \(word) i \(place)"
  }
}
