import Registry
import Presentation
import Web

/// The first page: what the site is for in one breath, then the one form.
struct StartPage {
  let visit: Visit
  /// A language that the reader seems to prefer to this one; offered, never chosen for them.
  let offered: Language?

  var html: HTML {
    let words = visit.words
    let shell = visit.shell(path: "/", title: words.slogan)
    return shell.page(
      """
      \(offer)<h1>\(words.slogan)</h1>
      <p class="lead">\(words.lead)</p>
      \(Finder(edition: visit.edition, language: visit.language, day: visit.day).html)
      \(position)
      """)
  }

  /// Where scripts run it is moved to the field of the place; without them it is not shown.
  private var position: HTML {
    let words = visit.words
    return """
      <p class="small" hidden data-shapes="\(Address.shapes)\(visit.language.code)" \
      data-wait="\(words.positionWait)" data-question="\(words.positionQuestion)" \
      data-failed="\(words.positionFailed)"><button class="plain" type="button">\
      \(words.positionAsk)</button> <span role="status"></span></p>
      """
  }

  private var offer: HTML {
    guard let offered, offered != visit.language else { return .empty }
    return """
      <p class="offer"><a href="\(Shell.address("/", in: offered))" lang="\(offered.code)" \
      hreflang="\(offered.code)">\(SiteWords.of(offered).alsoIn)</a></p>

      """
  }
}
