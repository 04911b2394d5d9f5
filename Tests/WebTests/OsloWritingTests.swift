import Registry
import Testing

@testable import Presentation
@testable import Web

/// A time that is written straight into JSON is the one that is told in words.
@Suite struct OsloWritingTests {
  @Test(arguments: [
    "2021-12-01T10:00:00+01:00", "2021-07-01T00:30:00+02:00", "2026-10-25T02:30:00+02:00",
    "2026-10-25T02:30:00+01:00", "2026-03-29T03:00:00+02:00", "2099-12-31T23:59:00+01:00",
    "2021-12-01",
  ])
  func `a moment`(_ text: String) throws {
    let time = try OsloTime()
    let moment = try #require(time.moment(text))
    #expect(written { time.write("at", moment, to: &$0) } == time.text(moment))
  }

  @Test func `a clock that is not there, there twice, or beyond the last year`() throws {
    let time = try OsloTime()
    for day in ["2026-03-29", "2026-10-25", "9999-12-31"] {
      let day = try #require(Day(day))
      let moment = Moment(day: day)
      for offset in 0...1 {
        let clock = LocalTime(day: day + offset, minute: 150)
        #expect(
          written { time.write("at", clock, after: moment, to: &$0) }
            == time.text(clock, after: moment))
      }
    }
  }

  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object { write(&$0) }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    return String(text.dropFirst(#"{"at":""#.count).dropLast(2))
  }
}
