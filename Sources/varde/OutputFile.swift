import Foundation
import Server
import Presentation

/// A file that a command writes: it is there whole, or as it was before.
struct OutputFile {
  let path: String

  /// - Throws: `Problem`, with why it could not be written.
  func write(_ bytes: [UInt8]) throws(Problem) {
    do {
      try isReplaced ? replace(with: bytes) : fill(with: bytes)
    } catch {
      throw Problem(
        type: "output", title: "Filen «\(path)» kan ikke skrives: \(error.reason).",
        detail: "Ingenting er endret. Velg et annet sted, eller gjør plass.")
    }
  }

  /// A file of its own, or none yet. What else has that name, as a link or a terminal, stays what
  /// it is and is filled.
  private var isReplaced: Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private func replace(with bytes: [UInt8]) throws(WritingFault) {
    let beside = OutputFile(path: "\(path).\(getpid()).part")
    do {
      try beside.fill(with: bytes, more: O_EXCL)
      if rename(beside.path, path) != 0 { try OutputFile.fail() }
    } catch {
      unlink(beside.path)
      throw error
    }
  }

  private func fill(with bytes: [UInt8], more: Int32 = 0) throws(WritingFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | more, 0o644)
    if descriptor < 0 { try OutputFile.fail() }
    let written = Descriptor.write(bytes, to: descriptor)
    // Some systems say only when a file is closed that there was no room for it.
    let isClosed = close(descriptor) == 0
    if let fault = WritingFault(written.fault) { throw fault }
    if !isClosed { try OutputFile.fail() }
  }

  private static func fail() throws(WritingFault) {
    if let fault = WritingFault(errno) { throw fault }
  }
}
