import ServiceLifecycle

/// A service whose end nobody needs: told to stop, it is waited for a while and then left.
///
/// What reads from the database and writes the snapshot file runs on threads that take what nobody
/// else wants. On a busy machine they would hold the end of the program for longer than it may
/// last, though every visitor has been answered. What they leave behind is as after a power cut:
/// the server closes the connection, and the file before stays.
struct Leaving<Work: Service>: Service {
  let work: Work
  var patience = Duration.seconds(2)

  /// - Throws: what the work throws while it is waited for.
  func run() async throws {
    let (ends, end) = AsyncThrowingStream<Void, any Error>.makeStream()
    let working = Task {
      do {
        try await work.run()
        end.finish()
      } catch {
        end.finish(throwing: error)
      }
    }
    let leaving = Task {
      try await gracefulShutdown()
      try await Task.sleep(for: patience)
      end.finish()
    }
    defer { leaving.cancel() }
    try await withTaskCancellationHandler {
      for try await _ in ends {}
    } onCancel: {
      working.cancel()
    }
    // Cancelled without having been told to stop: then all is to be over when this returns.
    if Task.isCancelled, !Task.isShuttingDownGracefully { await working.value }
  }
}
