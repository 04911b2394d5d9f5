import Registry
import Presentation
import Web

/// The frame around every page: name, emergency numbers, menu, languages, footer.
struct Shell {
  let language: Language
  /// The address of this page without its language, such as `/om`; nil when it has none (answers).
  var path: String?
  var title: String
  /// Answer pages can be left quickly.
  var hasExit = false
  /// At acute 112 stands alone and large.
  var isAcute = false
  /// When the registry was last read, in words, when it cannot be read now.
  var stale: String?
  /// The address of the same page as JSON.
  var json: String?
  /// Where the page stands in each language, when that is not the path behind the language.
  var addresses: [Language: String]?
  /// What to send again to have the same page in another language.
  var repost: Repost?
  /// A record that search engines should leave alone.
  var hidesFromSearchEngines = false

  var words: SiteWords { .of(language) }

  func page(_ content: HTML) -> HTML {
    "\(beginning)\(content)\(ending)"
  }

  /// All that stands above the content.
  var beginning: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.code)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) – \(words.siteName)</title>
    <link rel="stylesheet" href="\(StyleSheet.asset.path)">
    <link rel="icon" href="\(Pictures.icon.path)" type="image/svg+xml">
    <script src="\(Script.asset.path)" defer></script>
    \(alternates)\(machines)</head>
    <body\(hasExit ? " class=\"leaving\"" as HTML : "")>
    <a class="skip" href="#innhold">\(words.skipToContent)</a>
    \(exit)\(header)\(emergency)
    \(Shell.contentTag)\(staleness)
    """
  }

  private static let contentTag: HTML = "<main id=\"innhold\" class=\"wide\" tabindex=\"-1\">\n"
  /// Behind these bytes what is told above the content stands, on every page once.
  static let contentStart = contentTag.bytes

  /// All that stands below the content.
  var ending: HTML {
    """

    </main>
    \(footer)
    </body>
    </html>

    """
  }

  /// The address of a path in this page's language.
  func address(_ path: String) -> String {
    Shell.address(path, in: language)
  }

  static func address(_ path: String, in language: Language) -> String {
    language == .bokmål ? path : "/\(language.code)\(path == "/" ? "" : path)"
  }

  private var alternates: HTML {
    if path == nil || hidesFromSearchEngines {
      return "<meta name=\"robots\" content=\"noindex\">\n"
    }
    return Shell.languages.map { other, _ -> HTML in
      "<link rel=\"alternate\" hreflang=\"\(other.code)\" href=\"\(here(in: other))\">\n"
    }.joined()
  }

  /// The same page for programs, and where the whole API is described.
  private var machines: HTML {
    let same: HTML? = jsonAddress.map {
      "<link rel=\"alternate\" type=\"application/json\" href=\"\($0)\">\n"
    }
    return """
      \(same)<link rel="service-desc" type="application/json" href="\(Address.openAPI)">

      """
  }

  /// Names in the JSON are in the language of the page.
  private var jsonAddress: String? {
    json.map { Shell.spoken($0, in: language) }
  }

  /// The address of something of the API, with names in that language.
  static func spoken(_ path: String, in language: Language) -> String {
    language == .bokmål ? path : "\(path)?lang=\(language.code)"
  }

  private func here(in other: Language) -> String {
    addresses?[other] ?? Shell.address(path ?? "/", in: other)
  }

  private static let languages: [(Language, String)] = [
    (.bokmål, "Bokmål"), (.nynorsk, "Nynorsk"), (.english, "English"),
  ]

  private var exit: HTML {
    guard hasExit else { return .empty }
    return """
      <div class="exit"><a href="\(Shell.exitAddress)" rel="nofollow noreferrer" data-exit>\
      \(words.exit)</a></div>

      """
  }

  /// A page that tells nothing about where one came from.
  static let exitAddress = "https://www.yr.no/"

  private var header: HTML {
    let links = [
      ("/", words.navStart), (Address.search, words.navSearch), (Address.about, words.navAbout),
    ].map { target, text -> HTML in
      let current: HTML = path == target ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(address(target))\"\(current)>\(text)</a></li>"
    }
    return """
      <header class="top"><div class="wide">
      <a class="name" href="\(address("/"))">\(Pictures.cairn(class: ""))\(words.siteName)</a>
      <nav aria-label="\(words.menu)"><ul>\(links)</ul></nav>
      \(languageLinks)</div></header>
      """
  }

  private var languageLinks: HTML {
    let links = Shell.languages.map { other, name -> HTML in
      if other == language {
        return "<li><span aria-current=\"true\">\(name)</span></li>"
      }
      if let repost {
        return "<li>\(repost.form(to: other, named: name))</li>"
      }
      return """
        <li><a href="\(here(in: other))" lang="\(other.code)" \
        hreflang="\(other.code)">\(name)</a></li>
        """
    }
    return """
      <nav class="languages" aria-label="\(words.languages)"><ul>\(links)</ul></nav>

      """
  }

  /// The numbers that must never be far away; compiled in, so that they stand here whatever fails.
  private var emergency: HTML {
    let numbers: [(dial: String, shown: String, text: String)] = [
      ("tel:112", "112", words.policeEmergency), ("tel:02800", "02800", words.police),
      ("tel:116117", "116 117", words.urgentCare), ("tel:116111", "116 111", words.childLine),
    ]
    guard !isAcute else { return acute }
    let items = numbers.map { number -> HTML in
      """
      <li><a href="\(number.dial)"><b>\(number.shown)</b> <span>\(number.text)</span></a></li>
      """
    }
    return """
      <section class="emergency" aria-label="\(words.emergencyTitle)">\
      <div class="wide"><ul>\(items)</ul></div></section>

      """
  }

  /// At acute one number stands alone, large, above everything.
  private var acute: HTML {
    """
    <section class="emergency now" aria-label="\(words.emergencyTitle)"><div class="wide">\
    <a href="tel:112"><b>112</b></a><p><strong>\(words.acuteTitle)</strong><br>\
    \(words.acuteText)</p></div></section>

    """
  }

  /// Told above the content.
  var staleness: HTML {
    guard let stale else { return .empty }
    return "<div class=\"stale\" role=\"status\"><p>\(words.stale.filled(stale))</p></div>\n"
  }

  private var footer: HTML {
    let links = [
      (Address.about, words.navAbout), (Address.privacy, words.navPrivacy),
      (Address.accessibility, words.navAccessibility), (Address.documentation, words.navAPI),
    ].map { target, text -> HTML in "<li><a href=\"\(address(target))\">\(text)</a></li>" }
    let asJSON: HTML? = jsonAddress.map { "<li><a href=\"\($0)\">\(words.asJSON)</a></li>" }
    return """
      <footer class="foot"><div class="wide"><ul>\(links)\(asJSON)</ul></div></footer>
      """
  }
}

/// A page that was asked for by POST, so that it can be asked for again in another language.
struct Repost {
  let path: String
  /// What was asked, as fields that are not seen.
  let hidden: HTML

  init(path: String, hidden: HTML) {
    self.path = path
    self.hidden = hidden
  }

  init(path: String, fields: [(name: String, value: String)]) {
    self.init(path: path, hidden: Repost.hidden(fields))
  }

  /// Fields that are sent and not seen.
  static func hidden(_ fields: [(name: String, value: String)]) -> HTML {
    HTML(room: 512) { page in
      for (name, value) in fields {
        page += "<input type=\"hidden\" name=\""
        page.add(name)
        page += "\" value=\""
        page.add(value)
        page += "\">"
      }
    }
  }

  func form(to language: Language, named name: String) -> HTML {
    form(
      to: language,
      "<button class=\"link\" type=\"submit\" lang=\"\(language.code)\">\(name)</button>")
  }

  func form(to language: Language, _ button: HTML) -> HTML {
    """
    <form method="post" action="\(Shell.address(path, in: language))">\(hidden)\
    \(button)</form>
    """
  }
}
