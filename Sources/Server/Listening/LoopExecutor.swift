import NIOCore

/// Runs tasks on one event loop: those of a connection on its own.
///
/// Without it, each part of a request wakes a thread of the concurrency pool, and each part of the
/// answer wakes the event loop again. And the pool has as few threads as there are processors:
/// while something holds them, nobody would be answered.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
