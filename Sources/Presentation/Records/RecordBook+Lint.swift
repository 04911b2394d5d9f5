import Registry
package import Analysis
import Routing

extension RecordBook {
  /// A row that a lint finding rests on, as one line with its source; nil when it is not there.
  package func line(for row: LintRow) -> Record.Item? {
    switch row {
    case .rule(let id): snapshot.rules.first { $0.id == id }.map { line(for: $0) }
    case .name(let id): snapshot.names.first { $0.id == id }.map { line(for: $0) }
    case .designation(let id): snapshot.designations.first { $0.id == id }.map { seat($0) }
    case .organisation(let id): frontDoor(of: id)
    case .offering(let id):
      snapshot.offerings.first { $0.id == id }.map { offering in
        item(.offering(id), valid: offering.valid, source: source(of: offering.citation))
      }
    case .measure(let id): snapshot.measures.first { $0.id == id }.map { line(for: $0) }
    }
  }

  private func line(for rule: Rule) -> Record.Item {
    item(
      Subject(kind: .rule, bits: rule.id.bits), valid: rule.valid,
      source: source(of: rule.citation))
  }

  private func line(for name: Name) -> Record.Item {
    var item = Record.Item("«\(name.text)»: \(self.name(of: name.subject))")
    item.valid = name.valid
    item.source = source(of: name.citation)
    return item
  }

  /// Its name, and that it has no number when it has none.
  private func frontDoor(of id: ID<Organisation>) -> Record.Item {
    let form = snapshot.organisationForms.first {
      $0.organisation == id && $0.valid.contains(day)
    }
    var item = item(.organisation(id), source: source(of: form?.citation))
    let doors = channels(of: .organisation(id))?.items.map(\.text) ?? []
    item.notes = doors.isEmpty ? [words.status(.unknownNumber)] : doors
    return item
  }

  private func line(for measure: Measure) -> Record.Item {
    var item = Record.Item("\(measure.number) \(measure.title)")
    item.valid = measure.valid
    item.source = source(of: measure.citation)
    item.notes = snapshot.measureParties.filter { $0.measure == measure.id }
      .sorted { $0.position < $1.position }.map(\.text)
    return item
  }
}
