import Foundation
import Testing

@testable import varde

/// An output that is full, closed or left ends a command with a status and a sentence.
@Suite("Output that takes nothing")
struct OutputTests {
  /// The built program by a shell, with its streams as that is told.
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// - Parameters:
    ///   - line: of the shell, where `varde` is the program.
    ///   - isLeft: whether standard output is a pipe whose reader has gone.
    init(
      _ line: String, _ environment: [String: String] = [:], isLeft: Bool = false
    ) async throws {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "varde-output-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for name in ["out", "errors"] {
        try Data().write(to: folder.appending(path: name))
      }
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "varde() { \"\(Run.program)\" \"$@\"; }; \(line)"]
      process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
      let pipe = Pipe()
      if isLeft {
        try pipe.fileHandleForReading.close()
        process.standardOutput = pipe.fileHandleForWriting
      } else {
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
      }
      status = try await withCheckedThrowingContinuation { continuation in
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { continuation.resume(throwing: error) }
      }
      output = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
      errors = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
    }

    /// The one that was built beside these tests.
    private static var program: String {
      let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "varde").path()
    }
  }

  private static let commands = [
    "--help", "help", "--version", "ask --help", "serve --help",
    "--generate-completion-script bash", "ask --place Trondheim --concern radikalisering",
    "ask --place Trondheim --json", "find politikontakt", "find politikontakt --json", "show 5001",
    "show 5001 --json", "check", "check --json", "cover --place Holmestrand",
    "cover --place Holmestrand --json",
    "diff --from 2020-06-01 --to 2022-01-15 --place Holmestrand",
    "lint", "lint --json", "migrate", "migrate --json",
  ]

  @Test(
    "a full disk and a closed output are told in a sentence by every command", arguments: commands)
  func full(_ command: String) async throws {
    let variables = try await SeededRegistry.shared().variables
    for (place, reason) in [(">/dev/full", "ikke plass"), (">&-", "lukket")] {
      let run = try await Run("varde \(command) \(place)", variables)
      #expect(run.status == 1, "\(place)")
      #expect(run.errors.contains("kunne ikke skrives ut") && run.errors.contains(reason))
      #expect(!run.errors.contains("Fatal error"))
      if command.contains("--json") {
        let problem = try JSONSerialization.jsonObject(with: Data(run.errors.utf8))
        #expect((problem as? [String: Any])?["type"] as? String == "urn:varde:problem:output")
      }
    }
  }

  @Test(
    "who has read enough and left is told nothing, but the status is not that of an answer",
    arguments: commands)
  func left(_ command: String) async throws {
    let variables = try await SeededRegistry.shared().variables
    let run = try await Run("varde \(command)", variables, isLeft: true)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }

  @Test("112 comes out on the error stream when an acute answer does not come out")
  func acute() async throws {
    let variables = try await SeededRegistry.shared().variables
    for question in ["ask --place Trondheim --severity acute", "ask --severity akutt"] {
      for environment in [variables, [:]] {
        for place in [">/dev/full", ">&-"] {
          let run = try await Run("varde \(question) \(place)", environment)
          #expect(run.status == 1)
          #expect(run.errors.contains(AcuteTests.strip), "\(run.errors)")
        }
        let left = try await Run("varde \(question)", environment, isLeft: true)
        #expect(left.status == 1)
        #expect(left.errors.contains(AcuteTests.strip), "\(left.errors)")
      }
    }
    let json = try await Run(
      "varde ask --place Trondheim --severity acute --json >/dev/full", variables)
    #expect(json.errors.contains(#""number":"112""#), "\(json.errors)")
    // Both are full: there is nobody to tell, and no reason to stop by a fault.
    let none = try await Run(
      "varde ask --place Trondheim --severity acute >/dev/full 2>/dev/full", variables)
    #expect(none.status == 1)
  }

  @Test("a wrong name keeps its own status when the error stream is full or closed")
  func errors() async throws {
    let variables = try await SeededRegistry.shared().variables
    for place in ["2>/dev/full", "2>&-"] {
      #expect(try await Run("varde ask --strict --place Atlantis \(place)", variables).status == 2)
      #expect(try await Run("varde ask --plase x \(place)", variables).status == 1)
      let answered = try await Run("varde show 5001 \(place)", variables)
      #expect(answered.status == 0 && answered.output.contains("Trondheim"))
    }
  }

  @Test(
    "a file that cannot be written is told, and what was there stays",
    arguments: [
      ("/dev/full", "ikke plass"), ("nowhere/a.html", "mappen finnes ikke"), (".", "mappe"),
      ("/proc/a.html", "kan ikke skrives"),
    ])
  func files(_ path: String, _ reason: String) async throws {
    let variables = try await SeededRegistry.shared().variables
    let run = try await Run(
      "varde cover --place Holmestrand --html \(path); s=$?; ls; exit $s", variables)
    #expect(run.status == 1)
    #expect(run.errors.contains("kan ikke skrives") && run.errors.contains(reason), "\(run.errors)")
    #expect(run.output == "errors\nout\n", "\(run.output)")
  }

  @Test("a file that finds no room leaves the one before it, and no part")
  func noRoom() async throws {
    let variables = try await SeededRegistry.shared().variables
    // A limit of the shell stands for a full disk: it is met in the middle of the file.
    let run = try await Run(
      """
      echo before > a.html; trap '' XFSZ; ulimit -f 2
      varde cover --place Holmestrand --html a.html; s=$?; cat a.html; ls; exit $s
      """, variables)
    #expect(run.status == 1)
    #expect(run.errors.contains("«a.html» kan ikke skrives"), "\(run.errors)")
    #expect(run.output == "before\na.html\nerrors\nout\n")
    let country = try await Run(
      "trap '' XFSZ; ulimit -f 1; varde synthesise --municipalities 1 --seed 1 --out land; s=$?; "
        + "ls; exit $s")
    #expect(country.status == 1)
    #expect(country.errors.contains("kan ikke skrives"), "\(country.errors)")
    #expect(country.output == "errors\nout\n")
  }
}
