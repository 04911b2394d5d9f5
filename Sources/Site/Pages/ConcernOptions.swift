import Registry
import Search
import Presentation
import Web

/// The tree of worries and that of needs as two lists, parents before their children.
///
/// The same for everybody who asks in a language on a day, but for the one that is chosen.
struct ConcernOptions: Sendable {
  /// With a gap in each, where it is marked as chosen.
  private(set) var worries = HTML.empty
  private(set) var needs = HTML.empty

  init(edition: Edition, language: Language, day: Day) {
    let children = Dictionary(grouping: edition.snapshot.concerns, by: \.parent)
    typealias Labelled = (concern: Concern, label: (text: String, tongue: HTML), depth: Int)
    func below(_ parent: ID<Concern>, depth: Int) -> [Labelled] {
      (children[parent] ?? []).map {
        ($0, ConcernOptions.label($0, edition, language, day), depth)
      }.inNorwegianOrder { $0.label.text }
    }
    for root in (children[ID<Concern>?.none] ?? []).sorted(by: { $0.key > $1.key }) {
      var gapped = HTML.empty
      // Those that wait, the next one last: a tree may be deeper than a stack of calls.
      var waiting = Array(below(root.id, depth: 0).reversed())
      while let (concern, label, depth) = waiting.popLast() {
        let indent = String(repeating: "– ", count: depth)
        gapped += """
          <option value="\(concern.key)"\(HTML.gap("concern=\(concern.key)"))\
          \(label.tongue)>\(indent)\(label.text)</option>
          """
        waiting += below(concern.id, depth: depth + 1).reversed()
      }
      if root.key == "need" { needs += gapped } else { worries += gapped }
    }
  }

  /// What a concern is called, and its language where that is not the page's.
  private static func label(
    _ concern: Concern, _ edition: Edition, _ language: Language, _ day: Day
  ) -> (text: String, tongue: HTML) {
    let subject = Subject.concern(concern.id)
    let name = edition.search.book.name(of: subject, language: language, on: day)
    let other = name.map(\.language).flatMap { $0 == language ? nil : $0 }
    let tongue: HTML = other.map { " lang=\"\($0.code)\"" } ?? .empty
    return (name?.text ?? concern.key, tongue)
  }
}
