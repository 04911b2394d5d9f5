import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Server

/// The end of the program does not wait for what has the least of a busy machine.
@Suite struct LeavingTests {
  /// Ends when it is let go, whoever tells it to stop; then with a fault where it is to.
  private final class Work: Service {
    struct Fault: Error {}

    private let begun = AsyncStream<Void>.makeStream()
    private let letGo = AsyncStream<Void>.makeStream()
    private let ended = Atomic(false)
    private let isFaulty: Bool

    var hasEnded: Bool { ended.load(ordering: .acquiring) }

    init(isFaulty: Bool = false) {
      self.isFaulty = isFaulty
    }

    func run() async throws {
      begun.continuation.finish()
      // On a task of its own, which nobody cancels: as work on a thread is.
      await Task { [letGo] in for await _ in letGo.stream {} }.value
      ended.store(true, ordering: .releasing)
      if isFaulty { throw Fault() }
    }

    func begins() async { for await _ in begun.stream {} }
    func goOn() { letGo.continuation.finish() }
  }

  private static func group(_ work: Work, patience: Duration) -> ServiceGroup {
    ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [Leaving(work: work, patience: patience)],
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
  }

  @Test func `what does not end when it is told to is left`() async throws {
    let work = Work()
    let group = Self.group(work, patience: .milliseconds(1))
    let running = Task { try await group.run() }
    await work.begins()
    await group.triggerGracefulShutdown()
    try await running.value
    #expect(!work.hasEnded)
    work.goOn()
  }

  @Test func `what ends in time is waited for, and its fault is told`() async throws {
    let work = Work(isFaulty: true)
    let group = Self.group(work, patience: .seconds(600))
    let running = Task { try await group.run() }
    await work.begins()
    await group.triggerGracefulShutdown()
    work.goOn()
    await #expect(throws: Work.Fault.self) { try await running.value }
    #expect(work.hasEnded)
  }

  @Test func `what is cancelled without being told to stop is over when it returns`() async throws {
    let work = Work()
    let running = Task { try await Leaving(work: work).run() }
    await work.begins()
    running.cancel()
    work.goOn()
    try await running.value
    #expect(work.hasEnded)
  }
}
