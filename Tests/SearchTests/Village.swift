import Registry
import Search

/// A small registry built in words, for tests that ask about names.
struct Village {
  var snapshot = Snapshot()

  static func id<Subject>(_ key: String) -> ID<Subject> {
    var bits: UInt128 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { bits = (bits ^ UInt128(byte)) &* 0x0100_0000_0000_0000_0000_013B }
    return ID(bits: bits)
  }

  static func day(_ text: String) -> Day {
    Day(text) ?? Day(number: 0)
  }

  mutating func areaKind(_ key: String, rank: Int) {
    snapshot.areaKinds.append(AreaKind(id: Village.id(key), key: key, rank: rank))
    name(.areaKind(Village.id(key)), key)
  }

  mutating func area(
    _ key: String, _ kind: String, _ name: String, parents: [String] = [], code: String? = nil,
    from: String? = nil, until: String? = nil, scheme: String = "kommune"
  ) {
    let id: ID<Area> = Village.id("area-\(key)")
    let valid = DayRange(from: from.flatMap { Day($0) }, until: until.flatMap { Day($0) })
    snapshot.areas.append(Area(id: id, key: key, kind: Village.id(kind), valid: valid))
    self.name(.area(id), name, valid: valid)
    for parent in parents { inside(key, parent, valid: valid) }
    if let code {
      snapshot.areaCodes.append(
        AreaCode(
          id: Village.id("code-\(key)-\(code)"), area: id, scheme: scheme, code: code, valid: valid)
      )
    }
  }

  mutating func inside(_ area: String, _ parent: String, valid: DayRange = .always) {
    snapshot.areaParents.append(
      AreaParent(
        id: Village.id("parent-\(area)-\(parent)"), area: Village.id("area-\(area)"),
        parent: Village.id("area-\(parent)"), valid: valid))
  }

  mutating func succeeds(_ area: String, _ successor: String, on day: String) {
    snapshot.areaSuccessions.append(
      AreaSuccession(
        id: Village.id("succession-\(area)-\(successor)"), area: Village.id("area-\(area)"),
        successor: Village.id("area-\(successor)"), day: Village.day(day)))
  }

  mutating func postcode(_ code: String, _ area: String) {
    snapshot.postcodes.append(
      Postcode(
        id: Village.id("post-\(code)"), code: code, place: area, area: Village.id("area-\(area)"),
        valid: .always))
  }

  mutating func name(
    _ subject: Subject, _ text: String, _ kind: NameKind = .official,
    language: Language = .bokmål, plan: String? = nil, valid: DayRange = .always
  ) {
    snapshot.names.append(
      Name(
        id: Village.id("name-\(snapshot.names.count)"), subject: subject, language: language,
        kind: kind, text: text, plan: plan.map { Village.id("plan-\($0)") }, valid: valid))
  }

  mutating func function(_ key: String, _ name: String, synonyms: [String] = []) {
    let id: ID<Function> = Village.id("function-\(key)")
    snapshot.functions.append(Function(id: id, key: key))
    self.name(.function(id), name)
    for synonym in synonyms { self.name(.function(id), synonym, .synonym) }
  }

  mutating func concern(
    _ key: String, _ name: String, synonyms: [String] = [], least: Severity? = nil
  ) {
    let id: ID<Concern> = Village.id("concern-\(key)")
    snapshot.concerns.append(Concern(id: id, key: key, leastSeverity: least))
    self.name(.concern(id), name)
    for synonym in synonyms { self.name(.concern(id), synonym, .synonym) }
  }

  mutating func kind(_ key: String, _ name: String, synonyms: [String] = []) {
    let id: ID<OrganisationKind> = Village.id("kind-\(key)")
    snapshot.organisationKinds.append(OrganisationKind(id: id, key: key))
    self.name(.organisationKind(id), name)
    for synonym in synonyms { self.name(.organisationKind(id), synonym, .synonym) }
  }

  mutating func unit(_ key: String, _ name: String, kind: String, area: String) {
    let id: ID<Organisation> = Village.id("unit-\(key)")
    snapshot.organisations.append(Organisation(id: id, key: key))
    snapshot.organisationForms.append(
      OrganisationForm(
        id: Village.id("form-\(key)"), organisation: id, kind: Village.id("kind-\(kind)"),
        location: Village.id("area-\(area)"), valid: .always))
    self.name(.organisation(id), name)
  }

  mutating func plan(
    _ key: String, area: String, from: String, until: String? = nil, follows: String? = nil,
    severities: [String: Severity] = [:]
  ) {
    let id: ID<Plan> = Village.id("plan-\(key)")
    let day = Village.day(from)
    snapshot.plans.append(
      Plan(
        id: id, key: key, level: .municipality, area: Village.id("area-\(area)"),
        source: Village.id("source-\(key)"), title: "Plan \(key)", day: day, period: .always,
        valid: DayRange(from: day, until: until.flatMap { Day($0) }),
        follows: follows.map { Village.id("plan-\($0)") }))
    for (word, severity) in severities.sorted(by: { $0.key < $1.key }) {
      snapshot.severityWords.append(
        SeverityWord(
          id: Village.id("severity-\(key)-\(word)"), plan: id, word: word, severity: severity))
    }
  }
}

extension Village {
  /// A country of two counties with the traps that real names hold.
  static var country: Village {
    var village = Village()
    village.addKinds()
    village.addAreas()
    village.addWords()
    return village
  }

  private mutating func addKinds() {
    for (key, rank) in [
      ("place", 15), ("district", 20), ("former-municipality", 30), ("municipality", 40),
      ("county", 60), ("country", 90),
    ] { areaKind(key, rank: rank) }
  }

  private mutating func addAreas() {
    area("NO", "country", "Norge")
    area("50", "county", "Trøndelag", parents: ["NO"], code: "50", scheme: "fylke")
    area("34", "county", "Innlandet", parents: ["NO"], code: "34", scheme: "fylke")
    area("31", "county", "Østfold", parents: ["NO"], code: "31", scheme: "fylke")
    area("03", "county", "Oslo", parents: ["NO"], code: "03", scheme: "fylke")
    area("0301", "municipality", "Oslo", parents: ["03"], code: "0301")
    area("5001", "municipality", "Trondheim", parents: ["50"], code: "5001")
    name(.area(Village.id("area-5001")), "Tråante", language: Language("sma"))
    area("500104", "district", "Heimdal", parents: ["5001"], code: "500104", scheme: "bydel")
    area("500103", "district", "Lerkendal", parents: ["5001"], code: "500103", scheme: "bydel")
    area("sentrum", "place", "Trondheim sentrum", parents: ["5001"])
    area("5030", "former-municipality", "Klæbu", code: "5030", until: "2020-01-01")
    inside("5030", "5001", valid: DayRange(from: Village.day("2020-01-01")))
    inside("5030", "50", valid: DayRange(until: Village.day("2020-01-01")))
    succeeds("5030", "5001", on: "2020-01-01")
    area("3419", "municipality", "Våler", parents: ["34"], code: "3419")
    area("3114", "municipality", "Våler", parents: ["31"], code: "3114")
    area("3201", "municipality", "Bærum", parents: ["31"], code: "3201")
    area("3907", "municipality", "Sandefjord", parents: ["31"], code: "3907")
    area("1515", "municipality", "Herøy", parents: ["34"], code: "1515")
    area("split", "municipality", "Snillfjord", until: "2020-01-01")
    succeeds("split", "3419", on: "2020-01-01")
    succeeds("split", "5001", on: "2020-01-01")
    area("gone", "municipality", "Rissa", until: "2018-01-01")
    succeeds("gone", "5001", on: "2018-01-01")
    postcode("7540", "5001")
    postcode("3201", "3907")
    postcode("5001", "5001")
  }

  private mutating func addWords() {
    plan("2020", area: "5001", from: "2020-03-01", severities: ["trinn 3": .clarified])
    plan(
      "2021", area: "5001", from: "2021-11-01", follows: "2020", severities: ["trinn 3": .grave])
    plan("baerum", area: "3201", from: "2017-12-31")
    function("slt-coordinator", "SLT-koordinator", synonyms: ["slt"])
    function("resource-person", "ressursperson")
    function("police-contact", "politikontakt")
    function("police-radicalisation-contact", "radikaliseringskontakt i politiet")
    let police: Subject = .function(Village.id("function-police-radicalisation-contact"))
    name(
      .function(Village.id("function-resource-person")), "radikaliseringskontakt", .alias,
      plan: "2020")
    name(police, "radikaliseringskontakt", .alias, plan: "2021")
    name(police, "forebyggingskontakt", .alias, plan: "baerum")
    concern("extremism", "radikalisering", synonyms: ["voldelig ekstremisme", "tidlig bekymring"])
    concern("violence-at-home", "vold i nære relasjoner")
    concern("now", "fare for liv", least: .acute)
    kind("lower-secondary-school", "ungdomsskole")
    kind("youth-club", "fritidsklubb", synonyms: ["ungdomsklubb"])
    unit("ntnu", "NTNU", kind: "lower-secondary-school", area: "5001")
    unit("vakt-a", "Barnevernvakten", kind: "youth-club", area: "5001")
    unit("vakt-b", "Barnevernvakten", kind: "youth-club", area: "3201")
  }
}
