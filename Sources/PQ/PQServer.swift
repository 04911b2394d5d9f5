import CLibPQ
import Glibc

/// The server itself, asked without signing in.
package enum PQServer {
  /// Whether nobody answers, or only to say that the server is starting or stopping: then trying
  /// again makes sense. A server that answers and refuses (a wrong password) is not away.
  package static func isAway(_ configuration: PQConfiguration) async -> Bool {
    await WorkThread(name: "varde.ping").run { ping(configuration) }
  }

  private static func ping(_ configuration: PQConfiguration) -> Bool {
    var configuration = configuration
    configuration.parameters["connect_timeout"] = "2"
    let state = configuration.withPointers { PQpingParams($0, $1, 0) }
    return state == PQPING_NO_RESPONSE || state == PQPING_REJECT
  }
}

extension PQConfiguration {
  /// The effective parameters as libpq takes them: two arrays that end with nil.
  package func withPointers<T>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> T
  ) -> T {
    let pairs = Array(effectiveParameters)
    let keywords = pairs.map { strdup($0.key) }
    let values = pairs.map { strdup($0.value) }
    defer { (keywords + values).forEach { free($0) } }
    return body(
      keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil])
  }
}
