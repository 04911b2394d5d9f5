import Configuration
import Foundation
import SeedFiles
import Server
import Presentation

/// A JSON file of settings, in which every name must be one that is known: a limit that is spelled
/// wrong would otherwise be no limit.
struct SettingsFile {
  let path: String

  /// - Throws: `Problem`, when it cannot be read or says something that nobody listens to.
  func provider() async throws -> any ConfigProvider {
    let unreadable = Problem(
      type: "configuration", title: "Innstillingsfilen «\(path)» kan ikke leses.",
      detail: "Den skal finnes og være ett JSON-objekt.")
    guard let bytes = FileManager.default.contents(atPath: path),
      let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    else { throw unreadable }
    try requireKnown(SettingsFile.keys(of: object))
    let place = InMemoryProvider(values: [
      AbsoluteConfigKey(ConfigKey("filePath")): ConfigValue(.string(path), isSecret: false)
    ])
    do {
      return try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place))
    } catch {
      throw unreadable
    }
  }

  private func requireKnown(_ keys: [String]) throws {
    let known = Setting.allCases.map(\.key)
    let strangers = keys.filter { !known.contains($0) }
    guard !strangers.isEmpty else { return }
    let sentences = strangers.map { stranger in
      let near = Nearest.words(near: stranger, among: known).map { "«\($0)»" }
      return near.isEmpty
        ? "«\(stranger)» ligner ingen innstilling."
        : "«\(stranger)»: mente du \(near.joined(separator: " eller "))?"
    }
    throw Problem(
      type: "configuration",
      title: "Innstillingsfilen «\(path)» har innstillinger som ikke finnes.",
      detail: (sentences + ["Innstillingene er \(known.joined(separator: ", "))."])
        .joined(separator: "\n"))
  }

  /// The names of all values, with dots between what stands inside each other.
  private static func keys(of object: [String: Any], under prefix: String = "") -> [String] {
    object.sorted { $0.key < $1.key }.flatMap { key, value in
      guard let inner = value as? [String: Any] else { return [prefix + key] }
      return inner.isEmpty ? [prefix + key] : keys(of: inner, under: prefix + key + ".")
    }
  }
}
