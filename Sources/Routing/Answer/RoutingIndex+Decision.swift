package import Registry

extension RoutingIndex {
  /// The question turned into walks, so that the decisions of its tiers can be made, and measured,
  /// one by one.
  package func prepared(_ question: Question) -> PreparedQuestion {
    PreparedQuestion(inquiry: Inquiry(question, in: tables))
  }
}

/// A question about to be decided.
package struct PreparedQuestion {
  package let inquiry: Inquiry

  /// The rule that speaks first in a tier: the decision alone, without the doors behind it.
  package func speaker(in tier: Tier) -> ID<Rule>? {
    inquiry.first(tier: tier).map { inquiry.tables.rules[$0].row.id }
  }
}
