/// Why a test cluster could not be had.
package enum ClusterError: Error, CustomStringConvertible {
  case cannotStart(String)
  case refusesForeignDatabase(String)
  case failedCommand(String)

  package var description: String {
    switch self {
    case .cannotStart(let reason): "The test cluster did not start: \(reason)"
    case .refusesForeignDatabase(let reason): "Tests touch their own cluster only: \(reason)"
    case .failedCommand(let reason): "A command on the test cluster failed: \(reason)"
    }
  }
}
