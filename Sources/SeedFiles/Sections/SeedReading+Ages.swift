import Registry

extension SeedReading {
  /// `12-18`, `18-`, `-17`, `15`, `unborn-17`, or the fields from, through, extended …
  func ageRange(_ value: SeedValue) -> AgeRange? {
    let range = value.isMapping ? agesOfFields(value) : agesOfText(value)
    guard let range else { return nil }
    if let from = range.from, let through = range.through, from > through {
      value.fault("The ages run from \(from) to \(through); write the lower age first.")
      return nil
    }
    if let extended = range.extendedThrough {
      guard let through = range.through, extended > through else {
        value.fault("`extended` must be a later age than `through`, which it extends.")
        return nil
      }
    }
    return range
  }

  private func agesOfText(_ value: SeedValue) -> AgeRange? {
    guard let text = value.text() else { return nil }
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map { String($0).trimmed }
    if ends.count == 1, let age = SeedReading.age(ends[0]) {
      return AgeRange(from: age, through: age)
    }
    if ends.count == 2, !(ends[0].isEmpty && ends[1].isEmpty) {
      let from = ends[0].isEmpty ? nil : SeedReading.age(ends[0])
      let through = ends[1].isEmpty ? nil : SeedReading.age(ends[1])
      if ends[0].isEmpty || from != nil, ends[1].isEmpty || through != nil {
        return AgeRange(from: from, through: through)
      }
    }
    value.fault(
      "`\(text)` is no range of ages from 0 to 130; write 12-18 (both included), 18-, -17, 15 or "
        + "unborn-17.")
    return nil
  }

  private func agesOfFields(_ value: SeedValue) -> AgeRange? {
    guard let entry = value.entry(["from", "through", "extended", "condition", "end"]) else {
      return nil
    }
    func age(_ name: String) -> Int? {
      guard let field = entry[name], let text = field.text() else { return nil }
      if let age = SeedReading.age(text) { return age }
      field.fault("`\(text)` is not an age from 0 to 130.")
      return nil
    }
    if let end = entry["end"], end.text() != "unstated" {
      end.fault("Only `end: unstated` may stand here, when the source leaves the last age open.")
    }
    return AgeRange(
      from: age("from"), through: age("through"), extendedThrough: age("extended"),
      condition: entry.text("condition"), isEndUnstated: entry.has("end"))
  }

  private static func age(_ text: String) -> Int? {
    if text == "unborn" { return -1 }
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let age = Int(text),
      age <= 130
    else { return nil }
    return age
  }
}
