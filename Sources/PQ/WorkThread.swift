import Dispatch
import Glibc
import Synchronization

/// A thread of its own for work that blocks or takes long, one piece after another; of an actor
/// whose executor it is too.
///
/// What is done here stands in the way of nothing on the threads that tasks share. The thread ends
/// when the last reference to this value goes, after the work that was put here until then.
package final class WorkThread: SerialExecutor {
  private let queue: Queue

  /// - Parameters:
  ///   - name: at most fifteen bytes, as the system shows it.
  ///   - niceness: 19 takes what nobody wants; nil is like everybody else.
  package init(name: String, niceness: Int32? = nil) {
    queue = Queue(name: name, niceness: niceness)
    queue.start()
  }

  deinit {
    queue.close()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // Keeping `self` until the job is done: it may drop the last reference to the actor.
    put { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// Runs the work after all that was put here before, and returns what it makes.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      put { continuation.resume(returning: work()) }
    }
  }

  /// Runs the work after all that was put here before, and lets go of it before what comes next.
  package func put(_ work: @escaping @Sendable () -> Void) {
    queue.append(work)
  }

  var isCurrent: Bool { queue.isCurrent }
}

/// What the thread itself holds, so that the value can go while the thread still works.
private final class Queue: Sendable {
  private struct State {
    var works: [@Sendable () -> Void] = []
    var thread = pthread_t()
  }

  private let name: String
  private let niceness: Int32?
  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  init(name: String, niceness: Int32?) {
    self.name = name
    self.niceness = niceness
  }

  func start() {
    let context = Unmanaged.passRetained(self).toOpaque()
    state.withLock { state in
      let failure = pthread_create(&state.thread, nil, Self.body, context)
      precondition(failure == 0, "The system gives no more threads.")
      pthread_detach(state.thread)
    }
  }

  var isCurrent: Bool {
    state.withLock { pthread_equal($0.thread, pthread_self()) != 0 }
  }

  func append(_ work: @escaping @Sendable () -> Void) {
    state.withLock { $0.works.append(work) }
    bell.signal()
  }

  func close() {
    bell.signal()
  }

  private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    guard let context else { return nil }
    let queue = Unmanaged<Queue>.fromOpaque(context).takeRetainedValue()
    queue.introduceThread()
    while let work = queue.next() { work() }
    return nil
  }

  /// On Linux the name and the priority are the calling thread's own. Without them the work is done
  /// all the same.
  private func introduceThread() {
    // Of the C library's own calls for a name, none is to be had from Swift.
    if let file = fopen("/proc/thread-self/comm", "w") {
      fputs(name, file)
      fclose(file)
    }
    if let niceness { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
  }

  /// Waits for the next piece of work; nil when there is none and will be none.
  private func next() -> (@Sendable () -> Void)? {
    // It rings once for each piece and once for the end, which comes last.
    bell.wait()
    return state.withLock { $0.works.isEmpty ? nil : $0.works.removeFirst() }
  }
}
