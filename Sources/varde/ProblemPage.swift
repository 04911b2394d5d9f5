import Search
import Presentation

/// A problem on the error stream: what is wrong, what to do, what may have been meant.
struct ProblemPage {
  let problem: Problem
  let console: Console
  let words: any Words

  var text: String {
    var page = TextPage(console)
    for sentence in problem.title.split(separator: "\n") { page.line(String(sentence)) }
    if let detail = problem.detail {
      for sentence in detail.split(separator: "\n") { page.line(String(sentence)) }
    }
    for fault in problem.faults {
      CandidateLines(fault: fault, words: words).write(on: &page)
    }
    if !problem.suggestions.isEmpty { page.line("\(words.phrase(.suggestions)):") }
    for suggestion in problem.suggestions {
      let line = "– \(suggestion.label): \(words.phrase(.write)) «\(suggestion.write)»"
      page.line(line, indent: 2)
    }
    return page.text
  }
}

/// What may have been meant by a word, with what to write for each.
struct CandidateLines {
  let fault: NameFault
  let words: any Words

  func write(on page: inout TextPage) {
    guard !fault.candidates.isEmpty else { return }
    page.line("\(words.phrase(.suggestions)), \(words.field(fault.field)):")
    for candidate in fault.candidates { page.line(line(candidate), indent: 2) }
  }

  private func line(_ candidate: Candidate) -> String {
    let detail = candidate.detail.map { " (\($0))" } ?? ""
    let place = candidate.field == fault.field ? "" : "\(words.field(candidate.field)) "
    return "– \(candidate.label)\(detail): \(place)\(words.phrase(.write)) «\(candidate.write)»"
  }
}
