import PQ
import Registry
import Routing
import Search
import Store
import Web

/// The registry as the public sees it, compiled and ready to answer.
struct OpenRegistry {
  let snapshot: Snapshot
  let search: SearchIndex
  let time: OsloTime

  init(_ snapshot: Snapshot) throws {
    self.snapshot = snapshot
    search = SearchIndex(compiling: snapshot)
    time = try OsloTime()
  }

  /// Reads it as the reader, whoever calls: previews and answers see what the public sees.
  static func read(on console: Console) async throws -> OpenRegistry {
    _ = try OsloTime()
    return try await Database.withStore(as: .reader, on: console) { store in
      try await store.requireReadable()
      return try OpenRegistry(await store.snapshot())
    }
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

extension OutputOptions {
  /// The language asked for; refused when there is no such catalogue.
  func language() throws -> Language {
    switch lang.lowercased() {
    case "nb", "no": return .bokmål
    case "nn": return .nynorsk
    case "en": return .english
    default:
      throw Problem(
        type: "malformed", title: "Språket «\(lang)» finnes ikke.", detail: "Velg nb, nn eller en.")
    }
  }
}
