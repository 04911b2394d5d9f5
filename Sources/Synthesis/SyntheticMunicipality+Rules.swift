extension SyntheticMunicipality {
  /// Ladders that a plan may write for a concern.
  private func ladders() -> [String] {
    [
      """
          ladder:
            - function: slt-coordinator
            - any: [{function: municipal-contact}, {function: police-contact}]
            - organisation: \(body)

      """,
      """
          ladder:
            - own: Din leder eller en kollega
            - function: resource-person
            - function: central-resource-person
            - function: slt-coordinator

      """,
      """
          ladder:
            - kind: child-welfare
            - {kind: child-welfare-watch, covers: true}
            - function: safety-coordinator

      """,
      """
          ladder:
            - function: safety-coordinator
            - organisation: \(body)

      """,
      """
          ladder:
            - any: [{function: safety-guide}, {kind: family-service}]
            - function: municipal-contact

      """,
      """
          ladder:
            - function: radicalisation-coordinator
            - function: police-contact
            - organisation: \(station)

      """,
    ]
  }

  private static let ages = ["", "", "", ", age: -17", ", age: 12-18", ", age: 18-"]
  private static let askers = ["", ", asker: employee", ", asker: citizen", ", asker: manager"]
  private static let kinds = ["primary-school", "lower-secondary-school", "youth-club", "culture"]

  /// What this plan says, unlike what the neighbours say; no two of its rules can tie, for none has
  /// the asker, workplace and concern of another.
  mutating func rules() -> String {
    var text = Marking.comment
    text += "seed: synthetic-\(code)-rules\nplan: synthetic-\(code)\n\nrules:\n"
    let ladders = ladders()
    for (concern, _, word) in SyntheticVocabulary.concerns.dropFirst(2) {
      for (number, asker) in SyntheticMunicipality.askers.enumerated() {
        guard dice.happens(percent: number == 0 ? 45 : 12) else { continue }
        let age = dice.one(of: SyntheticMunicipality.ages)
        let workplace =
          number == 1 && dice.happens(percent: 50)
          ? ", workplace: \(dice.one(of: SyntheticMunicipality.kinds))" : ""
        text += "  - key: \(concern)-\(number)\n"
        text += "    when: {concern: \(concern)\(asker)\(workplace)\(age)}\n"
        text += dice.one(of: ladders)
        text += "    text: Slik er det bestemt for \(word) i \(place) (oppdiktet).\n"
        text += "    section: Kapittel \(1 + dice.number(below: 9))\n"
      }
    }
    text += """
        - key: switchboard
          tier: fallback
          ladder: [{organisation: \(body)}, {organisation: \(SyntheticNation.police)}]
          text: Sentralbordet i \(place) er den siste lokale døren (oppdiktet).

      """
    return text
  }
}
