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
    var shell = visit.shell(path: nil, title: words.answerTitle)
    shell.hasExit = true
    shell.isAcute = isAcute
    shell.repost = Repost(path: "/svar", fields: form.fields)
    let finder = Finder(
      edition: visit.edition, language: visit.language, day: visit.day, form: form)
    return shell.page(
      """
      <div class="answer"><h1>\(words.answerTitle)</h1>
      \(summary)\(ladder)\(AnswerAppendix(visit: visit, answer: answer).html)\(validity)\(paper)\
      </div>
      <p class="noprint"><button class="plain" type="button" data-print hidden>\(words.printPage)\
      </button></p>
      <p class="small soft noprint">\(words.exitHint)</p>
      <section class="noprint again" id="endre"><h2>\(words.askAgain)</h2>\(finder.html)</section>
      """)
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
      let rungs = answer.ladder.filter { $0.tier == tier }
      guard !rungs.isEmpty else { return .empty }
      let steps = AnswerPage.sideBySide(rungs).map { doors -> HTML in
        let isFirst = doors.contains { $0.relation == .first }
        let isGap = doors.allSatisfy(\.isGap)
        let marks: HTML = isFirst ? " class=\"first\"" : (isGap ? " class=\"gap\"" : "")
        let cards = doors.map { rung in
          DoorCard(visit: visit, rung: rung, asked: answer.question.moment).html
        }
        let start: HTML? = isFirst ? "<p class=\"start\">\(words.firstDoor)</p>" : nil
        return """
          <li\(marks)>\(Pictures.cairn(class: "cairn"))\(start)\
          <div class="doors">\(cards)</div></li>

          """
      }
      return """
        <section class="tier \(tier.rawValue)"><h2>\(shared.tier(tier))</h2>
        <ol class="ladder">\(steps)</ol></section>

        """
    }.joined()
  }

  /// Equal doors stand side by side in one step of the path.
  static func sideBySide(_ rungs: [Rung]) -> [[Rung]] {
    var steps: [[Rung]] = []
    for rung in rungs {
      if rung.relation == .equal, !steps.isEmpty {
        steps[steps.count - 1].append(rung)
      } else {
        steps.append([rung])
      }
    }
    return steps
  }

  /// When and from what the printed page was made.
  private var paper: HTML {
    let documents = answer.ladder.flatMap { [$0.why.plan?.text, $0.contact.source?.document] }
      .compactMap(\.self).unique
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
