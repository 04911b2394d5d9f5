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
    for fault in problem.faults where !fault.candidates.isEmpty {
      page.line("\(words.phrase(.suggestions)), \(words.field(fault.field)):")
      for candidate in fault.candidates { page.line(line(candidate, of: fault), indent: 2) }
    }
    if !problem.suggestions.isEmpty { page.line("\(words.phrase(.suggestions)):") }
    for suggestion in problem.suggestions {
      let line = "– \(suggestion.label): \(words.phrase(.write)) «\(suggestion.write)»"
      page.line(line, indent: 2)
    }
    return page.text
  }

  private func line(_ candidate: Candidate, of fault: NameFault) -> String {
    let detail = candidate.detail.map { " (\($0))" } ?? ""
    let place = candidate.field == fault.field ? "" : "\(words.field(candidate.field)) "
    return "– \(candidate.label)\(detail): \(place)\(words.phrase(.write)) «\(candidate.write)»"
  }
}
