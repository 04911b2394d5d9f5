package import PQ
package import Presentation
import Registry
import ServiceLifecycle
package import Store
import Synchronization
package import Web

/// Keeps the edition of this node as new as the database, and the snapshot file as new as that.
///
/// A notification is a hint, and so is a new connection: whatever rings, the generation is read
/// before anything is believed. Nothing that fails here is felt by a request.
package struct Refresher: Service {
  private let store: Store
  private let listener: PQListener
  private let current: CurrentEdition
  private let file: SnapshotFile?
  private let build: String
  private let observer: Observer
  private let pace: RefreshPace
  private let now: @Sendable () -> Int64
  private let time: OsloTime
  /// Decoding, compiling, letting go and writing take seconds for a whole country: they must not
  /// hold a thread that answers, nor each other.
  private let bench = WorkThread(name: "varde.bench", niceness: Refresher.niceness)
  private let desk = WorkThread(name: "varde.desk", niceness: Refresher.niceness)
  /// Of every thread that refreshes, those that read from the database too: a tenth of a processor
  /// that answers want as well, all of one that they do not. A server whose texts are read slowly
  /// waits before it makes more.
  package static let niceness: Int32 = 10

  /// - Parameters:
  ///   - store: connected as the reader, over connections of ``niceness``.
  ///   - listener: of ``channel``, on the primary: a standby cannot listen.
  ///   - time: turns `now` into the day in Oslo of which is told.
  ///   - now: seconds since 1970.
  package init(
    store: Store, listener: PQListener, current: CurrentEdition, file: SnapshotFile?,
    build: String, observer: Observer, pace: RefreshPace = RefreshPace(), time: OsloTime,
    now: @escaping @Sendable () -> Int64
  ) {
    self.store = store
    self.listener = listener
    self.current = current
    self.file = file
    self.build = build
    self.observer = observer
    self.pace = pace
    self.time = time
    self.now = now
  }

  /// Where a writing transaction says its generation.
  package static let channel = "varde_generation"

  /// - Throws: `unsafeReader`, when the very first look shows that this role sees too much.
  package func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { try await refresh() }
    } catch is CancellationError {
      // Told to stop, in the middle of a look: that is no fault.
    }
  }

  private func refresh() async throws {
    await startFromFile()
    let (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let (saves, save) = AsyncStream<Saving>.makeStream(bufferingPolicy: .bufferingNewest(1))
    bell.yield()
    try await withThrowingTaskGroup { group in
      group.addTask {
        for await _ in listener { bell.yield() }
        bell.finish()
      }
      group.addTask { await keep(saves, save) }
      try await follow(rings, bell, save)
      group.cancelAll()
    }
  }

  private func keep(
    _ saves: AsyncStream<Saving>, _ save: AsyncStream<Saving>.Continuation
  ) async {
    guard let file else { return }
    let keeping = SnapshotKeeping(
      file: file, build: build, current: current, observer: observer, pace: pace, desk: desk)
    await keeping.run(saves, save)
  }

  private func follow(
    _ rings: AsyncStream<Void>, _ bell: AsyncStream<Void>.Continuation,
    _ save: AsyncStream<Saving>.Continuation
  ) async throws {
    var course = RefreshCourse(pace: pace, confirmedAt: current.taken.edition?.readAt)
    var last: KnownSnapshot?
    var alarm: Task<Void, any Error>?
    defer { alarm?.cancel() }
    for await _ in rings {
      alarm?.cancel()
      if course.loaded != nil { try await Task.sleep(for: pace.settling) }
      await tellOfToday()
      try await look(&course, &last, save)
      let pause = min(course.pause, untilMidnight)
      alarm = Task {
        try await Task.sleep(for: pause)
        bell.yield()
      }
    }
  }

  private var today: Day { time.moment(at: now()).day }

  /// How long it is until what anybody may be told changes by itself.
  private var untilMidnight: Duration {
    .seconds(max(1, time.instant(of: LocalTime(day: today + 1, minute: 0)) - now()))
  }

  /// Once a day, whether or not the database answers: what begins today is told from now on.
  private func tellOfToday() async {
    guard let edition = current.taken.edition, edition.today != today else { return }
    let start = ContinuousClock.now
    let next = await bench.run { [bench, today] in
      Edition(
        edition.whole, on: today, edition.origin, readAt: edition.readAt,
        unreadable: edition.unreadable, .inTurn, lettingGoOn: bench)
    }
    current.swap(to: next)
    tellSwap(to: next, took: Refresher.time(from: start, read: start))
  }

  private func look(
    _ course: inout RefreshCourse, _ last: inout KnownSnapshot?,
    _ save: AsyncStream<Saving>.Continuation
  ) async throws {
    do {
      var found = try await found()
      switch course.step(found: found, using: lineage) {
      case .rest: break
      case .ahead: try await requireReadable()
      case .load: found = try await load(reusing: &last, save)
      }
      let observations = course.succeeded(found, using: lineage, at: now())
      current.markStale(
        since: course.isAhead ? course.confirmedAt ?? now() : nil, isAhead: course.isAhead)
      observations.forEach(observer.observe)
    } catch let error as StoreError where error.isUnsafe && course.loaded == nil {
      throw error
    } catch {
      if Task.isCancelled { throw CancellationError() }
      current.markStale(since: course.confirmedAt ?? now(), isAhead: course.isAhead)
      course.failed(because: Refresher.sentence(error)).forEach(observer.observe)
    }
  }

  private var lineage: Lineage? { current.taken.edition?.snapshot.lineage }

  private func requireReadable() async throws {
    try await within(pace.checkLimit) { try await store.requireReadable() }
  }

  /// The state that the database is in.
  private func found() async throws -> EditionMark {
    do {
      return try await within(pace.checkLimit) { try await store.mark() }
    } catch let error as PQError where error.isServers {
      // A database that this program cannot read says so in a better way, if it is asked.
      try await requireReadable()
      throw error
    }
  }

  /// Reads everything, compiles, swaps and has it kept; returns the state that was read.
  private func load(
    reusing last: inout KnownSnapshot?, _ save: AsyncStream<Saving>.Continuation
  ) async throws -> EditionMark {
    let start = ContinuousClock.now
    let before = lineage?.mark
    try await requireReadable()
    let texts = ReadTexts(
      try await within(pace.loadLimit) { try await store.snapshotTexts() })
    let (readAt, hasRead) = (now(), ContinuousClock.now)
    // Where nobody can be answered yet, every processor may work at it.
    let sideBySide = before == nil ? SideBySide.onEveryProcessor : .inTurn
    let made = try await bench.run { [self, known = last] in
      Result { try make(of: texts, reusing: known, at: readAt, sideBySide) }
    }.get()
    last = made.known
    let mark = made.edition.mark
    guard current.swap(to: made.edition) else { return mark }
    if let before, made.edition.snapshot.lineage.parted(from: before) {
      observer.observe(.lineageLeft(before, by: mark))
    }
    tellSwap(to: made.edition, took: Refresher.time(from: start, read: hasRead))
    if let saving = made.saving { save.yield(saving) }
    return mark
  }

  private func tellSwap(to edition: Edition, took time: MakingTime) {
    observer.observe(.editionSwapped(edition.mark, origin: edition.origin, took: time))
    guard !edition.unreadable.isEmpty else { return }
    let some = Array(edition.unreadable.prefix(Refresher.rowsMax))
    observer.observe(.rowsUnreadable(count: edition.unreadable.count, some: some))
  }

  /// How many of the rows that cannot be read are named in the log.
  private static let rowsMax = 20

  private struct Made: Sendable {
    let known: KnownSnapshot
    let edition: Edition
    let saving: Saving?
  }

  /// Without a file to write, the text is let go as soon as it is decoded.
  private func make(
    of texts: ReadTexts, reusing known: KnownSnapshot?, at readAt: Int64, _ sideBySide: SideBySide
  ) throws -> Made {
    let (known, saving) = try decoded(texts, reusing: known, at: readAt, sideBySide)
    let edition = Edition(
      known.snapshot, on: today, .database, readAt: readAt,
      unreadable: known.unreadable.map(\.description), sideBySide, lettingGoOn: bench)
    return Made(known: known, edition: edition, saving: saving)
  }

  private func decoded(
    _ texts: ReadTexts, reusing known: KnownSnapshot?, at readAt: Int64, _ sideBySide: SideBySide
  ) throws -> (KnownSnapshot, Saving?) {
    let read = try ReadSnapshot(texts.take(), reusing: known, sideBySide)
    return (read.known, file == nil ? nil : Saving.read(read, readAt: readAt))
  }

  /// Takes the edition of the last run up, until the database has spoken.
  private func startFromFile() async {
    guard let file, current.taken.edition == nil else { return }
    let start = ContinuousClock.now
    let (made, refused) = await bench.run {
      [bench, today] () -> ((Edition, MakingTime)?, [String]) in
      let (saved, refused) = file.readNewest(.onEveryProcessor)
      let reasons = refused.map(\.description)
      guard let saved else { return (nil, reasons) }
      let hasRead = ContinuousClock.now
      let edition = Edition(
        saved.snapshot, on: today, .file, readAt: saved.readAt,
        unreadable: saved.unreadable.map(\.description), .onEveryProcessor, lettingGoOn: bench)
      return ((edition, Refresher.time(from: start, read: hasRead)), reasons)
    }
    for reason in refused { observer.observe(.snapshotRefused(reason: reason)) }
    guard let (edition, time) = made else { return }
    current.swap(to: edition)
    current.markStale(since: edition.readAt)
    tellSwap(to: edition, took: time)
  }

  /// Safe to log: neither values nor what the server wrote.
  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as PQError: error.description
    case let error as StoreError: error.description
    case let error as TimeUp: error.description
    default: "An unexpected fault of type \(type(of: error))"
    }
  }

  /// From the start of a making that ends now, and what it had read in the middle.
  private static func time(
    from start: ContinuousClock.Instant, read: ContinuousClock.Instant
  ) -> MakingTime {
    MakingTime(
      readMilliseconds: milliseconds(read - start),
      compileMilliseconds: milliseconds(ContinuousClock.now - read))
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}

/// Texts that whoever decodes them takes, so that nobody else keeps them.
private final class ReadTexts: Sendable {
  private let texts: Mutex<SnapshotTexts>

  init(_ texts: SnapshotTexts) {
    self.texts = Mutex(texts)
  }

  func take() -> SnapshotTexts {
    texts.withLock { texts in
      defer { texts = SnapshotTexts.none }
      return texts
    }
  }
}

extension Edition {
  /// An edition that, when the last request has let it go, is taken apart on the bench.
  fileprivate convenience init(
    _ whole: Snapshot, on today: Day, _ origin: Origin, readAt: Int64, unreadable: [String],
    _ sideBySide: SideBySide, lettingGoOn bench: WorkThread
  ) {
    self.init(
      compiling: whole, on: today, origin: origin, readAt: readAt, unreadable: unreadable,
      sideBySide
    ) { parts in
      bench.put {
        withExtendedLifetime(parts) {}
      }
      // After it, when nothing holds the parts any more.
      bench.put { FreedMemory.giveBack() }
    }
    FreedMemory.giveBack()
  }
}

extension StoreError {
  fileprivate var isUnsafe: Bool {
    if case .unsafeReader = self { return true }
    return false
  }
}

extension PQError {
  /// Whether the server answered, with a refusal.
  fileprivate var isServers: Bool {
    if case .server = kind { return true }
    return false
  }
}
