import Registry

extension PlaceReader {
  /// An official number or a postcode; nil when the text is neither in form.
  ///
  /// Two hundred municipality numbers are also postcodes elsewhere: such a number is asked about
  /// while it is in force, and else read as the postcode, with the other one told.
  func readNumber(_ text: String) -> Reading<ID<Area>>? {
    switch PlaceText.number(text) {
    case nil: return nil
    case .official(let digits)?:
      return official(digits, written: text) ?? unknownNumber(text, digits)
    case .postcode(let digits)?:
      return postcode(digits, written: text) ?? unknownNumber(text, digits)
    case .any(let digits)?:
      return either(digits, written: text) ?? unknownNumber(text, digits)
    }
  }

  /// `7030 Trondheim`, `N-7030`, `Storgata 5, 7030 Trondheim`: the number decides, and the name
  /// confirms it or says which of two the number is.
  func readCoded(_ text: String) -> Reading<ID<Area>>? {
    guard let address = PlaceText.coded(text) else { return nil }
    let posted = postMeanings(address.code)
    let numbered = [posted, officialMeanings(address.code).meanings].filter { !$0.isEmpty }
    guard !numbered.isEmpty else { return nil }
    let beside = [address.town, address.street].map { Part(text: $0, meanings: named($0)) }
    guard let name = beside.first(where: \.isKnown) else {
      // What is called so is unknown; a number of two meanings is then no surer than alone.
      return posted.isEmpty || address.isMarked
        ? postcode(address.code, written: text) : either(address.code, written: text)
    }
    for number in numbered {
      let both = innermost([Part(text: address.code, meanings: number), name])
      guard !both.isEmpty else { continue }
      let reason: Understanding.Reason? = number == posted ? .postcode : nil
      return settle(both, written: text, reason: reason)
    }
    let parts = numbered.map { Part(text: address.code, meanings: $0) } + [name]
    return .fault(fault(text, .ambiguous, choices(ofParts: parts)))
  }

  private func either(_ digits: String, written: String) -> Reading<ID<Area>>? {
    let byNumber = official(digits, written: written)
    guard let byPost = postcode(digits, written: written) else { return byNumber }
    guard let byNumber else { return byPost }
    let isCurrent = index.areas.numbered(digits).contains { $0.valid.contains(day) }
    guard let place = byPost.value else { return isCurrent ? byNumber : byPost }
    if isCurrent, byNumber.value == place { return byNumber }
    let others: [Candidate] =
      switch byNumber {
      case .found(let area, _):
        area == place ? [] : [writing(candidate(area), as: "kommune \(digits)")]
      case .fault(let fault): fault.candidates.filter { $0.subject != .area(place) }
      }
    if isCurrent {
      let posted = writing(candidate(place), as: "postnr \(digits)")
      return .fault(
        NameFault(
          field: .place, written: written, reason: .ambiguous, candidates: others + [posted]))
    }
    guard case .found(_, let remarks) = byPost, !others.isEmpty else { return byPost }
    return .found(place, remarks + [remark(written, place, .namesakes, others: others)])
  }

  private func writing(_ candidate: Candidate, as text: String) -> Candidate {
    Candidate(
      field: .place, subject: candidate.subject, label: candidate.label, detail: candidate.detail,
      write: text)
  }

  private func official(_ digits: String, written: String) -> Reading<ID<Area>>? {
    let (meanings, reason) = officialMeanings(digits)
    return settle(meanings, written: written, reason: reason)
  }

  /// Whose number it is on the day, else was last before, else will be first.
  private func officialMeanings(
    _ digits: String
  ) -> (meanings: [Meaning], reason: Understanding.Reason?) {
    let codes = index.areas.numbered(digits).filter { $0.scheme != "maalform" }
    let current = codes.filter { $0.valid.contains(day) }
    if !current.isEmpty { return (current.map { Meaning(area: $0.area) }, nil) }
    let ended = codes.filter { $0.valid.until.map { $0 <= day } ?? false }
    guard let newest = ended.compactMap(\.valid.until).max() else {
      return (codes.map { Meaning(area: $0.area) }, .laterNumber)
    }
    let former = ended.filter { $0.valid.until == newest }
    return (former.map { Meaning(area: $0.area, numberEnd: newest) }, .formerNumber)
  }

  private func postcode(_ digits: String, written: String) -> Reading<ID<Area>>? {
    settle(postMeanings(digits), written: written, reason: .postcode)
  }

  /// The areas that the postcode lies in, as they were on the day.
  private func postMeanings(_ digits: String) -> [Meaning] {
    let known = index.areas.postcodes(digits)
    let current = known.filter { $0.valid.contains(day) }
    var seen: Set<ID<Area>> = []
    return (current.isEmpty ? Array(known) : current)
      .flatMap { parts(of: $0.area, town: $0.place) }
      .filter { seen.insert($0).inserted }.map { Meaning(area: $0) }
  }

  /// A number that has lost its first zero may be meant.
  private func unknownNumber(_ text: String, _ digits: String) -> Reading<ID<Area>> {
    var near: [Candidate] = []
    if [1, 3, 5].contains(digits.utf8.count) {
      let (whole, _) = officialMeanings("0" + digits)
      near = choices(whole + (digits.utf8.count == 3 ? postMeanings("0" + digits) : []))
    }
    return .fault(fault(text, .unknown, near))
  }
}
