import Registry
import Presentation
import Web

/// Who runs the site and where they are reached; what is not configured is said not to be known.
struct OperatorNote {
  private let operatedBy: Operator
  private let words: SiteWords

  init(_ operatedBy: Operator, in language: Language) {
    self.operatedBy = operatedBy
    words = .of(language)
  }

  var html: HTML {
    let name = operatedBy.name.map { words.operatorNamed.filled($0) } ?? words.operatorUnnamed
    return """
      <section><h2>\(words.operatorTitle)</h2>
      <p>\(name)</p>
      <p>\(contact)</p></section>

      """
  }

  private var contact: HTML {
    guard let contact = operatedBy.contact else { return "\(words.operatorUnreachable)" }
    return """
      \(words.operatorContact) <a href="\(contact.link)">\(contact.text)</a>
      """
  }
}
