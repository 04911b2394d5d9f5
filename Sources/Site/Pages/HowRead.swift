import Registry
import Search
import Presentation
import Web

/// How one's own words were read, on the answer: the reading, the two next ones and a lesser
/// severity by one tap each, and quietly whom words of danger call for.
struct HowRead {
  let visit: Visit
  let form: FinderForm

  private var words: OwnWords { .of(visit.language) }

  func write(on page: inout HTML) {
    guard let reading = form.reading else { return }
    page += "<div class=\"howread\">"
    if let code = reading.foreign { write(foreign: code, on: &page) }
    for danger in reading.dangers { write(danger, on: &page) }
    if reading.foreign == nil { page += readLine(reading) }
    page += "</div>\n"
  }

  private func readLine(_ reading: SentenceReading) -> HTML {
    let parts = parts(reading)
    let told: HTML =
      parts.isEmpty
      ? "\(words.nothingRead)"
      : "\(words.readAs) <strong>\(parts.joined(separator: " · "))</strong>."
    let passed = reading.ignored.map {
      $0 == .names ? words.ignoredNames : words.ignoredNumbers
    }
    let notes = ([""] + passed + [words.notKept]).joined(separator: " ")
    return "<p>\(told)\(notes)</p>\(choices(reading))"
  }

  private func parts(_ reading: SentenceReading) -> [String] {
    var parts: [String] = []
    if let concern = reading.concern { parts.append(name(.concern(concern))) }
    if let asker = reading.asker { parts.append(visit.shared.asker(asker)) }
    if let workplace = reading.workplace { parts.append(name(.organisationKind(workplace))) }
    if case .years(let years)? = reading.age { parts.append(visit.shared.years(String(years))) }
    if let severity = reading.severity { parts.append(visit.shared.severity(severity)) }
    return parts
  }

  /// Buttons that ask the same again with one thing otherwise.
  private func choices(_ reading: SentenceReading) -> HTML {
    let others = reading.others.map { concern -> HTML in
      let key = visit.edition.search.key(of: .concern(concern)) ?? ""
      return """
        <button class="plain" type="submit" name="concern" value="\(key)">\
        <bdi>\(name(.concern(concern)))</bdi></button>
        """
    }
    let lesser: HTML =
      reading.severity == nil
      ? .empty
      : """
      <button class="plain" type="submit" name="severity" value="\(Severity.mild.rawValue)">\
      \(words.lessGrave)</button>
      """
    guard !others.isEmpty || reading.severity != nil else { return .empty }
    let lead: HTML = others.isEmpty ? .empty : "<span>\(words.meant)</span> "
    return """
      <form class="noprint" method="post" action="\(visit.address(Address.answer))">\
      \(Repost.hidden(form.fields))\(lead)\(others)\(lesser)</form>
      """
  }

  private func write(_ danger: Danger, on page: inout HTML) {
    switch danger {
    case .police: page += line(words.danger, "112", "112")
    case .ambulance: page += line(words.lifeDanger, "113", "113")
    case .crisis: page += line(words.hardThoughts, "116 123", "116123")
    }
  }

  private func line(_ text: String, _ number: String, _ dial: String) -> HTML {
    "<p class=\"small\">\(text) <a href=\"tel:\(dial)\">\(number)</a></p>"
  }

  /// A text in another language: what to do in that language where somebody could check the words,
  /// and in any case the sentence to show.
  private func write(foreign code: String, on page: inout HTML) {
    guard let language = Lexicon.shipped.languages.first(where: { $0.code == code }) else { return }
    let direction = language.isRightToLeft ? "rtl" : "ltr"
    func own(_ key: String, _ tag: HTML) -> HTML {
      guard let text = language.texts[key] else { return .empty }
      return "<\(tag) lang=\"\(code)\" dir=\"\(direction)\">\(text)</\(tag)>"
    }
    page += """
      <section class="foreign"><h2>\(words.littleNorwegian)</h2>
      \(own("title", "p"))\(own("emergency", "p"))
      <p>\(words.sayThis) \(own("show", "span"))</p>
      <blockquote lang="nb">Jeg trenger tolk på \(language.name).</blockquote>
      \(own("below", "p"))
      <p>\(words.foreignRead.filled(language.name)) \(words.danger) <a href="tel:112">112</a>.</p>
      </section>
      """
  }

  private func name(_ subject: Subject) -> String {
    visit.edition.search.name(of: subject, language: visit.language, on: visit.day)
  }
}
