import Registry
import Testing
import Web

@testable import Server

@Suite struct RefreshCourseTests {
  private let pace = RefreshPace(
    period: .seconds(5), pauseMin: .milliseconds(250), pauseMax: .seconds(8))

  /// A state by its number and a letter for its history.
  private static func mark(_ generation: Int64, _ history: UInt128) -> EditionMark {
    EditionMark(generation: generation, lineage: ID(bits: UInt128(generation) << 64 | history))
  }

  /// Grown to 5 in history 1; after 3 it parted from history 2.
  private static let current = Lineage(
    mark: mark(5, 1), ancestors: [mark(4, 1), mark(3, 0), mark(2, 0), mark(1, 0)])

  @Test(
    "What the database says is loaded, rested upon, or known to be behind",
    arguments: [
      (mark(5, 1), nil, nil, .load, "nothing is in use"),
      (mark(5, 1), nil, current, .load, "the same, from a file, not yet from the database"),
      (mark(5, 1), mark(5, 1), current, .rest, "the same"),
      (mark(6, 1), mark(5, 1), current, .load, "a commit"),
      (mark(4, 1), mark(5, 1), current, .ahead, "a standby that lags by one"),
      (mark(1, 0), mark(5, 1), current, .ahead, "a standby that lags by all"),
      (mark(3, 0), nil, current, .ahead, "a backup, met by a node that started from its file"),
      (mark(4, 2), mark(5, 1), current, .load, "a promoted standby that went on, still lower"),
      (mark(5, 2), mark(5, 1), current, .load, "a promoted standby at the same number"),
      (mark(6, 2), mark(5, 1), current, .load, "a promoted standby that is beyond"),
      (mark(0, 7), mark(5, 1), current, .load, "another registry"),
      (mark(3, 9), mark(5, 1), current, .load, "a restored backup that was given a new id"),
      (mark(5, 9), mark(5, 1), current, .load, "a migration of the same generation"),
    ] as [(EditionMark, EditionMark?, Lineage?, RefreshCourse.Step, String)])
  func steps(
    _ found: EditionMark, _ loaded: EditionMark?, _ current: Lineage?,
    _ step: RefreshCourse.Step, _ why: String
  ) {
    var course = RefreshCourse(pace: pace, confirmedAt: 7)
    if let loaded { _ = course.succeeded(loaded, using: current, at: 8) }
    #expect(course.step(found: found, using: current) == step, "\(why)")
  }

  @Test func `an edition that is ahead is told once, not confirmed, and over when it is caught up`()
  {
    var course = RefreshCourse(pace: pace, confirmedAt: 7)
    let refused = Observation.editionRefused(generation: 4, current: 5)
    #expect(course.succeeded(Self.mark(4, 1), using: Self.current, at: 100) == [refused])
    #expect(course.succeeded(Self.mark(4, 1), using: Self.current, at: 101) == [])
    #expect(course.isAhead && course.confirmedAt == 7 && course.loaded == nil)
    _ = course.failed(because: "away")
    #expect(course.isAhead)
    #expect(
      course.succeeded(Self.mark(5, 1), using: Self.current, at: 102) == [
        .databaseReturned(generation: 5), .databaseCaughtUp(generation: 5),
      ])
    #expect(!course.isAhead && course.confirmedAt == 102)
  }

  @Test func `a history that an edition never was in is left, and so is an unknown past`() {
    #expect(Self.current.parted(from: Self.mark(5, 2)))
    #expect(Self.current.parted(from: Self.mark(4, 2)))
    #expect(Self.current.parted(from: Self.mark(6, 2)))
    #expect(!Self.current.parted(from: Self.mark(4, 1)))
    #expect(!Self.current.parted(from: Self.mark(5, 1)))
    #expect(Self.current.parted(from: Self.mark(0, 2)))
  }

  @Test func `what is loaded is confirmed at that moment`() {
    var course = RefreshCourse(pace: pace, confirmedAt: nil)
    _ = course.succeeded(Self.mark(5, 1), using: Self.current, at: 100)
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
    _ = course.succeeded(EditionMark(generation: 1), using: nil, at: 0)
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
    #expect(
      course.succeeded(EditionMark(generation: 4), using: nil, at: 0) == [
        .databaseReturned(generation: 4)
      ])
    #expect(course.succeeded(EditionMark(generation: 4), using: nil, at: 0) == [])
    #expect(course.failed(because: "again") == [.databaseLost(reason: "again")])
  }

  @Test func `a file that cannot be written is told once and tried again, ever later, until it is`()
  {
    var course = WritingCourse(
      pace: RefreshPace(writePauseMin: .seconds(1), writePauseMax: .seconds(5)))
    let failure = Observation.snapshotNotWritten(reason: "full")
    let success = Observation.snapshotWritten(generation: 1, bytes: 2)
    #expect(course.pause == nil)
    #expect(course.wrote(failure) == [failure])
    #expect(course.pause == .seconds(1))
    #expect(course.wrote(failure) == [])
    #expect(course.pause == .seconds(2))
    for _ in 0..<70 { #expect(course.wrote(failure) == []) }
    #expect(course.pause == .seconds(5))
    #expect(course.wrote(success) == [success])
    #expect(course.pause == nil)
    #expect(course.wrote(failure) == [failure])
  }
}
