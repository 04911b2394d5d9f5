import Foundation
import Registry
import Testing

@testable import Presentation
@testable import Web

@Suite("Time in Oslo")
struct OsloTimeTests {
  let time: OsloTime

  init() throws {
    time = try OsloTime()
  }

  @Test(
    "a time is read as people write it, and told with its offset",
    arguments: [
      ("2021-12-01", "2021-12-01"), ("2021-12-01T10:00", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01 10.00", "2021-12-01T10:00:00+01:00"),
      ("2021-07-01T10:00", "2021-07-01T10:00:00+02:00"),
      ("2021-12-01T09:00Z", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T23:30:15Z", "2021-12-02T00:30:00+01:00"),
      ("2021-12-01T10:00:00+01:00", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T04:00-05:00", "2021-12-01T10:00:00+01:00"),
      ("2024-02-29T00:00", "2024-02-29T00:00:00+01:00"),
      ("2021-12-01T10:00:00.000Z", "2021-12-01T11:00:00+01:00"),
      ("2021-12-01T09:00:00.123456789Z", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T09:00:00.1234567+00:00", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T10:00:00,5", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T10:00:00+0100", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01 10:00:00.5+01", "2021-12-01T10:00:00+01:00"),
      ("2021-12-01T10:00+01:00[Europe/Oslo]", "2021-12-01T10:00:00+01:00"),
      ("20211201T090000Z", "2021-12-01T10:00:00+01:00"), ("20211201", "2021-12-01"),
      ("20211201T1000", "2021-12-01T10:00:00+01:00"),
      ("20211201T090000.250Z", "2021-12-01T10:00:00+01:00"),
    ])
  func reads(_ text: String, _ expected: String) throws {
    let moment = try #require(time.moment(text))
    #expect(time.text(moment) == expected)
  }

  @Test(
    "what is not a time is refused",
    arguments: [
      "", "i dag", "2021-13-01", "2023-02-29", "2021-12-01T24:00", "2021-12-01T10",
      "2021-12-01T1:00",
      "2021-12-01T10:60", "2021-12-01T10:00+15:00", "01.12.2021", "2021-12-01T+1:+1",
      "2021-12-01T١٠:٠٠", "2021-12-01T10:00:00.", "2021-12-01T10:00:00.1234567890",
      "2021-12-01T10:00:00.x", "2021-12-01T10:00[Europe/Oslo]", "20211301", "20211201T100",
      "2021-12-01T10:00:00+1", "2021-12-01T.5",
    ])
  func refuses(_ text: String) {
    #expect(time.moment(text) == nil)
  }

  @Test("a local time that the clocks skip is read as if they had not been changed")
  func springGap() throws {
    let moment = try #require(time.moment("2027-03-28T02:30"))
    #expect(time.text(moment) == "2027-03-28T03:30:00+02:00")
    #expect(moment.minute == 210)
  }

  @Test("a local time that comes twice is the first, unless the offset says otherwise")
  func autumnOverlap() throws {
    let first = try #require(time.moment("2026-10-25T02:30"))
    let second = try #require(time.moment("2026-10-25T02:30+01:00"))
    #expect(time.text(first) == "2026-10-25T02:30:00+02:00")
    #expect(time.text(second) == "2026-10-25T02:30:00+01:00")
    #expect(first.minute == second.minute)
  }

  @Test("a bound in the hour that comes twice never lies before the question")
  func boundAfterQuestion() throws {
    let second = try #require(time.moment("2026-10-25T02:30+01:00"))
    let bound = LocalTime(day: second.day, minute: 165)
    #expect(time.text(bound, after: second) == "2026-10-25T02:45:00+01:00")
    let first = try #require(time.moment("2026-10-25T02:30"))
    #expect(time.text(bound, after: first) == "2026-10-25T02:45:00+02:00")
  }

  @Test("midnight belongs to the new day, summer and winter")
  func midnight() throws {
    for text in ["2027-05-17T00:00:00+02:00", "2027-01-01T00:00:00+01:00"] {
      let moment = try #require(time.moment(text))
      #expect(moment.minute == 0)
      #expect(moment.day.description == text.prefix(10))
      #expect(time.text(LocalTime(day: moment.day, minute: 0), after: moment) == text)
    }
  }

  @Test("the changes of the clocks that are kept are those of the zone, before and after them too")
  func changesAreTheZones() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
    for hour in stride(from: Int64(-88_000), to: 1_160_000, by: 7) {
      let instant = hour * 3_600 - 1
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
      let local = instant + Int64(offset)
      let moment = time.moment(at: instant)
      #expect(Int64(moment.day.number) == (local >= 0 ? local : local - 86_399) / 86_400)
      #expect(moment.minute.map { Int64($0) } == ((local % 86_400) + 86_400) % 86_400 / 60)
    }
    for text in ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z"] {
      let moment = try #require(time.moment(text))
      let instant = try #require(moment.instant)
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
      #expect(time.text(moment).hasSuffix(offset == 7_200 ? "+02:00" : "+01:00"))
    }
  }

  @Test("a machine without the zone is refused")
  func missingZone() {
    #expect(throws: OsloTime.ZoneMissing.self) { try OsloTime(zone: "Europe/Atlantis") }
    for wrong in ["UTC", "Europe/London", "Africa/Algiers", "Europe/Helsinki"] {
      #expect(throws: OsloTime.ZoneMissing.self) { try OsloTime(zone: wrong) }
    }
  }
}
