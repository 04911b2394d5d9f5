import Foundation

/// A seed file of one test; it goes with the value.
final class TemporaryFile: Sendable {
  let path: String

  init(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "varde-\(UUID().uuidString).yaml").path()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
