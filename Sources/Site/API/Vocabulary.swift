import Presentation
import Web
import Registry
import Analysis
import Routing
import Search

/// The words of one edition that the API always understands: what the OpenAPI document lists.
struct Vocabulary: Sendable {
  /// Of more words than that the document tells only where they are listed.
  static let wordsMax = 1500

  /// Codes of areas that exist on this day.
  let areas: [String]
  /// What to write as the place of a question: the code, or `kommune 1101` where the four digits
  /// are a postcode too.
  let places: [String]
  let areaKinds: [String]
  let organisationKinds: [String]
  let workplaces: [String]
  let functions: [String]
  let concerns: [String]
  let plans: [String]
  /// Keys of organisations that offer something.
  let providers: [String]
  /// An area, an organisation and a seat with something to show and nobody named, for examples.
  let area: String?
  let organisation: String?
  let designation: String?
  let function: String?
  /// The plan that is soonest read.
  let plan: String?
  let areaName: String?
  /// A question whose answer names nobody, because the document is open to all like a list.
  let question: JSONValue?

  init(_ view: APIView) {
    let snapshot = view.edition.snapshot
    let current = snapshot.areas.filter { $0.valid.contains(view.day) }
    areas = Set(current.map { view.code($0.id) }.filter { Areas.area($0, view) != nil }).sorted()
    let placesMax = current.count > Vocabulary.wordsMax ? Vocabulary.placesFew : current.count
    places = Set(current.prefix(placesMax).compactMap { Vocabulary.words(for: $0.id, view) })
      .sorted()
    areaKinds = snapshot.areaKinds.map(\.key).sorted()
    organisationKinds = snapshot.organisationKinds.map(\.key).sorted()
    workplaces = organisationKinds
    functions = snapshot.functions.map(\.key).sorted()
    concerns = snapshot.concerns.map(\.key).sorted()
    plans = snapshot.plans.map(\.key).sorted()
    providers = Set(snapshot.offerings.map { view.key(.organisation($0.provider)) }).sorted()
    plan = Vocabulary.shortestPlan(view)
    let seats = Vocabulary.unnamedSeats(view)
    let seat = seats.first
    designation = seat?.key
    function = seat.map { view.key(.function($0.function)) } ?? functions.first
    organisation = seat.map { view.key(.organisation($0.organisation)) }
    let answering = seat.flatMap { view.directory.remits(of: $0.id).compactMap(\.area).first }
    area = answering.map(view.code) ?? areas.first
    areaName = answering.map { view.name(.area($0)) }
    question = Vocabulary.question(in: seats, view)
  }

  /// The one with fewest parts of those that have something to say.
  private static func shortestPlan(_ view: APIView) -> String? {
    let directory = view.directory
    let plans = directory.plans.values.map { plan -> (count: Int, key: String) in
      let count =
        directory.steps(of: plan.id).count + directory.measures(of: plan.id).count
        + directory.notices(of: plan.id).count + directory.reading(of: plan.id).count
      return (count == 0 ? .max : count, plan.key)
    }
    return plans.min { $0 < $1 }?.key
  }

  /// The first seats of this day whose holder is not named, those that can be reached first; of a
  /// whole country those of its first organisations alone.
  private static func unnamedSeats(_ view: APIView) -> [Designation] {
    var (reached, others) = (FirstSeats(countMax: questionsMax), FirstSeats(countMax: questionsMax))
    var looked = 0
    for organisation in view.directory.inOrder.organisations {
      let seats = view.directory.seats(in: organisation.id, on: view.day)
      for seat in seats where reached.wants(seat) || others.wants(seat) {
        guard view.directory.name(of: seat.person) == nil else { continue }
        let channels = view.directory.channels(of: .designation(seat.id), on: view.day)
        if channels.isEmpty { others.add(seat) } else { reached.add(seat) }
      }
      looked += seats.count
      if looked >= seatsMax { break }
    }
    return Array((reached.seats + others.seats).prefix(questionsMax))
  }

  /// About what most rules speak of, else for a function; in a place where somebody answers.
  private static func question(in seats: [Designation], _ view: APIView) -> JSONValue? {
    let concern = commonestConcern(view)
    let questions = seats.flatMap { seat -> [JSONValue] in
      let area = view.directory.remits(of: seat.id).compactMap(\.area).first
      guard let place = area.flatMap({ words(for: $0, view) }) else { return [] }
      let start = ["asker": "employee", "place": .string(place)] as JSONValue
      let end = { (json: JSONValue) in
        json.with("age", 15).with("severity", "mild").with("at", .string("\(view.day)T10:00"))
      }
      return [
        end(start.with("concern", concern.map { .string($0) })),
        end(start.with("function", .string(view.key(.function(seat.function))))),
      ]
    }
    return questions.first { namesNobody($0, view) }
  }

  private static func namesNobody(_ question: JSONValue, _ view: APIView) -> Bool {
    let text = QuestionText(
      asker: question["asker"]?.text, place: question["place"]?.text ?? "",
      concern: question["concern"]?.text, function: question["function"]?.text, age: "15",
      severity: question["severity"]?.text, moment: view.moment, language: view.language)
    guard case .understood(let asked, _) = view.edition.search.read(text) else { return false }
    let contacts = view.edition.routing.answer(asked).ladder.map(\.contact)
    return contacts.allSatisfy { $0.person == nil } && contacts.contains { $0.designation != nil }
  }

  private static let questionsMax = 40
  /// How many seats are looked at for examples.
  private static let seatsMax = 5_000
  /// How many places are read where they are not listed: for examples.
  private static let placesFew = 20

  private static func commonestConcern(_ view: APIView) -> String? {
    var counts: [ID<Concern>: Int] = [:]
    for item in view.edition.snapshot.ruleCases {
      if let concern = item.concern { counts[concern, default: 0] += 1 }
    }
    return counts.map { (count: $1, key: view.key(.concern($0))) }
      .max { ($0.count, $1.key) < ($1.count, $0.key) }?.key
  }

  /// The shortest words that are read as that area and no other; nil when there are none.
  private static func words(for area: ID<Area>, _ view: APIView) -> String? {
    let code = view.code(area)
    return [code, "kommune \(code)", "fylke \(code)"].first { words in
      let reading = view.edition.search.readPlace(words, on: view.day, language: view.language)
      return (try? reading.get()) == area
    }
  }

  var areaSchema: Schema {
    Schema.word("The code of an area.", ofKnown: areas).named("AreaCode")
  }

  var placeSchema: Schema {
    let about = "The place: an official number, or words that mean it."
    return
      (areas.count > Vocabulary.wordsMax
      ? Schema.text(about, lengthMin: 1) : Schema.word(about, of: places)).named("Place")
  }

  var concernSchema: Schema {
    Schema.word("The key of a worry or a need.", ofKnown: concerns).named("ConcernKey")
  }
}

/// The first of many seats in the order of their keys, in one pass.
private struct FirstSeats {
  let countMax: Int
  private(set) var seats: [Designation] = []

  init(countMax: Int) {
    self.countMax = countMax
  }

  func wants(_ seat: Designation) -> Bool {
    seats.count < countMax || seats.last.map { seat.key < $0.key } ?? true
  }

  mutating func add(_ seat: Designation) {
    guard wants(seat) else { return }
    let place = seats.firstIndex { seat.key < $0.key } ?? seats.endIndex
    seats.insert(seat, at: place)
    if seats.count > countMax { seats.removeLast() }
  }
}
