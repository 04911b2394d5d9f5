import Foundation
import HTTPTypes
import Registry
import Routing
import Search
import Testing
import Presentation
import Web

@testable import Site

/// What stands first on an answer's page, over the real seeds: at every hour, for every wish.
@Suite struct AnswerDisplayTests {
  /// Tuesday 1 December 2026 in Oslo at a minute of the day, and a holiday of that month.
  private static func moment(_ hour: Double, day: Int64 = 0) throws -> Moment {
    // 2026-12-01T00:00 in Oslo.
    let start: Int64 = 1_796_079_600
    return try OsloTime().moment(at: start + day * 86_400 + Int64(hour * 3600))
  }

  struct Case {
    let place: String
    let asker: Asker
    let age: Int?
    var concern = "extremism"
    var wishes: Set<Wish> = []
    var severity: Severity?
    let moment: Moment
  }

  /// An answer as it is laid out, with what a reader of the table looks at.
  struct Shown {
    let answer: Answer
    let display: AnswerDisplay
    let natures: [DoorNature]

    var sections: [AnswerDisplay.Section] { display.sections }
    var places: [Int] { sections.flatMap(\.places) }
    var first: Int? { places.first }

    func isPolice(_ place: Int) -> Bool { natures[place].contains(.police) }
  }

  private static func shown(_ asked: Case, _ edition: Edition) throws -> Shown {
    let area = try #require(edition.search.areas.numbered(asked.place).first?.area)
    let concern = try #require(
      edition.directory.concerns.values.first { $0.key == asked.concern }?.id)
    let question = Question(
      asker: asked.asker, place: area, concern: concern, age: asked.age.map { .years($0) },
      severity: asked.severity, moment: asked.moment, wishes: asked.wishes)
    let answer = edition.routing.answer(question)
    let visit = Visit(
      edition: edition, time: try OsloTime(), moment: asked.moment, language: .bokmål,
      stale: nil, build: "test")
    let natures = answer.ladder.map { visit.nature(of: $0.contact) }
    let display = AnswerDisplay(
      answer, isOfficeTime: edition.routing.isOfficeTime(asked.moment), natures: natures)
    return Shown(answer: answer, display: display, natures: natures)
  }

  private static let places = ["5001", "5634"]
  private static let wishes: [Set<Wish>] = [[], [.anonymous], [.notPolice], [.inWriting]]
  private static let moments = [(10.0, 0), (23.5, 0), (12.0, 4), (10.0, 24)]

  /// Every wish, severity and hour for those askers and ages.
  private static func every(
    _ askers: [(Asker, Int?)], _ edition: Edition, _ judge: (Case, Shown) throws -> Void
  ) throws {
    for place in places {
      for (asker, age) in askers {
        for concern in ["extremism", "violence-at-home"] {
          for wishes in wishes {
            for severity in Severity.allCases {
              for (hour, day) in moments {
                let asked = Case(
                  place: place, asker: asker, age: age, concern: concern, wishes: wishes,
                  severity: severity, moment: try moment(hour, day: Int64(day)))
                try judge(asked, try shown(asked, edition))
              }
            }
          }
        }
      }
    }
  }

  @Test("A child who asks for oneself meets the line for children or a near open door first")
  func children() async throws {
    try await RealSeedTests.visit { _, edition in
      let askers: [(Asker, Int?)] = [(.youngPerson, nil), (.youngPerson, 16), (.affected, 12)]
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        guard !asked.wishes.contains(.inWriting) else { return }
        let first = try #require(shown.first, "\(asked)")
        let nature = shown.natures[first]
        #expect(!nature.isDisjoint(with: [.childLine, .nearChildren]), "\(asked)")
        let line = shown.places.firstIndex { shown.natures[$0].contains(.childLine) }
        let police = shown.places.firstIndex { shown.isPolice($0) }
        if let line, let police { #expect(line < police, "\(asked)") }
      }
    }
  }

  @Test("Who asks for oneself and not for the police meets them last; else only where it is grave")
  func withoutPolice() async throws {
    try await RealSeedTests.visit { _, edition in
      let askers: [(Asker, Int?)] = [
        (.youngPerson, 16), (.affected, 35), (.relative, 15), (.employee, 15), (.citizen, nil),
      ]
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        guard asked.wishes.contains(.notPolice) else { return }
        let police = shown.places.filter { shown.isPolice($0) }
        guard !police.isEmpty else { return }
        #expect(!shown.display.remarks.isEmpty, "it is told what became of the wish: \(asked)")
        let isOwn = asked.asker == .youngPerson || asked.asker == .affected
        let ordinary = police.filter { isOwn || shown.answer.ladder[$0].tier != .serious }
        #expect(Array(shown.places.suffix(ordinary.count)) == ordinary, "\(asked)")
      }
    }
  }

  @Test("At night, at weekends and on holidays what is known to be open stands first")
  func night() async throws {
    try await RealSeedTests.visit { _, edition in
      let askers: [(Asker, Int?)] = [(.relative, 15), (.employee, 15), (.affected, 35)]
      let morning = try AnswerDisplayTests.moment(10)
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        let isOffice = edition.routing.isOfficeTime(asked.moment)
        #expect(isOffice == (asked.moment == morning))
        guard !isOffice, asked.wishes.isDisjoint(with: [.inWriting]) else { return }
        let open = shown.places.filter {
          AnswerDisplay.isKnownOpen(shown.answer.ladder[$0].contact)
            && !(asked.wishes.contains(.notPolice) && shown.isPolice($0))
        }
        guard !open.isEmpty else { return }
        let now = try #require(shown.sections.first)
        #expect(now.title == .now, "\(asked)")
        #expect(Set(open).isSubset(of: now.places), "\(asked)")
        let closed = now.places.filter {
          !AnswerDisplay.isKnownOpen(shown.answer.ladder[$0].contact)
        }
        #expect(closed.isEmpty, "\(asked)")
      }
    }
  }

  @Test("Every door is shown once, and none without a channel looks like one that has some")
  func whole() async throws {
    try await RealSeedTests.visit { _, edition in
      let askers: [(Asker, Int?)] = [(.youngPerson, nil), (.employee, 23), (.volunteer, 15)]
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        let all = shown.places + shown.display.silent
        #expect(all.sorted() == Array(shown.answer.ladder.indices), "\(asked)")
        for place in shown.places {
          let contact = shown.answer.ladder[place].contact
          let isUsable = contact.channels.contains(where: \.isUsable)
          #expect(isUsable, "\(asked)")
        }
        let numbers = shown.places.filter {
          !shown.display.repeated(in: shown.sections).contains($0)
        }.map { place in
          Set(shown.answer.ladder[place].contact.channels.compactMap(\.value))
        }
        #expect(Set(numbers).count == numbers.count, "a number stands once: \(asked)")
      }
    }
  }

  @Test("Who cannot ring meets first what is open in writing, and is told when nothing is")
  func writing() async throws {
    try await RealSeedTests.visit { _, edition in
      let askers: [(Asker, Int?)] = [(.affected, 35), (.youngPerson, 16), (.relative, 40)]
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        guard asked.wishes.contains(.inWriting) else { return }
        func isOpenInWriting(_ place: Int) -> Bool {
          shown.answer.ladder[place].contact.channels.contains {
            [.sms, .chat].contains($0.kind) && $0.isUsable && $0.state == .open
          }
        }
        if shown.places.contains(where: isOpenInWriting) {
          let first = try #require(shown.first)
          #expect(isOpenInWriting(first), "\(asked)")
        } else {
          #expect(shown.display.remarks.contains(.nothingInWriting), "\(asked)")
        }
      }
    }
  }

  @Test("Which door is first, for each wish, age, severity and hour, and under which heading")
  func table() async throws {
    try await RealSeedTests.visit { _, edition in
      var lines: [String] = []
      let askers: [(Asker, Int?)] = [
        (.youngPerson, nil), (.youngPerson, 16), (.affected, 35), (.relative, 15), (.employee, 15),
      ]
      try AnswerDisplayTests.every(askers, edition) { asked, shown in
        guard [.mild, .grave].contains(asked.severity), asked.moment.day.weekday == .tuesday else {
          return
        }
        lines.append(AnswerDisplayTests.line(asked, shown))
      }
      try Golden(name: "first-doors.txt").expect(
        Visitor.Page(status: 200, headers: [:], text: lines.joined(separator: "\n") + "\n"))
    }
  }

  private static func line(_ asked: Case, _ shown: Shown) -> String {
    let first = shown.first.map { place -> String in
      let contact = shown.answer.ladder[place].contact
      let channel = contact.channels.first { $0.isUsable }
      return (contact.function?.text ?? contact.organisation?.name ?? "")
        + " \(channel?.written ?? "") (\(shown.answer.ladder[place].why.rule))"
    }
    let wish = asked.wishes.map(\.rawValue).first ?? "-"
    let age = asked.age.map { "\($0)" } ?? "?"
    let title = shown.sections.first.map { "\($0.title)" } ?? "-"
    let remarks = shown.display.remarks.map { "\($0)" }.joined(separator: " ")
    return [
      asked.place, asked.concern, asked.asker.rawValue, age, asked.severity?.rawValue ?? "-", wish,
      DateText.clock(asked.moment.minute ?? 0), title, first ?? "-", remarks,
    ].joined(separator: " | ")
  }
}

/// Where those at home may be the danger.
@Suite struct DangerAtHomeTests {
  @Test("No notice, step or offer proposes parents, family, mediator or faith leader")
  func plans() async throws {
    try await RealSeedTests.visit { _, edition in
      let moment = try OsloTime().moment(at: InventedSite.now)
      let areas = Set(edition.directory.plans.values.compactMap(\.area))
      #expect(areas.count > 3)
      let bringing =
        /(?i)foreldre|foresatt|familie|mekl|megl|konfliktråd|imam|prest|trosleder|trossamfunn/
      var count = 0
      for key in ["violence-at-home", "social-control", "forced-marriage", "genital-mutilation"] {
        let concern = try #require(
          edition.directory.concerns.values.first { $0.key == key }?.id)
        let name = edition.search.name(of: .concern(concern), language: .bokmål, on: moment.day)
        for area in areas {
          for asker in Asker.allCases {
            for age in [nil, Age.years(12), .years(16), .years(30)] {
              let answer = edition.routing.answer(
                Question(
                  asker: asker, place: area, concern: concern, age: age, severity: .grave,
                  moment: moment))
              #expect(answer.steps.isEmpty)
              for notice in answer.notices where notice.about != name {
                count += 1
                #expect(!notice.text.contains(bringing), "\(key): \(notice.text)")
              }
              for offer in answer.offerings {
                #expect(!offer.name.contains(bringing), "\(key): \(offer.name)")
              }
            }
          }
        }
      }
      #expect(count > 0)
    }
  }

  @Test("A plan's steps are not told to the person they are about")
  func steps() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let asked = [("place", "Trondheim"), ("concern", "extremism"), ("age", "16")]
      for (asker, isTold) in [("relative", true), ("young-person", false), ("affected", false)] {
        let page = try await visitor.post("/svar", asked + [("asker", asker)])
        #expect(page.status == 200)
        #expect(page.text.contains("class=\"steps\"") == isTold, "\(asker)")
      }
    }
  }
}
