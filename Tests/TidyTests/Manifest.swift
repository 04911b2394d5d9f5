import Foundation

/// What Package.swift declares, read from its text: a second SwiftPM inside the tests would wait
/// for the build lock for ever.
struct Manifest {
  /// The targets and products that each target declares, by the names that are imported.
  private(set) var dependencies: [String: Set<String>] = [:]

  init(_ source: String) {
    let products = Self.products(source)
    for opening in ["house(", "tests(", ".target(", ".executableTarget("] {
      for call in Self.calls(opening, in: source) {
        guard let name = call.firstMatch(of: /"([A-Za-z]+)"/)?.1 else { continue }
        let list =
          call.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1
          ?? call.firstMatch(of: /"[A-Za-z]+",\s*\[([^\]]*)\]/)?.1 ?? ""
        let quoted = list.matches(of: /"([A-Za-z]+)"/).map { String($0.1) }
        let named = list.replacing(/"[A-Za-z]+"/, with: "").matches(of: /[a-z]+/)
          .map { products[String($0.0)] ?? String($0.0) }
        dependencies[String(name)] = Set(quoted + named)
      }
    }
  }

  /// The constants that stand for a product of another package.
  private static func products(_ source: String) -> [String: String] {
    let pattern = /let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"/
    return Dictionary(
      source.matches(of: pattern).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The arguments of every call that begins so, up to its own closing parenthesis.
  private static func calls(_ opening: String, in source: String) -> [String] {
    source.ranges(of: opening).compactMap { range in
      let before = source[..<range.lowerBound].last
      guard before?.isWhitespace == true, !source[..<range.lowerBound].hasSuffix("func ") else {
        return nil
      }
      var depth = 1
      return String(
        source[range.upperBound...].prefix { character in
          if character == "(" { depth += 1 }
          if character == ")" { depth -= 1 }
          return depth > 0
        })
    }
  }
}
