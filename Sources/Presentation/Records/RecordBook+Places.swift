import Registry
import Search

extension RecordBook {
  func area(_ id: ID<Area>) -> [Record.Section?]? {
    guard let area = index.areas.area(id) else { return nil }
    let tree = index.areas
    let kind = item(.areaKind(area.kind), valid: area.valid)
    let plans = snapshot.plans.filter { $0.area == id }
    let seats = snapshot.designations.filter { seat in
      seat.visibility == .public && remits[seat.id, default: []].contains { $0.area == id }
    }
    let providers = snapshot.organisationServices.filter {
      $0.area == id && presence.isWhole($0)
    }
    let lying = snapshot.organisationForms.filter { $0.location == id }
    return [
      section("kind", words.label(.kind), [kind]),
      section("codes", words.label(.codes), tree.codes(of: id).map(code)),
      namesSection(.area(id)),
      section("parents", words.label(.parents), tree.parents(of: id).map(parent)),
      section(
        "children", words.label(.children),
        tree.children(of: id).map { item(.area($0.area), valid: $0.valid) }.byName),
      section(
        "predecessors", words.label(.predecessors),
        tree.predecessors(of: id).map { line in
          succession(line, to: line.area)
        }),
      section(
        "successors", words.label(.successors),
        tree.successors(of: id).map { line in
          succession(line, to: line.successor)
        }),
      section("postcodes", words.label(.postcodes), postcodes(of: id)),
      section(
        "plans", words.subject(.plan), plans.map { item(.plan($0.id), valid: $0.valid) }),
      section("seats", words.label(.holders), seats.map { seat($0) }.byName),
      section(
        "organisations", words.subject(.organisation),
        (providers.map { item(.organisation($0.organisation), valid: $0.valid) }
          + lying.map { item(.organisation($0.organisation), valid: $0.valid) })
          .uniqued().byName),
    ]
  }

  func areaKind(_ id: ID<AreaKind>) -> [Record.Section?]? {
    guard snapshot.areaKinds.contains(where: { $0.id == id }) else { return nil }
    return [namesSection(.areaKind(id))]
  }

  private func code(_ code: AreaCode) -> Record.Item {
    var item = Record.Item("\(code.scheme) \(code.code)")
    item.valid = code.valid
    return item
  }

  private func parent(_ line: AreaParent) -> Record.Item {
    item(.area(line.parent), valid: line.valid)
  }

  private func succession(_ line: AreaSuccession, to other: ID<Area>) -> Record.Item {
    var item = item(.area(other), valid: DayRange(from: line.day))
    if let weight = line.weight, weight < 1 {
      item.notes.append("\(Int((weight * 100).rounded())) %")
    }
    return item
  }

  private func postcodes(of id: ID<Area>) -> [Record.Item] {
    let codes = snapshot.postcodes.filter { $0.area == id }
    guard !codes.isEmpty else { return [] }
    return [Record.Item(codes.map { "\($0.code) \($0.place)" }.sorted().joined(separator: ", "))]
  }

  /// Every name with its sort, language, plan and time.
  func namesSection(_ subject: Subject) -> Record.Section? {
    section(
      "names", words.label(.names),
      index.book.names(of: subject).sorted { order($0) < order($1) }.map { name in
        var item = Record.Item(name.text)
        item.notes = ["\(words.nameKind(name.kind)), \(name.language.code)"]
        item.valid = name.valid
        item.source = source(of: name.citation)
        if let plan = name.plan, item.source == nil {
          item.notes.append(self.name(of: .plan(plan)))
        }
        return item
      })
  }

  /// Official names first, the reader's language before others.
  private func order(_ name: Name) -> (Int, Int, String) {
    let kinds = NameKind.allCases
    let isOwn = name.language == words.language
    return (kinds.firstIndex(of: name.kind) ?? kinds.count, isOwn ? 0 : 1, name.text)
  }
}

extension [Record.Item] {
  /// In the order of their texts, those of one text in that of their keys.
  var byName: [Record.Item] {
    sorted { ($0.reference?.key ?? "") < ($1.reference?.key ?? "") }.inNorwegianOrder(of: \.text)
  }

  func uniqued() -> [Record.Item] {
    var seen: Set<Record.Item> = []
    return filter { seen.insert($0).inserted }
  }
}
