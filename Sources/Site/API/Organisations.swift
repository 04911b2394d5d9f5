import Presentation
import Registry
import Search
import Web

/// `/api/v1/organisations`: organisations, units, teams, forums and schemes.
enum Organisations {
  static let operations =
    [
      list.operation(
        "listOrganisations", Address.API.organisations,
        "Organisations that exist on this day; lists never name persons.",
        filters: [kind, Areas.within])
    ]
    + organisation.operations(
      "getOrganisation", "\(Address.API.organisations)/{id}", .page, "One organisation.",
      name: parameter,
      find: organisation) + [card]

  private static let card = VCardDocument.operation(
    "getOrganisationCard", "\(Address.API.organisations)/{id}.vcf",
    "The organisation as a vCard 4.0.",
    name: parameter
  ) { name, view in organisation(name, view).map { VCard($0, view) } }

  private static let parameter = APIOperation.Parameter(
    name: "id", about: "Permanent id or key.",
    schema: { _ in .text(pattern: "^[A-Za-z0-9-]{1,100}$") }, example: \.organisation)

  private static let kind = APIOperation.Parameter(
    name: "kind", about: "Only organisations of that kind or one below it.",
    schema: { .word(ofKnown: $0.organisationKinds) }, example: { $0.organisationKinds.first })

  static func organisation(_ name: String, _ view: APIView) -> Organisation? {
    let id: ID<Organisation>? = view.id(.organisation, named: name)
    return id.flatMap { view.directory.organisations[$0] }
  }

  private static let list = APIList<Organisation>(
    name: "OrganisationList", shape: summary, key: \.key,
    values: { $0.directory.inOrder.organisations },
    filter: { request in
      let view = request.view
      let kind: ID<OrganisationKind>? = try request.filter("kind", .organisationKind)
      let outer = try Areas.inside(request)
      return { organisation in
        guard let form = view.directory.form(of: organisation.id, on: view.day) else {
          return false
        }
        if let kind, !view.directory.isKind(form.kind, within: kind) { return false }
        return outer.map { lies(organisation, form, in: $0, view) } ?? true
      }
    })

  /// Whether it lies in one of those areas or serves one of them.
  private static func lies(
    _ organisation: Organisation, _ form: OrganisationForm, in areas: Set<ID<Area>>,
    _ view: APIView
  ) -> Bool {
    if let location = form.location, areas.contains(location) { return true }
    return view.directory.services(of: organisation.id).contains { service in
      service.valid.contains(view.day) && service.area.map(areas.contains) ?? false
    }
  }

  private static let identity: [Field<Organisation>] = [
    .id { $0.id.bits },
    .text("key", "Its stable key.") { organisation, _ in organisation.key },
    .text("name", "What it is called.") { $1.name(.organisation($0.id)) },
    .text("kind", orNull: "The key of its kind on this day; null when it has ended.") {
      $1.directory.form(of: $0.id, on: $1.day).map { [view = $1] form in
        view.key(.organisationKind(form.kind))
      }
    },
    .text("orgnr", orNull: "Nine digits.") {
      $1.directory.form(of: $0.id, on: $1.day)?.orgnr
    },
    .one("location", SharedShapes.area) {
      $1.directory.form(of: $0.id, on: $1.day)?.location
    },
    .text("url", orNull: "The path of its page.") { $1.page(.organisation($0.id)) },
    .text("vcard", "The path of its vCard.") { organisation, _ in
      "\(Address.API.organisations)/\(organisation.key).vcf"
    },
  ]

  static let summary = Shape<Organisation>(
    "OrganisationSummary", "An organisation in a list.", identity)

  static let organisation = Shape<Organisation>(
    "Organisation", "An organisation with its contacts, its place and its history.",
    identity + relations + [
      .many("channels", SharedShapes.channel, "Its own front door, in the source's order.") {
        $1.directory.channels(of: .organisation($0.id), on: $1.day)
      },
      .long("designations", Designations.seat, "Its seats on this day; never persons.") {
        $1.directory.seats(in: $0.id, on: $1.day)
      },
      .long("offerings", SharedShapes.reference, "What it offers.") {
        $1.directory.offerings(by: $0.id).map { Reference(.offering($0.id), $0.valid) }
      },
      .long("measures", SharedShapes.reference, "The measures it is responsible for.") {
        $1.directory.parties(played: $0.id).map { Reference(.measure($0.measure)) }
      },
      .texts("doubts", "Stated reasons to doubt it.") {
        $1.directory.doubts(about: .organisation($0.id)).map(\.reason)
      },
      .many("links", SharedShapes.link, "Web addresses that sources give.") {
        $1.directory.links(of: .organisation($0.id))
      },
    ])

  private static let relations: [Field<Organisation>] = [
    .many("names", SharedShapes.name, "Every name of it, former ones too.") {
      $1.names(of: .organisation($0.id))
    },
    .many("kinds", SharedShapes.reference, "What it is and was.") {
      $1.directory.forms(of: $0.id).map { Reference(.organisationKind($0.kind), $0.valid) }
    },
    .many("parents", SharedShapes.reference, "What it belongs to.") {
      $1.directory.parents(of: $0.id).map { Reference(.organisation($0.parent), $0.valid) }
    },
    .long("children", SharedShapes.reference, "What belongs to it.") {
      $1.directory.children(of: $0.id).map { Reference(.organisation($0.organisation), $0.valid) }
    },
    .long("serves", SharedShapes.reference, "The areas, units and kinds of unit it serves.") {
      $1.directory.services(of: $0.id).compactMap { service in
        let subject =
          service.area.map { Subject.area($0) } ?? service.unit.map { .organisation($0) }
          ?? service.unitKind.map { .organisationKind($0) }
        return subject.map { Reference($0, service.valid) }
      }
    },
    .long("members", member, "The members of a team, forum or council, in the source's order.") {
      $1.directory.members(of: $0.id)
    },
  ]

  private static let member = Shape<OrganisationMember>(
    "Member", "A member of a team, forum, council or scheme.",
    [
      .text("text", "As the source says.") { member, _ in member.text },
      .one("organisation", SharedShapes.reference) { member, _ in
        member.member.map { Reference(.organisation($0)) }
      },
      .one("function", SharedShapes.reference) { member, _ in
        member.function.map { Reference(.function($0)) }
      },
    ] + Field.span { $0.valid })
}
