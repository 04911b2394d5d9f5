import PQ
import Presentation
import Registry
import Server
import Store
import Web

/// A refresher at work on a town, without any server.
struct Refreshing: Sendable {
  let current: CurrentEdition
  let witness = Witness()

  /// Runs `body` beside a refresher and ends it afterwards.
  static func run<Value: Sendable>(
    _ database: PQConfiguration, current: CurrentEdition = CurrentEdition(),
    file: SnapshotFile? = nil, pace: RefreshPace = .quick,
    channel: String = Refresher.channel, now: @escaping @Sendable () -> Int64 = { 1_800_000_000 },
    _ body: @Sendable (Refreshing) async throws -> Value
  ) async throws -> Value {
    let refreshing = Refreshing(current: current)
    let pool = PQPool(
      database, connectionsMax: 2, acquireTimeout: .seconds(pace.checkLimit > .seconds(2) ? 60 : 2))
    let refresher = Refresher(
      store: Store(pool: pool), listener: PQListener(database, channels: [channel]),
      current: current, file: file, build: "test", observer: refreshing.witness.observer,
      pace: pace, time: try OsloTime(), now: now)
    let task = Task { try await refresher.run() }
    do {
      let value = try await body(refreshing)
      task.cancel()
      _ = await task.result
      await pool.close()
      return value
    } catch {
      task.cancel()
      _ = await task.result
      await pool.close()
      throw error
    }
  }

  func reaches(_ generation: Int64) async throws {
    do {
      try await eventually("") {
        current.taken.edition?.generation == generation && current.taken.staleSince == nil
      }
    } catch {
      throw Lateness(description: "no generation \(generation): \(witness.observations)")
    }
  }

  /// The name that the edition in use gives the town.
  var name: String? {
    current.taken.edition?.snapshot.names.first {
      $0.text.hasPrefix("Tranvik") && $0.text.hasSuffix("kommune")
    }?.text
  }
}

extension RefreshPace {
  /// Looks rarely: only a notification can be what brings the news.
  static let onlyNotified = RefreshPace(period: .seconds(3_600))
  /// Looks often and gives up only when it is told that there is nothing: however busy the machine
  /// is, a slow answer is none that was lost.
  static let patient = RefreshPace(
    period: .milliseconds(50), checkLimit: .seconds(60), pauseMin: .milliseconds(20),
    pauseMax: .milliseconds(200), writePauseMin: .milliseconds(20),
    writePauseMax: .milliseconds(200))
  /// Looks often and gives up soon, so that faults are met quickly.
  static let quick = RefreshPace(
    period: .milliseconds(50), checkLimit: .seconds(2), pauseMin: .milliseconds(20),
    pauseMax: .milliseconds(200))
}
