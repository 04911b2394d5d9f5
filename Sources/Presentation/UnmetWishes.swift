package import Registry
package import Search

extension SearchIndex {
  /// The wishes of a question that its answer cannot meet, in their fixed order: told rather than
  /// passed over, because somebody may have made the rest depend on them.
  ///
  /// In writing: no door takes anything written. Not the police: a door of the police is among
  /// them. Anonymous: no source says that one may be.
  package func unmetWishes(of answer: Answer) -> [Wish] {
    let wishes = answer.question.wishes
    guard !wishes.isEmpty else { return [] }
    let day = answer.question.moment.day
    return Wish.allCases.filter { wish in
      guard wishes.contains(wish) else { return false }
      switch wish {
      case .inWriting:
        return !answer.ladder.contains { rung in
          rung.contact.channels.contains { $0.isUsable && $0.kind.isWritten }
        }
      case .notPolice:
        return answer.ladder.contains { rung in
          rung.contact.channels.contains(where: \.isUsable)
            && rung.contact.organisation.map { isPolice($0.id, on: day) } ?? false
        }
      case .anonymous: return !answer.notices.contains { $0.kind == .anonymity }
      }
    }
  }

  private func isPolice(_ unit: ID<Organisation>, on day: Day) -> Bool {
    guard let kind = kind(of: unit, on: day), let key = key(of: .organisationKind(kind)) else {
      return false
    }
    return key == "police" || key.hasPrefix("police-")
  }
}
