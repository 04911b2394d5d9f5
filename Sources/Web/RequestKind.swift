/// What a request costs whoever asks: each kind has a budget of its own, so that none eats another.
///
/// Every ``Route`` states its kind.
package enum RequestKind: String, CaseIterable, Sendable {
  /// A file that goes with a page: free, since the page has been paid for.
  case asset
  /// A page or record without names of persons, and every address that nobody declared.
  case page
  /// Made for each letter or so that somebody writes.
  case suggestion
  /// A record that names a person, or a vCard: what a list of people could be copied from.
  case person
  /// Who to contact: refused last of all.
  case answer
}

/// What one requester may ask for at once, and how fast it comes back.
package struct Budget: Hashable, Sendable {
  /// Requests at once.
  package let burst: Double
  /// Requests that come back in a second.
  package let perSecond: Double
  /// The most in any hour, where that is what is promised.
  package let perHour: Int?

  package init(burst: Double, perSecond: Double) {
    self.burst = burst
    self.perSecond = perSecond
    perHour = nil
  }

  /// At most so many in any hour: half of them at once, the others one by one as the hour goes.
  package init(perHour: Int) {
    let burst = (perHour + 1) / 2
    self.burst = Double(burst)
    perSecond = Double(perHour - burst + 1) / 3_600
    self.perHour = perHour
  }
}

/// What one requester may ask for, by kind.
package struct Budgets: Hashable, Sendable {
  package var pages: Budget
  package var suggestions: Budget
  package var persons: Budget
  package var answers: Budget

  /// As a node is told in its settings.
  ///
  /// Suggestions cost twice as many as pages, since they come with every pause in writing. Answers
  /// have ten times the budget of pages and share it with nothing: twenty people behind one address
  /// who have spent all else are still answered, acute or not.
  package init(burst: Int, perSecond: Int, personsPerHour: Int) {
    let (burst, perSecond) = (Double(burst), Double(perSecond))
    pages = Budget(burst: burst, perSecond: perSecond)
    suggestions = Budget(burst: 2 * burst, perSecond: 2 * perSecond)
    persons = Budget(perHour: personsPerHour)
    answers = Budget(burst: 10 * burst, perSecond: 10 * perSecond)
  }

  /// What a node gives that is told nothing else.
  package static let usual = Budgets(burst: 120, perSecond: 10, personsPerHour: 60)

  /// The same for every kind.
  package init(each budget: Budget) {
    (pages, suggestions, persons, answers) = (budget, budget, budget, budget)
  }

  /// nil is free.
  package subscript(kind: RequestKind) -> Budget? {
    switch kind {
    case .asset: nil
    case .page: pages
    case .suggestion: suggestions
    case .person: persons
    case .answer: answers
    }
  }
}
