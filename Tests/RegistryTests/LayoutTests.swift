import Registry
import Testing

/// A country has a hundred thousand of each: what a row takes decides what a node takes.
@Suite struct LayoutTests {
  @Test func `the rows that there are most of hold no gaps`() {
    #expect(MemoryLayout<Designation>.stride <= 128)
    #expect(MemoryLayout<Remit>.stride <= 128)
    #expect(MemoryLayout<Channel>.stride <= 192)
    #expect(MemoryLayout<RuleCase>.stride <= 160)
    #expect(MemoryLayout<DayRange>.size == 8)
    #expect(MemoryLayout<AgeRange?>.stride <= 24)
  }

  @Test(arguments: [nil, 0, -1, 18, 130])
  func `an age range says what it was told`(age: Int?) {
    let range = AgeRange(from: age, through: age, extendedThrough: age, condition: "x")
    #expect(range.from == age)
    #expect(range.through == age)
    #expect(range.extendedThrough == age)
    #expect(range == AgeRange(from: age, through: age, extendedThrough: age, condition: "x"))
    #expect(range != AgeRange(from: 7, through: age, extendedThrough: age, condition: "x"))
  }

  @Test func `a span of days says what it was told, with bounds and without`() {
    let days = [nil, Day(number: -719_162), Day(number: 0), Day(number: 2_932_896)]
    for from in days {
      for until in days {
        let range = DayRange(from: from, until: until)
        #expect(range.from == from)
        #expect(range.until == until)
        let isInside = { (day: Day) in
          (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
        }
        for day in days.compactMap({ $0 }) { #expect(range.contains(day) == isInside(day)) }
      }
    }
    #expect(DayRange.always.contains(Day(number: Int32.max - 1)))
    #expect(DayRange.always.overlaps(.always))
    #expect(!DayRange.always.isEmpty)
  }

  @Test func `an id that may be missing is told from every id`() {
    let seat = Designation(
      id: ID(bits: 1), key: "a", function: ID(bits: 2), organisation: ID(bits: 3), seat: 1,
      position: 1, holding: .vacant, person: nil, visibility: .public, valid: .always,
      citation: ID(bits: 4))
    #expect(seat.person == nil)
    #expect(seat.citation == ID(bits: 4))
  }
}
