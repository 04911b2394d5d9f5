import Registry
import Search
import Presentation
import Web

/// What somebody has written in the finder, kept as written so that nothing is lost on a mistake.
struct FinderForm: Sendable {
  var asker = ""
  var workplace = ""
  var place = ""
  var concern = ""
  var function = ""
  var age = ""
  var severity = ""
  var wishes: [String] = []
  /// One's own words; gone as soon as they are read.
  var words = ""
  /// A chosen worry, as its key and whose it is; gone as soon as it is put in.
  var worry = ""
  /// What the words came to.
  var reading: SentenceReading?

  init() {}

  /// Put before the name of a field by a button that chooses one of several candidates.
  static let chosen = "choose-"

  /// Reads the fields of a form; unknown ones are let pass, a chosen candidate replaces what was
  /// typed.
  init(_ fields: [(name: String, value: String)]) {
    var picked: [(name: String, value: String)] = []
    for (name, value) in fields {
      if name.hasPrefix(FinderForm.chosen) {
        picked += FinderForm.replaced(by: name.dropFirst(FinderForm.chosen.count), value)
      } else {
        take(name, value.trimmed)
      }
    }
    for (name, value) in picked { take(name, value.trimmed) }
    settleWorry()
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "asker": asker = value
    case "workplace": workplace = value
    case "place": place = value
    case "concern": concern = value
    // The second list of the same tree: who chose a worry is asking about that.
    case "need": if concern.isEmpty { concern = value }
    case "words": words = String(value.prefix(FinderWords.charactersMax))
    case "worry": worry = value
    case "function": function = value
    case "age": age = value
    case "severity": severity = value
    case "wish": if !wishes.contains(value) { wishes.append(value) }
    default: break
    }
  }

  /// What the button of a candidate is called: the field it fills, and the one it empties when the
  /// word stood in another.
  static func choice(of candidate: Candidate, insteadOf field: QuestionField) -> String {
    let elsewhere = candidate.field == field ? "" : "-\(field.rawValue)"
    return chosen + candidate.field.rawValue + elsewhere
  }

  private static func replaced(
    by choice: Substring, _ value: String
  ) -> [(name: String, value: String)] {
    let fields = choice.split(separator: "-", maxSplits: 1).map(String.init)
    return fields.dropFirst().map { (name: $0, value: "") }
      + fields.prefix(1).map { (name: $0, value: value) }
  }

  /// The same as fields to send again.
  var fields: [(name: String, value: String)] {
    let single = [
      ("asker", asker), ("place", place), ("workplace", workplace), ("concern", concern),
      ("age", age), ("severity", severity), ("function", function),
    ].filter { !$0.1.isEmpty }
    return single + wishes.map { ("wish", $0) }
  }

  /// What stands in the gaps of the finder, by their names.
  ///
  /// - Parameter isWide: whether the further choices are shown though none of them was made.
  func fillings(isWide: Bool = false) -> Mould.Fillings {
    var fillings: Mould.Fillings = [
      ("asker=" + asker, " selected"), ("concern=" + concern, " selected"),
      ("severity=" + severity, " selected"), ("place", HTML(text: place)),
      ("workplace", HTML(text: workplace)), ("age", HTML(text: age)),
      ("function", HTML(text: function)),
    ]
    for wish in wishes { fillings.append(("wish=" + wish, " checked")) }
    if isPrecise { fillings.append(("precise", " open")) }
    if isWide || !function.isEmpty || !wishes.isEmpty { fillings.append(("more", " open")) }
    return fillings
  }

  /// Whether something is chosen that stands in the whole tree.
  private var isPrecise: Bool { !concern.isEmpty }

  func text(at moment: Moment, in language: Language) -> QuestionText {
    func given(_ value: String) -> String? { value.isEmpty ? nil : value }
    return QuestionText(
      asker: given(asker), workplace: given(workplace), place: place, concern: given(concern),
      function: given(function), age: given(age), severity: given(severity), wishes: wishes,
      words: given(words), moment: moment, language: language)
  }
}

/// The one form of the site: four plain questions, everything but the place may be skipped.
struct Finder {
  let edition: Edition
  let language: Language
  let day: Day
  var form = FinderForm()
  var faults: [NameFault] = []

  private var words: SiteWords { .of(language) }
  private var own: OwnWords { .of(language) }
  private var shared: any Words { Presentation.words(in: language) }

  /// Made once for an edition where nothing is wrong: then only what the asker wrote differs.
  var html: HTML {
    guard faults.isEmpty else { return Mould(gapped).filled(fillings) }
    let blank = edition.memo.value(in: language, on: day) { BlankFinder(self) }
    return blank.mould.filled(fillings)
  }

  private var fillings: Mould.Fillings {
    form.fillings(isWide: faults.contains { $0.field == .function || $0.field == .wish })
  }

  /// With gaps for everything that the asker writes and chooses.
  var gapped: HTML {
    """
    <form method="post" action="\(Shell.address(Address.answer, in: language))" \
    autocomplete="off">\(enter)
    \(FinderWords(language: language).html)\(select(
      "asker", words.whoTitle, words.whoHint, unset: words.whoUnset, options: askers))
    \(input("place", words.whereTitle, words.whereHint, suggest: "area"))
    \(input(
      "workplace", words.workTitle, words.workHint,
      suggest: "organisation organisation-kind"))
    <details\(HTML.gap("precise"))><summary>\(own.preciseTitle)</summary>
    \(concerns)\(needs)
    </details>
    \(input("age", words.ageTitle, words.ageHint, isShort: true))
    \(select(
      "severity", words.severityTitle, words.severityHint, unset: words.severityUnset,
      options: severities))
    <details\(HTML.gap("more"))><summary>\(words.moreTitle)</summary>
    \(input(
      "function", words.functionTitle, words.functionHint, suggest: "function"))
    <fieldset id="wish"><legend>\(words.wishesTitle)</legend>\(problem("wish"))\
    <div class="choices">\(wishes)</div></fieldset>
    </details>
    <button type="submit">\(words.submit)</button>
    </form>
    """
  }

  /// What the Enter key presses: without it that would be the first candidate.
  private var enter: HTML {
    guard faults.contains(where: { !$0.candidates.isEmpty }) else { return .empty }
    return "<button class=\"unseen\" type=\"submit\" tabindex=\"-1\" aria-hidden=\"true\"></button>"
  }

  private var askers: [(value: String, text: String)] {
    let shown: [Asker] = [
      .citizen, .relative, .youngPerson, .affected, .employee, .manager, .authority, .volunteer,
      .faithCommunity, .witness, .business,
    ]
    return shown.map { ($0.rawValue, shared.asker($0)) }
  }

  private var severities: [(value: String, text: String)] {
    Severity.allCases.map { ($0.rawValue, shared.severity($0)) }
  }

  private var wishes: [HTML] {
    Wish.allCases.map { wish in
      """
      <label><input type="checkbox" name="wish" value="\(wish.rawValue)"\
      \(HTML.gap("wish=\(wish.rawValue)"))> \(shared.wish(wish))</label>
      """
    }
  }

  private var options: ConcernOptions {
    edition.memo.value(in: language, on: day) {
      ConcernOptions(edition: edition, language: language, day: day)
    }
  }

  private var concerns: HTML {
    tree("concern", words.concernTitle, words.concernHint, options.worries)
  }

  /// What people need is asked for by itself: it is no worry.
  private var needs: HTML { tree("need", own.needTitle, own.needHint, options.needs) }

  private func tree(_ name: String, _ title: String, _ hint: String, _ options: HTML) -> HTML {
    field(
      name, title, hint,
      """
      <select id="\(name)" name="\(name)"\(description(name))>\
      <option value="">\(words.concernUnset)</option>\(options)</select>
      """)
  }

  private func select(
    _ name: String, _ title: String, _ hint: String, unset: String,
    options: [(value: String, text: String)]
  ) -> HTML {
    let lines = ([("", unset)] + options).map { value, text -> HTML in
      "<option value=\"\(value)\"\(HTML.gap("\(name)=\(value)"))>\(text)</option>"
    }
    return field(
      name, title, hint,
      "<select id=\"\(name)\" name=\"\(name)\"\(description(name))>\(lines)</select>")
  }

  private func input(
    _ name: String, _ title: String, _ hint: String, isShort: Bool = false,
    suggest kinds: String? = nil
  ) -> HTML {
    let style: HTML = isShort ? " class=\"short\" inputmode=\"numeric\"" : ""
    let needed: HTML = name == "place" ? " required" : ""
    let list: HTML? = kinds.map { " list=\"\(name)-list\" data-suggest=\"\($0)\"" }
    let options: HTML? = kinds.map { _ in "<datalist id=\"\(name)-list\"></datalist>" }
    return field(
      name, title, hint,
      """
      <input type="text" id="\(name)" name="\(name)" value="\(HTML.gap(name))" maxlength="200" \
      spellcheck="false"\(style)\(needed)\(list)\(description(name))>\(options)
      """)
  }

  private func field(_ name: String, _ title: String, _ hint: String, _ control: HTML) -> HTML {
    """
    <fieldset><label class="title" for="\(name)">\(title)</label>
    <p class="hint" id="\(name)-hint">\(hint)</p>\(problem(name))
    \(control)</fieldset>
    """
  }

  private func description(_ name: String) -> HTML {
    let isWrong = faults.contains { $0.field.rawValue == name }
    let wrong: HTML = isWrong ? " aria-invalid=\"true\"" : ""
    let also: HTML = isWrong ? " \(name)-fault" : ""
    return " aria-describedby=\"\(name)-hint\(also)\"\(wrong)"
  }

  /// What is wrong with a field, with the candidates as buttons that send the form anew.
  private func problem(_ name: String) -> HTML {
    faults.filter { $0.field.rawValue == name }.map { fault -> HTML in
      let choices = Choices(candidates: Array(fault.candidates.prefix(8)), field: fault.field)
      let candidates = choices.buttons.map { "<li>\($0)</li>" as HTML }
      let list: HTML =
        candidates.isEmpty
        ? "" : "<p>\(words.didYouMean)</p><ul class=\"suggestions\">\(candidates)</ul>"
      return """
        <div class="problem" id="\(name)-fault">\
        <p>\(FaultText(fault: fault, words: words).text)</p>\(list)</div>
        """
    }.joined()
  }
}

/// The finder as it is before anything is written in it.
private struct BlankFinder: Sendable {
  let mould: Mould

  init(_ finder: Finder) {
    mould = Mould(finder.gapped)
  }
}
