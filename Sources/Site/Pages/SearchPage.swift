import Registry
import Search
import Presentation
import Web

/// The search form and what was found, grouped by what it is. The words come by POST only.
struct SearchPage {
  let visit: Visit
  /// What was looked for; nil when the form is only shown.
  let asked: String?

  /// Groups in the order they are shown, with how many of each.
  private static let groups: [(kind: Subject.Kind, countMax: Int)] = [
    (.area, 8), (.function, 8), (.organisation, 12), (.person, 5), (.concern, 8), (.offering, 8),
    (.measure, 8), (.plan, 8),
  ]

  private var words: SiteWords { visit.words }

  var html: HTML {
    var shell = visit.shell(path: asked == nil ? Address.search : nil, title: words.searchTitle)
    if let asked { shell.repost = Repost(path: Address.search, fields: [("q", asked)]) }
    return shell.page(
      """
      <h1>\(words.searchTitle)</h1>
      <form method="post" action="\(visit.address(Address.search))" role="search" \
      autocomplete="off">
      <label class="title" for="q">\(words.searchLabel)</label>
      <p class="hint" id="q-hint">\(words.searchHint)</p>
      <div class="inline"><input type="text" id="q" name="q" value="\(asked ?? "")" \
      maxlength="100" spellcheck="false" aria-describedby="q-hint" enterkeyhint="search" required \
      list="q-list" data-suggest="area function organisation concern offering measure plan">\
      <datalist id="q-list"></datalist>
      <button type="submit">\(words.searchButton)</button></div>
      </form>
      \(results)
      """)
  }

  private var results: HTML {
    guard let asked, !asked.isEmpty else { return .empty }
    let found = visit.edition.search.find(asked, groups: SearchPage.groups)
    let groups = zip(SearchPage.groups, found).compactMap { group, found -> HTML? in
      let hits = shown(found, group.kind)
      guard !hits.isEmpty else { return nil }
      let lines = hits.map { line($0) }
      return """
        <section><h3>\(visit.shared.subject(group.kind))</h3><ul class="results">\(lines)</ul>\
        </section>

        """
    }
    guard !groups.isEmpty else {
      return """
        <section aria-live="polite"><h2>\(words.searchNothing.filled(asked))</h2>
        <p>\(words.searchTry)</p></section>
        """
    }
    return """
      <section aria-live="polite"><h2>\(words.searchFound.filled(asked))</h2>
      \(groups)</section>
      """
  }

  /// What fits; a person is public by a seat that is.
  private func shown(_ found: [SearchHit], _ kind: Subject.Kind) -> [SearchHit] {
    let close = found.filter { $0.level < .typo }
    let best = close.isEmpty ? found : close
    guard kind == .person else { return best }
    return best.filter { !held(by: ID(bits: $0.subject.bits)).isEmpty }
  }

  private func line(_ hit: SearchHit) -> HTML {
    let label = visit.text(hit.subject)
    let isOther = hit.subject.kind != .measure && hit.text != label
    let other: HTML? =
      isOther ? " <span class=\"small soft\">\(words.searchAs.filled(hit.text))</span>" : nil
    return "<li>\(target(hit.subject))\(other)</li>"
  }

  private func target(_ subject: Subject) -> HTML {
    switch subject.kind {
    case .concern: return ask(subject)
    case .person: return seats(ID(bits: subject.bits))
    case .measure:
      guard let measure = visit.directory.measures[ID(bits: subject.bits)],
        let plan = visit.directory.plans[measure.plan]
      else { return visit.name(subject) }
      let address = visit.address(
        "\(Address.plans)\(plan.key)\(Address.measure)\(PlanPage.anchor(measure))")
      return """
        <a href="\(address)">\(visit.told("\(measure.number) \(measure.title)"))</a> \
        <span class="small soft">\(visit.told(plan.title))</span>
        """
    case .offering:
      guard let provider = provider(subject) else { return visit.name(subject) }
      let path = visit.path(of: .organisation(provider)) ?? "/"
      return """
        <a href="\(visit.address(path))#tilbud">\(visit.name(subject))</a> \
        <span class="small soft">\(visit.name(.organisation(provider)))</span>
        """
    case .area:
      return """
        \(visit.link(subject)) <span class="small soft">\(ended(subject) ?? kind(subject))</span>
        """
    case .organisation where visit.isGone(ID<Organisation>(bits: subject.bits)):
      let end = visit.end(of: ID(bits: subject.bits)).map { visit.long($0) } ?? ""
      return """
        \(visit.name(subject)) <span class="small soft">\(words.closedSince.filled(end))</span>
        """
    case .organisation:
      return "\(visit.link(subject)) <span class=\"small soft\">\(around(subject))</span>"
    default: return visit.link(subject)
    }
  }

  /// What became of an area that is no more.
  private func ended(_ area: Subject) -> HTML? {
    let id = ID<Area>(bits: area.bits)
    guard visit.isGone(id), let end = visit.areas.area(id)?.valid.until else { return nil }
    let successors = visit.areas.successors(of: id).map { visit.link(.area($0.successor)) }
    return "\(words.mergedText.filled(visit.long(end))) \(successors.joined(", "))"
  }

  private func provider(_ offering: Subject) -> ID<Organisation>? {
    visit.directory.offerings[ID(bits: offering.bits)]?.provider
  }

  private func kind(_ area: Subject) -> HTML {
    let id = ID<Area>(bits: area.bits)
    let kind = visit.areas.kind(of: id).map { visit.name(.areaKind($0.id)) }
    let around = visit.areas.parents(of: id).filter { $0.valid.contains(visit.day) }.map(\.parent)
    let nearest = around.filter { visit.areas.kind(of: $0)?.key != "police-district" }
      .min { rank($0) < rank($1) }
    let parent = nearest.map { visit.name(.area($0)) }
    return [kind, parent].compactMap(\.self).joined(", ")
  }

  private func rank(_ area: ID<Area>) -> Int { visit.areas.kind(of: area)?.rank ?? 0 }

  private func around(_ organisation: Subject) -> HTML {
    let id = ID<Organisation>(bits: organisation.bits)
    let form = visit.directory.form(of: id, on: visit.day)
    let parent = visit.directory.parents(of: id).first { $0.valid.contains(visit.day) }
    return [
      form.map { visit.name(.organisationKind($0.kind)) },
      parent.map { visit.name(.organisation($0.parent)) },
    ].compactMap(\.self).joined(", ")
  }

  /// A worry leads to the finder with it chosen; by POST, so that no address tells of it.
  private func ask(_ concern: Subject) -> HTML {
    let key = visit.edition.search.key(of: concern) ?? ""
    return """
      <form method="post" action="\(visit.address(Address.answer))" class="asking">\
      <input type="hidden" name="concern" value="\(key)">\
      <button class="plain" type="submit">\(visit.name(concern))\
      <span class="unseen"> – \(words.searchAskConcern)</span></button></form>
      """
  }

  private func seats(_ person: ID<Person>) -> HTML {
    let lines = held(by: person).map { seat -> HTML in
      """
      <a href="\(SeatLine(visit: visit, seat: seat).record)">\
      \(visit.name(.function(seat.function))), \(visit.name(.organisation(seat.organisation)))</a>
      """
    }
    let subject = Subject(kind: .person, bits: person.bits)
    return "\(visit.name(subject)): \(lines.joined(" · "))"
  }

  /// The public seats that somebody holds today.
  private func held(by person: ID<Person>) -> [Designation] {
    visit.directory.seats(heldBy: person, on: visit.day)
  }
}
