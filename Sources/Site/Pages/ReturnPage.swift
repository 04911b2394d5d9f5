import Registry
import Routing
import Search
import Presentation
import Web

/// What stands where an answer stood, for who asks for its address: the answer was not kept.
struct ReturnPage {
  let visit: Visit

  var html: HTML {
    let words = visit.words
    var shell = visit.shell(path: nil, title: words.returnTitle)
    shell.addresses = Dictionary(
      uniqueKeysWithValues: Site.languages.map { ($0, Shell.address(Address.answer, in: $0)) })
    let finder = Finder(edition: visit.edition, language: visit.language, day: visit.day)
    return shell.page(
      """
      <h1>\(words.returnTitle)</h1>
      <p class="lead">\(words.returnText)</p>
      \(doors)
      \(finder.html)
      """)
  }

  /// The doors of the whole country at this hour, each number once.
  private var doors: HTML {
    guard let country = visit.areas.country(on: visit.day) else { return .empty }
    let question = Question(place: country, moment: visit.moment, language: visit.language)
    let doors = visit.edition.routing.answer(question).doorsMeanwhile
    return MeanwhileDoors(visit: visit, question: question, doors: doors)
      .html(titled: visit.words.meanwhileTitle)
  }
}

/// Some doors one below another, while there is no answer.
struct MeanwhileDoors {
  let visit: Visit
  let question: Question
  let doors: [Rung]

  func html(titled title: String) -> HTML {
    guard !doors.isEmpty else { return .empty }
    let card = DoorCard(visit: visit, question: question)
    let steps = doors.map { door -> HTML in
      HTML { page in
        page += "<li>"
        page += Pictures.cairnOfStep
        page += "<div class=\"doors\">"
        card.write(door, on: &page)
        page += "</div></li>\n"
      }
    }
    return """
      <section class="tier fallback"><h2>\(title)</h2>
      <ol class="ladder">\(steps)</ol></section>
      """
  }
}
