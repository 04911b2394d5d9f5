import Testing
import Web

@testable import Server

@Suite struct RefreshCourseTests {
  private let pace = RefreshPace(
    period: .seconds(5), pauseMin: .milliseconds(250), pauseMax: .seconds(8))

  @Test func `the first answer of the database is always loaded`() {
    let course = RefreshCourse(pace: pace, confirmedAt: 7)
    #expect(course.step(found: 3, using: 3) == .load)
    #expect(course.step(found: 3, using: nil) == .load)
    #expect(course.step(found: 2, using: 3) == .keep)
  }

  @Test func `what is loaded is loaded once`() {
    var course = RefreshCourse(pace: pace, confirmedAt: nil)
    _ = course.succeeded(3, using: 3, at: 100)
    #expect(course.step(found: 3, using: 3) == .rest)
    #expect(course.step(found: 4, using: 3) == .load)
    #expect(course.confirmedAt == 100)
  }

  @Test func `each failure doubles the pause up to its limit, and success ends that`() {
    var course = RefreshCourse(pace: pace, confirmedAt: nil)
    #expect(course.pause == .seconds(5))
    var pauses: [Duration] = []
    for _ in 0..<8 {
      _ = course.failed(because: "away")
      pauses.append(course.pause)
    }
    #expect(pauses.prefix(3) == [.milliseconds(250), .milliseconds(500), .seconds(1)])
    #expect(pauses.suffix(2) == [.seconds(8), .seconds(8)])
    _ = course.succeeded(1, using: 1, at: 0)
    #expect(course.pause == .seconds(5))
  }

  @Test func `a database that is back is met within fifteen seconds, however long it was away`() {
    let pace = RefreshPace()
    var course = RefreshCourse(pace: pace, confirmedAt: nil)
    // At worst it comes back just after a try has begun that it will not answer.
    let lastTry = max(pace.checkLimit, .seconds(RefreshPace.connectSeconds))
    let nextTry = Duration.seconds(RefreshPace.connectSeconds)
    for _ in 0..<1_000 {
      _ = course.failed(because: "away")
      #expect(course.pause >= pace.pauseMin)
      #expect(lastTry + course.pause + nextTry < .seconds(15))
    }
    #expect(course.pause == pace.pauseMax)
  }

  @Test func `one line tells of a loss and one of the return, however often it was tried`() {
    var course = RefreshCourse(pace: pace, confirmedAt: nil)
    #expect(course.failed(because: "away") == [.databaseLost(reason: "away")])
    #expect(course.failed(because: "still away") == [])
    #expect(course.succeeded(4, using: 4, at: 0) == [.databaseReturned(generation: 4)])
    #expect(course.succeeded(4, using: 4, at: 0) == [])
    #expect(course.failed(because: "again") == [.databaseLost(reason: "again")])
  }

  @Test func `a file that cannot be written is told once until it can be`() {
    var course = WritingCourse()
    let failure = Observation.snapshotNotWritten(reason: "full")
    let success = Observation.snapshotWritten(generation: 1, bytes: 2)
    #expect(course.wrote(failure) == [failure])
    #expect(course.wrote(failure) == [])
    #expect(course.wrote(success) == [success])
    #expect(course.wrote(failure) == [failure])
  }
}
