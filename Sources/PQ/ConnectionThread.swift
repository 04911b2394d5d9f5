import Glibc

/// The thread of one connection, and the executor of its actor.
///
/// libpq calls block; they block this thread and none of the shared ones. The thread ends when the
/// last reference to this value goes, after the work that was queued until then.
final class ConnectionThread: SerialExecutor {
  private let queue = Queue()

  init() {
    queue.run()
  }

  deinit {
    queue.close()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    // Keeping `self` until the job is done: it may drop the last reference to the actor.
    queue.append(.job(UnownedJob(job), self))
  }

  /// Runs `work` on this thread after all that is queued.
  func enqueue(_ work: @escaping @Sendable () -> Void) {
    queue.append(.work(work))
  }

  fileprivate enum Item {
    case job(UnownedJob, ConnectionThread)
    case work(@Sendable () -> Void)
  }
}

/// What the thread itself holds, so that the executor can go while the thread still works.
///
/// Sendable because `items` and `isClosed` are touched only with `mutex` held, and the two
/// allocations live exactly as long as the value.
private final class Queue: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var items: [ConnectionThread.Item] = []
  private var isClosed = false

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func run() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let failure = pthread_create(&thread, nil, Self.body, context)
    precondition(failure == 0, "The system gives no more threads.")
    pthread_detach(thread)
  }

  func append(_ item: ConnectionThread.Item) {
    pthread_mutex_lock(mutex)
    items.append(item)
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    guard let context else { return nil }
    let queue = Unmanaged<Queue>.fromOpaque(context).takeRetainedValue()
    while let items = queue.next() {
      for item in items { perform(item) }
    }
    return nil
  }

  private func next() -> [ConnectionThread.Item]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while items.isEmpty && !isClosed { pthread_cond_wait(condition, mutex) }
    defer { items = [] }
    return items.isEmpty ? nil : items
  }

  private static func perform(_ item: ConnectionThread.Item) {
    switch item {
    case .job(let job, let executor): job.runSynchronously(on: executor.asUnownedSerialExecutor())
    case .work(let work): work()
    }
  }
}
