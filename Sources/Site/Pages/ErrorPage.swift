import HTTPTypes
import Registry
import Presentation
import Web

/// What went wrong, in plain words, under the emergency numbers.
struct ErrorPage {
  let problem: RequestProblem
  let language: Language
  /// The form that could not be answered now.
  var repost: Repost?

  private var words: SiteWords { .of(language) }

  var reply: Reply {
    .page(html, status: HTTPResponse.Status(code: problem.status), caching: .never)
  }

  var html: HTML {
    var shell = Shell(language: language, path: nil, title: title)
    shell.repost = repost
    return shell.page(
      """
      <h1>\(title)</h1>
      <p class="lead">\(text)</p>
      \(again)
      <p><a class="button" href="\(shell.address("/"))">\(words.toStart)</a></p>
      <p><a href="\(shell.address(Address.search))">\(words.navSearch)</a></p>
      """)
  }

  private var again: HTML {
    guard let repost else { return .empty }
    return repost.form(to: language, "<button type=\"submit\">\(words.tryAgain)</button>")
  }

  private var isBusy: Bool { problem.type == RequestProblem.busy.type }

  private var title: String {
    switch problem.status {
    case 404: words.errorNotFound
    case 405: words.errorMethod
    case 410: words.errorGone
    case 413: words.errorTooLarge
    case 429: words.errorTooMany
    case 501: words.errorRefused
    case 503: isBusy ? words.errorBusy : words.errorAway
    case 500...: words.errorServer
    default: words.errorRefused
    }
  }

  private var text: String {
    switch problem.status {
    case 404: words.errorNotFoundText
    case 405: words.errorMethodText
    case 410: problem.problem.detail ?? ""
    case 413: words.errorTooLargeText
    case 429: words.errorTooManyText.filled(words.seconds(problem.retryAfterSeconds ?? 1))
    case 503 where isBusy:
      words.errorBusyText.filled(words.seconds(problem.retryAfterSeconds ?? 1))
    case 503: words.errorAwayText
    case 501: words.errorRefusedText
    case 500...: words.errorServerText
    default: words.errorRefusedText
    }
  }
}
