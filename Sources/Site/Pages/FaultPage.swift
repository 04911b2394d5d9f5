import HTTPTypes
import Registry
import Routing
import Search
import Presentation
import Web

/// The finder again where the place is not clear, with everything that was typed, what was perhaps
/// meant, and the doors that answer anywhere: a question to the asker, and no refusal.
struct FaultPage {
  let visit: Visit
  let form: FinderForm
  let refusal: Refusal

  var reply: Reply {
    .page(html, caching: .never)
  }

  private var html: HTML {
    let words = visit.words
    var shell = visit.shell(path: nil, title: words.errorMark.filled(words.faultTitle))
    shell.isForgotten = true
    shell.isAcute = refusal.isAcute
    shell.repost = Repost(path: Address.answer, fields: form.fields)
    let finder = Finder(
      edition: visit.edition, language: visit.language, day: visit.day, form: form,
      faults: refusal.faults)
    return shell.page(
      """
      <h1>\(words.faultTitle)</h1>
      <div class="problem" role="alert"><ul>\(summary)</ul><p>\(words.faultLead)</p></div>
      \(choices)\(meanwhile)
      \(finder.html)
      """)
  }

  /// What was perhaps meant, one tap each and before all else: whoever has to choose sees it on the
  /// first screen. It stands beside its field too.
  private var choices: HTML {
    guard refusal.faults.count == 1, let fault = refusal.faults.first else { return .empty }
    return Choices(candidates: fault.candidates, field: fault.field).form(asking: form, visit)
  }

  /// The doors that answer whatever is chosen, so that nobody has to wait for a choice.
  private var meanwhile: HTML {
    guard let question = refusal.meanwhile else { return .empty }
    return MeanwhileDoors(
      visit: visit, question: question,
      doors: visit.edition.routing.answer(question).doorsMeanwhile
    ).html(titled: visit.words.meanwhileTitle)
  }

  private var summary: [HTML] {
    refusal.faults.map { fault -> HTML in
      let text = FaultText(fault: fault, words: visit.words).textWithPlace
      return "<li><a href=\"#\(fault.field.rawValue)\">\(text)</a></li>"
    }
  }
}

/// What is wrong with one field: where, what, and what to do instead, for somebody at a form.
struct FaultText {
  let fault: NameFault
  let words: SiteWords

  /// Under the field itself.
  var text: String {
    if fault.written.isEmpty, fault.field == .place { return words.placeNeeded }
    return "\(what) \(advice)"
  }

  /// Away from the field, which is then named by the question that stands above it.
  var textWithPlace: String { "\(title) \(text)" }

  private var what: String {
    switch fault.reason {
    case .unknown: words.notUnderstood.filled(fault.written)
    case .ambiguous: words.severalMeanings.filled(fault.written)
    case .malformed: words.notReadable.filled(fault.written)
    case .split: words.splitPlace.filled(fault.written)
    }
  }

  private var advice: String {
    if fault.reason == .split { return words.splitHelp }
    if fault.reason == .ambiguous, !fault.candidates.isEmpty { return words.chooseHelp }
    return switch fault.field {
    case .place: words.placeHelp
    case .workplace: words.workHelp
    case .function: words.functionHelp
    case .age: words.ageHelp
    case .asker, .concern, .severity, .wish: words.listHelp
    }
  }

  private var title: String {
    switch fault.field {
    case .asker: words.whoTitle
    case .workplace: words.workTitle
    case .place: words.whereTitle
    case .concern: words.concernTitle
    case .function: words.functionTitle
    case .age: words.ageTitle
    case .severity: words.severityTitle
    case .wish: words.wishesTitle
    }
  }
}
