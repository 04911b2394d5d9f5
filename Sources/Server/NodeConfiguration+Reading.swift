package import Configuration
import PQ
import Web

extension NodeConfiguration {
  /// Reads what the providers say, over the defaults.
  ///
  /// Keys are `address`, `port`, `inspection.address`, `limits.burst` and so on: as flags, as
  /// variables (`VARDE_LIMITS_BURST`) and in a JSON file alike.
  ///
  /// - Throws: ``ConfigurationFault`` for a value that cannot be used.
  package mutating func read(_ reader: ConfigReader) async throws(ConfigurationFault) {
    address.host = try await text("address", reader) ?? address.host
    address.port = try await number("port", reader, 0...65_535) ?? address.port
    inspection.host = try await text("inspection.address", reader) ?? inspection.host
    inspection.port = try await number("inspection.port", reader, 0...65_535) ?? inspection.port
    snapshotFolder = try await text("snapshot.folder", reader) ?? snapshotFolder
    if let seconds = try await number("refresh.seconds", reader, 1...3_600) {
      pace.period = .seconds(seconds)
    }
    if let proxies = try await text("proxies", reader) {
      self.proxies = Set(
        proxies.split(separator: ",").map {
          String($0).trimming(" ")
        })
    }
    try await readOperator(reader)
    try await readLimits(reader)
  }

  private mutating func readOperator(_ reader: ConfigReader) async throws(ConfigurationFault) {
    let name = try await text("operator.name", reader)
    var contact: Operator.Contact?
    if let text = try await text("operator.contact", reader) {
      contact = Operator.Contact(text)
      guard contact != nil else {
        throw ConfigurationFault(
          key: "operator.contact", allowed: "an e-mail address or the address of a page")
      }
    }
    guard name != nil || contact != nil else { return }
    operatedBy = Operator(name: name ?? operatedBy.name, contact: contact ?? operatedBy.contact)
  }

  private mutating func readLimits(_ reader: ConfigReader) async throws(ConfigurationFault) {
    let fields: [(String, WritableKeyPath<NodeLimits, Int>, ClosedRange<Int>)] = [
      ("limits.connections", \.connectionsMax, 1...100_000),
      ("limits.header.fields", \.headerFieldsMax, 8...1_000),
      ("limits.header.bytes", \.headerBytesMax, 1_024...(1 << 20)),
      ("limits.request.seconds", \.requestSeconds, 1...600),
      ("limits.idle.seconds", \.idleSeconds, 1...600),
      ("limits.burst", \.burst, 1...1_000_000),
      ("limits.per.second", \.perSecond, 1...1_000_000),
    ]
    for (key, field, range) in fields {
      limits[keyPath: field] = try await number(key, reader, range) ?? limits[keyPath: field]
    }
  }

  private func text(
    _ key: String, _ reader: ConfigReader
  ) async throws(ConfigurationFault) -> String? {
    do {
      let text = try await reader.fetchString(forKey: ConfigKey(key))
      return text.flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw ConfigurationFault(key: key, allowed: "a text")
    }
  }

  private func number(
    _ key: String, _ reader: ConfigReader, _ range: ClosedRange<Int>
  ) async throws(ConfigurationFault) -> Int? {
    let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    do {
      guard let number = try await reader.fetchInt(forKey: ConfigKey(key)) else { return nil }
      guard range.contains(number) else { throw ConfigurationFault(key: key, allowed: allowed) }
      return number
    } catch {
      throw ConfigurationFault(key: key, allowed: allowed)
    }
  }
}

/// A setting that cannot be used; its value, which may be a secret, is not repeated.
package struct ConfigurationFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let key: String
  package let allowed: String

  package var description: String { "The setting \(key) must be \(allowed)." }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String {
    String(
      trimmingPrefix { $0 == character }.reversed().trimmingPrefix { $0 == character }.reversed())
  }
}
