import NIOCore

/// Runs the tasks of a connection where its bytes come in: on its own event loop.
///
/// Without it, each part of a request wakes a thread of the concurrency pool, and each part of the
/// answer wakes the event loop again. And the pool has as few threads as there are cores: while a
/// refresh compiles on them, nobody would be answered.
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
