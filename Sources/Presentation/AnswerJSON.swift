package import NIOCore
package import Registry
package import Search

/// Writes an answer as the JSON contract says, field for field and in its order.
///
/// Beyond the contract, and always after its fields: the words of a described role, its offering,
/// ages and doubts, and the title of a plan as `document`.
package struct AnswerJSON: Sendable {
  let index: SearchIndex
  private let time: OsloTime
  private let words: any Words

  package init(index: SearchIndex, time: OsloTime, language: Language) {
    self.index = index
    self.time = time
    words = Presentation.words(in: language)
  }

  /// - Parameters:
  ///   - notUnderstood: the words without which it was answered.
  ///   - reading: what the asker's own words came to, where there were any.
  package func bytes(
    _ answer: Answer, understood: [Understanding] = [], notUnderstood: [NameFault] = [],
    reading: SentenceReading? = nil
  ) -> [UInt8] {
    written(answer, understood, notUnderstood, reading).bytes
  }

  /// The same to be sent.
  package func buffer(
    _ answer: Answer, understood: [Understanding], notUnderstood: [NameFault] = [],
    reading: SentenceReading? = nil
  ) -> ByteBuffer {
    written(answer, understood, notUnderstood, reading).buffer
  }

  private func written(
    _ answer: Answer, _ understood: [Understanding], _ notUnderstood: [NameFault],
    _ reading: SentenceReading?
  ) -> JSONWriter {
    var writer = JSONWriter(bytesUsual: 8192)
    let isPlaceAsked = notUnderstood.contains { $0.field == .place }
    writer.object { writer in
      write(answer.question, isPlaceAsked: isPlaceAsked, &writer)
      writer.number("generation", answer.generation)
      time.write("validUntil", answer.holdsUntil, after: answer.question.moment, to: &writer)
      AnswerJSON.write(answer.emergency, &writer)
      writer.objects("ladder", answer.ladder) { write($1, answer.question.moment, &$0) }
      writer.objects("skipped", answer.skipped) { write($1, &$0) }
      writer.objects("steps", answer.steps) { write($1, &$0) }
      writer.objects("notices", answer.notices) { write($1, &$0) }
      writer.objects("offerings", answer.offerings) { write($1, &$0) }
      writer.objects("measures", answer.measures) { write($1, &$0) }
      writer.strings("warnings", answer.warnings.map(\.rawValue))
      write(understood, &writer)
      AnswerJSON.write(notUnderstood: notUnderstood, &writer)
      writer.strings("unmet", index.unmetWishes(of: answer).map(\.rawValue))
      if let reading { write(reading, &writer) }
    }
    return writer
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
  ///
  /// - Parameter isPlaceAsked: whether it is not known where it is asked; then no place is told.
  package func write(
    _ question: Question, isPlaceAsked: Bool = false, _ writer: inout JSONWriter
  ) {
    writer.object("question") { writer in
      writer.string("asker", (question.asker ?? .citizen).rawValue)
      writer.string("workplace", question.workplace.flatMap(key))
      let day = question.moment.day
      let place = isPlaceAsked ? nil : index.areas.code(of: question.place, on: day)
      writer.string("place", place)
      writer.string("concern", question.concern.flatMap { index.key(of: .concern($0)) })
      writer.string("function", question.function.flatMap { index.key(of: .function($0)) })
      switch question.age {
      case .years(let years)?: writer.number("age", years)
      case .unborn?: writer.string("age", "unborn")
      case nil: writer.null("age")
      }
      writer.string("severity", (question.severity ?? .mild).rawValue)
      time.write("at", question.moment, to: &writer)
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
    let facts = contact.facts
    writer.fields(facts.beforeStatus) { AnswerJSON.begin(facts, &$0) }
    writer.string("status", contact.status.rawValue)
    writer.day("confirmedOn", contact.confirmedOn)
    writer.objects("channels", contact.channels) { write($1, moment, &$0) }
    guard
      contact.seats != 1 || !contact.alsoFunctions.isEmpty || contact.via != nil
        || contact.ages != nil
    else {
      return writer.fields(facts.afterChannels) {
        AnswerJSON.finish(Contact(facts, status: contact.status), &$0)
      }
    }
    AnswerJSON.finish(contact, &writer)
  }

  private static func begin(_ facts: ContactFacts, _ writer: inout JSONWriter) {
    writer.id("designation", facts.designation)
    writer.object("function", facts.function) { write($1, &$0) }
    writer.object("organisation", facts.organisation) { write($1, &$0) }
    writer.object("person", facts.person) { $0.string("name", $1) }
  }

  private static func finish(_ contact: Contact, _ writer: inout JSONWriter) {
    writer.number("seats", contact.seats)
    writer.objects("alsoFunctions", contact.alsoFunctions) { write($1, &$0) }
    writer.string("area", contact.area)
    writer.object("via", contact.via) { write($1, &$0) }
    write(contact.source, &writer)
    writer.string("words", contact.words)
    writer.object("offering", contact.offering) { write($1, &$0) }
    writer.string("ages", contact.ages.flatMap(ages))
    writer.strings("doubts", contact.doubts)
  }

  private func write(_ channel: AnswerChannel, _ moment: Moment, _ writer: inout JSONWriter) {
    let facts = channel.facts
    writer.fields(facts.beforeState, in: words.language) { before(facts, &$0) }
    writer.string("state", channel.state.rawValue)
    time.write("opensAt", channel.opensAt, after: moment, to: &writer)
    writer.fields(facts.afterState) { AnswerJSON.after(facts, &$0) }
  }

  private func before(_ facts: ChannelFacts, _ writer: inout JSONWriter) {
    let text = ChannelText(facts)
    writer.string("kind", facts.kind.rawValue)
    writer.string("value", facts.value)
    writer.string("display", text.display)
    writer.string("dial", text.dial)
    writer.string("hours", words.hours(facts.hoursKind, windows: facts.hours))
  }

  private static func after(_ facts: ChannelFacts, _ writer: inout JSONWriter) {
    writer.string("warning", facts.warnings.isEmpty ? nil : facts.warnings.joined(separator: " "))
    writer.string("label", facts.label)
    write(facts.source, &writer)
  }
}
