import Registry
import Presentation

/// A page of plain reading about the site itself, in one language.
struct AboutText: Sendable {
  struct Section: Sendable {
    let heading: String
    let paragraphs: [String]
  }

  let title: String
  let lead: String
  let sections: [Section]

  func html(_ last: HTML = .empty) -> HTML {
    let parts = sections.map { section -> HTML in
      let text = section.paragraphs.map { "<p>\($0)</p>\n" as HTML }
      return "<section><h2>\(section.heading)</h2>\n\(text)</section>\n"
    }
    return "<h1>\(title)</h1>\n<p class=\"lead\">\(lead)</p>\n\(parts)\(last)"
  }

  static func about(_ language: Language) -> AboutText {
    switch language {
    case .nynorsk: aboutNynorsk
    case .english: aboutEnglish
    default: aboutBokmål
    }
  }

  static func privacy(_ language: Language) -> AboutText {
    switch language {
    case .nynorsk: privacyNynorsk
    case .english: privacyEnglish
    default: privacyBokmål
    }
  }

  static func accessibility(_ language: Language) -> AboutText {
    switch language {
    case .nynorsk: accessibilityNynorsk
    case .english: accessibilityEnglish
    default: accessibilityBokmål
    }
  }
}
