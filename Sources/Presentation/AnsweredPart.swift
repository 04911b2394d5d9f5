package import Registry
package import Search

extension SearchIndex {
  /// The area that a contact answers for, where it is only a part of the place asked about: of
  /// doors that stand side by side it tells which is whose.
  package func part(of question: Question, answeredBy contact: Contact) -> ID<Area>? {
    guard let code = contact.area else { return nil }
    let keyed = subject(.area, key: code).map { ID<Area>(bits: $0.bits) }
    guard let area = areas.numbered(code).first?.area ?? keyed, area != question.place,
      areas.isInside(area, question.place, on: question.moment.day)
    else { return nil }
    return area
  }
}
