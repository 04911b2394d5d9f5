import Registry

extension Sample {
  static func addPlan(_ planted: inout Planted) {
    planted.add(
      Plan(
        id: id(1), key: "veileder-2021", level: .municipality, owner: id(2), area: id(1),
        source: id(1), title: "Veileder", version: "2", day: day(2021, 11, 1),
        period: DayRange(from: day(2021, 11, 1), until: day(2023, 1, 1)), valid: from2020),
      Plan(
        id: id(2), key: "veileder-2022", level: .municipality, area: id(1), source: id(1),
        title: "Veileder", day: day(2022, 1, 1), period: .always, valid: from2020,
        follows: id(1)))
    planted.add(SeverityWord(id: id(1), plan: id(1), word: "høy bekymring", severity: .grave))
    planted.add(rule(1), rule(2))
    planted.add(
      target(1, .function(id(1))), target(2, .organisation(id(2))),
      target(3, .organisationKind(id(2))), target(4, .offering(id(1))),
      target(5, .ownWorkplace("nærmeste leder")), target(6, .described(hard)))
    planted.add(
      Step(
        id: id(1), plan: id(1), position: 1, number: "1", title: "Gå i dialog", text: hard,
        responsible: [hard, "ansatte", ""], severities: [.mild, .grave], askers: [.employee],
        valid: from2020, citation: id(1)),
      Step(
        id: id(2), plan: id(1), position: 2, number: "2b", title: "Drøft", text: "",
        responsible: [], severities: [], askers: [], valid: from2020))
    planted.add(
      Notice(
        id: id(1), key: "notice-1", plan: id(1), kind: .anonymity, about: .concern(id(2)),
        text: hard, valid: from2020, citation: id(1)),
      Notice(
        id: id(2), key: "notice-2", plan: id(1), kind: .whatHappensNext, text: "Samtale.",
        valid: from2020))
    planted.add(
      ReadingMatter(
        id: id(1), plan: id(1), kind: .sign, group: "Uttalelser", position: 1, text: hard,
        valid: from2020))
  }

  static func rule(_ number: Int, valid: DayRange = from2020) -> Rule {
    Rule(
      id: id(number), key: "rule-\(number)", plan: id(1), tier: .ordinary, text: hard,
      valid: valid, citation: id(1))
  }

  static func target(_ number: Int, _ target: Target) -> RuleTarget {
    RuleTarget(
      id: id(number), rule: id(1), rung: number, door: 1, target: target, covers: number == 2)
  }

  static func addMeasures(_ planted: inout Planted) {
    planted.add(
      Measure(
        id: id(1), key: "measure-10", plan: id(1), position: 1, number: "10",
        title: "Kontaktinformasjon", text: hard, status: "gjennomført", fate: "videreført",
        concerns: [id(2), id(1)], valid: from2020, citation: id(1)),
      Measure(
        id: id(2), key: "measure-12", plan: id(1), position: 2, number: "12", title: "Veileder",
        concerns: [], valid: from2020))
    planted.add(
      MeasureParty(
        id: id(1), measure: id(1), position: 1, text: "Kommunikasjonsenheten",
        organisation: id(2), function: id(1)),
      MeasureParty(id: id(2), measure: id(1), position: 2, text: "politiet"))
    planted.add(MeasureMerge(id: id(1), measure: id(1), into: id(2)))
    planted.add(
      Offering(
        id: id(1), key: "22b", provider: id(2), text: hard, conditions: ["høy bekymring", hard],
        valid: from2020, confirmedOn: day(2021, 11, 1), citation: id(1)))
  }

  static func addCases(_ planted: inout Planted) {
    planted.add(ruleCase(1), ruleCase(2, rule: 2, wish: nil))
    planted.add(
      NoticeCase(id: id(1), owner: id(1), area: id(1), ages: AgeRange(from: -1, through: 18)))
    planted.add(
      OfferingCase(
        id: id(1), owner: id(1), unitKind: id(2), asker: .youngPerson,
        ages: AgeRange(from: 15, through: nil)))
  }

  static func ruleCase(_ number: Int, rule: Int = 1, wish: Wish? = .anonymous) -> RuleCase {
    RuleCase(
      id: id(number), owner: id(rule), area: id(1), unit: id(1), concern: id(2),
      function: id(2), asker: .employee, severity: .mild,
      ages: AgeRange(from: nil, through: 17), wish: wish)
  }

  static func addNames(_ planted: inout Planted) {
    planted.add(
      Name(
        id: id(1), subject: .organisation(id(1)), language: .bokmål, kind: .official,
        text: hard, plan: nil, valid: from2020, citation: id(1)),
      Name(
        id: id(2), subject: .function(id(1)), language: Language("sma"), kind: .alias,
        text: "radikaliseringskontakt", plan: id(1), valid: from2020),
      Name(
        id: id(3), subject: Subject(kind: .person, bits: (id(1) as ID<Person>).bits),
        language: .bokmål, kind: .alias, text: "Live N.", valid: from2020))
    planted.add(
      Link(
        id: id(1), subject: .plan(id(1)), position: 1, text: "Veilederen",
        url: "https://example.org/æ", isUsable: true, valid: from2020),
      Link(
        id: id(2), subject: .plan(id(1)), position: 2, text: "her", isUsable: false,
        valid: from2020))
    planted.add(
      Doubt(
        id: id(1), subject: Subject(kind: .channel, bits: (id(2) as ID<Channel>).bits),
        reason: "Firesifret", citation: id(1)))
  }
}
