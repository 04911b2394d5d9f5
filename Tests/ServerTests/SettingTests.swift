import Web
import Configuration
import Foundation
import PQ
import Server
import Testing
import TestSupport

/// What a node is told is believed, or refused at the start with a reason.
@Suite struct SettingTests {
  @Test func `a name in the file that nobody knows is refused with the nearest that is known`()
    async throws
  {
    let folder = try Folder()
    let path = try folder.write(
      "varde.json", #"{"port": 0, "limits": {"brust": 1, "per": {"second": 2}}, "zzz": true}"#)
    let program = try Program(
      ["serve", "--config", path], environment: ["VARDE_DATABASE": "host=/nowhere dbname=x"])
    #expect(try await program.status() == 1)
    #expect(program.log.contains(path))
    #expect(program.log.contains("«limits.brust»: mente du «limits.burst»"))
    #expect(program.log.contains("«zzz» ligner ingen innstilling."))
    #expect(!program.log.contains("«limits.per.second»"))
    #expect(program.out == "")
  }

  @Test(arguments: [
    #"{"port": "åtte"}"#, #"{"port": 65536}"#, #"{"limits": {"burst": -1}}"#,
    #"{"proxies": ["127.0.0.1"]}"#, #"{"address": 7}"#, #"{"limits": []}"#, "[]", "{", "",
    #"{"operator": {"contact": "javascript:alert(1)"}}"#, #"{"database": 3}"#,
  ])
  func `a file with a value that cannot be used is refused`(_ text: String) async throws {
    let folder = try Folder()
    let path = try folder.write("varde.json", text)
    let program = try Program(
      ["serve"],
      environment: ["VARDE_DATABASE": "host=/nowhere dbname=x", "VARDE_CONFIG": path]
        .filter { $0.key != "VARDE_DATABASE" || !text.contains("database") })
    #expect(try await program.status() == 1)
    #expect(program.log.contains("Innstilling"))
    #expect(program.out == "")
  }

  @Test(arguments: [
    ("VARDE_PORT", "65536"), ("VARDE_PORT", "-1"), ("VARDE_PORT", "80 80"),
    ("VARDE_INSPECTION_PORT", "x"), ("VARDE_REFRESH_SECONDS", "0"), ("VARDE_LIMITS_BURST", "-5"),
    ("VARDE_LIMITS_PER_SECOND", "0"), ("VARDE_LIMITS_CONNECTIONS", "0"),
    ("VARDE_LIMITS_PERSONS_PER_HOUR", "0"), ("VARDE_LOG_LEVEL", "quiet"), ("VARDE_LOG_LEVEL", "3"),
    ("VARDE_LIMITS_HEADER_FIELDS", "1"), ("VARDE_LIMITS_HEADER_BYTES", "5"),
    ("VARDE_LIMITS_REQUEST_SECONDS", "601"), ("VARDE_LIMITS_IDLE_SECONDS", "0"),
    ("VARDE_LIMITS_PROGRESS_SECONDS", "0"), ("VARDE_LIMITS_ADDRESS_CONNECTIONS", "0"),
    ("VARDE_LIMITS_STOP_SECONDS", "8"), ("VARDE_PROXIES", "127.0.0.1, proxy.example"),
    ("VARDE_OPERATOR_CONTACT", "ring oss"), ("VARDE_CONFIG", "/nowhere.json"),
  ])
  func `a variable that cannot be used is refused by its name`(
    _ variable: String, _ value: String
  ) async throws {
    let program = try Program(
      ["serve"], environment: ["VARDE_DATABASE": "host=/nowhere dbname=x", variable: value])
    #expect(try await program.status() == 1)
    #expect(program.log.contains(variable == "VARDE_CONFIG" ? value : variable))
    #expect(program.out == "")
  }

  @Test func `a flag that cannot be used is refused`() async throws {
    for flags in [["--port", "-1"], ["--port", "http"], ["--limits-burst=-1"], ["--prot", "1"]] {
      let program = try Program(
        ["serve"] + flags, environment: ["VARDE_DATABASE": "host=/nowhere dbname=x"])
      #expect(try await program.status() == 1, "\(flags)")
      #expect(!program.log.isEmpty && program.out == "", "\(flags)")
    }
  }

  @Test func `a node gives what the API document tells when it is told nothing else`() {
    #expect(NodeLimits().budgets == .usual)
  }

  @Test func `the help names the variable of every setting`() async throws {
    let program = try Program(["serve", "--help"], environment: [:])
    #expect(try await program.status() == 0)
    for setting in Setting.allCases {
      #expect(program.out.contains(setting.variable), "\(setting)")
    }
  }

  @Test func `every setting that is read changes something`() async throws {
    let values: [Setting: ConfigContent] = [
      .address: .string("192.0.2.1"), .port: .int(1), .inspectionAddress: .string("192.0.2.2"),
      .inspectionPort: .int(2), .snapshotFolder: .string("x"), .refreshSeconds: .int(9),
      .proxies: .string("192.0.2.3, ::1"), .operatorName: .string("Tranvik kommune"),
      .operatorContact: .string("varde@tranvik.example"), .logLevel: .string("warning"),
      .limitsBurst: .int(3), .limitsPersonsPerHour: .int(7),
      .limitsPerSecond: .int(4), .limitsConnections: .int(5), .limitsHeaderFields: .int(11),
      .limitsHeaderBytes: .int(2_000), .limitsRequestSeconds: .int(6), .limitsIdleSeconds: .int(8),
      .limitsAddressConnections: .int(7), .limitsProgressSeconds: .int(12),
      .limitsStopSeconds: .int(3),
    ]
    let plain = String(describing: NodeConfiguration(database: PQConfiguration(parameters: [:])))
    var descriptions: Set<String> = [plain]
    for setting in Setting.allCases where setting != .database && setting != .reader {
      let value = try #require(values[setting], "\(setting)")
      var configuration = NodeConfiguration(database: PQConfiguration(parameters: [:]))
      try await configuration.read(
        ConfigReader(
          provider: InMemoryProvider(values: [
            AbsoluteConfigKey(ConfigKey(setting.key)): ConfigValue(value, isSecret: false)
          ])))
      descriptions.insert(String(describing: configuration))
      if setting == .operatorContact {
        #expect(configuration.operatedBy.contact == .email("varde@tranvik.example"))
      }
    }
    #expect(descriptions.count == Setting.allCases.count - 1)
  }
}

extension Folder {
  /// Writes a file; returns its path.
  func write(_ name: String, _ text: String) throws -> String {
    let path = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}
