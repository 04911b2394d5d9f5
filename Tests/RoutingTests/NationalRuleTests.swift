import Registry
import Routing
import Testing

/// What the nation's rules lead to, in a municipality without a plan.
@Suite struct NationalRuleTests {
  typealias Asked = PlanQuestions.Asked

  private func doors(_ asked: Asked) throws -> [String] {
    try PlanQuestions.shared.get().doors(asked)
  }

  @Test(arguments: [
    "violence-at-home", "sexual-abuse", "social-control", "forced-marriage", "mental-health",
    "someone-to-talk-to", "uses-violence", "bullying", "drugs", "hate-crime",
  ])
  func `Who does not say the age is shown the line for the young, and the grown is not`(
    concern: String
  ) throws {
    for asker in [Asker.affected, .citizen, .relative, .witness] {
      for place in ["4621", "0301"] {
        let unknown = try doors(Asked(asker: asker, place: place, concern: concern))
        #expect(unknown.contains("alarmtelefonen"), "\(asker) \(place)")
        #expect(unknown.count > 1)
        let grown = try doors(Asked(asker: asker, place: place, concern: concern, age: 40))
        #expect(!grown.contains("alarmtelefonen"), "\(asker) \(place)")
        #expect(!grown.isEmpty)
      }
    }
  }

  @Test(arguments: [.employee, .affected, .citizen] as [Asker])
  func `Hate crime leads to no contact for the radicalised`(asker: Asker) throws {
    for wishes in [[], [.notPolice]] as [Set<Wish>] {
      for age in [nil, 12, 40] {
        let asked = Asked(
          asker: asker, place: "4621", concern: "hate-crime", age: age, wishes: wishes)
        let found = try doors(asked)
        #expect(!found.isEmpty)
        #expect(!found.contains { $0.hasPrefix("police-radicalisation-contact") }, "\(found)")
        #expect(found.contains("politiet") == wishes.isEmpty, "\(found)")
      }
    }
  }

  @Test func `The victim of hate crime has the nation's lines behind a local ladder`() throws {
    let told = try PlanQuestions.shared.get().answer(
      Asked(asker: .affected, place: "5001", concern: "hate-crime", age: 20))
    let added = told.ladder.filter { $0.relation == .added }.compactMap {
      $0.contact.organisation?.key
    }
    #expect(added == ["politiet", "mental-helse", "kirkens-sos"])
  }

  @Test(arguments: ["1804", "1506", "5001", "5501"])
  func `Whoever asks for work comes to Nav and not to a centre elsewhere`(place: String) throws {
    let plain = try doors(Asked(place: place, concern: "work", age: 30))
    #expect(plain.first?.contains("nav") == true)
    #expect(!plain.contains("offering:nav-intro"))
    let migrant = try doors(Asked(place: place, concern: "migrant-work", age: 30))
    #expect(migrant.first == "offering:nav-intro")
  }

  @Test(arguments: ["mental-health", "someone-to-talk-to"])
  func `A place for the young from twelve is not shown to a child of ten`(concern: String) throws {
    let young: Set<String> = ["ung-arena-oslo", "uteseksjonens-psykologtjeneste", "hfu-oslo"]
    for asker in [Asker.youngPerson, .relative, .affected] {
      for (age, isShown) in [(10, false), (13, true), (17, true)] {
        let found = try doors(Asked(asker: asker, place: "0301", concern: concern, age: age))
        #expect(found.contains("alarmtelefonen"))
        #expect(found.contains(where: young.contains) == isShown, "\(asker) \(age)")
      }
    }
    let grown = Asked(asker: .youngPerson, place: "0301", concern: "someone-to-talk-to", age: 30)
    #expect(try doors(grown).contains(where: young.contains) == false)
  }

  @Test func `The clinic for the young is not for a small child`() throws {
    let asked = { (age: Int) in Asked(place: "0301", concern: "nurse-talk", age: age) }
    #expect(try doors(asked(8)).contains("hfu-oslo") == false)
    #expect(try doors(asked(16)).contains("hfu-oslo"))
    #expect(try doors(asked(40)).contains("hfu-oslo") == false)
  }
}
