import Foundation

/// A seed file of one test.
enum TemporaryFile {
  static func write(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path()
    let path = "\(folder.hasSuffix("/") ? folder : folder + "/")varde-\(UUID().uuidString).yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
