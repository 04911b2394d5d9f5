import Testing

@testable import Server

@Suite struct DateLineTests {
  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (1_709_209_800, "Thu, 29 Feb 2024 12:30:00 GMT"),
    (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
  ])
  func `a time is written as HTTP has it`(second: Int, text: String) {
    #expect(DateLine.text(at: second) == text)
  }
}
