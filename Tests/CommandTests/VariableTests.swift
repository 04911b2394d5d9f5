import Foundation
import Testing

@testable import varde

/// Variables that begin with `VARDE_` and that nobody listens to are not passed over in silence.
@Suite struct VariableTests {
  @Test(
    "A misspelt variable is told with the one that was meant, and what others set is let be",
    arguments: [
      ("VARDE_PROT", "1", "«VARDE_PROT»: mente du «VARDE_PORT»?"),
      ("VARDE_LIMITS_BRUST", "1", "«VARDE_LIMITS_BRUST»: mente du «VARDE_LIMITS_BURST»?"),
      ("VARDE_DATABSE", "x", "«VARDE_DATABSE»: mente du «VARDE_DATABASE»?"),
      ("VARDE_ZZZZZZZZZZ", "1", "«VARDE_ZZZZZZZZZZ» ligner ingen innstilling."),
      ("VARDE_PROT", "", nil), ("VARDE_PORT", "1", nil), ("VARDE_STATE", "/x", nil),
      ("VARDER", "1", nil), ("varde_prot", "1", nil),
      ("VARDE_SERVICE_HOST", "10.0.0.1", nil), ("VARDE_SERVICE_PORT_HTTP", "80", nil),
      ("VARDE_PORT_8080_TCP", "tcp://10.0.0.1:8080", nil),
      ("VARDE_PORT_8080_TCP_ADDR", "10.0.0.1", nil),
    ] as [(String, String, String?)])
  func sentences(_ name: String, _ value: String, _ sentence: String?) {
    let sentences = Variables(environment: [name: value, "PATH": "/bin"]).sentences
    #expect(sentences == [sentence].compactMap(\.self))
  }

  @Test("serve does not start with a variable that nobody listens to")
  func refused() async {
    let captured = CapturedConsole(environment: [
      "VARDE_DATABASE": "host=/nowhere dbname=x", "VARDE_LIMITS_PER_SEKOND": "1",
    ])
    #expect(await captured.run("serve --port 0 --inspection-port 0") == 1)
    #expect(captured.complaints.contains("mente du «VARDE_LIMITS_PER_SECOND»"))
    #expect(captured.output == "")
  }

  @Test("Another command says so and answers; 112 is never held back")
  func told() async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded, extra: ["VARDE_REDAER": "x"])
    #expect(await captured.run("ask --place Trondheim --severity acute") == 0)
    #expect(captured.complaints == "«VARDE_REDAER»: mente du «VARDE_READER»?\n")
    #expect(captured.output.contains("112"))
  }

  @Test("Every variable that the programs, scripts and tests use is known, and no other")
  func complete() throws {
    var used: Set<String> = []
    for folder in ["Sources", "Tests", "Deploy", "Package.swift"] {
      for path in try files(under: SeededRegistry.checkout + folder) {
        guard !path.hasSuffix("VariableTests.swift"), !path.hasSuffix("/Variables.swift"),
          let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { continue }
        used.formUnion(text.matches(of: /\bVARDE_[A-Z][A-Z_]*[A-Z]\b/).map { String($0.output) })
      }
    }
    // The guards of C headers are no variables.
    used = used.filter { !$0.hasSuffix("_SHIM_H") }
    #expect(used.subtracting(Variables.known).sorted() == [], "Used, and not known.")
    #expect(Set(Variables.others).subtracting(used).sorted() == [], "Known, and used by nobody.")
  }

  private func files(under path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [path] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).map { "\(path)/\($0)" }
  }
}
