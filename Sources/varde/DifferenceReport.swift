import Registry
import Analysis
import Routing
import Search
import Presentation

/// A difference as sentences for eyes and as JSON for programs.
struct DifferenceReport {
  let difference: Difference
  let whole: QuestionSpace
  let registry: OpenRegistry
  let words: any Words
  let from: Day
  let to: Day
  let place: ID<Area>?

  private struct Line {
    let heading: AnalysisPhrase
    let kind: String
    let sentence: String
    let extent: ChangeExtent
  }

  func text(on console: Console) -> String {
    var page = TextPage(console)
    let name = place.flatMap {
      registry.search.book.label(of: .area($0), language: words.language, on: to)
    }
    let title = [words.analysis(.difference), name].compactMap(\.self).joined(separator: ": ")
    page.heading("\(title), \(from) → \(to)")
    page.line(
      "\(words.count(difference.changed)) \(words.analysis(.questions)) "
        + "\(words.analysis(.changed)), \(words.count(difference.unchanged)) "
        + words.analysis(.unchanged), style: .bold)
    let lines = lines
    if lines.isEmpty { page.line(words.analysis(.noChange)) }
    let extents = ExtentText(registry: registry, words: words, day: to, whole: whole)
    var heading: AnalysisPhrase?
    for line in lines {
      if line.heading != heading { page.heading(words.analysis(line.heading)) }
      heading = line.heading
      let count = words.count(line.extent.count)
      page.line("– \(extents.text(line.extent)): \(line.sentence) (\(count))")
      guard let witness = line.extent.witness else { continue }
      page.line(WitnessLine(index: registry.search).text(witness), indent: 3, style: .dim)
    }
    return page.text
  }

  var json: String {
    var writer = JSONWriter()
    let extents = ExtentText(registry: registry, words: words, day: to, whole: whole)
    let json = AnswerJSON(
      index: registry.search, time: registry.time, language: words.language)
    writer.object { writer in
      writer.string("from", "\(from)")
      writer.string("to", "\(to)")
      writer.string(
        "place", place.flatMap { registry.search.areas.code(of: $0, on: to) })
      writer.number("changed", difference.changed)
      writer.number("unchanged", difference.unchanged)
      writer.objects("changes", lines) { writer, line in
        writer.string("kind", line.kind)
        writer.string("sentence", line.sentence)
        writer.string("extent", extents.text(line.extent))
        writer.number("questions", line.extent.count)
        writer.object("witness", line.extent.witness) { json.write($1, &$0) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The most questions first, under each heading.
  private var lines: [Line] {
    let headings: [AnalysisPhrase] = [
      .answersFirst, .added, .removed, .otherChannel, .rearranged,
    ]
    let all = difference.changes.map { line($0.key, $0.value) }
    return headings.flatMap { heading in
      all.filter { $0.heading == heading }.sorted { left, right in
        left.extent.count == right.extent.count
          ? left.sentence < right.sentence : left.extent.count > right.extent.count
      }
    }
  }

  private func line(_ change: LadderChange, _ extent: ChangeExtent) -> Line {
    switch change {
    case .first(let old, let new):
      let sentence = "\(text(old)) → \(text(new))"
      return Line(heading: .answersFirst, kind: "first", sentence: sentence, extent: extent)
    case .added(let entry):
      return Line(heading: .added, kind: "added", sentence: text(entry), extent: extent)
    case .removed(let entry):
      return Line(heading: .removed, kind: "removed", sentence: text(entry), extent: extent)
    case .channels(let old, let new):
      let sentence = "\(text(new)): \(channels(old)) → \(channels(new))"
      return Line(heading: .otherChannel, kind: "channels", sentence: sentence, extent: extent)
    case .rearranged:
      let sentence = words.analysis(.rearranged)
      return Line(heading: .rearranged, kind: "rearranged", sentence: sentence, extent: extent)
    }
  }

  private func text(_ entry: LadderEntry?) -> String {
    guard let entry else { return words.analysis(.nobody) }
    if let words = entry.words { return "«\(words)»" }
    var text = [entry.function?.text, entry.organisation?.name].compactMap(\.self)
      .joined(separator: " – ")
    if let person = entry.person { text += ", \(person)" }
    if let gap = entry.gap { text += " (\(words.status(gap)))" }
    if entry.isFallback { text += " [\(words.tier(.fallback))]" }
    return text
  }

  private func channels(_ entry: LadderEntry) -> String {
    entry.channels.isEmpty ? words.analysis(.nobody) : entry.channels.joined(separator: ", ")
  }
}
