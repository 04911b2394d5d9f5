import Registry
import Search
import Web

/// The words of one edition that the API always understands: what the OpenAPI document lists.
struct Vocabulary: Sendable {
  /// Codes of areas that exist on this day and that read as themselves.
  let areas: [String]
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
  let organisation: String?
  let designation: String?

  init(_ view: APIView) {
    let snapshot = view.edition.snapshot
    let codes = snapshot.areas.filter { $0.valid.contains(view.day) }.compactMap { area in
      let code = view.code(area.id)
      return Vocabulary.reads(code, as: area.id, view) ? code : nil
    }
    areas = Set(codes).sorted()
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
    organisation = seat.map { view.key(.organisation($0.organisation)) }
    let answering = seat.flatMap { view.directory.remits(of: $0.id).compactMap(\.area).first }
    area = answering.map(view.code).flatMap { codes.contains($0) ? $0 : nil } ?? areas.first
  }

  private static func reads(_ code: String, as area: ID<Area>, _ view: APIView) -> Bool {
    guard !code.isEmpty else { return false }
    let reading = view.edition.search.readPlace(code, on: view.day, language: view.language)
    return (try? reading.get()) == area && Areas.area(code, view)?.id == area
  }

  var placeSchema: Schema {
    Schema.word("The code of an area.", of: areas).named("PlaceCode")
  }

  var concernSchema: Schema {
    Schema.word("The key of a worry or a need.", of: concerns).named("ConcernKey")
  }
}
