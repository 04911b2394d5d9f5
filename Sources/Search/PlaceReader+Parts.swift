import Registry

/// Places written with what they lie in, in any order, or with both of their names.
extension PlaceReader {
  /// One part of a longer text, with what it may mean.
  struct Part {
    let text: String
    let meanings: [Meaning]

    var isKnown: Bool { !meanings.isEmpty }
  }

  /// `Kommune/Bydel`, `Bydel, Kommune`, `Navn (Fylke)`, `Navn i Kommune`, `Navn - Nimm`.
  func readParts(_ text: String) -> Reading<ID<Area>>? {
    let isOuterFirst = text.contains("/")
    let marked = PlaceText.parts(text).map { Part(text: $0, meanings: named($0)) }
    var parts = marked.flatMap { $0.isKnown ? [$0] : split($0) }
    guard parts.count > 1 else {
      // Only marks or the place of a word for its kind are otherwise: `Oslo (fylke)`.
      return settle(parts.flatMap(\.meanings), written: text)
    }
    if isOuterFirst { parts.reverse() }
    return join(parts, written: text)
  }

  private func split(_ part: Part) -> [Part] {
    if let pieces = PlaceText.pieces(part.text) {
      return pieces.map { Part(text: $0, meanings: named($0)) }
    }
    let halves = PlaceText.hyphened(part.text).map { Part(text: $0, meanings: named($0)) }
    return halves.count > 1 && halves.allSatisfy(\.isKnown) ? halves : [part]
  }

  /// `Trondheim Heimdal`, `Storgata 5 Trondheim`: no mark between the place and what is around it.
  func readRunTogether(_ text: String) -> Reading<ID<Area>>? {
    let words = text.split(separator: " ").map(String.init)
    let cuts = words.indices.dropFirst().map { cut in
      [words[..<cut], words[cut...]].map { slice -> Part in
        let name = slice.joined(separator: " ")
        return Part(text: name, meanings: named(name))
      }
    }
    for parts in cuts where parts.allSatisfy(\.isKnown) && !innermost(parts).isEmpty {
      return join(parts, written: text)
    }
    // The longest known end, with the number of a house before it.
    for parts in cuts where parts[1].isKnown && PlaceText.isAddress(parts[0].text) {
      return join(parts, written: text)
    }
    let known = cuts.flatMap { $0 }.filter(\.isKnown).flatMap(\.meanings)
    return known.isEmpty ? nil : unknown(text, near: known)
  }

  /// - Parameter parts: from the narrowest to the widest, as they were written.
  private func join(_ parts: [Part], written: String) -> Reading<ID<Area>>? {
    let known = parts.filter(\.isKnown)
    guard !known.isEmpty else { return nil }
    let inner = innermost(known)
    guard !inner.isEmpty else {
      // They do not lie in each other: whoever wrote so has mistaken one of them.
      return .fault(fault(written, .ambiguous, choices(ofParts: known)))
    }
    guard known.count < parts.count else { return settle(inner, written: written) }
    let unread = parts.filter { !$0.isKnown }.map(\.text)
    guard parts.last?.isKnown == true, isNarrow(inner) else {
      return unknown(written, near: inner, sought: unread.first)
    }
    return settleAround(inner, unread: unread, written: written)
  }

  /// What is unknown lies in what is known: a misspelt place in it, else all of it.
  private func settleAround(
    _ around: [Meaning], unread: [String], written: String
  ) -> Reading<ID<Area>>? {
    let settled = settle(around, written: written)
    guard case .found(let area, let remarks)? = settled else { return settled }
    let near = unread.count == 1 ? misspelt(unread[0], within: area) : []
    if near.count == 1, let inner = near.first, inner.area != area {
      return .found(inner.area, [remark(unread[0], inner.area, .typo)])
    }
    return .found(area, remarks + [remark(unread.joined(separator: ", "), area, .part)])
  }

  private func misspelt(_ text: String, within outer: ID<Area>) -> [Meaning] {
    let matches = index.wholeMatches(text, kinds: [.area]) { entry in
      !entry.isPostTown && index.areas.isInside(ID(bits: entry.subject.bits), outer, on: day)
    }
    var seen: Set<ID<Area>> = []
    return matches.map { meaning(index.entries[$0.entry]) }.filter { seen.insert($0.area).inserted }
  }

  /// Whether all of it lies in a municipality: what is unknown in a county may be anywhere.
  private func isNarrow(_ meanings: [Meaning]) -> Bool {
    meanings.allSatisfy { meaning in
      standing(meaning).areas.allSatisfy { area in
        index.areas.outward(from: area, on: day).contains { kindThen($0) == "municipality" }
      }
    }
  }

  /// What lies in, or is, something that each of the other parts means; of several such, those in
  /// which no other lies.
  ///
  /// How things stand on the day decides; how they ever lay is asked only where nothing fits, so
  /// that nobody is sent to a neighbour that came to lie in the place on another day.
  func innermost(_ parts: [Part]) -> [Meaning] {
    // `Tromssa - Romsa`: two names of one place, though one of them is also that of another in it.
    let common = (parts.first?.meanings ?? []).filter { meaning in
      meaning.town == nil
        && parts.dropFirst().allSatisfy { part in
          part.meanings.contains { $0.area == meaning.area && $0.town == nil }
        }
    }
    guard common.isEmpty || parts.count < 2 else { return common }
    let together = inward(
      parts.indices.flatMap { place in
        let others = parts.indices.filter { $0 != place }.map { onDay(parts[$0]) }
        return parts[place].meanings.flatMap { fitting($0, in: others) }
      }
    ) { index.areas.isInside($0.area, $1.area, on: day) }
    guard together.isEmpty else { return together }
    return inward(
      parts.indices.flatMap { place in
        parts[place].meanings.filter { inner in
          parts.indices.filter { $0 != place }.allSatisfy { other in
            parts[other].meanings.contains { lies(inner, in: $0) }
          }
        }
      }
    ) { lies($0, in: $1) }
  }

  private func onDay(_ part: Part) -> [ID<Area>] {
    part.meanings.flatMap { standing($0).areas }
  }

  /// The meaning, where all that it stands for lies in one area of each of the others; else those
  /// that do: of «7257 Snillfjord», which has been divided, the one that has the postcode.
  private func fitting(_ inner: Meaning, in others: [[ID<Area>]]) -> [Meaning] {
    let all = standing(inner).areas
    let fit = all.filter { area in
      others.allSatisfy { $0.contains { index.areas.isInside(area, $0, on: day) } }
    }
    return fit.count == all.count ? [inner] : fit.map { Meaning(area: $0) }
  }

  /// Without those in which another lies.
  private func inward(
    _ meanings: [Meaning], lies: (Meaning, Meaning) -> Bool
  ) -> [Meaning] {
    meanings.filter { outer in
      !meanings.contains { $0.area != outer.area && lies($0, outer) && !lies(outer, $0) }
    }
  }

  private func lies(_ inner: Meaning, in outer: Meaning) -> Bool {
    if index.areas.hasBeenInside(inner.area, outer.area) { return true }
    // What has ended lies where that lies which it has become.
    return standing(inner).areas.contains { index.areas.hasBeenInside($0, outer.area) }
  }
}
