import Registry
import Routing
import Testing

/// What a reader of the five documents found otherwise in the answers: each kind of fault.
@Suite struct PlanAuditTests {
  typealias Asked = PlanQuestions.Asked

  private func doors(_ asked: Asked, tier: Tier = .ordinary) throws -> [String] {
    try PlanQuestions.shared.get().doors(asked, tier: tier)
  }

  private func answer(_ asked: Asked) throws -> Answer {
    try PlanQuestions.shared.get().answer(asked)
  }

  private static let inside = "«En kollega eller lederen din»"

  @Test func `Nobody is said to answer now where the hours are not stated`() throws {
    for minute in [630, 1230] {
      let asked = Asked(
        place: "3903", concern: "child-at-risk", age: 6, day: "2022-03-08", minute: minute)
      let ladder = try answer(asked).ladder
      #expect(ladder.contains { $0.contact.organisation?.key == "holmestrand-barnevernvakten" })
      for rung in ladder where rung.relation == .covers {
        #expect(rung.contact.channels.contains { $0.state == .open }, "\(minute)")
      }
    }
  }

  @Test func `A grave worry in Sandefjord and Holmestrand leads to no person`() throws {
    for place in ["3903", "3907"] {
      for severity in [Severity.mild, .grave] {
        let asked = Asked(
          asker: .employee, place: place, concern: "extremism", age: 14, severity: severity)
        #expect(try answer(asked).ladder.allSatisfy { $0.contact.person == nil })
      }
    }
    let grave = Asked(place: "3903", concern: "extremism", severity: .grave, day: "2022-03-01")
    #expect(
      try doors(grave, tier: .serious) == [
        "holmestrand-politi", "«Lokalt politi melder svært alvorlige bekymringer videre til PST»",
      ])
  }

  @Test func `The plan's own door answers before the nation's`() throws {
    let parent = Asked(asker: .relative, place: "3903", concern: "parent-guidance", age: 15)
    #expect(try doors(parent) == ["holmestrand-politi", "kommune-3903"])
    var earlier = parent
    earlier.day = "2022-03-01"
    #expect(try doors(earlier) == ["holmestrand-politi", "kommune-3903"])
    let mentor = Asked(place: "3903", concern: "mentoring", age: 20)
    #expect(try doors(mentor) == ["holmestrand-team", "slt-coordinator@kommune-3903"])
    let outside = Asked(place: "3907", concern: "exclusion")
    #expect(try doors(outside).first == "kommune-3907")
  }

  @Test func `The police's contact in Trondheim is there from 2018 and has no number before 2020`()
    throws
  {
    let asked = Asked(
      place: "5001", function: "police-radicalisation-contact", day: "2019-06-01")
    let ladder = try answer(asked).ladder
    let first = try #require(ladder.first)
    #expect(first.contact.organisation?.key == "politiet-trondelag")
    #expect(first.contact.status == .unknownNumber)
    var later = asked
    later.day = "2020-06-01"
    let number = try answer(later).ladder.first?.contact.channels.first { $0.isUsable }?.value
    #expect(number == "+4773899090")
  }

  @Test func `What is not known yet is not said to have ended`() throws {
    for day in ["2013-01-01", "2016-01-01", "2019-01-01", "2021-12-01"] {
      for place in ["3903", "3907", "5001", "3201"] {
        for concern in ["extremism", "child-at-risk", "exit", "work"] {
          let asked = Asked(place: place, concern: concern, day: day)
          for skipped in try answer(asked).skipped where skipped.because == .organisationEnded {
            let key = skipped.organisation?.key ?? ""
            let snapshot = try PlanQuestions.shared.get().snapshot
            let unit = snapshot.organisations.first { $0.key == key }?.id
            let begun = snapshot.organisationForms.contains {
              $0.organisation == unit && ($0.valid.until.map { $0 <= (Day(day) ?? $0) } ?? false)
            }
            #expect(begun, "\(key) \(day)")
          }
        }
      }
    }
  }

  @Test func `A school adviser is the one the guide calls so`() throws {
    let asked = Asked(place: "5001", function: "school-adviser")
    let people = try answer(asked).ladder.compactMap(\.contact.person)
    #expect(people == ["Jannicke Akse"])
  }

  @Test(
    arguments: [
      (14, []), (17, ["trondheim-videregaende-skoler"]), (30, ["trondheim-trovo"]),
    ] as [(Int, [String])])
  func `Norwegian for adults is offered to adults`(age: Int, expected: [String]) throws {
    #expect(try doors(Asked(place: "5001", concern: "language-training", age: age)) == expected)
  }

  @Test(
    arguments: [
      (10, ["trondheim-enslige-mindrearige", "rabita"]),
      (17, ["offering:opal", "trondheim-enslige-mindrearige", "rabita"]),
      (19, ["offering:opal", "trondheim-enslige-mindrearige"]),
      (21, ["trondheim-enslige-mindrearige"]),
    ] as [(Int, [String])])
  func `An institution for minors is for minors`(age: Int, expected: [String]) throws {
    let asked = Asked(
      place: "5001", concern: "unaccompanied-minor", age: age, day: "2020-06-10")
    #expect(try doors(asked) == expected)
  }

  @Test(arguments: ["5001", "3907"])
  func `A worry for a child lists no measure for grown people`(place: String) throws {
    for concern in ["extremism", "hate-crime"] {
      let measures = try answer(
        Asked(asker: .relative, place: place, concern: concern, age: 15)
      ).measures
      #expect(measures.allSatisfy { !$0.title.contains("over 18 år") })
    }
    let told = try answer(Asked(asker: .relative, place: "5001", concern: "extremism", age: 15))
    #expect(told.measures.contains { $0.number == "11" })
  }

  @Test func `A kindergarten has no resource person and goes to the coordinator`() throws {
    let asked = Asked(
      asker: .employee, place: "5001", concern: "extremism", workplace: "kindergarten", age: 5,
      day: "2021-12-01")
    let found = try doors(asked)
    #expect(found.first == Self.inside)
    #expect(found.dropFirst().first == "radicalisation-coordinator@trondheim-uteseksjonen")
    #expect(!found.contains { $0.hasPrefix("resource-person") })
  }

  @Test(arguments: [
    ("youth-club", "resource-person@trondheim-kulturenheten"),
    ("culture-house", "resource-person@trondheim-kulturenheten"),
    ("child-welfare", "resource-person@trondheim-bft"),
    ("outreach", "resource-person@trondheim-bft"),
    ("home-care", "resource-person@trondheim-helse-velferd"),
    ("nav-municipal", "resource-person@trondheim-nav-kommunalt"),
    ("lower-secondary-school", "resource-person@trondheim-ungdomsskolene"),
  ])
  func `The municipality's own units speak together first`(kind: String, second: String) throws {
    let asked = Asked(
      asker: .employee, place: "5001", concern: "extremism", workplace: kind, age: 15,
      day: "2021-12-01")
    #expect(Array(try doors(asked).prefix(2)) == [Self.inside, second])
  }

  @Test(arguments: [
    ("prison", "Kriminalomsorgen"), ("correctional-service", "Kriminalomsorgen"),
    ("mediation-service", "Konfliktrådet"), ("family-counselling", "Familievernkontoret"),
    ("nav-regional", "NAV (kommunalt og regionalt)"), ("university", "NTNU"), ("rvts", "RVTS"),
    ("culture", "Kulturenheten"), ("health-welfare", "Helse og velferdsetaten"),
  ])
  func `A resource person stands under the sentence that names the service`(
    kind: String, named: String
  ) throws {
    let workplace = kind == "university" ? "ntnu" : kind
    let asked = Asked(
      asker: .employee, place: "5001", concern: "extremism", workplace: workplace, age: 25,
      day: "2021-12-01")
    let rung = try #require(
      try answer(asked).ladder.first { $0.contact.function?.key == "resource-person" })
    #expect(rung.why.quote?.contains(named) == true, "\(rung.why.quote ?? "")")
  }

  @Test(arguments: [
    ("3903", "private-school"), ("3903", "upper-secondary-school"), ("3903", "hospital"),
    ("3903", "police"), ("5001", "police"), ("5001", "hospital"), ("5001", "business"),
  ])
  func `A sentence for the municipality's employees is not used for others`(
    place: String, kind: String
  ) throws {
    let asked = Asked(
      asker: .employee, place: place, concern: "extremism", workplace: kind, age: 17,
      day: "2022-03-01")
    let ladder = try answer(asked).ladder.filter { $0.tier == .ordinary }
    #expect(!ladder.isEmpty)
    for rung in ladder {
      #expect(rung.contact.words == nil, "\(kind): \(rung.contact.words ?? "")")
      let quote = rung.why.quote ?? ""
      #expect(!quote.contains("kommunalt ansatt") && !quote.contains("enhet i Trondheim kommune"))
    }
  }

  @Test(arguments: [("crime", 11), ("drugs", 30), ("exclusion", 40)])
  func `Who is left out for the age is told to be of another age`(concern: String, age: Int) throws
  {
    let asked = Asked(place: "5001", concern: concern, age: age, day: "2021-12-01")
    let reasons = try answer(asked).skipped
      .filter { $0.function?.key == "slt-coordinator" && $0.because != .notValid }.map(\.because)
    #expect(reasons == [.wrongAge])
  }

  @Test func `Who made a strategy with others is no door of it`() throws {
    let asked = Asked(
      place: "5001", concern: "child-of-foreign-fighter", age: 4, severity: .grave,
      day: "2021-12-01")
    #expect(try doors(asked, tier: .serious) == ["politiet-trondelag", "kommune-5001"])
  }

  @Test func `Bærum's core group answers for the years it has been there`() throws {
    let asked = Asked(
      asker: .employee, place: "3201", concern: "extremism", workplace: "lower-secondary-school",
      age: 14, day: "2016-06-01")
    let told = try answer(asked)
    #expect(told.ladder.first?.contact.organisation?.key == "baerum-kjernegruppen")
    #expect(told.warnings.contains(.evidenceLater))
    var earlier = asked
    earlier.day = "2013-06-01"
    #expect(try doors(earlier).contains("baerum-kjernegruppen") == false)
  }

  @Test(arguments: [
    ("3201", "police-diversity-coordinator", "mangfoldskontakt"),
    ("3201", "police-radicalisation-contact", "forebyggingskontakt"),
    ("3907", "police-radicalisation-contact", "forebyggende koordinator"),
  ])
  func `The plan's own word for a function stands first`(
    place: String, function: String, word: String
  ) throws {
    let asked = Asked(place: place, function: function, day: "2018-02-01")
    let label = try #require(try answer(asked).ladder.first?.contact.function)
    #expect(label.key == function)
    #expect(label.text.hasPrefix("\(word) ("), "\(label.text)")
  }

  @Test(arguments: [
    "nav-municipal", "prison", "police", "hospital", "kindergarten", "youth-club", "youth-health",
    "lower-secondary-school", "university", "rvts",
  ])
  func `A clarified worry may be reported, wherever in Trondheim one works`(kind: String) throws {
    let asked = { (age: Int) in
      Asked(
        asker: .employee, place: "5001", concern: "extremism", workplace: kind, age: age,
        severity: .clarified, day: "2021-12-01")
    }
    #expect(Array(try doors(asked(15)).prefix(2)) == ["trondheim-barnevern", "politiet-trondelag"])
    #expect(try doors(asked(30)).first == "politiet-trondelag")
  }

  @Test func `Nobody is led to a guide whom somebody else assigns`() throws {
    let asked = Asked(asker: .affected, place: "3201", concern: "violence-victim", age: 17)
    #expect(try doors(asked).first == "safety-coordinator@politiet-oslo")
    #expect(try doors(asked).contains { $0.hasPrefix("safety-guide") } == false)
  }
}
