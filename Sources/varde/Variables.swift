import SeedFiles
import Server
import Presentation

/// The variables that begin with `VARDE_`, and what to say of one that nobody listens to.
///
/// `serve` refuses to start with one, as it refuses such a name in its file: a limit spelled
/// wrong would otherwise be no limit. The other commands say so and go on, since an acute question
/// must be answered whatever stands in the environment.
struct Variables {
  let environment: [String: String]

  /// Those of the commands and of the scripts in Deploy and Tests, beside the settings of `serve`.
  static let others = [
    "VARDE_BENCHMARKS", "VARDE_BENCH_FOLDER", "VARDE_CHROMIUM", "VARDE_CONFIG", "VARDE_EDITOR",
    "VARDE_GOLDENS", "VARDE_OWNER", "VARDE_POSTGRES", "VARDE_PROPERTY_SEED",
    "VARDE_REWRITE_GOLDENS", "VARDE_STATE", "VARDE_SWIFT_PLACES", "VARDE_TESTS",
  ]
  static let known = Set(Setting.allCases.map(\.variable) + others)

  /// What is set and known to nobody, in order.
  var strangers: [String] {
    environment.filter { name, value in
      name.hasPrefix("VARDE_") && !value.isEmpty && !Variables.known.contains(name)
        && !Variables.isOfKubernetes(name, value)
    }.keys.sorted()
  }

  /// One sentence for each stranger, with what was perhaps meant.
  var sentences: [String] {
    strangers.map { stranger in
      let near = Nearest.words(
        near: Variables.ending(stranger), among: Variables.known.map(Variables.ending))
      let meant = near.map { "«VARDE_\($0.uppercased())»" }.joined(separator: " eller ")
      return near.isEmpty
        ? "«\(stranger)» ligner ingen innstilling." : "«\(stranger)»: mente du \(meant)?"
    }
  }

  /// - Throws: `Problem`, when anything is set that nobody listens to.
  func requireKnown() throws {
    let sentences = sentences
    guard !sentences.isEmpty else { return }
    throw Problem(
      type: "configuration", title: "Det er satt variabler som ikke finnes.",
      detail: (sentences + ["«varde serve --help» nevner dem som finnes."])
        .joined(separator: "\n"))
  }

  /// What stands after `VARDE_`, which all have alike.
  private static func ending(_ name: String) -> String {
    name.dropFirst("VARDE_".count).lowercased()
  }

  /// Kubernetes tells every container of a service called `varde` in variables of its own.
  private static func isOfKubernetes(_ name: String, _ value: String) -> Bool {
    let isAddress = value.hasPrefix("tcp://") || value.hasPrefix("udp://")
    let isPart = name.contains("_TCP_") || name.contains("_UDP_")
    return isAddress || isPart || name.hasSuffix("_SERVICE_HOST")
      || name.contains("_SERVICE_PORT")
  }
}
