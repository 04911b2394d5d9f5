import Registry

/// Reads where the asker works: a unit near the place, else a kind of unit.
struct WorkplaceReader {
  let index: SearchIndex
  let day: Day
  let language: Language
  let place: ID<Area>?

  private static let kinds: Set<Subject.Kind> = [.organisation, .organisationKind]

  func read(_ text: String) -> Reading<Question.Workplace> {
    if let unit = index.keys.subject(.organisation, key: text) {
      return .found(.unit(ID(bits: unit.bits)), [])
    }
    if let kind = index.keys.subject(.organisationKind, key: text) {
      return .found(.kind(ID(bits: kind.bits)), [])
    }
    let matches = index.wholeMatches(text, kinds: WorkplaceReader.kinds) { isStanding($0) }
    let level = matches.first?.match.level
    if level == nil || level == .typo, let kind = kindNamed(in: text) { return kind }
    guard let level else { return .fault(unknown(text)) }
    return settle(matches.map { index.entries[$0.entry].subject }, written: text, level: level)
  }

  private func isStanding(_ entry: SearchEntry) -> Bool {
    entry.subject.kind != .organisation
      || !index.units.hasEnded(ID(bits: entry.subject.bits), on: day)
  }

  /// A unit here before a kind, a kind before a unit elsewhere; two of one sort are not guessed.
  private func settle(
    _ subjects: [Subject], written: String, level: MatchLevel
  ) -> Reading<Question.Workplace> {
    let units = Set(subjects.filter { $0.kind == .organisation })
    let kinds = Set(subjects.filter { $0.kind == .organisationKind })
    let here = units.filter(isHere)
    for group in [here, kinds, units] where !group.isEmpty {
      guard group.count == 1, let subject = group.first else {
        return .fault(
          NameFault(
            field: .workplace, written: written, reason: .ambiguous,
            candidates: group.map(candidate).sorted { $0.write < $1.write }))
      }
      return .found(workplace(subject), remarks(subject, written, level))
    }
    return .fault(unknown(written))
  }

  private func isHere(_ unit: Subject) -> Bool {
    place.map { index.isNear(ID(bits: unit.bits), $0, on: day) } ?? false
  }

  /// `Charlottenlund ungdomsskole`, `NAV Lerkendal`: the unit is unknown, but the last words, else
  /// the first, say what kind it is.
  private func kindNamed(in text: String) -> Reading<Question.Workplace>? {
    let words = text.split(separator: " ").map(String.init)
    let cuts = words.indices.dropFirst()
    let tails = cuts.map {
      (text: words[$0...].joined(separator: " "), level: MatchLevel.inflected)
    }
    let heads = cuts.reversed().map {
      (text: words[..<$0].joined(separator: " "), level: MatchLevel.folded)
    }
    for part in tails + heads {
      let kinds = index.wholeMatches(part.text, kinds: [.organisationKind])
        .filter { $0.match.level <= part.level }.map { index.entries[$0.entry].subject }
      guard Set(kinds).count == 1, let kind = kinds.first else { continue }
      let remark = Understanding(
        field: .workplace, written: text, label: label(kind), reason: .kindOfUnit)
      return .found(workplace(kind), [remark])
    }
    return nil
  }

  private func workplace(_ subject: Subject) -> Question.Workplace {
    subject.kind == .organisation ? .unit(ID(bits: subject.bits)) : .kind(ID(bits: subject.bits))
  }

  private func remarks(
    _ subject: Subject, _ written: String, _ level: MatchLevel
  ) -> [Understanding] {
    let reason: Understanding.Reason? =
      switch level {
      case .typo: .typo
      case .inflected: .inflection
      default: nil
      }
    return reason.map {
      [Understanding(field: .workplace, written: written, label: label(subject), reason: $0)]
    } ?? []
  }

  private func unknown(_ text: String) -> NameFault {
    let near = index.suggestions(text, kinds: WorkplaceReader.kinds, countMax: 40).map(\.subject)
    let known = near.filter { $0.kind == .organisationKind || place == nil || isHere($0) }
    return NameFault(
      field: .workplace, written: text, reason: .unknown,
      candidates: known.prefix(5).map(candidate))
  }

  private func candidate(_ subject: Subject) -> Candidate {
    let area =
      subject.kind == .organisation
      ? index.units.areas(of: ID(bits: subject.bits), on: day).first : nil
    let detail = area.flatMap { index.book.label(of: .area($0), language: language, on: day) }
    return Candidate(
      field: .workplace, subject: subject, label: label(subject), detail: detail,
      write: index.keys.key(of: subject) ?? label(subject))
  }

  private func label(_ subject: Subject) -> String {
    index.name(of: subject, language: language, on: day)
  }
}
