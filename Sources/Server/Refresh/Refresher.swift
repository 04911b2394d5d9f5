package import PQ
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
  ///   - now: seconds since 1970.
  package init(
    store: Store, listener: PQListener, current: CurrentEdition, file: SnapshotFile?,
    build: String, observer: Observer, pace: RefreshPace = RefreshPace(),
    now: @escaping @Sendable () -> Int64
  ) {
    self.store = store
    self.listener = listener
    self.current = current
    self.file = file
    self.build = build
    self.observer = observer
    self.pace = pace
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
      group.addTask { await keep(saves) }
      try await follow(rings, bell, save)
      group.cancelAll()
    }
  }

  /// Writes the newest of the snapshots that have come while the one before was written.
  private func keep(_ saves: AsyncStream<Saving>) async {
    guard let file else { return }
    var course = WritingCourse()
    for await saved in saves {
      let written = await desk.run { saved.write(to: file) }
      course.wrote(written).forEach(observer.observe)
      desk.put { FreedMemory.giveBack() }
    }
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
      try await look(&course, &last, save)
      let pause = course.pause
      alarm = Task {
        try await Task.sleep(for: pause)
        bell.yield()
      }
    }
  }

  private func look(
    _ course: inout RefreshCourse, _ last: inout KnownSnapshot?,
    _ save: AsyncStream<Saving>.Continuation
  ) async throws {
    do {
      let found = try await within(pace.checkLimit) { try await store.generation() }
      let generation =
        switch course.step(found: found, using: generation) {
        case .rest, .keep: found
        case .load: try await load(reusing: &last, save)
        }
      let observations = course.succeeded(generation, using: self.generation, at: now())
      current.markStale(since: nil)
      observations.forEach(observer.observe)
    } catch let error as StoreError where error.isUnsafe && course.loaded == nil {
      throw error
    } catch {
      if Task.isCancelled { throw CancellationError() }
      current.markStale(since: course.confirmedAt ?? now())
      course.failed(because: Refresher.sentence(error)).forEach(observer.observe)
    }
  }

  private var generation: Int64? { current.taken.edition?.generation }

  /// Reads everything, compiles, swaps and has it kept; returns the generation that was read.
  private func load(
    reusing last: inout KnownSnapshot?, _ save: AsyncStream<Saving>.Continuation
  ) async throws -> Int64 {
    let start = ContinuousClock.now
    try await within(pace.checkLimit) { try await store.requireReadable() }
    let texts = ReadTexts(
      try await within(pace.loadLimit) { try await store.snapshotTexts() })
    let (readAt, hasRead) = (now(), ContinuousClock.now)
    // Where nobody can be answered yet, every processor may work at it.
    let sideBySide = generation == nil ? SideBySide.onEveryProcessor : .inTurn
    let made = try await bench.run { [self, known = last] in
      Result { try make(of: texts, reusing: known, at: readAt, sideBySide) }
    }.get()
    last = made.known
    guard current.swap(to: made.edition) else { return made.edition.generation }
    observer.observe(
      .editionSwapped(
        generation: made.edition.generation, origin: .database,
        took: Refresher.time(from: start, read: hasRead)))
    if let saving = made.saving { save.yield(saving) }
    return made.edition.generation
  }

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
      known.snapshot, .database, readAt: readAt, sideBySide, lettingGoOn: bench)
    return Made(known: known, edition: edition, saving: saving)
  }

  private func decoded(
    _ texts: ReadTexts, reusing known: KnownSnapshot?, at readAt: Int64, _ sideBySide: SideBySide
  ) throws -> (KnownSnapshot, Saving?) {
    let read = try ReadSnapshot(texts.take(), reusing: known, sideBySide)
    return (read.known, file == nil ? nil : Saving(read: read, build: build, readAt: readAt))
  }

  /// Takes the edition of the last run up, until the database has spoken.
  private func startFromFile() async {
    guard let file, current.taken.edition == nil else { return }
    let start = ContinuousClock.now
    let read = await bench.run { [bench] () -> Result<(Edition, MakingTime), SnapshotFileFault> in
      Result { () throws(SnapshotFileFault) in
        let saved = try file.read(.onEveryProcessor)
        let hasRead = ContinuousClock.now
        let edition = Edition(
          saved.snapshot, .file, readAt: saved.readAt, .onEveryProcessor, lettingGoOn: bench)
        return (edition, Refresher.time(from: start, read: hasRead))
      }
    }
    switch read {
    case .success((let edition, let time)):
      current.swap(to: edition)
      current.markStale(since: edition.readAt)
      observer.observe(
        .editionSwapped(generation: edition.generation, origin: .file, took: time))
    case .failure(.absent): break
    case .failure(let fault): observer.observe(.snapshotRefused(reason: fault.description))
    }
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

/// A reading that waits to be written.
private struct Saving: Sendable {
  let read: ReadSnapshot
  let build: String
  let readAt: Int64

  func write(to file: SnapshotFile) -> Observation {
    do {
      let bytes = try file.write(read, build: build, readAt: readAt)
      return .snapshotWritten(generation: read.snapshot.generation, bytes: bytes)
    } catch {
      return .snapshotNotWritten(reason: error.description)
    }
  }
}

extension Edition {
  /// An edition that, when the last request has let it go, is taken apart on the bench.
  fileprivate convenience init(
    _ snapshot: Snapshot, _ origin: Origin, readAt: Int64, _ sideBySide: SideBySide,
    lettingGoOn bench: WorkThread
  ) {
    self.init(compiling: snapshot, origin: origin, readAt: readAt, sideBySide) { parts in
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
