import Registry
import Store
import Presentation

/// A record for a person at a terminal.
struct RecordPage {
  let words: any Words
  let console: Console

  func text(of record: Record, history: [HistoryEntry], time: OsloTime) -> String {
    var page = TextPage(console)
    page.line(record.name, style: .bold)
    if let key = record.key {
      page.line("\(record.subject.kind.rawValue) \(key)", style: .dim)
    }
    for section in record.sections {
      page.heading(section.label)
      for item in section.items { write(item, to: &page) }
    }
    write(history, time, to: &page)
    return page.text
  }

  /// What was written, under the change set that wrote it.
  private func write(_ history: [HistoryEntry], _ time: OsloTime, to page: inout TextPage) {
    var generation: Int64?
    for entry in history {
      if entry.generation != generation {
        let day = time.moment(at: entry.recordedAt).day
        page.heading("\(words.label(.history)) \(entry.generation), \(day)")
        if let title = entry.title { page.line(title, style: .dim) }
      }
      generation = entry.generation
      page.line("\(entry.before == nil ? "+" : "~") \(entry.table) \(entry.after)")
    }
  }

  /// `fra 2020-03-01 til 2021-11-01`; empty when always.
  static func time(_ valid: DayRange, _ words: any Words) -> String {
    [
      valid.from.map { "\(words.label(.validFrom)) \($0)" },
      valid.until.map { "\(words.label(.validUntil)) \($0)" },
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func write(_ item: Record.Item, to page: inout TextPage) {
    let time = RecordPage.time(item.valid, words)
    page.line("– \(item.text)" + (time.isEmpty ? "" : " (\(time))"))
    for note in item.notes where !note.isEmpty { page.line(note, indent: 3) }
    if let quote = item.source?.quote { page.line("«\(quote)»", indent: 3, style: .dim) }
    if let source = item.source {
      let section = source.section.map { ", \(words.phrase(.section)) \($0)" } ?? ""
      page.line("\(source.document)\(section)", indent: 3, style: .dim)
    }
    if let reference = item.reference {
      page.line("varde show \(reference.kind.rawValue) \(reference.key)", indent: 3, style: .dim)
    }
  }
}
