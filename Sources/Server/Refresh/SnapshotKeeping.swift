import PQ
import Registry
import Store
import Web

/// What is to be written to the snapshot file.
enum Saving: Sendable {
  /// A reading, as the text that it came as.
  case read(ReadSnapshot, readAt: Int64)
  /// What could not be written before: the edition in use by now, so that no text need be kept.
  case again
}

/// Keeps the snapshot file as new as the edition, and tries again what could not be written.
struct SnapshotKeeping: Sendable {
  let file: SnapshotFile
  let build: String
  let current: CurrentEdition
  let observer: Observer
  let pace: RefreshPace
  let desk: WorkThread

  /// Writes the newest of the savings that have come while the one before was written.
  ///
  /// - Parameter save: puts into `savings`, which keep the newest alone: what is to be written
  ///   again is no older than what it may push out.
  func run(
    _ savings: AsyncStream<Saving>, _ save: AsyncStream<Saving>.Continuation
  ) async {
    var course = WritingCourse(pace: pace)
    var alarm: Task<Void, any Error>?
    // The edition lacks the rows that cannot be read, and a newer program may read them: then the
    // text is kept until it is written.
    var unwritten: Saving?
    defer { alarm?.cancel() }
    for await saving in savings {
      alarm?.cancel()
      var saving = saving
      if case .again = saving, let kept = unwritten { saving = kept }
      unwritten = nil
      if case .read(let read, _) = saving, !read.unreadable.isEmpty { unwritten = saving }
      let now = saving
      guard let written = await desk.run({ write(now) }) else { continue }
      if case .snapshotWritten = written { unwritten = nil }
      course.wrote(written).forEach(observer.observe)
      desk.put { FreedMemory.giveBack() }
      guard let pause = course.pause else { continue }
      alarm = Task {
        try await Task.sleep(for: pause)
        save.yield(.again)
      }
    }
  }

  private func write(_ saving: Saving) -> Observation? {
    do throws(SnapshotFileFault) {
      switch saving {
      case .read(let read, let readAt):
        let bytes = try file.write(read, build: build, readAt: readAt)
        return .snapshotWritten(generation: read.snapshot.generation, bytes: bytes)
      case .again:
        guard let edition = current.taken.edition else { return nil }
        let bytes = try file.write(
          SavedSnapshot(snapshot: edition.whole, build: build, readAt: edition.readAt))
        return .snapshotWritten(generation: edition.generation, bytes: bytes)
      }
    } catch {
      return .snapshotNotWritten(reason: error.description)
    }
  }
}
