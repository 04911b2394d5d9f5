/// The seats of an invented municipality as rows of a table.
struct SyntheticSeats {
  private struct Seat {
    var key: String
    var function: String
    var organisation: String
    var holder = "unnamed"
    var order = ""
    var remit = ""
    var phone = ""
    var from = ""
    var until = ""

    var line: String {
      "\(key),\(function),\(organisation),\(holder),\(order),\(remit),\(phone),"
        + "\(phone.isEmpty ? "" : "office"),\(from),\(until)\n"
    }
  }

  private let municipality: SyntheticMunicipality
  private var dice: Dice
  private var seats: [Seat] = []
  private var persons = 0
  private var phones = 1000

  init(_ municipality: SyntheticMunicipality) {
    self.municipality = municipality
    dice = municipality.dice
  }

  /// A seat's `remit` holds the five cells of that name.
  private static let header =
    "key,function,organisation,holder,order,remit.area,remit.unit,remit.kind,remit.concern,"
    + "remit.age,channels.phone,channels.hours,from,until\n"

  var text: String {
    seats.reduce(into: SyntheticSeats.header) { $0 += $1.line }
  }

  mutating func draw() {
    drawCentral()
    for unit in municipality.units { draw(unit) }
  }

  /// From that day some seats have another holder.
  mutating func change(on day: String) {
    var successors: [Seat] = []
    for place in seats.indices where seats[place].until.isEmpty && dice.happens(percent: 12) {
      var successor = seats[place]
      seats[place].until = day
      successor.key += "-ny"
      successor.from = day
      successor.holder = person()
      successors.append(successor)
    }
    seats += successors
  }

  private mutating func person() -> String {
    persons += 1
    return "Testperson \(municipality.code) \(persons)"
  }

  private mutating func phone(percent: Int) -> String {
    guard dice.happens(percent: percent) else { return "" }
    phones += 1
    return PhoneText.number(municipality: municipality.index, phones)
  }

  private mutating func holder(named: Int, vacant: Int) -> String {
    let drawn = dice.number(below: 100)
    if drawn < named { return person() }
    return drawn < named + vacant ? "vacant" : "unnamed"
  }

  private static let centralKinds = [
    "kindergarten", "primary-school", "lower-secondary-school", "youth-club", "child-health",
    "culture",
  ]
  private static let centralConcerns = [
    "extremism", "hate-crime", "child-at-risk", "social-control", "exclusion", "bullying", "drugs",
    "crime", "mental-health", "conflict",
  ]

  private mutating func drawCentral() {
    let (area, body) = (municipality.area, municipality.body)
    // As in Norway, about half have no coordinator.
    if dice.happens(percent: 50) {
      add("slt-coordinator", body, remit: "\(area),,,,", named: 60, vacant: 10, phone: 90)
    }
    if dice.happens(percent: 30) {
      add("radicalisation-coordinator", body, remit: "\(area),,,extremism,", named: 60, vacant: 5)
    }
    add("municipal-contact", body, remit: "\(area),,,,", named: 30, vacant: 0, phone: 90)
    add("police-contact", municipality.station, remit: "\(area),,,,", named: 30, vacant: 5)
    add("mayor", body, remit: "\(area),,,,", named: 100, vacant: 0, phone: 30)
    for kind in SyntheticSeats.centralKinds {
      add("central-resource-person", body, kind, remit: "\(area),,\(kind),,", named: 50, vacant: 10)
    }
    for concern in SyntheticSeats.centralConcerns {
      let age = dice.one(of: ["", "-17", "12-23", "16-"])
      add("safety-coordinator", body, concern, remit: "\(area),,,\(concern),\(age)", named: 40)
    }
    for number in 0..<SyntheticMunicipality.districts {
      let place = municipality.district(number)
      add("safety-guide", body, "sted-\(number + 1)", remit: "\(place),,,,", named: 40)
    }
  }

  private mutating func add(
    _ function: String, _ organisation: String, _ mark: String = "", remit: String, named: Int,
    vacant: Int = 10, phone: Int = 60
  ) {
    let suffix = mark.isEmpty ? "" : "-\(mark)"
    seats.append(
      Seat(
        key: "synthetic-\(municipality.code)-\(function)\(suffix)", function: function,
        organisation: organisation, holder: holder(named: named, vacant: vacant), remit: remit,
        phone: self.phone(percent: phone)))
  }

  private mutating func draw(_ unit: SyntheticUnit) {
    let remit = "\(municipality.area),\(unit.key),,"
    var first = Seat(
      key: "\(unit.key)-ressurs", function: "resource-person", organisation: unit.key,
      holder: holder(named: 25, vacant: 10), remit: "\(remit),", phone: phone(percent: 70))
    if dice.happens(percent: 15) {
      var predecessor = first
      predecessor.key = "\(unit.key)-ressurs-tidligere"
      predecessor.holder = person()
      predecessor.until = "2025-08-01"
      first.from = "2025-08-01"
      seats.append(predecessor)
    }
    seats.append(first)
    seats.append(
      Seat(
        key: "\(unit.key)-vara", function: "resource-person", organisation: unit.key, order: "2",
        remit: "\(remit),", phone: phone(percent: 20)))
    seats.append(
      Seat(
        key: "\(unit.key)-kontakt", function: "school-contact", organisation: unit.key,
        holder: holder(named: 10, vacant: 5), remit: "\(remit)exclusion,6-19",
        phone: phone(percent: 40)))
    seats.append(
      Seat(
        key: "\(unit.key)-veileder", function: "safety-guide", organisation: unit.key,
        holder: holder(named: 10, vacant: 20), remit: "\(remit)worry,",
        phone: phone(percent: 30)))
    seats.append(
      Seat(
        key: "\(unit.key)-mentor", function: "mentor", organisation: unit.key,
        holder: holder(named: 5, vacant: 30), remit: "\(remit)need,13-25",
        phone: phone(percent: 20)))
  }
}
