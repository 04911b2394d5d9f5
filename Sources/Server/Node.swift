import Dispatch
import Glibc
package import Logging
import NIOCore
import PQ
import ServiceLifecycle
import Site
import Store
package import UnixSignals
package import Presentation
package import Web

/// One running Varde: the public site over its own edition, kept fresh from the database.
///
/// Nodes share nothing but PostgreSQL: start as many as are needed.
package struct Node: Sendable {
  private let configuration: NodeConfiguration
  private let logger: Logger
  private let observer: Observer
  private let tally: Tally
  private let time: OsloTime
  private let build: String
  private let current = CurrentEdition()
  private let stopping = Stopping()
  private let reachable = Reachable()
  private let firstEdition = FirstEdition()
  private let linesLost: @Sendable () -> Int
  /// Of pages and records, for all who visit.
  package let makers = Makers()
  private let now: @Sendable () -> Int64

  /// - Parameters:
  ///   - receivers: hear every observation, beside the log and the metrics.
  ///   - linesLost: how many lines the log has lost, for the metrics.
  ///   - now: seconds since 1970.
  /// - Throws: when this machine has no Europe/Oslo.
  package init(
    _ configuration: NodeConfiguration, logger: Logger, build: String,
    receivers: [@Sendable (Observation) -> Void] = [],
    linesLost: @escaping @Sendable () -> Int = { 0 }, now: @escaping @Sendable () -> Int64
  ) throws(OsloTime.ZoneMissing) {
    self.configuration = configuration
    self.logger = logger
    self.build = build
    self.linesLost = linesLost
    self.now = now
    time = try OsloTime()
    let tally = Tally()
    let journal = Journal(logger)
    self.tally = tally
    observer = Observer([tally.count, journal.record, firstEdition.note] + receivers)
  }

  /// Runs until SIGTERM or SIGINT, finishes what is in flight, and returns.
  ///
  /// - Parameter endProgram: called when ``NodeLimits/endSeconds`` have passed since the node was
  ///   told to stop and it still runs.
  /// - Throws: when an address is taken, or the reader would see more than the public may.
  package func run(
    stoppedBy signals: [UnixSignal] = [.sigterm, .sigint],
    endProgram: @escaping @Sendable () -> Void
  ) async throws {
    let pool = PQPool(
      reader, connectionsMax: 2, acquireTimeout: .seconds(RefreshPace.connectSeconds),
      niceness: Refresher.niceness, logger: quiet)
    let ending = Ending(
      stopping: stopping, observer: observer, limit: configuration.limits.endSeconds,
      endProgram: endProgram)
    let sources = ending.listening(to: signals)
    // In the order of need: stopped from the last to the first.
    let services: [any Service] = [
      Leaving(work: PoolClosing(pool: pool)), Leaving(work: refresher(pool)), inspection, site,
      StopNotice(ending: ending, observer: observer),
    ]
    var group = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: signals, logger: quiet)
    group.maximumGracefulShutdownDuration = .seconds(configuration.limits.stopSeconds)
    defer {
      stopping.end()
      for source in sources { source.cancel() }
    }
    do {
      try await ServiceGroup(configuration: group).run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw AddressTaken(site: configuration.address, inspection: configuration.inspection)
    }
  }

  /// The libraries speak only of trouble: what happens is told by observations.
  private var quiet: Logger {
    let (logger, stopping) = (logger, stopping)
    return Logger(label: logger.label) { _ in
      LibraryLog(logger, level: max(.error, logger.logLevel), stopping: stopping)
    }
  }

  private var reader: PQConfiguration {
    let defaults = [
      "connect_timeout": "\(RefreshPace.connectSeconds)", "application_name": "varde",
    ]
    var reader = configuration.database
    reader.parameters.merge(defaults) { given, _ in given }
    return reader
  }

  private func refresher(_ pool: PQPool) -> Refresher {
    Refresher(
      store: Store(pool: pool),
      listener: PQListener(reader, channels: [Refresher.channel], logger: quiet),
      current: current, file: configuration.snapshotFolder.map { SnapshotFile(folder: $0) },
      build: build, observer: observer, pace: configuration.pace, time: time,
      now: now)
  }

  private var pages: Site {
    Site(
      current: current, time: time, build: build, operatedBy: configuration.operatedBy,
      budgets: configuration.limits.budgets,
      makers: makers, now: now)
  }

  /// It listens when it has something to answer from, so that a restart of one node after another
  /// fails no request; without a database and a snapshot it tells so after a while.
  private var site: some Service {
    let limits = configuration.limits
    let limit = RateLimit(limits.budgets, routes: pages.routes)
    let responder = pages.responder(
      observer: observer, limit: limit, proxies: configuration.proxies)
    let listener = Listener(
      address: configuration.address, limits: limits, proxies: configuration.proxies,
      observer: observer, logger: quiet)
    return listener.service(
      responder,
      ready: { [firstEdition, configuration] in
        await firstEdition.comes(within: configuration.editionWait)
      },
      whenRunning: { [observer, reachable] in
        reachable.begin()
        observer.observe(.started(address: "http://\($0)/"))
      })
  }

  private var inspection: some Service {
    let inspection = Inspection(
      tally: tally, current: current, build: build, routes: pages.routes, stopping: stopping,
      reachable: reachable, linesLost: linesLost, now: now)
    var limits = configuration.limits
    limits.connectionsMax = 32
    limits.addressConnectionsMax = limits.connectionsMax
    let listener = Listener(
      address: configuration.inspection, limits: limits, threads: 1, observer: Observer(),
      logger: quiet)
    return listener.service(
      inspection.responder,
      whenRunning: { [observer] in observer.observe(.inspectable(address: "http://\($0)/")) })
  }
}

/// Closes the connections to the database when everybody who used them has ended.
private struct PoolClosing: Service {
  let pool: PQPool

  func run() async throws {
    try? await gracefulShutdown()
    await pool.close()
  }
}

/// The first to hear that the node must stop.
private struct StopNotice: Service {
  let ending: Ending
  let observer: Observer

  func run() async throws {
    try? await gracefulShutdown()
    ending.arm()
    observer.observe(.stopping)
  }
}
