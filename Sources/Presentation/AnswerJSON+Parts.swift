package import Registry
import Search

extension AnswerJSON {
  /// `15-23`, `18-`, `-17`, `15`, `unborn-17`, `12-18 (23)`; nil without limits.
  package static func ages(_ range: AgeRange) -> String? {
    guard range.from != nil || range.through != nil else { return nil }
    let first = range.from.map { $0 < 0 ? "unborn" : String($0) } ?? ""
    let last = range.through.map(String.init) ?? ""
    let span = first == last ? first : "\(first)-\(last)"
    return range.extendedThrough.map { "\(span) (\($0))" } ?? span
  }

  static func write(_ label: Label, _ writer: inout JSONWriter) {
    writer.string("code", label.key)
    writer.string("label", label.text)
  }

  static func write(_ party: PartyLabel, _ writer: inout JSONWriter) {
    writer.id("id", party.id)
    writer.string("name", party.name)
  }

  /// Where a fact stands, as a field of an object.
  static func write(_ source: SourceLabel?, _ writer: inout JSONWriter) {
    guard let source else { return writer.null("source") }
    writer.fields(source.told) { writer in
      writer.object("source") { writer in
        writer.string("document", source.document)
        writer.string("section", source.section)
        writer.day("date", source.day)
        writer.string("quote", source.quote)
      }
    }
  }

  /// Why a rung stands where it does, as a field of an object.
  static func write(_ why: Why, _ writer: inout JSONWriter) {
    writer.fields(why.told) { writer in
      writer.object("why") { writer in
        writer.string("rule", why.rule)
        writer.string("text", why.text)
        writer.string("plan", why.plan?.key)
        writer.string("section", why.section)
        writer.string("quote", why.quote)
        writer.string("document", why.plan?.text)
      }
    }
  }

  func write(_ skipped: Skipped, _ writer: inout JSONWriter) {
    writer.string("tier", skipped.tier.rawValue)
    writer.string("function", skipped.function?.text)
    writer.string("organisation", skipped.organisation?.name)
    writer.string("because", skipped.because.rawValue)
  }

  func write(_ step: AnswerStep, _ writer: inout JSONWriter) {
    writer.string("plan", step.plan.key)
    if let number = Int(step.number) {
      writer.number("number", number)
    } else {
      writer.string("number", step.number)
    }
    writer.string("title", step.title)
    writer.string("text", step.text)
    writer.strings("responsible", step.responsible)
    writer.bool("here", step.isHere)
    writer.string("document", step.plan.text)
    AnswerJSON.write(step.source, &writer)
  }

  func write(_ notice: AnswerNotice, _ writer: inout JSONWriter) {
    writer.string("kind", notice.kind.rawValue)
    writer.string("about", notice.about)
    writer.string("text", notice.text)
    writer.string("plan", notice.plan.key)
    writer.string("section", notice.section)
    writer.string("quote", notice.quote)
    writer.string("document", notice.plan.text)
  }

  func write(_ offering: AnswerOffering, _ writer: inout JSONWriter) {
    writer.id("id", offering.id)
    writer.string("name", offering.name)
    writer.object("organisation") { AnswerJSON.write(offering.organisation, &$0) }
    writer.string("ages", offering.ages.flatMap(AnswerJSON.ages))
    writer.strings("conditions", offering.conditions)
    writer.string("source", offering.source?.document)
    writer.string("section", offering.source?.section)
    writer.string("quote", offering.source?.quote)
  }

  func write(_ measure: AnswerMeasure, _ writer: inout JSONWriter) {
    writer.string("plan", measure.plan.key)
    writer.string("number", measure.number)
    writer.string("title", measure.title)
    writer.strings("responsible", measure.responsible)
    writer.string("status", measure.status)
    writer.string("fate", measure.fate)
    writer.string("document", measure.plan.text)
  }

  func write(_ understood: [Understanding], _ writer: inout JSONWriter) {
    writer.objects("understood", understood) { writer, remark in
      writer.string("field", remark.field.rawValue)
      writer.string("written", remark.written)
      writer.string("label", remark.label)
      writer.string("reason", remark.reason.rawValue)
      writer.strings("others", remark.others.map(\.write))
    }
  }

  /// The words that could not be read, with what to write for each that may have been meant.
  static func write(notUnderstood faults: [NameFault], _ writer: inout JSONWriter) {
    writer.objects("notUnderstood", faults) { writer, fault in
      writer.string("field", fault.field.rawValue)
      writer.string("written", fault.written)
      writer.string("reason", fault.reason.rawValue)
      writer.objects("candidates", fault.candidates) { writer, candidate in
        writer.string("write", candidate.write)
        writer.string("name", candidate.fullName)
        writer.string("field", candidate.field.rawValue)
      }
    }
  }
}

extension Candidate {
  /// What it is called, and what tells it from its namesakes: `Sande, kommune 1514, Møre og
  /// Romsdal`.
  package var fullName: String {
    ([label] + [detail].compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: ", ")
  }
}
