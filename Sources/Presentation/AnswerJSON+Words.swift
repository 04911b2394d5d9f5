import Registry
import Search

extension AnswerJSON {
  /// What the asker's own words came to; nothing of the words themselves.
  func write(_ reading: SentenceReading, _ writer: inout JSONWriter) {
    func key(_ concern: ID<Concern>) -> String { index.key(of: .concern(concern)) ?? "" }
    writer.object("words") { writer in
      writer.string("concern", reading.concern.map(key))
      writer.strings("others", reading.others.map(key))
      writer.string("asker", reading.asker?.rawValue)
      writer.string(
        "workplace", reading.workplace.flatMap { index.key(of: .organisationKind($0)) })
      switch reading.age {
      case .years(let years)?: writer.number("age", years)
      case .unborn?: writer.string("age", "unborn")
      case nil: writer.null("age")
      }
      writer.string("severity", reading.severity?.rawValue)
      writer.strings("dangers", reading.dangers.map(\.rawValue))
      writer.strings("ignored", reading.ignored.map(\.rawValue))
      writer.string("language", reading.foreign)
    }
  }
}
