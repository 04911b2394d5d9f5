import Registry
import Testing

/// What answers share is compared field by field: two that differ anywhere are not the same.
@Suite struct SharedFactsTests {
  private static let label = Label(key: "a", text: "A")
  private static let party = PartyLabel(id: ID(bits: 1), key: "p", name: "P")
  private static let day = Day(number: 20_000)

  @Test func `contacts`() {
    let facts = ContactFacts(words: "leder")
    let facts2 = ContactFacts(words: "kollega")
    let channel = AnswerChannel(
      ChannelFacts(kind: .phone, written: "1", hoursKind: .always), state: .open)
    expectAllDifferent {
      [
        Contact(facts, status: .confirmed), Contact(facts2, status: .confirmed),
        Contact(facts, status: .vacant),
        Contact(facts, status: .confirmed, confirmedOn: Self.day),
        Contact(facts, status: .confirmed, channels: [channel]),
        Contact(facts, status: .confirmed, seats: 2),
        Contact(facts, status: .confirmed, alsoFunctions: [Self.label]),
        Contact(facts, status: .confirmed, ages: AgeRange(from: 1, through: 2)),
        Contact(facts, status: .confirmed, via: Self.party),
      ]
    }
  }

  @Test func `what a contact is at every moment`() {
    expectAllDifferent {
      [
        ContactFacts(), ContactFacts(designation: ID(bits: 1)),
        ContactFacts(function: Self.label), ContactFacts(organisation: Self.party),
        ContactFacts(words: "w"), ContactFacts(person: "p"), ContactFacts(area: "5001"),
        ContactFacts(offering: Self.label), ContactFacts(doubts: ["d"]),
        ContactFacts(source: SourceLabel(document: "s")),
      ]
    }
  }

  @Test func `what a channel is at every moment`() {
    let window = HoursLabel(weekdays: .all, from: 0, until: 60, holidays: .included)
    expectAllDifferent {
      [
        ChannelFacts(kind: .phone, written: "1", hoursKind: .always),
        ChannelFacts(kind: .email, written: "1", hoursKind: .always),
        ChannelFacts(kind: .phone, value: "1", written: "1", hoursKind: .always),
        ChannelFacts(kind: .phone, written: "2", hoursKind: .always),
        ChannelFacts(kind: .phone, written: "1", label: "l", hoursKind: .always),
        ChannelFacts(kind: .phone, written: "1", hours: [window], hoursKind: .always),
        ChannelFacts(kind: .phone, written: "1", hoursKind: .unknown),
        ChannelFacts(kind: .phone, written: "1", hoursKind: .always, warnings: ["w"]),
        ChannelFacts(
          kind: .phone, written: "1", hoursKind: .always, source: SourceLabel(document: "s")),
      ]
    }
  }

  @Test func `sources`() {
    expectAllDifferent {
      [
        SourceLabel(document: "a"), SourceLabel(document: "b"),
        SourceLabel(document: "a", section: "1"), SourceLabel(document: "a", quote: "q"),
        SourceLabel(document: "a", day: Self.day),
      ]
    }
  }

  @Test func `reasons`() {
    expectAllDifferent {
      [
        Why(rule: "r", text: "t"), Why(rule: "s", text: "t"), Why(rule: "r", text: "u"),
        Why(rule: "r", text: "t", plan: Self.label), Why(rule: "r", text: "t", planDay: Self.day),
        Why(rule: "r", text: "t", section: "1"), Why(rule: "r", text: "t", quote: "q"),
      ]
    }
  }

  /// Each is what it is made as again, and nothing else.
  private func expectAllDifferent<Value: Hashable>(_ make: () -> [Value]) {
    let (values, again) = (make(), make())
    for (place, value) in values.enumerated() {
      #expect(value == again[place] && value.hashValue == again[place].hashValue)
      for (other, different) in again.enumerated() where other != place {
        #expect(value != different, "\(place) and \(other)")
      }
    }
  }
}
