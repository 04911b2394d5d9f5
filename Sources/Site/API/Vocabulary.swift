import Registry
import Search
import Web

/// The words of one edition that the API always understands: what the OpenAPI document lists.
struct Vocabulary: Sendable {
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
  /// An area, an organisation and a seat with something to show, for examples.
  let area: String?
  let place: String?
  let organisation: String?
  let designation: String?
  let function: String?

  init(_ view: APIView) {
    let snapshot = view.edition.snapshot
    let current = snapshot.areas.filter { $0.valid.contains(view.day) }
    areas = Set(current.map { view.code($0.id) }.filter { Areas.area($0, view) != nil }).sorted()
    places = Set(current.compactMap { Vocabulary.words(for: $0.id, view) }).sorted()
    areaKinds = snapshot.areaKinds.map(\.key).sorted()
    organisationKinds = snapshot.organisationKinds.map(\.key).sorted()
    workplaces = organisationKinds
    functions = snapshot.functions.map(\.key).sorted()
    concerns = snapshot.concerns.map(\.key).sorted()
    plans = snapshot.plans.map(\.key).sorted()
    providers = Set(snapshot.offerings.map { view.key(.organisation($0.provider)) }).sorted()
    let seats = view.directory.designations.values.filter { $0.valid.contains(view.day) }
      .sorted { $0.key < $1.key }
    let seat =
      seats.first { !view.directory.channels(of: .designation($0.id), on: view.day).isEmpty }
      ?? seats.first
    designation = seat?.key
    function = seat.map { view.key(.function($0.function)) } ?? functions.first
    organisation = seat.map { view.key(.organisation($0.organisation)) }
    let answering = seat.flatMap { view.directory.remits(of: $0.id).compactMap(\.area).first }
    area = answering.map(view.code) ?? areas.first
    place = answering.flatMap { Vocabulary.words(for: $0, view) } ?? places.first
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
    Schema.word("The code of an area.", of: areas).named("AreaCode")
  }

  var placeSchema: Schema {
    Schema.word("The place: an official number, or words that mean it.", of: places)
      .named("Place")
  }

  var concernSchema: Schema {
    Schema.word("The key of a worry or a need.", of: concerns).named("ConcernKey")
  }
}
