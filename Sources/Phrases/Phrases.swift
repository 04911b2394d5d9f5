import FoundationEssentials

// The words of people as files: word fields and what their meeting means, roles, worries, and how
// languages are told apart.
//
// Phrases must never know what a line means: whoever reads sentences parses it.

/// All files of words, read once from the folder `varde_Phrases.resources`.
package struct PhraseFiles: Sendable {
  /// By name without its ending, in order.
  package let texts: [(name: String, text: String)]

  /// The files beside the running program, read by whoever asks first; none when they did not come
  /// along: then sentences are not read, and everything else goes on.
  package static let shipped = beside(program: runningProgram)

  /// The files beside that program, wherever it was moved to.
  package static func beside(program: String) -> PhraseFiles {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let folders = ["/varde_Phrases.resources", "/../share/varde/varde_Phrases.resources"]
    for candidate in folders.map({ folder + $0 + "/Files" }) {
      let files = PhraseFiles(folder: candidate)
      if !files.texts.isEmpty { return files }
    }
    return PhraseFiles(texts: [])
  }

  package init(texts: [(name: String, text: String)]) {
    self.texts = texts
  }

  /// Every text of a folder; none where it cannot be read.
  package init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    texts = names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
        let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      return (String(name.dropLast(4)), text)
    }
  }

  private static var runningProgram: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return link ?? CommandLine.arguments.first ?? ""
  }
}
