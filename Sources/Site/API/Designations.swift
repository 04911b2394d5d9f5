import Registry
import Presentation
import Web

/// `/api/v1/designations/{id}`: the one record where a public holder is named.
enum Designations {
  static let operations =
    designation.operations(
      "getDesignation", "\(Address.API.designations)/{id}", .person,
      "One seat: who holds a function, how to reach them and what they answer for.",
      name: parameter, find: seat) + [card]

  private static let card =
    VCardDocument.operation(
      "getDesignationCard", "\(Address.API.designations)/{id}.vcf", "The seat as a vCard 4.0.",
      name: parameter
    ) { name, view in
      seat(name, view).flatMap { seat in
        seat.valid.contains(view.day) ? VCard(seat, view) : nil
      }
    }

  private static let parameter = APIOperation.Parameter(
    name: "id", about: "Permanent id or key.",
    schema: { _ in .text(pattern: "^[A-Za-z0-9-]{1,100}$") }, example: \.designation)

  static func seat(_ name: String, _ view: APIView) -> Designation? {
    let id: ID<Designation>? = view.id(.designation, named: name)
    return id.flatMap { view.directory.designations[$0] }
  }

  private static let identity: [Field<Designation>] =
    [
      .id { $0.id.bits },
      .text("key", "Its stable key.") { seat, _ in seat.key },
      .one("function", SharedShapes.reference) { seat, _ in Reference(.function(seat.function)) },
      .one("organisation", SharedShapes.reference) { seat, _ in
        Reference(.organisation(seat.organisation))
      },
      .number("position", "1 first, 2 deputy and so on; seats of one position are equal.") {
        seat, _ in seat.position
      },
      .word("holding", "Whether somebody holds it.") { seat, _ in seat.holding },
      .many("channels", SharedShapes.channel, "How to reach it, in the source's order.") {
        $1.directory.channels(of: .designation($0.id), on: $1.day)
      },
      .day("confirmedOn", "When it was last confirmed.") { seat, _ in seat.confirmedOn },
      .texts("doubts", "Stated reasons to doubt it.") {
        $1.directory.doubts(about: .designation($0.id)).map(\.reason)
      },
      .one("source", SharedShapes.source) { $1.source($0.citation) },
      .text("url", orNull: "The path of its page.") { $1.page(.designation($0.id)) },
      .text("vcard", "The path of its vCard.") { seat, _ in
        "\(Address.API.designations)/\(seat.key).vcf"
      },
    ] + Field.span { $0.valid }

  static let seat = Shape<Designation>("Seat", "A seat without its holder's name.", identity)

  static let designation = Shape<Designation>(
    "Designation", "A seat with its holder, where the holder is public.",
    identity + [
      .text("person", orNull: "The holder's name; null when it is not public or not known.") {
        seat, view in
        seat.holding == .held ? view.directory.name(of: seat.person) : nil
      },
      .long("remit", remit, "What it answers for; each line by itself.") {
        $1.directory.remits(of: $0.id)
      },
      .many("absences", absence, "When the holder is away.") { seat, view in
        view.directory.absences(of: seat.id, on: view.day)
      },
    ])

  private static let remit = Shape<Remit>(
    "Remit", "One thing that a seat answers for; null is everything.",
    [
      .one("area", SharedShapes.area) { remit, _ in remit.area },
      .one("unit", SharedShapes.reference) { remit, _ in
        remit.unit.map { Reference(.organisation($0)) }
      },
      .one("unitKind", SharedShapes.reference) { remit, _ in
        remit.unitKind.map { Reference(.organisationKind($0)) }
      },
      .one("concern", SharedShapes.reference) { remit, _ in
        remit.concern.map { Reference(.concern($0)) }
      },
      .word("asker", "For whom.") { remit, _ in remit.asker },
      .word("severity", "The lowest severity.") { remit, _ in remit.severity },
      .text("ages", orNull: "Such as `15-23`.") { remit, _ in
        remit.ages.flatMap(AnswerJSON.ages)
      },
    ])

  private static let absence = Shape<Absence>(
    "Absence", "A time when the holder is away; why is told nowhere.", Field.span { $0.valid })
}
