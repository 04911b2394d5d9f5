import Registry

/// What may have been meant by a place, each with what to write for it.
extension PlaceReader {
  func fault(
    _ written: String, _ reason: NameFault.Reason, _ candidates: [Candidate]
  ) -> NameFault {
    NameFault(
      field: .place, written: written, reason: reason,
      candidates: Array(candidates.prefix(PlaceReader.candidatesMax)))
  }

  /// Nothing is called so: what is known of it, what it may be misspelt for, and what resembles it.
  /// A misspelling is never taken for a place unasked.
  func unknown(
    _ text: String, near known: [Meaning] = [], sought: String? = nil
  ) -> Reading<ID<Area>> {
    let misspelt = index.wholeMatches(sought ?? text, kinds: [.area])
      .map { meaning(index.entries[$0.entry]) }
    var found = choices(proper(known + misspelt))
    if found.count < PlaceReader.candidatesMax {
      let similar = index.suggestions(
        sought ?? text, kinds: [.area], countMax: PlaceReader.candidatesMax * 2)
      let more = similar.flatMap { hit -> [Meaning] in
        let uses = index.sameNames(hit.text, kinds: [.area]) { $0.subject == hit.subject }
        return uses.prefix(1).map { meaning(index.entries[$0]) }
      }
      found = choices(proper(known + misspelt + more))
    }
    return .fault(fault(text, .unknown, found))
  }

  /// What somebody can be in who asks: no police district or part of the country beside a place
  /// that has doors of its own, and no county beside the municipality of its name.
  private func proper(_ meanings: [Meaning]) -> [Meaning] {
    let wide: Set = ["police-district", "part-of-country", "country"]
    let places = meanings.filter { !wide.contains(kindKey($0.area)) }
    let wanted = places.isEmpty ? meanings : places
    return wanted.filter { outer in
      kindThen(outer.area) != "county"
        || !wanted.contains { inner in
          kindThen(inner.area) == "municipality" && isCalledAlike(inner.area, outer.area)
            && index.areas.isInside(inner.area, outer.area, on: day)
        }
    }
  }

  private func isCalledAlike(_ one: ID<Area>, _ other: ID<Area>) -> Bool {
    let names = [one, other].map { area in
      Set(index.book.names(of: .area(area)).map { Folded($0.text).compact })
    }
    return !names[0].isDisjoint(with: names[1])
  }

  /// What each of the parts means alone: the one place, or those that would be asked about.
  func choices(ofParts parts: [Part]) -> [Candidate] {
    var seen: Set<Subject?> = []
    return parts.flatMap { part -> [Candidate] in
      switch settle(part.meanings, written: part.text) {
      case .found(let area, _)?: [candidate(area)]
      case .fault(let fault)?: fault.candidates
      case nil: []
      }
    }.filter { seen.insert($0.subject).inserted }
  }

  /// Each place that stands for what is meant, once, in that order.
  func choices(_ meanings: [Meaning]) -> [Candidate] {
    var seen: Set<ID<Area>> = []
    var named: Set<String> = []
    return meanings.flatMap { meaning -> [Candidate] in
      let areas = standing(meaning).areas.filter { seen.insert($0).inserted }
      return areas.compactMap { area in
        let candidate = candidate(area, town: meaning.town)
        // The post town of a place that is offered already says nothing new.
        return named.insert(candidate.write).inserted ? candidate : nil
      }
    }
  }

  func candidate(_ place: Standing) -> Candidate {
    candidate(place.area, town: place.meaning.town)
  }

  /// - Parameter town: the post town in it by whose name it is meant.
  func candidate(_ area: ID<Area>, town: String? = nil) -> Candidate {
    let name = town ?? label(area)
    let around = surroundings(area, isWithin: town != nil).map(label)
    let kind = index.areas.area(area).map { Subject.areaKind($0.kind) }
    let sort = kind.flatMap { index.book.label(of: $0, language: language, on: nil) }
    let number = index.areas.code(of: area, on: day).flatMap { PlaceText.isNumber($0) ? $0 : nil }
    let own = town == nil ? [[sort, number].compactMap { $0 }.joined(separator: " ")] : []
    // What lies in no municipality: four digits alone would be read as a postcode.
    let key = index.areas.area(area)?.key ?? name
    let isPosted = PlaceText.isNumber(key) && !index.areas.postcodes(key).isEmpty
    let alone = town == nil ? (isPosted ? name : key) : "\(label(area))/\(name)"
    return Candidate(
      field: .place, subject: .area(area), label: name,
      detail: (own + around).joined(separator: ", "),
      write: around.first.map { "\($0)/\(name)" } ?? alone)
  }

  /// The municipality, if it is narrower than that, and the county around it where that is called
  /// otherwise. `isWithin` says that not the area itself is meant, but something in it.
  func surroundings(_ area: ID<Area>, isWithin: Bool) -> [ID<Area>] {
    let outward = index.areas.outward(from: area, on: day).dropFirst(isWithin ? 0 : 1)
    var told: Set<String> = []
    return ["municipality", "county"].compactMap { kind in
      outward.first { kindThen($0) == kind }
    }.filter { told.insert(label($0)).inserted }
  }

  func label(_ area: ID<Area>) -> String {
    index.book.label(of: .area(area), language: language, on: day)
      ?? index.areas.area(area)?.key ?? ""
  }
}
