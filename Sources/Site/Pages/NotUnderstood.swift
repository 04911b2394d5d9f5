import Search
import Presentation

/// The words of a question that could not be read, above the answer that is given without them,
/// with what was perhaps meant one tap away.
struct NotUnderstood {
  let visit: Visit
  let faults: [NameFault]
  let form: FinderForm

  var html: HTML {
    guard !faults.isEmpty else { return .empty }
    let lines = faults.map { fault -> HTML in
      let choices = Choices(candidates: Array(fault.candidates.prefix(8)), field: fault.field)
      let text = FaultText(fault: fault, words: visit.words).textWithPlace
      return "<li>\(text)\(choices.form(asking: form, visit))</li>"
    }
    return """
      <div class="problem" id="not-understood"><p>\(visit.shared.phrase(.notUnderstood)):</p>\
      <ul>\(lines)</ul></div>
      """
  }
}
