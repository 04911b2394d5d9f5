import Presentation
import Registry
import Search
import Web

/// `/api/v1/areas`: places, with what they lie in and whom they have.
enum Areas {
  static let operations =
    [
      list.operation(
        "listAreas", Address.API.areas,
        "Areas: municipalities, districts, counties and other places.",
        filters: [kind, within])
    ] + one

  private static let list = APIList<Area>(
    name: "AreaList", shape: summary, key: \.key, values: { $0.directory.inOrder.areas },
    filter: { request in
      let kind: ID<AreaKind>? = try request.filter("kind", .areaKind)
      let inside = try inside(request)
      return { area in
        (kind == nil || area.kind == kind) && (inside?.contains(area.id) ?? true)
      }
    })

  /// The areas that a list is narrowed to; nil when it is not.
  static func inside(_ request: APIRequest) throws -> Set<ID<Area>>? {
    guard let code = request.query["within"] else { return nil }
    guard let outer = area(code, request.view) else {
      throw RequestProblem.malformed("within", "There is no such area.")
    }
    return Set(request.view.areas.inward(from: outer.id, on: request.view.day))
  }

  private static let one = area.operations(
    "getArea", "\(Address.API.areas)/{code}", .page, "One area.",
    name: .init(
      name: "code", about: "Official number, key or id.",
      schema: { _ in .text(pattern: "^[A-Za-z0-9-]{1,100}$") }, example: \.area),
    find: area)

  /// By key, by permanent id, then by number: the area that has it now before those that had it.
  static func area(_ name: String, _ view: APIView) -> Area? {
    if let id: ID<Area> = view.id(.area, named: name) { return view.directory.areas[id] }
    let found = view.areas.numbered(name).filter { $0.scheme != "maalform" }
    let best =
      found.first { $0.valid.contains(view.day) }
      ?? found.max { ($0.valid.from?.number ?? 0) < ($1.valid.from?.number ?? 0) }
    return best.flatMap { view.directory.areas[$0.area] }
  }

  private static let kind = APIOperation.Parameter(
    name: "kind", about: "Only areas of that kind.", schema: { .word(of: $0.areaKinds) },
    example: { $0.areaKinds.first { $0 == "municipality" } })

  static let within = APIOperation.Parameter(
    name: "within", about: "Only what lies in the area of that code, and the area itself.",
    schema: { $0.areaSchema }, example: \.area)

  private static let identity: [Field<Area>] =
    [
      .text("code", "The official number on this day, else the key.") { $1.code($0.id) },
      .text("key", "Its stable key.") { area, _ in area.key },
      .id { $0.id.bits },
      .text("kind", "The key of its kind, such as `municipality`.") {
        $1.areas.kind(of: $0.id)?.key ?? ""
      },
      .text("name", "What it is called.") { $1.name(.area($0.id)) },
      .text("url", orNull: "The path of its page.") { $1.page(.area($0.id)) },
    ] + Field.span { $0.valid }

  static let summary = Shape<Area>("AreaSummary", "An area in a list.", identity)

  static let area = Shape<Area>(
    "Area", "An area with what it lies in, what lies in it and whom it has.",
    identity + [
      .many("names", SharedShapes.name, "Every name of it.") { $1.names(of: .area($0.id)) },
      .many("codes", code, "Its numbers.") { $1.areas.codes(of: $0.id) },
      .many("parents", SharedShapes.reference, "What it lies in, in each hierarchy.") {
        $1.areas.parents(of: $0.id).map { Reference(.area($0.parent), $0.valid) }
      },
      .long("children", SharedShapes.reference, "What lies in it.") {
        $1.areas.children(of: $0.id).map { Reference(.area($0.area), $0.valid) }
      },
      .many("successors", SharedShapes.reference, "What became of it.") {
        $1.areas.successors(of: $0.id).map {
          Reference(.area($0.successor), DayRange(from: $0.day))
        }
      },
      .many("predecessors", SharedShapes.reference, "What it came of.") {
        $1.areas.predecessors(of: $0.id).map { Reference(.area($0.area), DayRange(from: $0.day)) }
      },
      .long("postcodes", postcode, "The postcodes that lie in it.") { area, view in
        view.edition.snapshot.postcodes.filter {
          $0.area == area.id && $0.valid.contains(view.day)
        }
      },
      .many("plans", SharedShapes.reference, "The plans that are for it.") {
        $1.directory.plans(in: $0.id).map { Reference(.plan($0.id), $0.valid) }
      },
      .long("designations", Designations.seat, "The seats that answer for it; never persons.") {
        seats(for: $0.id, $1)
      },
      .long("organisations", SharedShapes.reference, "Who serves it.") { area, view in
        view.directory.services(in: area.id).filter { $0.valid.contains(view.day) }
          .map { Reference(.organisation($0.organisation), $0.valid) }
          .sorted { view.key($0.subject) < view.key($1.subject) }
      },
    ])

  private static func seats(for area: ID<Area>, _ view: APIView) -> [Designation] {
    let seats = Set(view.directory.remits(in: area).map(\.designation))
    return seats.compactMap { view.directory.designations[$0] }
      .filter { $0.valid.contains(view.day) }.sorted { $0.key < $1.key }
  }

  private static let code = Shape<AreaCode>(
    "AreaNumber", "A number of an area, for a time.",
    [
      .text("scheme", "Whose number it is: `kommune`, `fylke`, `bydel` or a publisher's own.") {
        code, _ in code.scheme
      },
      .text("code", "The number.") { code, _ in code.code },
    ] + Field.span { $0.valid })

  private static let postcode = Shape<Postcode>(
    "Postcode", "A postcode.",
    [
      .text("code", "Four digits.") { postcode, _ in postcode.code },
      .text("place", "The post office.") { postcode, _ in postcode.place },
    ])
}
