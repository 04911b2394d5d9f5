import Registry
import Search

/// The schema of an answer, field for field as `AnswerJSON` writes it; a test holds them together.
enum AnswerSchema {
  static let emergencyNumber = Schema.object(
    "A number that stands above everything.",
    [("number", .text()), ("label", .text()), ("dial", .text("What to press."))]
  ).named("EmergencyNumber")

  static let answer = Schema.object(
    "A ladder of contacts, never one name and never empty, and everything that explains it.",
    [
      ("question", question),
      ("generation", .integer("The generation of the registry.", min: 0)),
      (
        "validUntil",
        Schema.text("The instant from which another answer may hold.", format: "date-time").orNull
      ),
      ("emergency", .list(of: emergencyNumber, "Always there; drawn first at acute.")),
      ("ladder", .list(of: rung, "The doors in their order.")),
      ("skipped", .list(of: skipped, "What was considered and left out.")),
      ("steps", .list(of: step, "The plan's own steps.")),
      ("notices", .list(of: notice, "What the plans and the law say: told, never decided.")),
      ("offerings", .list(of: offering, "What can be offered at this age.")),
      ("measures", .list(of: measure, "The plan's measures for this concern.")),
      ("warnings", .list(of: .word(of: AnswerWarning.allCases.map(\.rawValue)))),
      ("understood", .list(of: understanding, "Words that were not taken quite as written.")),
      (
        "notUnderstood",
        .list(of: notUnderstood, "Words that could not be read; the answer is given without them.")
      ),
      (
        "unmet",
        .list(of: .word(of: Wish.allCases.map(\.rawValue)), "Wishes that could not be met.")
      ),
      ("words", wordsRead),
    ], optional: ["words"]
  ).named("Answer")

  private static let wordsRead = Schema.object(
    "What the asker's own words came to, where there were any; nothing of them is kept.",
    [
      ("concern", nullable), ("others", .list(of: text, "The two next readings.")),
      ("asker", Schema.word(of: Asker.words).orNull), ("workplace", nullable),
      ("age", .either(.integer(min: 0, max: 130), .word(of: ["unborn"]), .null)),
      ("severity", Schema.word(of: Severity.words).orNull),
      (
        "dangers",
        .list(
          of: .word(of: Danger.allCases.map(\.rawValue)),
          "The numbers that words of danger call for.")
      ),
      ("ignored", .list(of: .word(of: SentenceReading.Ignored.allCases.map(\.rawValue)))),
      ("language", Schema.text("The language, where it is not read.").orNull),
    ]
  ).named("WordsRead")

  private static var text: Schema { Schema.text() }
  private static var nullable: Schema { Schema.text().orNull }

  private static let question = Schema.object(
    "The question as it was understood.",
    [
      ("asker", .word(of: Asker.words)), ("workplace", nullable), ("place", nullable),
      ("concern", nullable), ("function", nullable),
      ("age", .either(.integer(min: 0, max: 130), .word(of: ["unborn"]), .null)),
      ("severity", .word(of: Severity.words)), ("at", text),
      ("wishes", .list(of: .word(of: Wish.allCases.map(\.rawValue)))),
    ]
  ).named("UnderstoodQuestion")

  private static let label = Schema.object(nil, [("code", text), ("label", text)]).named("Label")

  private static let party = Schema.object(
    nil, [("id", .text(format: "uuid")), ("name", text)]
  ).named("PartyLabel")

  private static let channel = Schema.object(
    "A way to reach a contact at the asked moment.",
    [
      ("kind", .word(of: ChannelKind.allCases.map(\.rawValue))),
      ("value", nullable), ("display", text), ("dial", nullable), ("hours", text),
      ("state", .word(of: DoorState.allCases.map(\.rawValue))), ("opensAt", nullable),
      ("warning", nullable), ("label", nullable), ("source", SharedShapes.source.schema.orNull),
    ]
  ).named("AnswerChannel")

  private static let contact = Schema.object(
    "Whom a rung sends someone to.",
    [
      ("designation", Schema.text(format: "uuid").orNull), ("function", label.orNull),
      ("organisation", party.orNull),
      ("person", Schema.object("The holder, where public.", [("name", text)]).orNull),
      ("status", .word(of: RungStatus.allCases.map(\.rawValue))),
      ("confirmedOn", Schema.text(format: "date").orNull),
      ("channels", .list(of: channel)), ("seats", .integer(min: 0)),
      ("alsoFunctions", .list(of: label)), ("area", nullable), ("via", party.orNull),
      ("source", SharedShapes.source.schema.orNull), ("words", nullable),
      ("offering", label.orNull), ("ages", nullable), ("doubts", .list(of: text)),
    ]
  ).named("Contact")

  private static let rung = Schema.object(
    "One door of the ladder.",
    [
      ("position", .integer(min: 1)), ("tier", .word(of: Tier.allCases.map(\.rawValue))),
      ("relation", .word(of: Relation.allCases.map(\.rawValue))), ("contact", contact),
      (
        "why",
        .object(
          "The rule that opened the door, and the sentence it rests on.",
          [
            ("rule", text), ("text", text), ("plan", nullable), ("section", nullable),
            ("quote", nullable), ("document", nullable),
          ])
      ),
    ]
  ).named("Rung")

  private static let skipped = Schema.object(
    nil,
    [
      ("tier", .word(of: Tier.allCases.map(\.rawValue))), ("function", nullable),
      ("organisation", nullable), ("because", .word(of: SkipReason.allCases.map(\.rawValue))),
    ]
  ).named("Skipped")

  private static let step = Schema.object(
    nil,
    [
      ("plan", text), ("number", .either(.integer(), text)), ("title", text), ("text", text),
      ("responsible", .list(of: text)), ("here", .flag("Whether one is at it.")),
      ("document", text), ("source", SharedShapes.source.schema.orNull),
    ]
  ).named("AnswerStep")

  private static let notice = Schema.object(
    nil,
    [
      ("kind", .word(of: NoticeKind.allCases.map(\.rawValue))), ("about", nullable),
      ("text", text), ("plan", text), ("section", nullable), ("quote", nullable),
      ("document", text),
    ]
  ).named("AnswerNotice")

  private static let offering = Schema.object(
    nil,
    [
      ("id", .text(format: "uuid")), ("name", text), ("organisation", party), ("ages", nullable),
      ("conditions", .list(of: text)), ("source", nullable), ("section", nullable),
      ("quote", nullable),
    ]
  ).named("AnswerOffering")

  private static let measure = Schema.object(
    nil,
    [
      ("plan", text), ("number", text), ("title", text), ("responsible", .list(of: text)),
      ("status", nullable), ("fate", nullable), ("document", text),
    ]
  ).named("AnswerMeasure")

  private static let understanding = Schema.object(
    nil,
    [
      ("field", text), ("written", text), ("label", text), ("reason", text),
      ("others", .list(of: text, "What to write for the others.")),
    ]
  ).named("Understanding")

  private static let notUnderstood = Schema.object(
    nil,
    [
      ("field", .word(of: QuestionField.allCases.map(\.rawValue))), ("written", text),
      ("reason", .word(of: NameFault.Reason.allCases.map(\.rawValue))),
      (
        "candidates",
        .list(
          of: .object(
            nil,
            [
              ("write", .text("What to write to mean this one and no other.")),
              ("name", .text("What it is called, with what tells it from its namesakes.")),
              ("field", .word(of: QuestionField.allCases.map(\.rawValue))),
            ]), "What may have been meant.")
      ),
    ]
  ).named("NotUnderstood")
}
