package import Registry

/// A question that comes with a seed, and the doors that its answer must begin with.
///
/// It is asked when the seed is loaded, over the registry as it would be, and is not stored: a
/// careful person writes down what the document answers, and a rule that says otherwise is refused.
package struct SeedQuestion: Hashable, Sendable {
  package let position: SeedPosition
  /// What is asked, as on the command line: asker, workplace, place, concern, function, age,
  /// severity, at.
  package let asked: [String: String]
  package let wishes: [String]
  package let tier: Tier
  /// In order: `function@organisation`, `@organisation`, `offering:key` or the first words of a
  /// described role.
  package let doors: [String]
}

extension SeedReading {
  private static let askedFields: Set<String> = [
    "asker", "workplace", "place", "concern", "function", "age", "severity", "at",
  ]

  func readQuestion(_ value: SeedValue, _ document: SeedDocument) {
    let own = SeedReading.askedFields.union(["wish", "tier", "answer", "text"])
    guard let entry = value.entry(own.union(Provenance.fields)),
      entry.required("place") != nil, entry.required("answer") != nil
    else { return }
    var asked: [String: String] = [:]
    for field in SeedReading.askedFields { asked[field] = entry.text(field) }
    questions.append(
      SeedQuestion(
        position: value.position, asked: asked, wishes: entry.texts("wish"),
        tier: entry.choice("tier") ?? .ordinary, doors: entry.texts("answer")))
  }
}
