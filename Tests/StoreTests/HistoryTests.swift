import PQ
import Registry
import Store
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test("Every write is stamped and told")
  func everyWriteIsStampedAndTold() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    try await registry.load(planted)
    planted.replace(Sample.channel(1, written: "952 63 621", canonical: "+4795263621"))
    try await registry.load(planted)
    let entries = try await registry.reader.history(of: .designation(Sample.id(1)))
    #expect(
      entries.map(\.table) == ["designation", "remit", "absence", "channel", "channel"])
    let last = try #require(entries.last)
    #expect(last.generation == 2)
    #expect(last.title == "Seed: a")
    #expect(last.before?.contains("+4791861884") == true)
    #expect(last.after.contains("+4795263621"))
    #expect(last.recordedAt > 1_700_000_000)
    let other = try await registry.reader.history(of: .designation(Sample.id(2)))
    #expect(other.map(\.generation) == [1, 1])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test(
    "Nothing is deleted or emptied", arguments: ["varde_owner", "varde_editor", "postgres"])
  func nothingIsDeletedOrEmptied(_ role: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let tables = try await registry.texts(
      "select relname::text as text from pg_class "
        + "where ((relnamespace = 'varde'::regnamespace) and (relkind = 'r')) order by 1")
    #expect(tables.count >= CopyTable.all.count + 6)
    for table in tables.compactMap(\.self) {
      for command in ["delete from varde.\(table)", "truncate varde.\(table) cascade"] {
        await #expect(throws: PQError.self, "\(role): \(command)") {
          try await registry.run(command, as: role)
        }
      }
    }
  }

  @Test(
    "What history holds is never changed", arguments: ["varde_owner", "varde_editor", "postgres"])
  func whatHistoryHoldsIsNeverChanged(_ role: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    await #expect(throws: PQError.self) {
      try await registry.run("update varde.history set actor = 'someone else'", as: role)
    }
    await #expect(throws: PQError.self) {
      try await registry.run(
        "update varde.link set id = gen_random_uuid() where position = 1", as: role)
    }
  }

  @Test("Nobody writes without a change set")
  func nobodyWritesWithoutAChangeSet() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    for role in ["varde_owner", "varde_editor", "postgres"] {
      let error = await #expect(throws: PQError.self) {
        try await registry.run("update varde.link set text = 'x'", as: role)
      }
      #expect(error?.sqlState == "VA001")
    }
  }

  @Test("An update touches one row and its neighbour keeps its stamp")
  func anUpdateTouchesOneRowAndItsNeighbourKeepsItsStamp() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'a test');
      update varde.link set text = 'ny' where position = 1;
      update varde.link set text = text where position = 2;
      """, as: "varde_editor")
    let links = try await registry.texts(
      "select text || ' ' || recorded as text from varde.link order by position")
    #expect(links == ["ny 2", "her 1"])
    let entry = try await registry.texts(
      "select actor || ' ' || reason as text from varde.history "
        + "where ((generation = 2) and (table_name = 'link'))")
    #expect(entry == ["desk a test"])
  }

  @Test("A forged history does not verify")
  func aForgedHistoryDoesNotVerify() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.run(
      """
      alter table varde.history disable trigger refuse_change;
      update varde.history set reason = 'another' where (sequence = 7);
      select varde.guard_always('varde.history');
      """, as: "postgres")
    let faults = try await registry.editor.verifyHistory()
    #expect(faults.map(\.sequence) == [7])
  }
}

@Suite struct GenerationTests {
  @Test("Two writers commit in the order of their generations")
  func twoWritersCommitInTheOrderOfTheirGenerations() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let configuration = registry.database.configuration(user: "varde_editor")
    let open = PQStatement(
      name: "open", sql: "select varde.open_change(null, 'test', null) as generation")
    let first = try await PQConnection.connect(configuration)
    let second = try await PQConnection.connect(configuration)
    let order = try await first.transaction { transaction in
      let one: Int64 = try await transaction.query(open).only().decode("generation")
      // The second writer asks while the first is under way, and must wait for its commit.
      let other = Task {
        try await second.transaction { try await $0.query(open).only().decode("generation") }
          as Int64
      }
      try await registry.waitForLock()
      #expect(try await registry.reader.generation() == 1)
      return (one, other)
    }
    #expect(order.0 == 2)
    #expect(try await order.1.value == 3)
    #expect(try await registry.reader.generation() == 3)
    await first.close()
    await second.close()
  }

  @Test("A commit tells listeners its number and a dry run tells nothing")
  func aCommitTellsListenersItsNumberAndADryRunTellsNothing() async throws {
    let registry = try await TestRegistry.make()
    let listener = PQListener(
      registry.database.configuration(user: "varde_reader"), channels: ["varde_generation"])
    var events = listener.makeAsyncIterator()
    let first = await events.next()
    #expect(first == .connected)
    try await registry.load(Sample.planted(), isDryRun: true)
    try await registry.load(Sample.planted())
    let heard = await events.next()
    #expect(
      heard == .notification(PQNotification(channel: "varde_generation", payload: "1")))
  }

  @Test("A writer that gives up raises nothing")
  func aWriterThatGivesUpRaisesNothing() async throws {
    let registry = try await TestRegistry.make()
    await #expect(throws: PQError.self) {
      try await registry.run(
        "select varde.open_change(null, 'test', null); select 1 / 0;", as: "varde_editor")
    }
    #expect(try await registry.reader.generation() == 0)
  }

  @Test("A transaction raises the generation once")
  func aTransactionRaisesTheGenerationOnce() async throws {
    let registry = try await TestRegistry.make()
    let error = await #expect(throws: PQError.self) {
      try await registry.run(
        """
        select varde.open_change(null, 'test', null);
        select varde.open_change(null, 'test', null);
        """, as: "varde_editor")
    }
    #expect(error?.sqlState == "VA001")
  }

  @Test("The reader may not raise it")
  func theReaderMayNotRaiseIt() async throws {
    let registry = try await TestRegistry.make()
    await #expect(throws: PQError.self) {
      try await registry.run(
        "select varde.open_change(null, 'test', null)", as: "varde_reader")
    }
  }
}
