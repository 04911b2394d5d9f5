import Registry
import Search
import Presentation
import Web

/// What was perhaps meant by a word, as buttons that ask the same again and mean that one.
struct Choices {
  let candidates: [Candidate]
  /// The field in which the word stood.
  let field: QuestionField

  /// For a form that sends the rest of what was asked.
  var buttons: [HTML] {
    candidates.map { candidate -> HTML in
      """
      <button class="plain" type="submit" \
      name="\(FinderForm.choice(of: candidate, insteadOf: field))" value="\(candidate.write)">\
      <bdi>\(candidate.label)</bdi> <span class="small">\(candidate.detail ?? "")</span></button>
      """
    }
  }

  /// A form of their own, in which what was asked is sent along unseen.
  func form(asking form: FinderForm, _ visit: Visit) -> HTML {
    guard !candidates.isEmpty else { return .empty }
    return """
      <form class="noprint" method="post" action="\(visit.address(Address.answer))">\
      \(Repost.hidden(form.fields))\(buttons)</form>
      """
  }
}
