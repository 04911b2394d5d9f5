import Foundation
import Testing

/// SwiftPM lets a target import what its dependencies depend on, so the arrows are held here.
@Suite("The arrows between the targets") struct ArrowTests {
  /// Which targets and packages each target may import. A new arrow is a decision: it is made in
  /// Package.swift and here.
  static let arrows: [String: Set<String>] = [
    "PQ": ["CLibPQ", "Logging"],
    "Compression": ["CLibZ"],
    "Registry": [],
    "Routing": ["Registry"],
    "Analysis": ["Routing", "Registry"],
    "Snowball": ["CLibStemmer"],
    "Phrases": [],
    "Search": ["Registry", "Snowball"],
    "SeedFiles": ["Registry", "Yams", "Crypto"],
    "Synthesis": ["SeedFiles"],
    "SQL": [],
    "Store": ["PQ", "Registry", "SQL", "SeedFiles", "Crypto"],
    "Presentation": ["Registry", "Routing", "Analysis", "Search", "Phrases", "NIOCore"],
    "Web": [
      "Presentation", "Registry", "Routing", "Search", "Compression", "Hummingbird", "HTTPTypes",
      "NIOCore", "Crypto",
    ],
    "Site": [
      "Web", "Presentation", "Registry", "Routing", "Analysis", "Search", "Hummingbird",
      "HTTPTypes",
    ],
    "Server": [
      "Site", "Store", "PQ", "Web", "Presentation", "Registry", "Hummingbird", "HummingbirdCore",
      "HTTPTypes",
      "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "Logging",
      "ServiceLifecycle", "UnixSignals", "Configuration", "Crypto",
    ],
    "varde": [
      "PQ", "Registry", "Routing", "Analysis", "Search", "SeedFiles", "Server", "Store",
      "Synthesis", "Presentation", "Web", "ArgumentParser", "Logging", "Configuration",
    ],
    "TestSupport": ["PQ", "CLibPQ"],
    "TestRecords": ["Registry", "Search", "Presentation"],
  ]

  /// The targets that only compute: they are given what they need to know of the world.
  static let pure: Set<String> = ["Registry", "Routing", "Analysis", "Search"]
  /// The values that keep what was once made of them, whoever asks first.
  static let keeping: Set<String> = ["Registry"]
  /// The targets that answer: they may measure how long that takes, and know nothing else.
  static let answering: Set<String> = ["Presentation", "Web", "Site"]
  static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]
  static let system: Set<String> = foundation.union(["Dispatch", "Glibc", "Synchronization"])

  static func folder(_ target: String) -> String {
    if target == "SQL" { return "SQL" }
    return target.hasPrefix("Test") || target.hasSuffix("Tests")
      ? "Tests/\(target)" : "Sources/\(target)"
  }

  static func imports(_ source: SwiftText) -> [String] {
    let pattern =
      #/
        (?m) ^ \s* (?: @\w+ (?: \( [^)]* \) )? \s+ )* (?: [a-z]+ \s+ )? import \s+
        (?: (?: struct | class | enum | protocol | func | var | let | typealias | actor ) \s+ )?
        (\w+)
      /#
    return source.code.matches(of: pattern).map { String($0.1) }
  }

  static func strays(_ target: String, allowed: Set<String>) throws -> [String] {
    try House.sources(under: folder(target)).flatMap { source in
      imports(source.text).filter { !allowed.contains($0) }
        .map { "\(source.path) imports \($0)" }
    }
  }

  @Test("Package.swift declares the arrows of the table and no others")
  func manifest() throws {
    let declared = Manifest(try House.text("Package.swift")).dependencies
    let houses = declared.filter { !$0.key.hasSuffix("Tests") }
    #expect(houses == Self.arrows)
  }

  @Test("Every folder of Sources is a target of the table")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appending(path: "Sources").path())
    let strangers = folders.filter {
      Self.arrows[$0] == nil && !["CLibPQ", "CLibStemmer", "CLibZ"].contains($0)
    }
    #expect(strangers == [])
  }

  @Test("A target imports only what its arrows reach", arguments: arrows.keys.sorted())
  func imports(target: String) throws {
    let machine =
      if Self.answering.union(Self.keeping).contains(target) {
        Self.foundation.union(["Synchronization"])
      } else if Self.pure.contains(target) {
        Self.foundation
      } else {
        Self.system
      }
    let reached = try #require(Self.arrows[target]).union(machine)
    #expect(try Self.strays(target, allowed: reached) == [])
  }

  /// The files of `varde` that may know HTTP: the one that serves.
  static let serving: Set<String> = ["Sources/varde/Serve.swift"]

  @Test("A command that asks imports nothing that speaks HTTP")
  func commands() throws {
    let http: Set<String> = ["Web", "Site", "Hummingbird", "HTTPTypes", "NIOHTTP1"]
    let strays = try House.sources(under: "Sources/varde").flatMap { source in
      Self.imports(source.text).filter { http.contains($0) }.map { _ in source.path }
    }
    #expect(Set(strays) == Self.serving)
  }

  @Test("A test target imports only what Package.swift declares for it")
  func testImports() throws {
    for (target, declared) in Manifest(try House.text("Package.swift")).dependencies
    where target.hasSuffix("Tests") {
      let reached = declared.union(Self.system).union(["Testing"])
      #expect(try Self.strays(target, allowed: reached) == [])
    }
  }

  @Test("Targets that only compute or answer read no clock, no file and no environment")
  func purity() throws {
    let pattern =
      #/
        \b (?: Date\(\) | (?: Date\.now | SuspendingClock | FileManager | FileHandle
          | ProcessInfo | URLSession ) \b )
      /#
    #expect(try Self.found(pattern, in: Self.pure.union(Self.answering)) == [])
    #expect(try Self.found(#/\bContinuousClock\b/#, in: Self.pure) == [])
  }

  static func found(_ pattern: Regex<Substring>, in targets: Set<String>) throws -> [String] {
    try targets.sorted().flatMap { target in
      try House.sources(under: Self.folder(target)).flatMap { source in
        source.text.code.matches(of: pattern).map { "\(source.path): \($0.0)" }
      }
    }
  }

  @Test("Every form of an import is seen")
  func forms() {
    let source = """
      import A
      package import B
      @preconcurrency import C
      @testable import D
      import struct E.Inner
      // import F
      let text = "import G"
      @_spi(Inside) internal import H
      """
    #expect(Self.imports(SwiftText(source)) == ["A", "B", "C", "D", "E", "H"])
  }

  @Test("The manifest is read whole, products by the name that is imported")
  func reading() {
    let source = """
      let yams = Target.Dependency.product(name: "Yams", package: "Yams")
      func house(_ name: String) -> Target { .target(name: name) }
      let targets = [
        house("One"),
        house("Two", ["One", yams]),
        .target(name: "Three", path: "x", resources: [.copy("y")]),
        .executableTarget(name: "four", dependencies: ["One", "Two"]),
        tests("OneTests", ["One"], resources: [.copy("table.txt")]),
      ]
      """
    #expect(
      Manifest(source).dependencies == [
        "One": [], "Two": ["One", "Yams"], "Three": [], "four": ["One", "Two"],
        "OneTests": ["One"],
      ])
  }
}
