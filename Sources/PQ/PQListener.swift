package import Logging

/// What another session said with NOTIFY.
package struct PQNotification: Sendable, Hashable {
  package let channel: String
  package let payload: String

  package init(channel: String, payload: String) {
    self.channel = channel
    self.payload = payload
  }
}

/// Listens on channels, on a connection of its own, and connects again whenever that is lost.
///
/// NOTIFY is heard only while connected: after each `connected` the reader must read for itself
/// what it may have missed. Ends when the task that reads it is cancelled, and never otherwise.
package struct PQListener: AsyncSequence, Sendable {
  package enum Event: Sendable, Hashable {
    /// Connected, and listening on every channel from now on.
    case connected
    case notification(PQNotification)
  }

  package typealias Element = Event
  package typealias Failure = Never

  private let configuration: PQConfiguration
  private let channels: [String]
  private let logger: Logger?

  package init(_ configuration: PQConfiguration, channels: [String], logger: Logger? = nil) {
    self.configuration = configuration
    self.channels = channels
    self.logger = logger
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(configuration: configuration, channels: channels, logger: logger)
  }

  package struct Iterator: AsyncIteratorProtocol {
    fileprivate let configuration: PQConfiguration
    fileprivate let channels: [String]
    fileprivate let logger: Logger?
    private var connection: PQConnection?
    private var connectedAt = ContinuousClock.Instant.now
    private var backoff = Backoff()

    fileprivate init(configuration: PQConfiguration, channels: [String], logger: Logger?) {
      self.configuration = configuration
      self.channels = channels
      self.logger = logger
    }

    package mutating func next() async -> Event? {
      await next(isolation: nil)
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async -> Event? {
      while !Task.isCancelled {
        do {
          if let connection { return .notification(try await connection.nextNotification()) }
          connection = try await connect()
          connectedAt = .now
          return .connected
        } catch {
          await lose(because: error)
        }
      }
      await connection?.close()
      connection = nil
      return nil
    }

    private func connect() async throws -> PQConnection {
      let connection = try await PQConnection.connect(configuration, logger: logger)
      try await connection.listen(on: channels)
      return connection
    }

    private mutating func lose(because error: any Error) async {
      // A connection that held for a while is no sign that the server is ailing.
      if connection != nil, connectedAt.duration(to: .now) > .seconds(5) { backoff.reset() }
      await connection?.close()
      connection = nil
      let pause = backoff.next()
      guard !Task.isCancelled else { return }
      logger?.warning("Not listening to the database (\(error)); trying again in \(pause)")
      // Cancelled while asleep: the loop sees it.
      try? await Task.sleep(for: pause)
    }
  }
}

extension PQConnection {
  fileprivate func listen(on channels: [String]) async throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(10))
    try await turn("listen", deadline: deadline, in: nil) { session, turn in
      for channel in channels {
        let name = try session.escaped(identifier: channel, turn)
        _ = try session.execute(script: "listen \(name)", turn)
      }
    }
  }

  fileprivate func nextNotification() async throws -> PQNotification {
    try await turn("listen", deadline: nil, in: nil) { try $0.nextNotification($1) }
  }
}
