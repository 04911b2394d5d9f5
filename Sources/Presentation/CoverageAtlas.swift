package import Registry
import Analysis
package import Routing
package import Search

/// Coverage as a picture: concern by age for each municipality, and who has which function.
///
/// A page that stands alone: no script, no image, nothing fetched. Each cell is a letter on a
/// pattern of its own and a hidden word, in a table with headings, so that it can be read without
/// colour, on paper and by a screen reader alike.
package struct CoverageAtlas: Sendable {
  private let index: RoutingIndex
  private let names: SearchIndex
  private let words: any Words
  private let day: Day
  private let asker: Asker

  /// With more municipalities than a county has, only the functions are drawn.
  package static let heatMapsMax = 60

  package init(
    index: RoutingIndex, names: SearchIndex, words: any Words, day: Day, asker: Asker
  ) {
    self.index = index
    self.names = names
    self.words = words
    self.day = day
    self.asker = asker
  }

  package func page(of municipalities: [ID<Area>]) -> HTML {
    let maps =
      municipalities.count <= CoverageAtlas.heatMapsMax ? municipalities.map(heatMap) : []
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(words.analysis(.coverage)) \(day.description)</title>
      <style>
      \(CoverageAtlas.style)</style>
      </head>
      <body>
      <h1>\(words.analysis(.coverage)), \(day.description)</h1>
      \(legend(isWithMaps: !maps.isEmpty))
      \(maps)\(functions(municipalities))
      </body>
      </html>

      """
  }

  private func legend(isWithMaps: Bool) -> HTML {
    guard isWithMaps else { return .empty }
    let rows = Reach.allCases.map { reach -> HTML in
      """
      <tr>\(cell(reach))<th scope="row">\(words.reach(reach))</th>\
      <td class="text">\(words.meaning(reach))</td></tr>

      """
    }
    return "<table class=\"legend\"><tbody>\n\(rows)</tbody></table>\n"
  }

  private func heatMap(_ place: ID<Area>) -> HTML {
    let map = index.heatMap(of: place, asker: asker, on: day)
    let columns = map.ages.indices.map { column -> HTML in
      let last = column + 1 < map.ages.count ? map.ages[column + 1] - 1 : QuestionSpace.ageMax
      return "<th scope=\"col\">\(span(map.ages[column], last))</th>"
    }
    let rows = zip(map.concerns, map.cells).map { concern, cells -> HTML in
      """
      <tr><th scope="row">\(name(.concern(concern)))</th>\(cells.map(cell))</tr>

      """
    }
    return """
      <section>
      <h2>\(name(.area(place)))</h2>
      \(wide(name(.area(place))))
      <table class="map"><caption>\(words.analysis(.heatMap)): \(words.asker(asker)), \
      \(words.severity(.mild)). \(words.analysis(.heatMapReading))</caption>
      <thead><tr><td></td>\(columns)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      </section>

      """
  }

  /// Opens what holds a table wider than a phone: it scrolls, by keyboard too, not the page.
  private func wide(_ label: String) -> HTML {
    "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">"
  }

  /// An open last span is written with a plus, as on the pages.
  private func span(_ first: Int, _ last: Int) -> String {
    if last == QuestionSpace.ageMax { return first == 0 ? "0+" : "\(first)+" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  private func cell(_ reach: Reach) -> HTML {
    cell(letter(reach), reach.rawValue, words.reach(reach))
  }

  private func cell(_ letter: String, _ kind: String, _ word: String) -> HTML {
    """
    <td class="\(kind)"><span aria-hidden="true">\(letter)</span>\
    <span class="word">\(word)</span></td>
    """
  }

  /// The first letter of the word; a dash where nobody answers.
  private func letter(_ reach: Reach) -> String {
    reach == .unreachable ? "–" : words.reach(reach).prefix(1).uppercased()
  }

  private func functions(_ municipalities: [ID<Area>]) -> HTML {
    let held = index.seatedFunctions.filter { function in
      municipalities.contains { index.state(of: function, in: $0, on: day) != .absent }
    }
    let columns = held.map { function -> HTML in
      "<th scope=\"col\" class=\"tall\"><span>\(name(.function(function)))</span></th>"
    }
    let ordered = municipalities.map { (place: $0, name: name(.area($0))) }
    let rows = ordered.map { entry -> HTML in
      let cells = held.map { state(index.state(of: $0, in: entry.place, on: day)) }
      return "<tr><th scope=\"row\">\(entry.name)</th>\(cells)</tr>\n"
    }
    return """
      <section>
      <h2>\(words.analysis(.functionsHeld))</h2>
      \(wide(words.analysis(.functionsHeld)))
      <table class="map"><caption>\(words.analysis(.functionsReading)) \
      ●: \(words.analysis(.held)). ○: \(words.analysis(.vacantSeat)). \
      ·: \(words.analysis(.notThere)).</caption>
      <thead><tr><td></td>\(columns)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      </section>

      """
  }

  private func state(_ state: FunctionState) -> HTML {
    switch state {
    case .held: cell("●", "local", words.analysis(.held))
    case .vacant: cell("○", "number-unknown", words.analysis(.vacantSeat))
    case .absent: cell("·", "absent", words.analysis(.notThere))
    }
  }

  private func name(_ subject: Subject) -> String {
    names.name(of: subject, language: words.language, on: day)
  }

  /// Greys that differ in lightness, and patterns that differ in direction.
  private static let style: HTML = """
    body { font: 1rem/1.4 system-ui, sans-serif; color: #111; background: #fff; margin: 1.5rem }
    table { border-collapse: collapse; margin: 0 0 2rem; font-size: .85rem }
    .wide { overflow-x: auto; position: relative; margin: 0 0 2rem }
    .wide table { margin: 0 }
    caption { text-align: left; padding: .3rem 0; max-width: 60rem }
    th { text-align: left; font-weight: normal; padding: .15rem .4rem; vertical-align: bottom }
    td { border: 1px solid #555; text-align: center; min-width: 1.6rem; padding: .15rem .3rem }
    td.text, thead td { border: 0; text-align: left }
    td span[aria-hidden] { background: #fff; padding: 0 .2rem; border-radius: .2rem }
    .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .tall span { writing-mode: vertical-rl; transform: rotate(180deg) }
    .local { background: #fff }
    .regional { background: repeating-linear-gradient(45deg, #ddd, #ddd 2px, #fff 2px, #fff 8px) }
    .fallback-only {
      background: repeating-linear-gradient(0deg, #999, #999 2px, #ddd 2px, #ddd 6px) }
    .number-unknown {
      background: repeating-linear-gradient(135deg, #666, #666 3px, #bbb 3px, #bbb 6px) }
    .unreachable { background: #333 }
    .absent { border-color: #ccc }
    td, .tall { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    @media print { section { break-inside: avoid-page } body { margin: 0; font-size: 9pt } }

    """
}
