/// The invented country above its municipalities: areas, police and the rules that always apply.
struct SyntheticNation {
  let country: SyntheticCountry

  static let area = "synthetic-no"
  static let police = "synthetic-politi"

  static func county(_ number: Int) -> String { "synthetic-fylke-\(60 + number)" }
  static func policeDistrict(_ number: Int) -> String { "synthetic-politidistrikt-\(number + 1)" }
  static func policeBody(_ number: Int) -> String { "synthetic-politidistrikt-organ-\(number + 1)" }

  var text: String {
    Marking.comment + head + areas + organisations + designations + rules
  }

  private var head: String {
    """
    seed: synthetic-country
    plan:
      key: synthetic-nation
      level: nation
      area: \(SyntheticNation.area)
      title: Oppdiktet nasjonal plan
      publisher: "Oppdiktet: varde synthesise"
      date: 2024-01-01

    """
  }

  private var areas: String {
    var text = "\nareas:\n"
    text += "  - {key: \(SyntheticNation.area), kind: country, name: Synteland (oppdiktet)}\n"
    for number in 0..<SyntheticCountry.countiesCount {
      text += """
          - {key: \(SyntheticNation.county(number)), kind: county, \
        name: \(InventedNames.place(340 + number)) fylke (oppdiktet), \
        parents: \(SyntheticNation.area), codes: {scheme: fylke, code: "\(60 + number)"}}

        """
    }
    for number in 0..<SyntheticCountry.policeDistrictsCount {
      text += """
          - {key: \(SyntheticNation.policeDistrict(number)), kind: police-district, \
        name: \(InventedNames.place(320 + number)) politidistrikt (oppdiktet), \
        parents: \(SyntheticNation.area)}

        """
    }
    return text
  }

  private var organisations: String {
    var text = """

      organisations:
        - {key: \(SyntheticNation.police), name: Politiet (oppdiktet), kind: police, \
      serves: \(SyntheticNation.area), channels: {phone: +999 00 00 00 01, hours: always}}
        - {key: synthetic-alarm, name: Alarmtelefonen (oppdiktet), kind: helpline, \
      serves: \(SyntheticNation.area), channels: {phone: +999 00 00 00 02, hours: always}}

      """
    for number in 0..<SyntheticCountry.policeDistrictsCount {
      text += """
          - {key: \(SyntheticNation.policeBody(number)), \
        name: \(InventedNames.place(320 + number)) politidistrikt (oppdiktet), \
        kind: police-district-body, parent: \(SyntheticNation.police), \
        serves: \(SyntheticNation.policeDistrict(number)), \
        channels: {phone: +999 00 00 01 \(PhoneText.two(number)), hours: office}}

        """
    }
    return text
  }

  private var designations: String {
    var text = "\ndesignations:\n"
    for number in 0..<SyntheticCountry.policeDistrictsCount {
      text += """
          - {function: police-radicalisation-contact, \
        organisation: \(SyntheticNation.policeBody(number)), holder: unnamed, \
        remit: {area: \(SyntheticNation.policeDistrict(number)), concern: extremism}, \
        channels: {phone: +999 00 00 02 \(PhoneText.two(number)), hours: office}}

        """
    }
    return text
  }

  private var rules: String {
    """

    rules:
      - key: serious
        tier: serious
        when: {concern: worry, severity: grave}
        ladder:
          - organisation: \(SyntheticNation.police)
          - function: police-radicalisation-contact
        text: Alvorlig bekymring går til politiet (oppdiktet).
      - key: serious-child
        tier: serious
        when: {concern: child-at-risk, severity: grave}
        ladder:
          - kind: child-welfare
          - {kind: child-welfare-watch, covers: true}
          - organisation: \(SyntheticNation.police)
        text: Et barn i fare meldes til barnevernet og politiet (oppdiktet).
      - key: worry
        when: {concern: worry}
        ladder:
          - function: slt-coordinator
          - any: [{function: municipal-contact}, {function: police-contact}]
        text: Koordinatoren i kommunen tar imot bekymringen (oppdiktet).
      - key: need
        when: {concern: need}
        ladder: [{kind: family-service}, {function: municipal-contact}]
        text: Familietjenesten hjelper videre (oppdiktet).
      - key: extremism-employee
        when: {concern: extremism, asker: employee}
        ladder:
          - own: Din leder eller en kollega
          - function: resource-person
          - function: central-resource-person
          - function: slt-coordinator
        text: Ansatte drøfter først på egen arbeidsplass (oppdiktet).
      - key: fallback
        tier: fallback
        ladder: [{kind: municipality}, {organisation: \(SyntheticNation.police)}, \
    {organisation: synthetic-alarm}]
        text: Noen svarer alltid (oppdiktet).

    """
  }
}

/// Telephone numbers that reach nobody: +999 is no country's code.
enum PhoneText {
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Told apart by municipality and a number below 10,000.
  static func number(municipality: Int, _ number: Int) -> String {
    let code = String(municipality + 1000 + 1)
    let rest = String(10_000 + number % 10_000).dropFirst()
    return "+999 \(code.prefix(2)) \(code.suffix(2)) \(rest.prefix(2)) \(rest.suffix(2))"
  }
}
