import Registry
import Analysis
import Routing
import Search
import Presentation

/// Coverage as text for eyes and as JSON for programs.
struct CoverageReport: Sendable {
  let registry: OpenRegistry
  let words: any Words
  let day: Day

  /// How many contacts and concerns are listed.
  private static let listedMax = 10

  /// One line for a municipality among many.
  func line(_ coverage: Coverage, of place: ID<Area>, on console: Console) -> String {
    var page = TextPage(console)
    let shares = Reach.allCases.map { reach in
      "\(words.reach(reach)) \(percent(coverage.questions[reach], of: coverage.questions.total))"
    }
    page.line("\(title(place)): \(shares.joined(separator: " · "))")
    return page.text
  }

  /// The whole account; without a place it is that of all municipalities together.
  func text(_ coverage: Coverage, of place: ID<Area>?, on console: Console) -> String {
    var page = TextPage(console)
    let name = place.map(title) ?? words.analysis(.total)
    page.heading("\(words.analysis(.coverage)): \(name), \(day)")
    page.line(
      "\(words.count(coverage.questions.total)) \(words.analysis(.questions))", style: .bold)
    table(coverage.questions, to: &page)
    if coverage.timedQuestions > 0 {
      let count = words.count(coverage.timedQuestions)
      page.heading(
        "\(words.analysis(.throughTheWeek)) (\(count) \(words.analysis(.questions)))")
      table(coverage.minutes, isCounted: false, to: &page)
    }
    addGaps(coverage, to: &page)
    let total = coverage.questions.total
    add(coverage.alone, .restsOnOne, coverage.aloneTotal, of: total, to: &page)
    add(coverage.overdue, .restsOnOverdue, coverage.overdueTotal, of: total, to: &page)
    return page.text
  }

  private func table(_ tally: ReachTally, isCounted: Bool = true, to page: inout TextPage) {
    for reach in Reach.allCases {
      let count = isCounted ? "  (\(words.count(tally[reach])))" : ""
      let share = percent(tally[reach], of: tally.total)
      page.line(
        "\(share)  \(words.reach(reach))\(count)", indent: 2,
        style: reach.isCovered || tally[reach] == 0 ? .plain : .bad)
    }
  }

  private func addGaps(_ coverage: Coverage, to page: inout TextPage) {
    let gaps = Reach.allCases.filter { !$0.isCovered }
    page.heading(words.analysis(.gaps))
    var isWhole = true
    for reach in gaps {
      guard let witness = coverage.witnesses[reach] else { continue }
      isWhole = false
      page.line("\(words.reach(reach)): \(words.meaning(reach))")
      page.line(command(for: witness), indent: 3, style: .dim)
    }
    if isWhole { return page.line(words.analysis(.everyQuestion)) }
    page.heading(words.analysis(.concernsWithGaps))
    for (concern, tally) in concernsWithGaps(coverage).prefix(CoverageReport.listedMax) {
      let share = percent(tally.total - tally.covered, of: tally.total)
      page.line("\(share)  \(self.name(of: concern))", indent: 2)
    }
  }

  private func concernsWithGaps(
    _ coverage: Coverage
  ) -> [(concern: ID<Concern>?, tally: ReachTally)] {
    coverage.concerns.filter { $0.value.covered < $0.value.total }
      .map { (concern: $0.key, tally: $0.value) }
      .sorted { left, right in
        let gaps = (left.tally.total - left.tally.covered, right.tally.total - right.tally.covered)
        return gaps.0 == gaps.1
          ? name(of: left.concern) < name(of: right.concern) : gaps.0 > gaps.1
      }
  }

  private func add(
    _ counts: [CoverageContact: Int], _ heading: AnalysisPhrase, _ sum: Int, of total: Int,
    to page: inout TextPage
  ) {
    let share = percent(sum, of: total).split(separator: " ").joined(separator: " ")
    page.heading("\(words.analysis(heading)): \(share)")
    let ordered = CoverageReport.ordered(counts)
    if ordered.isEmpty { page.line(words.analysis(.nothingFound)) }
    for (contact, count) in ordered.prefix(CoverageReport.listedMax) {
      page.line("\(percent(count, of: total))  \(contact.text)", indent: 2)
    }
  }

  /// Those that most rests on first.
  static func ordered(
    _ counts: [CoverageContact: Int]
  ) -> [(contact: CoverageContact, count: Int)] {
    counts.map { (contact: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? $0.contact < $1.contact : $0.count > $1.count }
  }

  private func title(_ place: ID<Area>) -> String {
    let name = registry.search.book.label(of: .area(place), language: words.language, on: day) ?? ""
    return "\(name) (\(registry.search.areas.code(of: place, on: day) ?? ""))"
  }

  private func name(of concern: ID<Concern>?) -> String {
    guard let concern else { return words.analysis(.noConcern) }
    return registry.search.name(of: .concern(concern), language: words.language, on: day)
  }

  /// One decimal, rounded so that neither nothing nor everything is claimed where it is not so.
  private func percent(_ part: Int, of whole: Int) -> String {
    Share(part, of: whole).text(in: words.language)
  }

  func command(for question: Question) -> String {
    WitnessLine(index: registry.search).text(question)
  }
}

extension CoverageReport {
  var jsonStart: String {
    "{\"asOf\":\"\(day)\",\"generation\":\(registry.routing.generation),\"places\":[\n"
  }

  func json(_ coverage: Coverage, of place: ID<Area>) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.string("place", registry.search.areas.code(of: place, on: day))
      writer.string(
        "name", registry.search.book.label(of: .area(place), language: words.language, on: day))
      write(coverage, &writer)
      writer.objects("areas", coverage.places.sorted { $0.key < $1.key }) { writer, entry in
        writer.string("area", registry.search.areas.code(of: entry.key, on: day))
        write(entry.value, "questions", &writer)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func jsonEnd(_ total: Coverage) -> String {
    var writer = JSONWriter()
    writer.object { write(total, &$0) }
    return "\n],\"total\":" + String(decoding: writer.bytes, as: UTF8.self) + "}\n"
  }

  private func write(_ coverage: Coverage, _ writer: inout JSONWriter) {
    write(coverage.questions, "questions", &writer)
    writer.number("timedQuestions", coverage.timedQuestions)
    write(coverage.minutes, "minutesOfTheWeek", &writer)
    let json = AnswerJSON(
      index: registry.search, time: registry.time, language: words.language)
    let witnesses = Reach.allCases.compactMap { reach in
      coverage.witnesses[reach].map { (reach: reach, question: $0) }
    }
    writer.objects("witnesses", witnesses) { writer, entry in
      writer.string("reach", entry.reach.rawValue)
      json.write(entry.question, &writer)
    }
    let concerns = concernsWithGaps(coverage)
    writer.objects("concernsWithGaps", concerns) { writer, entry in
      writer.string("concern", entry.concern.flatMap { registry.search.key(of: .concern($0)) })
      write(entry.tally, "questions", &writer)
    }
    write(coverage.alone, "restsOnOne", &writer)
    write(coverage.overdue, "restsOnOverdue", &writer)
  }

  private func write(_ tally: ReachTally, _ name: StaticString, _ writer: inout JSONWriter) {
    writer.object(name) { writer in
      writer.number("local", tally[.local])
      writer.number("regional", tally[.regional])
      writer.number("fallback-only", tally[.fallbackOnly])
      writer.number("number-unknown", tally[.numberUnknown])
      writer.number("unreachable", tally[.unreachable])
    }
  }

  private func write(
    _ counts: [CoverageContact: Int], _ name: StaticString, _ writer: inout JSONWriter
  ) {
    writer.objects(name, CoverageReport.ordered(counts)) { writer, entry in
      writer.string("designation", entry.contact.designation?.description)
      writer.string("function", entry.contact.function?.key)
      writer.string("organisation", entry.contact.organisation?.key)
      writer.string("name", entry.contact.text)
      writer.number("questions", entry.count)
    }
  }
}

extension CoverageContact {
  /// The function before the organisation, as everywhere.
  var text: String {
    [function?.text, organisation?.name].compactMap(\.self).joined(separator: " – ")
  }
}
