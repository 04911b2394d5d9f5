import Foundation
import Registry
import Presentation
import Web

@testable import Site

extension Furnished {
  /// The answer as the site shows it, without the form to ask again.
  static func page(of answer: Answer, over snapshot: Snapshot) throws -> String {
    let edition = Edition(
      compiling: snapshot, on: answer.question.moment.day, origin: .file, readAt: 0)
    let visit = Visit(
      edition: edition, time: try OsloTime(), moment: answer.question.moment, language: .bokmål,
      stale: nil, build: "test")
    let page = AnswerPage(visit: visit, answer: answer, understood: [], form: FinderForm([]))
    let text = String(decoding: page.html.bytes, as: UTF8.self)
    return text.range(of: "id=\"endre\"").map { String(text[..<$0.lowerBound]) } ?? text
  }
}
