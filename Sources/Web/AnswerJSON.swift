package import Registry
package import Search

/// Writes an answer as the JSON contract says, field for field and in its order.
///
/// Beyond the contract, and always after its fields: the words of a described role, its offering,
/// ages and doubts, the title of a plan as `document`, and `understood`.
package struct AnswerJSON: Sendable {
  private let index: SearchIndex
  private let time: OsloTime
  private let words: any Words

  package init(index: SearchIndex, time: OsloTime, language: Language) {
    self.index = index
    self.time = time
    words = Web.words(in: language)
  }

  package func bytes(_ answer: Answer, understood: [Understanding] = []) -> [UInt8] {
    var writer = JSONWriter(bytesUsual: 8192)
    writer.object { writer in
      write(answer.question, &writer)
      writer.number("generation", answer.generation)
      writer.string(
        "validUntil", answer.holdsUntil.map { time.text($0, after: answer.question.moment) })
      AnswerJSON.write(answer.emergency, &writer)
      writer.objects("ladder", answer.ladder) { write($1, answer.question.moment, &$0) }
      writer.objects("skipped", answer.skipped) { write($1, &$0) }
      writer.objects("steps", answer.steps) { write($1, &$0) }
      writer.objects("notices", answer.notices) { write($1, &$0) }
      writer.objects("offerings", answer.offerings) { write($1, &$0) }
      writer.objects("measures", answer.measures) { write($1, &$0) }
      writer.strings("warnings", answer.warnings.map(\.rawValue))
      write(understood, &writer)
    }
    return writer.bytes
  }

  /// The numbers that stand above everything.
  package static func write(_ numbers: [EmergencyNumber], _ writer: inout JSONWriter) {
    writer.objects("emergency", numbers) { writer, number in
      writer.string("number", number.number)
      writer.string("label", number.label)
      writer.string("dial", number.dial)
    }
  }

  /// The question, as a field of an object.
  package func write(_ question: Question, _ writer: inout JSONWriter) {
    writer.object("question") { writer in
      writer.string("asker", (question.asker ?? .citizen).rawValue)
      writer.string("workplace", question.workplace.flatMap(key))
      writer.string("place", index.areas.code(of: question.place, on: question.moment.day))
      writer.string("concern", question.concern.flatMap { index.key(of: .concern($0)) })
      writer.string("function", question.function.flatMap { index.key(of: .function($0)) })
      switch question.age {
      case .years(let years)?: writer.number("age", years)
      case .unborn?: writer.string("age", "unborn")
      case nil: writer.null("age")
      }
      writer.string("severity", (question.severity ?? .mild).rawValue)
      writer.string("at", time.text(question.moment))
      let wishes = question.wishes.isEmpty ? [] : question.wishes.map(\.rawValue).sorted()
      writer.strings("wishes", wishes)
    }
  }

  private func key(_ workplace: Question.Workplace) -> String? {
    switch workplace {
    case .unit(let unit): index.key(of: .organisation(unit))
    case .kind(let kind): index.key(of: .organisationKind(kind))
    }
  }

  private func write(_ rung: Rung, _ moment: Moment, _ writer: inout JSONWriter) {
    writer.number("position", rung.position)
    writer.string("tier", rung.tier.rawValue)
    writer.string("relation", rung.relation.rawValue)
    writer.object("contact") { write(rung.contact, moment, &$0) }
    AnswerJSON.write(rung.why, &writer)
  }

  private func write(_ contact: Contact, _ moment: Moment, _ writer: inout JSONWriter) {
    writer.id("designation", contact.designation)
    writer.object("function", contact.function) { AnswerJSON.write($1, &$0) }
    writer.object("organisation", contact.organisation) { AnswerJSON.write($1, &$0) }
    writer.object("person", contact.person) { $0.string("name", $1) }
    writer.string("status", contact.status.rawValue)
    writer.string("confirmedOn", contact.confirmedOn?.description)
    writer.objects("channels", contact.channels) { write($1, moment, &$0) }
    writer.number("seats", contact.seats)
    writer.objects("alsoFunctions", contact.alsoFunctions) { AnswerJSON.write($1, &$0) }
    writer.string("area", contact.area)
    writer.object("via", contact.via) { AnswerJSON.write($1, &$0) }
    AnswerJSON.write(contact.source, &writer)
    if contact.words == nil, contact.offering == nil, contact.ages == nil, contact.doubts.isEmpty {
      return writer.fields(AnswerJSON.nothingFurther)
    }
    AnswerJSON.writeFurther(contact, &writer)
  }

  private static func writeFurther(_ contact: Contact, _ writer: inout JSONWriter) {
    writer.string("words", contact.words)
    writer.object("offering", contact.offering) { AnswerJSON.write($1, &$0) }
    writer.string("ages", contact.ages.flatMap(AnswerJSON.ages))
    writer.strings("doubts", contact.doubts)
  }

  /// What most contacts end with.
  private static let nothingFurther = JSONWriter.fields {
    writeFurther(Contact(status: .confirmed, seats: 1), &$0)
  }

  private func write(_ channel: AnswerChannel, _ moment: Moment, _ writer: inout JSONWriter) {
    let facts = channel.facts
    writer.fields(facts.beforeState.bytes(in: words.language) { before(facts) })
    writer.string("state", channel.state.rawValue)
    writer.string("opensAt", channel.opensAt.map { time.text($0, after: moment) })
    writer.fields(facts.afterState.bytes { AnswerJSON.after(facts) })
  }

  private func before(_ facts: ChannelFacts) -> [UInt8] {
    JSONWriter.fields { writer in
      let text = ChannelText(kind: facts.kind, value: facts.value, written: facts.written)
      writer.string("kind", facts.kind.rawValue)
      writer.string("value", facts.value)
      writer.string("display", text.display)
      writer.string("dial", text.dial)
      writer.string("hours", words.hours(facts.hoursKind, windows: facts.hours))
    }
  }

  private static func after(_ facts: ChannelFacts) -> [UInt8] {
    JSONWriter.fields { writer in
      writer.string("warning", facts.warnings.isEmpty ? nil : facts.warnings.joined(separator: " "))
      writer.string("label", facts.label)
      AnswerJSON.write(facts.source, &writer)
    }
  }
}
