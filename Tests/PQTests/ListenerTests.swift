import PQ
import TestSupport
import Testing

@Suite struct ListenerTests {
  private func notify(_ connection: PQConnection, _ channel: String, _ payload: String) async throws
  {
    _ = try await connection.query(
      PQStatement(name: "notify", sql: "select pg_notify($1, $2)"), [channel, payload])
  }

  private func expect<Events: AsyncIteratorProtocol>(
    _ event: PQListener.Event?, next events: inout Events,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async where Events.Element == PQListener.Event, Events.Failure == Never {
    let next = await events.next(isolation: nil)
    #expect(next == event, sourceLocation: sourceLocation)
  }

  @Test func `what is said on a channel is heard in order, and other channels are not`()
    async throws
  {
    try await withDatabase("select") { database, connection in
      let listener = PQListener(database.configuration, channels: ["generation", "Mer \"ål\""])
      var events = listener.makeAsyncIterator()
      await expect(.connected, next: &events)
      try await notify(connection, "other", "0")
      for number in 1...3 { try await notify(connection, "generation", "\(number)") }
      try await notify(connection, "Mer \"ål\"", "«æøå»")
      for number in 1...3 {
        await expect(.said(on: "generation", "\(number)"), next: &events)
      }
      await expect(.said(on: "Mer \"ål\"", "«æøå»"), next: &events)
    }
  }

  @Test func `a listener that lost its connection says when it is back`() async throws {
    try await withDatabase("select") { database, connection in
      var events = PQListener(database.configuration, channels: ["c"]).makeAsyncIterator()
      await expect(.connected, next: &events)
      try await connection.execute(
        script: """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """)
      await expect(.connected, next: &events)
      try await notify(connection, "c", "after")
      await expect(.said(on: "c", "after"), next: &events)
    }
  }

  @Test func `a listener outlives its server`() async throws {
    let cluster = try await Cluster.dedicated()
    var events = PQListener(cluster.configuration(), channels: ["c"]).makeAsyncIterator()
    await expect(.connected, next: &events)
    try await cluster.kill()
    async let back = cluster.start()
    await expect(.connected, next: &events)
    try await back
    let connection = try await PQConnection.connect(cluster.configuration())
    try await notify(connection, "c", "after")
    await expect(.said(on: "c", "after"), next: &events)
  }

  @Test func `a cancelled listener ends and leaves no session behind`() async throws {
    try await withDatabase("select") { database, connection in
      let (heard, note) = AsyncStream<PQListener.Event>.makeStream()
      let task = Task {
        for await event in PQListener(database.configuration, channels: ["c"]) {
          note.yield(event)
        }
        note.finish()
      }
      var events = heard.makeAsyncIterator()
      await expect(.connected, next: &events)
      task.cancel()
      await expect(nil, next: &events)
      let others = """
        select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """
      while try await connection.value(others, as: Int.self) > 0 { await Task.yield() }
    }
  }

  @Test func `a listener that cannot connect ends when it is cancelled`() async throws {
    let task = Task {
      let nowhere = PQConfiguration(parameters: ["host": "/nonexistent"])
      for await _ in PQListener(nowhere, channels: ["c"]) { Issue.record("connected to nothing") }
      return true
    }
    task.cancel()
    #expect(await task.value)
  }
}

extension PQListener.Event {
  fileprivate static func said(on channel: String, _ payload: String) -> PQListener.Event {
    .notification(PQNotification(channel: channel, payload: payload))
  }
}
