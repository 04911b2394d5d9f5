import Foundation
package import Registry

/// Europe/Oslo on the border: the only place where instants and wall-clock times meet.
package struct OsloTime: Sendable {
  /// There is no Europe/Oslo to be had, or a wrong one: nothing about hours would be true.
  package struct ZoneMissing: Error, Sendable, CustomStringConvertible {
    package let description =
      "Tidssonen Europe/Oslo mangler eller er feil. Den følger med Swift (Foundation): se om "
      + "ICU_TIMEZONE_FILES_DIR peker på andre tidssoner, og start på nytt."
  }

  private let zone: TimeZone
  /// The changes of the clocks in the years that are asked about, rising.
  private let changes: [ClockChange]
  /// How many hours Oslo was ahead of Greenwich in January and July of 2025 and January of 1980.
  private static let known: [(instant: Int64, hours: Int)] = [
    (1_736_942_400, 1), (1_752_580_800, 2), (315_532_800, 1),
  ]

  package init() throws(ZoneMissing) {
    try self.init(zone: "Europe/Oslo")
  }

  init(zone identifier: String) throws(ZoneMissing) {
    guard let zone = TimeZone(identifier: identifier) else { throw ZoneMissing() }
    self.zone = zone
    changes = ClockChange.all(in: zone)
    for (instant, hours) in OsloTime.known where offset(at: instant) != hours * 3_600 {
      throw ZoneMissing()
    }
  }

  /// Reads `2021-12-01`, `2021-12-01T10:00` or the same with seconds, a fraction of a second, and
  /// `Z`, `+01:00`, `+0100` or `+01`; a space may stand for the `T`, a zone in brackets may follow
  /// the offset, and all may be written without marks (`20211201T100000Z`). nil for anything else.
  ///
  /// A local time that the clocks skip in spring is read as if they had not been changed (02:30 is
  /// 03:30); one that comes twice in autumn is the first, in summer time. Seconds are dropped.
  package func moment(_ text: String) -> Moment? {
    if let day = WrittenTime.day(text[...]) { return Moment(day: day) }
    guard let written = WrittenTime(text) else { return nil }
    let local = seconds(written.day, written.minute)
    if let offset = written.offsetMinutes { return moment(at: local - Int64(offset) * 60) }
    return moment(at: instants(of: local)[0])
  }

  /// The moment of an instant, in seconds since 1970-01-01T00:00:00Z.
  package func moment(at instant: Int64) -> Moment {
    let local = instant + Int64(offset(at: instant))
    let day = Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    let minute = Int((local - Int64(day) * 86_400) / 60)
    return Moment(day: Day(number: day), minute: minute, instant: instant)
  }

  /// The instant of a wall-clock time, the first one that is not before `earliest`.
  package func instant(of time: LocalTime, notBefore earliest: Int64? = nil) -> Int64 {
    let local = seconds(time.day, time.minute)
    let offset = offset(at: local - 86_400)
    // Nothing is skipped and nothing comes twice but around a change.
    if offset == self.offset(at: local + 86_400) { return local - Int64(offset) }
    let both = instants(of: local)
    return both.first { $0 >= earliest ?? Int64.min } ?? both[both.count - 1]
  }

  /// `2021-12-01T10:00:00+01:00`, or the date alone when no time was given.
  package func text(_ moment: Moment) -> String {
    moment.instant.map(text(at:)) ?? moment.day.description
  }

  /// Writes the same as a field.
  func write(_ name: StaticString, _ moment: Moment, to writer: inout JSONWriter) {
    guard let instant = moment.instant else { return writer.day(name, moment.day) }
    write(name, at: instant, to: &writer)
  }

  /// Writes a wall-clock time that follows a moment as a field, or null.
  func write(
    _ name: StaticString, _ time: LocalTime?, after moment: Moment, to writer: inout JSONWriter
  ) {
    guard let time else { return writer.null(name) }
    write(name, at: instant(of: time, notBefore: moment.instant), to: &writer)
  }

  /// The text of a wall-clock time that follows a moment.
  package func text(_ time: LocalTime, after moment: Moment) -> String {
    text(at: instant(of: time, notBefore: moment.instant))
  }

  private func text(at instant: Int64) -> String {
    let (day, clock, offset) = local(instant)
    return day.description
      + String(unsafeUninitializedCapacity: OsloTime.clockSigns) { text in
        OsloTime.write(clock, offset, to: text)
        return OsloTime.clockSigns
      }
  }

  private func write(_ name: StaticString, at instant: Int64, to writer: inout JSONWriter) {
    let (day, clock, offset) = local(instant)
    guard (0...9999).contains(day.year) else { return writer.string(name, text(at: instant)) }
    writer.signs(name, count: Day.signs + OsloTime.clockSigns) { text in
      day.write(to: text)
      OsloTime.write(
        clock, offset, to: UnsafeMutableBufferPointer(rebasing: text[Day.signs...]))
    }
  }

  /// The date in Oslo, the seconds since its midnight, and those that Oslo is ahead of Greenwich.
  private func local(_ instant: Int64) -> (day: Day, clock: Int, offset: Int) {
    let offset = offset(at: instant)
    let (day, second) = (instant + Int64(offset)).quotientAndRemainder(dividingBy: 86_400)
    return second < 0
      ? (Day(number: Int32(day - 1)), Int(second + 86_400), offset)
      : (Day(number: Int32(day)), Int(second), offset)
  }

  /// Signs of `T10:00:00+01:00`.
  private static let clockSigns = 15

  private static func write(
    _ clock: Int, _ offset: Int, to text: UnsafeMutableBufferPointer<UInt8>
  ) {
    func write(_ sign: Unicode.Scalar, _ value: Int, at place: Int) {
      text[place] = UInt8(ascii: sign)
      text[place + 1] = UInt8(ascii: "0") + UInt8(value / 10)
      text[place + 2] = UInt8(ascii: "0") + UInt8(value % 10)
    }
    write("T", clock / 3600, at: 0)
    write(":", clock / 60 % 60, at: 3)
    write(":", clock % 60, at: 6)
    write(offset < 0 ? "-" : "+", abs(offset) / 3600, at: 9)
    write(":", abs(offset) / 60 % 60, at: 12)
  }

  /// One instant, or the two of an hour that comes twice; for an hour that is skipped, the instant
  /// that the offset before the change gives.
  private func instants(of local: Int64) -> [Int64] {
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    let candidates = before == after ? [before] : [before, after]
    let real = candidates.map { local - Int64($0) }
      .filter { $0 + Int64(offset(at: $0)) == local }.sorted()
    return real.isEmpty ? [local - Int64(before)] : real
  }

  private func offset(at instant: Int64) -> Int {
    ClockChange.offset(at: instant, in: changes)
      ?? zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
  }

  private func seconds(_ day: Day, _ minute: Int) -> Int64 {
    Int64(day.number) * 86_400 + Int64(minute) * 60
  }
}

/// An instant from which on Oslo is so many seconds ahead of Greenwich.
///
/// Read from the zone once, because the zone takes longer to ask than an answer takes to make.
private struct ClockChange {
  let instant: Int64
  let offset: Int

  /// 2000-01-01 to 2100-01-01.
  private static let years = Int64(946_684_800)..<Int64(4_102_444_800)

  static func all(in zone: TimeZone) -> [ClockChange] {
    func change(at date: Date) -> ClockChange {
      ClockChange(
        instant: Int64(date.timeIntervalSince1970), offset: zone.secondsFromGMT(for: date))
    }
    var changes = [change(at: Date(timeIntervalSince1970: TimeInterval(years.lowerBound)))]
    var last = Date(timeIntervalSince1970: TimeInterval(years.lowerBound))
    while let next = zone.nextDaylightSavingTimeTransition(after: last), next > last,
      Int64(next.timeIntervalSince1970) < years.upperBound
    {
      changes.append(change(at: next))
      last = next
    }
    return changes
  }

  /// nil outside the years that are known.
  static func offset(at instant: Int64, in changes: [ClockChange]) -> Int? {
    guard years.contains(instant) else { return nil }
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle } else { high = middle }
    }
    return changes[low].offset
  }
}

/// A date and a time as somebody wrote them.
private struct WrittenTime {
  let day: Day
  let minute: Int
  /// Minutes east of Greenwich; nil when the time is local.
  let offsetMinutes: Int?

  init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
    guard parts.count == 2, let day = WrittenTime.day(parts[0]) else { return nil }
    var clock = WrittenTime.withoutZone(parts[1])
    var offset: Int?
    if clock.hasSuffix("Z") || clock.hasSuffix("z") {
      clock = clock.dropLast()
      offset = 0
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let minutes = WrittenTime.offset(clock[clock.index(after: sign)...]),
        minutes <= 14 * 60
      else { return nil }
      offset = clock[sign] == "-" ? -minutes : minutes
      clock = clock[..<sign]
    }
    guard let whole = WrittenTime.withoutFraction(clock), let minute = WrittenTime.minutes(whole),
      minute < 1440
    else { return nil }
    self.day = day
    self.minute = minute
    self.offsetMinutes = offset
  }

  /// `2021-12-01` or `20211201`.
  static func day(_ text: Substring) -> Day? {
    guard text.utf8.count == 8, isDigits(text) else { return Day(text) }
    return Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  /// Without the name of the zone that some programs write after the offset: `…[Europe/Oslo]`.
  private static func withoutZone(_ clock: Substring) -> Substring {
    guard clock.hasSuffix("]"), let start = clock.lastIndex(of: "["),
      clock[..<start].contains(where: { "Zz+-".contains($0) })
    else { return clock }
    return clock[..<start]
  }

  /// Without the fraction of a second: `10:00:00` of `10:00:00.000`; nil when it is none.
  private static func withoutFraction(_ clock: Substring) -> Substring? {
    guard let mark = clock.lastIndex(where: { $0 == "." || $0 == "," }) else { return clock }
    let whole = clock[..<mark]
    let isToTheSecond =
      whole.count { $0 == ":" } == 2 || (whole.utf8.count == 6 && isDigits(whole))
    guard isToTheSecond else { return clock }
    let fraction = clock[clock.index(after: mark)...]
    return (1...9).contains(fraction.utf8.count) && isDigits(fraction) ? whole : nil
  }

  /// `01:00`, `0100` or `01`.
  private static func offset(_ text: Substring) -> Int? {
    text.utf8.count == 2 ? minutes("\(text):00"[...]) : minutes(text)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// `10:00`, `10.00`, `10:00:30`, `1000` or `100030`; nil for anything else.
  private static func minutes(_ text: Substring) -> Int? {
    var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    if parts.count == 1, isDigits(text), [4, 6].contains(text.utf8.count) {
      parts = stride(from: 0, to: text.utf8.count, by: 2).map { text.dropFirst($0).prefix(2) }
    }
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { $0.utf8.count == 2 && isDigits($0) ? Int($0) : nil }
    guard numbers.count == parts.count, numbers.allSatisfy({ (0..<60).contains($0) }),
      numbers[0] < 24
    else { return nil }
    return numbers[0] * 60 + numbers[1]
  }
}
