import Registry
import Search
import Web

/// The ladder of contacts as a path from cairn to cairn, with everything that explains it.
struct AnswerPage {
  let visit: Visit
  let answer: Answer
  let understood: [Understanding]
  let form: FinderForm

  private var words: SiteWords { visit.words }
  private var shared: any Words { visit.shared }
  private var isAcute: Bool { answer.question.severity == .acute }

  var html: HTML {
    let frames = visit.edition.memo.value(in: visit.language, on: visit.day) {
      AnswerFrames(visit.language)
    }
    let frame = isAcute ? frames.acute : frames.calm
    return frame.filled(["fields": Repost.hidden(form.fields), "content": content])
  }

  private var content: HTML {
    let finder = Finder(
      edition: visit.edition, language: visit.language, day: visit.day, form: form)
    return """
      \(visit.shell(path: nil, title: words.answerTitle).staleness)\
      <div class="answer"><h1>\(words.answerTitle)</h1>
      \(summary)\(ladder)\(AnswerAppendix(visit: visit, answer: answer).html)\(validity)\(paper)\
      </div>
      <p class="noprint"><button class="plain" type="button" data-print hidden>\(words.printPage)\
      </button></p>
      <p class="small soft noprint">\(words.exitHint)</p>
      <section class="noprint again" id="endre"><h2>\(words.askAgain)</h2>\(finder.html)</section>
      """
  }

  private var summary: HTML {
    var parts: [HTML] = [visit.name(.area(answer.question.place))]
    if case .unit(let unit)? = answer.question.workplace {
      parts.append(visit.name(.organisation(unit)))
    }
    if case .kind(let kind)? = answer.question.workplace {
      parts.append(visit.name(.organisationKind(kind)))
    }
    if let function = answer.question.function { parts.append(visit.name(.function(function))) }
    if let concern = answer.question.concern { parts.append(visit.name(.concern(concern))) }
    if let age = answer.question.age, case .years(let years) = age {
      parts.append("\(shared.years(String(years)))")
    }
    if let severity = answer.question.severity { parts.append("\(shared.severity(severity))") }
    let remarks = understood.map { "<li>\(shared.understanding($0))</li>" as HTML }
    let list: HTML = remarks.isEmpty ? "" : "<ul class=\"small\">\(remarks)</ul>"
    return """
      <p class="lead">\(parts.joined(" · ")) \
      <a class="small noprint" href="#endre">\(words.askAgain)</a></p>\(list)

      """
  }

  private var ladder: HTML {
    Tier.allCases.map { tier -> HTML in
      let steps = AnswerPage.steps(of: answer.ladder, in: tier)
      guard !steps.isEmpty else { return .empty }
      return """
        <section class="tier \(tier.rawValue)"><h2>\(shared.tier(tier))</h2>
        <ol class="ladder">\(steps.map { step($0) })</ol></section>

        """
    }.joined()
  }

  /// The rungs of a tier by their places; equal doors stand side by side in one step of the path.
  static func steps(of ladder: [Rung], in tier: Tier) -> [[Int]] {
    var steps: [[Int]] = []
    for place in ladder.indices where ladder[place].tier == tier {
      if ladder[place].relation == .equal, !steps.isEmpty {
        steps[steps.count - 1].append(place)
      } else {
        steps.append([place])
      }
    }
    return steps
  }

  private func step(_ places: [Int]) -> HTML {
    let isFirst = places.contains { answer.ladder[$0].relation == .first }
    let isGap = places.allSatisfy { answer.ladder[$0].isGap }
    let marks: HTML = isFirst ? " class=\"first\"" : (isGap ? " class=\"gap\"" : "")
    let cards = places.map { place in
      DoorCard(visit: visit, rung: answer.ladder[place], asked: answer.question.moment).html
    }
    let start: HTML? = isFirst ? "<p class=\"start\">\(words.firstDoor)</p>" : nil
    return """
      <li\(marks)>\(Pictures.cairn(class: "cairn"))\(start)\
      <div class="doors">\(cards)</div></li>

      """
  }

  /// When and from what the printed page was made.
  private var paper: HTML {
    var documents: [String] = []
    for place in answer.ladder.indices {
      for document in [
        answer.ladder[place].why.plan?.text, answer.ladder[place].contact.source?.document,
      ] {
        if let document, !documents.contains(document) { documents.append(document) }
      }
    }
    return """
      <p class="small onpaper">\(words.printedOn.filled(visit.long(visit.day))) \
      \(shared.phrase(.source)): \(visit.told(documents.joined(separator: "; ")))</p>

      """
  }

  private var validity: HTML {
    guard let until = answer.holdsUntil else { return .empty }
    let text = shared.holdsUntil(DateText.long(until, in: visit.language))
    return "<p class=\"small soft noprint\">\(text)</p>\n"
  }
}

extension Rung {
  /// Stands at its place without a way to reach anybody.
  var isGap: Bool {
    switch contact.status {
    case .vacant, .unknownNumber: true
    case .confirmed, .unconfirmed, .ownWorkplace, .described: false
    }
  }
}

/// What stands around every answer in a language, with gaps for the answer and for what was asked.
private struct AnswerFrames: Sendable {
  let calm: Mould
  /// Where 112 stands above everything.
  let acute: Mould

  init(_ language: Language) {
    func frame(isAcute: Bool) -> Mould {
      let title = SiteWords.of(language).answerTitle
      var shell = Shell(language: language, path: nil, title: title)
      shell.hasExit = true
      shell.isAcute = isAcute
      shell.repost = Repost(path: "/svar", hidden: .gap("fields"))
      return Mould(shell.page(.gap("content")))
    }
    calm = frame(isAcute: false)
    acute = frame(isAcute: true)
  }
}
