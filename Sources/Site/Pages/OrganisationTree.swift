import Registry
import Presentation

/// Where an organisation belongs, as a picture: those above it, itself, and what is below, drawn as
/// a tree. The picture is made of nested lists, so that it is heard as it is seen.
struct OrganisationTree {
  let visit: Visit
  let organisation: ID<Organisation>

  /// Below that many the grandchildren are drawn too.
  private static let childrenMax = 12
  private static let grandchildrenMax = 100
  /// So that a loop in the rows cannot hold the page.
  private static let ancestorsMax = 8

  private var subject: Subject { .organisation(organisation) }

  func html(_ pages: inout Pagination) -> HTML {
    let above = ancestors
    let below = children(of: organisation)
    guard !above.isEmpty || !below.isEmpty else { return .empty }
    let shown = Array(pages.part(of: below))
    guard pages.isFirst || !shown.isEmpty else { return .empty }
    let here: HTML = "<strong aria-current=\"true\">\(visit.name(subject))</strong>"
    var drawn: HTML = "<li>\(here)\(branches(shown, depth: depth(of: below)))</li>"
    for parent in above {
      drawn = "<li>\(visit.link(.organisation(parent)))<ul>\(drawn)</ul></li>"
    }
    return """
      <section><h2>\(visit.words.placeInTree)</h2>
      <div class="tree"><ul>\(drawn)</ul></div></section>

      """
  }

  /// The grandchildren are drawn too where all of them are few.
  private func depth(of below: [ID<Organisation>]) -> Int {
    guard below.count <= OrganisationTree.childrenMax else { return 1 }
    let count = below.reduce(0) { $0 + visit.directory.children(of: $1).count }
    return count <= OrganisationTree.grandchildrenMax ? 2 : 1
  }

  private func branches(_ children: [ID<Organisation>], depth: Int) -> HTML {
    guard !children.isEmpty, depth > 0 else { return .empty }
    let lines = children.map { child -> HTML in
      let below = branches(self.children(of: child), depth: depth - 1)
      return "<li>\(visit.link(.organisation(child)))\(below)</li>"
    }
    return "<ul>\(lines)</ul>"
  }

  /// Nearest first.
  private var ancestors: [ID<Organisation>] {
    var found: [ID<Organisation>] = []
    var current = organisation
    while found.count < OrganisationTree.ancestorsMax {
      let next = visit.directory.parents(of: current).first { $0.valid.contains(visit.day) }?.parent
      guard let next, next != organisation, !found.contains(next) else { break }
      found.append(next)
      current = next
    }
    return found
  }

  private func children(of parent: ID<Organisation>) -> [ID<Organisation>] {
    visit.directory.children(of: parent).filter { $0.valid.contains(visit.day) }
      .map(\.organisation).unique
      .inNorwegianOrder { visit.text(.organisation($0)) }
  }
}
