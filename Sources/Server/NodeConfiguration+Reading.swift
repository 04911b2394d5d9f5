package import Configuration
import Logging
import PQ
import Web

extension NodeConfiguration {
  /// Reads what the providers say, over the defaults.
  ///
  /// - Throws: ``ConfigurationFault`` for a value that cannot be used.
  package mutating func read(_ reader: ConfigReader) async throws(ConfigurationFault) {
    address.host = try await text(.address, reader) ?? address.host
    address.port = try await number(.port, reader, 0...65_535) ?? address.port
    inspection.host = try await text(.inspectionAddress, reader) ?? inspection.host
    inspection.port = try await number(.inspectionPort, reader, 0...65_535) ?? inspection.port
    snapshotFolder = try await text(.snapshotFolder, reader) ?? snapshotFolder
    if let seconds = try await number(.refreshSeconds, reader, 1...3_600) {
      pace.period = .seconds(seconds)
    }
    if let text = try await text(.proxies, reader) {
      guard let proxies = TrustedProxies(text) else {
        throw ConfigurationFault(.proxies, allowed: "addresses (IPv4 or IPv6) with commas between")
      }
      self.proxies = proxies
    }
    if let text = try await text(.logLevel, reader) {
      guard let level = Logger.Level(rawValue: text.lowercased()) else {
        throw ConfigurationFault(
          .logLevel, given: text, among: Logger.Level.allCases.map(\.rawValue))
      }
      logLevel = level
    }
    try await readOperator(reader)
    try await readLimits(reader)
  }

  private mutating func readOperator(_ reader: ConfigReader) async throws(ConfigurationFault) {
    let name = try await text(.operatorName, reader) ?? operatedBy.name
    var contact = operatedBy.contact
    if let text = try await text(.operatorContact, reader) {
      contact = Operator.Contact(text)
      guard contact != nil else {
        throw ConfigurationFault(
          .operatorContact, allowed: "an e-mail address or the whole address of a page")
      }
    }
    operatedBy = Operator(name: name, contact: contact)
  }

  private mutating func readLimits(_ reader: ConfigReader) async throws(ConfigurationFault) {
    let fields: [(Setting, WritableKeyPath<NodeLimits, Int>, ClosedRange<Int>)] = [
      (.limitsConnections, \.connectionsMax, 1...100_000),
      (.limitsHeaderFields, \.headerFieldsMax, 8...1_000),
      (.limitsHeaderBytes, \.headerBytesMax, 1_024...(1 << 20)),
      (.limitsRequestSeconds, \.requestSeconds, 1...600),
      (.limitsIdleSeconds, \.idleSeconds, 1...600),
      (.limitsProgressSeconds, \.progressSeconds, 1...600),
      (.limitsStopSeconds, \.stopSeconds, 1...NodeLimits.stopSecondsMax),
      (.limitsBurst, \.burst, 1...1_000_000),
      (.limitsPerSecond, \.perSecond, 1...1_000_000),
      (.limitsPersonsPerHour, \.personsPerHour, 1...1_000_000),
    ]
    for (setting, field, range) in fields {
      limits[keyPath: field] = try await number(setting, reader, range) ?? limits[keyPath: field]
    }
    limits.addressConnectionsMax =
      try await number(.limitsAddressConnections, reader, 1...100_000)
      ?? limits.addressConnectionsMax
  }

  private func text(
    _ setting: Setting, _ reader: ConfigReader
  ) async throws(ConfigurationFault) -> String? {
    do {
      let text = try await reader.fetchString(forKey: ConfigKey(setting.key))
      return text.flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw ConfigurationFault(setting, allowed: "a text")
    }
  }

  private func number(
    _ setting: Setting, _ reader: ConfigReader, _ range: ClosedRange<Int>
  ) async throws(ConfigurationFault) -> Int? {
    let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    do {
      guard let number = try await reader.fetchInt(forKey: ConfigKey(setting.key)) else {
        return nil
      }
      guard range.contains(number) else { throw ConfigurationFault(setting, allowed: allowed) }
      return number
    } catch {
      throw ConfigurationFault(setting, allowed: allowed)
    }
  }
}

/// A setting that cannot be used; its value, which may be a secret, is repeated only where it is
/// one of a few words.
package struct ConfigurationFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let setting: Setting
  package let allowed: String
  /// What was given, where a word was wanted, and the words that it may be.
  package let given: String?
  package let words: [String]

  package init(_ setting: Setting, allowed: String) {
    self.setting = setting
    self.allowed = allowed
    given = nil
    words = []
  }

  package init(_ setting: Setting, given: String, among words: [String]) {
    self.setting = setting
    allowed = "one of \(words.joined(separator: ", "))"
    self.given = given
    self.words = words
  }

  package var key: String { setting.key }

  package var description: String {
    "The setting \(key) (\(setting.variable)) must be \(allowed)."
  }
}
