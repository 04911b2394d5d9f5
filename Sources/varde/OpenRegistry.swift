import PQ
import Registry
import Routing
import Search
import Store
import Presentation

/// The registry as the public sees it, compiled and ready to answer.
struct OpenRegistry: Sendable {
  private(set) var snapshot: Snapshot
  let search: SearchIndex
  private(set) var routing: RoutingIndex
  let time: OsloTime
  /// Rows that cannot be read and that nobody is shown.
  let unreadable: [UnreadableRow]

  init(_ snapshot: Snapshot, unreadable: [UnreadableRow] = []) throws {
    self.snapshot = snapshot
    self.unreadable = unreadable
    search = SearchIndex(compiling: snapshot, lexicon: .shipped)
    routing = RoutingIndex(compiling: snapshot)
    time = try OsloTime()
  }

  /// Reads it as the reader, whoever calls: previews and answers see what the public sees.
  static func read(on console: Console) async throws -> OpenRegistry {
    if let opened = console.opened { return opened }
    return try await Database.withStore(as: .reader, on: console) { store in
      try await store.requireReadable()
      let read = try await store.read()
      console.warn(of: read.unreadable)
      return try OpenRegistry(read.snapshot, unreadable: read.unreadable)
    }
  }

  /// What anybody may be told today: nothing that begins or ends later.
  func told(on console: Console) throws -> OpenRegistry {
    let shown = snapshot.told(on: time.moment(at: console.now).day)
    guard shown.hasAllRows(of: snapshot) else {
      return try OpenRegistry(shown, unreadable: unreadable)
    }
    // Nothing is coming, so what is compiled holds.
    var told = self
    told.snapshot = shown
    told.routing.toldOn = shown.toldOn
    return told
  }

  /// The moment of `--at`, now when nothing is given.
  func moment(_ text: String?, on console: Console) throws -> Moment {
    guard let text else { return time.moment(at: console.now) }
    guard let moment = time.moment(text) else {
      throw Problem(
        type: "malformed", title: "Kan ikke lese tidspunktet «\(text)».",
        detail: "Skriv 2021-12-01, 2021-12-01T10:00 eller 2021-12-01T10:00:00+01:00.")
    }
    return moment
  }
}

extension Console {
  /// Names the rows that cannot be read; what the command shows is the rest.
  func warn(of rows: [UnreadableRow]) {
    guard !rows.isEmpty else { return }
    complainLine("Advarsel: rader i registeret kan ikke leses, og vises ikke (\(rows.count)):")
    for row in rows.prefix(Console.rowsMax) { complainLine("  \(row)") }
    if rows.count > Console.rowsMax { complainLine("  …") }
  }

  private static let rowsMax = 20
}

extension OutputOptions {
  /// The language asked for; refused when there is no such catalogue.
  func language() throws -> Language {
    guard let language = Language(tag: lang) else {
      throw Problem(
        type: "malformed", title: "Språket «\(lang)» finnes ikke.", detail: "Velg nb, nn eller en.")
    }
    return language
  }
}
