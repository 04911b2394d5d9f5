import Registry
import Search
import Presentation
import Web

/// The ladder of contacts as a path from cairn to cairn, with everything that explains it.
struct AnswerPage {
  let visit: Visit
  let answer: Answer
  let understood: [Understanding]
  /// The words without which it is answered.
  var notUnderstood: [NameFault] = []
  let form: FinderForm

  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }
  private var isAcute: Bool { answer.question.severity == .acute }
  /// Whether an ambulance belongs beside the police.
  private var isAboutHealth: Bool {
    answer.ladder.contains { $0.contact.channels.contains { $0.value == "113" } }
  }

  var html: HTML {
    let frames = visit.edition.memo.value(in: visit.language, on: visit.day) {
      AnswerFrames(visit.edition, visit.language, visit.day)
    }
    let frame = isAcute ? isAboutHealth ? frames.health : frames.acute : frames.calm
    return HTML(room: frame.bytes + 1024 + answer.ladder.count * 2048) { page in
      frame.beginning.fill([("fields", Repost.hidden(form.fields))], on: &page)
      if visit.stale != nil { page += visit.shell(path: nil, title: "").staleness }
      page += frame.heading
      summary(on: &page)
      HowRead(visit: visit, form: form).write(on: &page)
      page += "<div class=\"sides\"><div>"
      AnswerLadder(visit: visit, answer: answer, isAcute: isAcute).write(on: &page)
      page += "</div><div>"
      AnswerAppendix(visit: visit, answer: answer).write(on: &page)
      validity(on: &page)
      page += "</div></div>\n"
      paper(on: &page)
      frame.finder.fill(form.fillings(), on: &page)
      page += frame.ending
    }
  }

  private func summary(on page: inout HTML) {
    let question = answer.question
    page += "<p class=\"lead\">"
    let line = visit.edition.search.placeLine(
      of: question.place, on: visit.day, in: visit.language)
    for (mark, area) in line {
      page.add(mark)
      visit.name(.area(area), on: &page)
    }
    func part(_ subject: Subject) {
      page += " · "
      visit.name(subject, on: &page)
    }
    func words(_ text: String) {
      page += " · "
      page.add(text)
    }
    words(shared.asker(question.asker ?? .citizen))
    switch question.workplace {
    case .unit(let unit)?: part(.organisation(unit))
    case .kind(let kind)?: part(.organisationKind(kind))
    case nil: break
    }
    if let function = question.function { part(.function(function)) }
    if let concern = question.concern { part(.concern(concern)) }
    switch question.age {
    case .years(let years)?: words(shared.years(String(years)))
    case .unborn?: words(shared.phrase(.unborn))
    case nil: break
    }
    if let severity = question.severity { words(shared.severity(severity)) }
    if !question.wishes.isEmpty {
      for wish in question.wishes.map({ shared.wish($0) }).sorted() { words(wish) }
    }
    page += " <a class=\"small noprint\" href=\"#endre\">"
    page.add(self.words.askAgain)
    page += "</a></p>"
    if !understood.isEmpty {
      page += "<ul class=\"small\">"
      for remark in understood {
        let others = Choices(candidates: remark.others, field: remark.field)
        page += "<li>\(shared.understanding(remark.alone))\(others.form(asking: form, visit))</li>"
      }
      page += "</ul>"
    }
    page += NotUnderstood(visit: visit, faults: notUnderstood, form: form).html
    let unmet = visit.edition.search.unmetWishes(of: answer).map { shared.wish($0) }
    if !unmet.isEmpty {
      page += "<p class=\"small\">\(shared.phrase(.unmet)): \(unmet.joined(separator: ", "))</p>"
    }
    page += "\n"
  }

  /// When and from what the printed page was made.
  private func paper(on page: inout HTML) {
    var documents: [String] = []
    func add(_ document: String?) {
      if let document, !documents.contains(document) { documents.append(document) }
    }
    for place in answer.ladder.indices {
      add(answer.ladder[place].why.plan?.text)
      add(answer.ladder[place].contact.source?.document)
    }
    page += "<p class=\"small onpaper\">"
    let time = visit.moment.minute.map { " " + DateText.clock($0) } ?? ""
    page.add(words.printedOn.filled(visit.long(visit.day) + time))
    page += " "
    page.add(shared.phrase(.source))
    page += ": "
    visit.tell(documents, between: "; ", on: &page)
    page += "</p>\n"
  }

  private func validity(on page: inout HTML) {
    guard let until = answer.holdsUntil else { return }
    page += "<p class=\"small soft noprint\">"
    page.add(shared.holdsUntil(DateText.long(until, in: visit.language)))
    page += "</p>\n"
  }
}

/// What stands around every answer in a language, with gaps for what was asked.
///
/// A class, because the memo hands it out with every answer.
private final class AnswerFrames: Sendable {
  struct Frame: Sendable {
    let beginning: Mould
    let heading: HTML
    /// The form to ask again, and what stands between it and the answer.
    let finder: Mould
    let ending: HTML
    /// How much room all of it takes.
    let bytes: Int
  }

  let calm: Frame
  /// Where 112 stands above everything.
  let acute: Frame
  /// The same with 113 beside it.
  let health: Frame

  init(_ edition: Edition, _ language: Language, _ day: Day) {
    let words = SiteWords.of(language)
    let finder = Finder(edition: edition, language: language, day: day)
    let again: HTML = """
      </div>
      <p class="noprint"><button class="plain" type="button" data-print hidden>\(words.printPage)\
      </button></p>
      <p class="small soft noprint">\(words.exitHint)</p>
      <section class="noprint again" id="endre"><h2>\(words.askAgain)</h2>\(finder.gapped)</section>
      """
    func frame(isAcute: Bool = false, isAboutHealth: Bool = false) -> Frame {
      var shell = Shell(language: language, path: nil, title: words.answerTitle)
      shell.isForgotten = true
      shell.isAcute = isAcute
      shell.isAboutHealth = isAboutHealth
      shell.repost = Repost(path: Address.answer, hidden: .gap("fields"))
      let (beginning, ending) = (shell.beginning, shell.ending)
      return Frame(
        beginning: Mould(beginning),
        heading: "<div class=\"answer\"><h1>\(words.answerTitle)</h1>\n", finder: Mould(again),
        ending: ending, bytes: beginning.bytes.count + again.bytes.count + ending.bytes.count)
    }
    calm = frame()
    acute = frame(isAcute: true)
    health = frame(isAcute: true, isAboutHealth: true)
  }
}
