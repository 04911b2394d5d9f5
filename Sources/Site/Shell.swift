import Registry
import Presentation
import Web

/// The frame around every page: name, emergency numbers, menu, languages, footer.
struct Shell {
  let language: Language
  /// The address of this page without its language, such as `/om`; nil when it has none (answers).
  var path: String?
  var title: String
  /// Nothing of an answer is shown again to who comes back by the browser's Back.
  var isForgotten = false
  /// At acute 112 stands alone and large.
  var isAcute = false
  /// 113 stands beside it.
  var isAboutHealth = false
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
    <body\(isForgotten ? " class=\"leaving\"" as HTML : "")>
    <a class="skip" href="#innhold">\(words.skipToContent)</a>
    \(header)\(emergency)
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

  /// The name of a language, which a phone shows by its two letters.
  private static func short(_ language: Language, _ name: String) -> HTML {
    "<span class=\"long\">\(name)</span><abbr title=\"\(name)\">\(language.code)</abbr>"
  }

  /// Stands in the header of every page and floats over nothing.
  private var exit: HTML {
    """
    <a class="exit" href="\(Shell.exitAddress)" rel="nofollow noreferrer" data-exit>\
    \(words.exit)</a>
    """
  }

  /// A page that tells nothing about where one came from.
  static let exitAddress = "https://www.yr.no/"

  private var header: HTML {
    let links = [
      ("/", words.navStart), (Address.search, words.navSearch), (Address.about, words.navAbout),
    ].map { target, text -> HTML in
      let current: HTML = path == target ? " aria-current=\"page\"" : ""
      // On a phone the name leads to the start, and the footer to the rest.
      let kept: HTML = target == Address.search ? " class=\"kept\"" : ""
      return "<li\(kept)><a href=\"\(address(target))\"\(current)>\(text)</a></li>"
    }
    return """
      <header class="top"><div class="wide">
      <a class="name" href="\(address("/"))">\(Pictures.cairn(class: ""))\(words.siteName)</a>
      \(exit)
      <nav class="menu" aria-label="\(words.menu)"><ul>\(links)</ul></nav>
      \(languageLinks)</div></header>
      """
  }

  private var languageLinks: HTML {
    let links = Shell.languages.map { other, name -> HTML in
      if other == language {
        return "<li><span aria-current=\"true\">\(Shell.short(other, name))</span></li>"
      }
      if let repost {
        let button: HTML = """
          <button class="link" type="submit" lang="\(other.code)">\
          \(Shell.short(other, name))</button>
          """
        return "<li>\(repost.form(to: other, button))</li>"
      }
      return """
        <li><a href="\(here(in: other))" lang="\(other.code)" \
        hreflang="\(other.code)">\(Shell.short(other, name))</a></li>
        """
    }
    return """
      <nav class="languages" aria-label="\(words.languages)"><ul>\(links)</ul></nav>

      """
  }

  /// The numbers that must never be far away; compiled in, so that they stand here whatever fails.
  private var emergency: HTML {
    let numbers: [(dial: String, shown: String, text: String)] = [
      ("tel:112", "112", words.policeEmergency), ("tel:113", "113", words.ambulance),
      ("tel:02800", "02800", words.police), ("tel:116117", "116 117", words.urgentCare),
      ("tel:\(DoorNature.childLineNumber)", "116 111", words.childLine),
    ]
    // At acute there is one beginning, and what is not urgent is no rival to it.
    let above = !isAcute ? [] : isAboutHealth ? ["112", "113", "02800"] : ["112", "02800"]
    let shown = numbers.filter { !above.contains($0.shown) }
    let items = shown.map { number -> HTML in
      """
      <li><a href="\(number.dial)"><b>\(number.shown)</b> <span>\(number.text)</span></a></li>
      """
    }
    return """
      \(isAcute ? acute : .empty)<section class="emergency" aria-label="\(words.emergencyTitle)">\
      <div class="wide"><ul>\(items)</ul></div></section>

      """
  }

  /// At acute 112 stands large above everything, with 113 where it is about life and health.
  private var acute: HTML {
    let health: HTML =
      isAboutHealth ? "<a href=\"tel:113\"><b>113</b> <span>\(words.ambulance)</span></a>" : ""
    return """
      <section class="emergency now" aria-label="\(words.acuteTitle)"><div class="wide">\
      <a href="tel:112"><b>112</b> <span>\(words.policeEmergency)</span></a>\(health)\
      <p><strong>\(words.acuteTitle)</strong><br>\(words.acuteText)</p></div></section>

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
    let listed: HTML =
      "<li><a href=\"\(address(Address.privacy))\">\(words.listedHere)</a></li>"
    let asJSON: HTML? = jsonAddress.map { "<li><a href=\"\($0)\">\(words.asJSON)</a></li>" }
    return """
      <footer class="foot"><div class="wide"><ul>\(links)\(listed)\(asJSON)</ul></div></footer>
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

  func form(to language: Language, _ button: HTML) -> HTML {
    """
    <form method="post" action="\(Shell.address(path, in: language))">\(hidden)\
    \(button)</form>
    """
  }
}
