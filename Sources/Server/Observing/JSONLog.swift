package import Foundation
package import Logging
import Presentation

/// Logs one JSON object a line: time, level, message, then the metadata by name.
package struct JSONLog: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel: Logger.Level
  private let label: String
  private let write: @Sendable ([UInt8]) -> Void
  private let now: @Sendable () -> Date

  /// - Parameter write: gets whole lines; one call a line, from any thread, which must not wait
  ///   there.
  package init(
    label: String, level: Logger.Level = .info, now: @escaping @Sendable () -> Date = { Date() },
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.label = label
    self.write = write
    self.now = now
    logLevel = level
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var line = LogLine()
    line.add("time", text: now().formatted(JSONLog.time))
    line.add("level", text: event.level.rawValue)
    line.add("logger", text: label)
    line.add("message", text: "\(event.message)")
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
      .sorted(by: { $0.key < $1.key })
    {
      line.add(key, value)
    }
    write(line.bytes)
  }

  /// The line that says that so many lines before it were lost, since nobody took them.
  package static func lost(_ count: Int, label: String, at date: Date = Date()) -> [UInt8] {
    var line = LogLine()
    line.add("time", text: date.formatted(JSONLog.time))
    line.add("level", text: Logger.Level.warning.rawValue)
    line.add("logger", text: label)
    line.add("message", text: "log lines lost")
    line.add("count", .stringConvertible(count))
    return line.bytes
  }

  private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

/// One line of a log as it grows.
private struct LogLine {
  private var content: [UInt8] = [UInt8(ascii: "{")]

  var bytes: [UInt8] { content + Array("}\n".utf8) }

  mutating func add(_ key: String, text: String) {
    begin(key)
    content += LogLine.quoted(text)
  }

  /// Numbers and truths as such, everything else as text.
  mutating func add(_ key: String, _ value: Logger.Metadata.Value) {
    if case .stringConvertible(let value) = value, value is any BinaryInteger || value is Bool {
      begin(key)
      content += Array("\(value)".utf8)
    } else {
      add(key, text: "\(value)")
    }
  }

  private mutating func begin(_ key: String) {
    if content.count > 1 { content.append(UInt8(ascii: ",")) }
    content += LogLine.quoted(key)
    content.append(UInt8(ascii: ":"))
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(nil, text)
    return writer.bytes
  }
}
