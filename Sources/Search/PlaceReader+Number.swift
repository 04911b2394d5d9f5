import Registry

extension PlaceReader {
  /// An official number or a postcode; nil when the text is neither in form.
  ///
  /// Two hundred municipality numbers are also postcodes elsewhere: such a number is asked about.
  func readNumber(_ text: String) -> Reading<ID<Area>>? {
    switch PlaceText.number(text) {
    case nil: return nil
    case .official(let digits)?:
      return official(digits, written: text) ?? unknownNumber(text)
    case .postcode(let digits)?:
      return postcode(digits, written: text) ?? unknownNumber(text)
    case .any(let digits)?:
      return either(digits, written: text) ?? unknownNumber(text)
    }
  }

  private func either(_ digits: String, written: String) -> Reading<ID<Area>>? {
    let byNumber = official(digits, written: written)
    guard let byPost = postcode(digits, written: written) else { return byNumber }
    guard let byNumber else { return byPost }
    guard let area = byNumber.value else { return byNumber }
    guard let place = byPost.value else { return byNumber }
    if area == place { return byNumber }
    let isCurrent = index.areas.numbered(digits).contains { $0.valid.contains(day) }
    guard isCurrent else { return byPost }
    return .fault(
      NameFault(
        field: .place, written: written, reason: .ambiguous,
        candidates: [
          writing(candidate(area), as: "kommune \(digits)"),
          writing(candidate(place), as: "postnr \(digits)"),
        ]))
  }

  private func writing(_ candidate: Candidate, as text: String) -> Candidate {
    Candidate(
      field: .place, subject: candidate.subject, label: candidate.label, detail: candidate.detail,
      write: text)
  }

  private func official(_ digits: String, written: String) -> Reading<ID<Area>>? {
    let codes = index.areas.numbered(digits)
    let current = codes.compactMap { code in
      code.valid.contains(day) && code.scheme != "maalform" ? Found(area: code.area) : nil
    }
    if !current.isEmpty { return settle(current, written: written, reason: nil) }
    let official = codes.filter { $0.scheme != "maalform" }
    let newest = official.map { $0.valid.until?.number ?? Int32.max }.max()
    let former = official.filter { ($0.valid.until?.number ?? Int32.max) == newest }
    guard !former.isEmpty else { return nil }
    return settle(former.map { Found(area: $0.area) }, written: written, reason: .formerNumber)
  }

  private func postcode(_ digits: String, written: String) -> Reading<ID<Area>>? {
    let known = index.areas.postcodes(digits)
    guard !known.isEmpty else { return nil }
    let current = known.filter { $0.valid.contains(day) }
    let areas = (current.isEmpty ? Array(known) : current).map { Found(area: $0.area) }
    return settle(areas, written: written, reason: .postcode)
  }

  private func unknownNumber(_ text: String) -> Reading<ID<Area>> {
    .fault(NameFault(field: .place, written: text, reason: .unknown, candidates: []))
  }
}
