// swift-tools-version: 6.2
import PackageDescription

/// One strict set of settings for every target: a warning is an error in the whole house.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func house(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], readAsFiles: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: readAsFiles,
    swiftSettings: strict)
}

/// Only where Deploy/bench asks for it: an ordinary build knows nothing of what measures.
let measures = Context.environment["VARDE_BENCHMARKS"] != nil

func measuring(
  _ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []
) -> [Target] {
  guard measures else { return [] }
  return [
    .executableTarget(
      name: name, dependencies: dependencies, path: "Tests/Benchmarks/\(name)",
      swiftSettings: [.swiftLanguageMode(.v6)], plugins: plugins)
  ]
}

/// The targets of tests that are built, by name, with commas between; all when nothing is said.
let asked = Context.environment["VARDE_TESTS"].flatMap { names in
  names.isEmpty ? nil : Set(names.split(separator: ",").map(String.init))
}

let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTPCoding = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypesCoding = Target.Dependency.product(
  name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(
  name: "Configuration", package: "swift-configuration")

let package = Package(
  name: "varde",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ]
    + (measures
      ? [.package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: [])] : []),
  targets: [
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibStemmer", providers: [.apt(["libstemmer-dev"])]),
    house("Snowball", ["CLibStemmer"]),
    house("PQ", ["CLibPQ", logging]),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    house("Compression", ["CLibZ"]),
    house("Registry"),
    house("Routing", ["Registry"]),
    house("Analysis", ["Routing", "Registry"]),
    house("Search", ["Registry", "Snowball"]),
    house("SeedFiles", ["Registry", yams, crypto]),
    house("Synthesis", ["SeedFiles"]),
    house("Store", ["PQ", "Registry", "SQL", "SeedFiles", crypto]),
    house("Presentation", ["Registry", "Routing", "Analysis", "Search", "Phrases", nio]),
    house(
      "Web",
      [
        "Presentation", "Registry", "Routing", "Search", "Compression", hummingbird, httpTypes, nio,
        crypto,
      ]),
    house(
      "Site",
      ["Web", "Presentation", "Registry", "Routing", "Analysis", "Search", hummingbird, httpTypes]),
    house(
      "Server",
      [
        "Site", "Store", "PQ", "Web", "Presentation", "Registry", hummingbird, hummingbirdCore,
        httpTypes, nio, nioPosix, nioHTTPCoding, nioHTTPTypes, nioHTTPTypesCoding, logging,
        lifecycle, signals,
        configuration, crypto,
      ]),
    .target(
      name: "SQL", path: "SQL", exclude: ["README.md"], sources: ["SQL.swift"],
      resources: [
        .copy("Migrations"), .copy("Queries"), .copy("Checks"), .copy("schema.sql"),
      ],
      swiftSettings: strict),
    .target(
      name: "Phrases", exclude: ["README.md"], resources: [.copy("Files")], swiftSettings: strict),
    .executableTarget(
      name: "varde",
      dependencies: [
        "PQ", "Registry", "Routing", "Analysis", "Search", "SeedFiles", "Server", "Store",
        "Synthesis", "Presentation", "Web", arguments, logging, configuration,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["PQ", "CLibPQ"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "TestRecords", dependencies: ["Registry", "Search", "Presentation"],
      path: "Tests/TestRecords",
      swiftSettings: strict),
    tests("PQTests", ["PQ", "CLibPQ", "TestSupport", logging]),
    tests("RegistryTests", ["Registry"], readAsFiles: ["phone_cases.csv"]),
    tests(
      "RoutingTests", ["Registry", "Routing", "Analysis", "SeedFiles"], readAsFiles: ["Examples"]),
    tests(
      "SearchTests", ["Registry", "Search", "SeedFiles", "Phrases", "Snowball"],
      readAsFiles: ["Phrases"]),
    tests("SeedFilesTests", ["Registry", "SeedFiles"], readAsFiles: ["Documents"]),
    tests(
      "SynthesisTests", ["Registry", "Routing", "Analysis", "SeedFiles", "Synthesis", crypto]),
    tests(
      "StoreTests",
      ["PQ", "CLibPQ", "Registry", "SeedFiles", "SQL", "Store", "Synthesis", "TestSupport"],
      readAsFiles: ["Goldens"]),
    tests(
      "CommandTests",
      [
        "PQ", "CLibPQ", "Registry", "Routing", "Analysis", "Search", "SeedFiles", "Site", "Store",
        "Presentation", "Web", "varde", "TestSupport", arguments,
      ], readAsFiles: ["Resources", "Goldens"]),
    tests(
      "WebTests",
      [
        "Web", "Presentation", "Registry", "Routing", "Analysis", "Search", "Compression",
        hummingbird, httpTypes, nio,
      ]),
    tests(
      "SiteTests",
      [
        "Site", "Web", "Presentation", "Registry", "Routing", "Search", "SeedFiles", "Synthesis",
        "TestRecords", hummingbird, hummingbirdTesting, httpTypes,
      ], readAsFiles: ["Goldens", "Examples"]),
    tests(
      "ServerTests",
      [
        "CLibPQ", "PQ", "Registry", "Routing", "Search", "SeedFiles", "SQL", "Server", "Site",
        "Store", "TestSupport", "Presentation", "Web", hummingbird, hummingbirdCore, nio,
        nioEmbedded, logging,
        lifecycle,
        configuration, httpTypes, nioHTTPCoding, nioHTTPTypesCoding,
      ]),
    tests("TidyTests", []),
  ]
    + measuring(
      "Decisions", ["Registry", "Routing", "Analysis", "Search", "Store", benchmark],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    + (measures ? [.systemLibrary(name: "CValgrind", path: "Tests/Benchmarks/CValgrind")] : [])
    + measuring(
      "Bench",
      [
        "CValgrind", "Presentation", "Registry", "Search", "Server", "Site", "Store", "TestRecords",
        "Web", hummingbird, httpTypes, lifecycle, logging, nio, nioEmbedded,
      ])
)

package.targets.removeAll { target in
  target.type == .test && asked?.contains(target.name) == false
}
