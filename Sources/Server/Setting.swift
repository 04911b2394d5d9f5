/// Everything that a node can be told, by the one name that it has as flag (`--limits-burst`),
/// variable (`VARDE_LIMITS_BURST`) and in a file (`{"limits": {"burst": 120}}`).
package enum Setting: String, CaseIterable, Sendable {
  case address
  case port
  case inspectionAddress = "inspection.address"
  case inspectionPort = "inspection.port"
  case snapshotFolder = "snapshot.folder"
  case refreshSeconds = "refresh.seconds"
  case proxies
  case operatorName = "operator.name"
  case operatorContact = "operator.contact"
  case logLevel = "log.level"
  case limitsBurst = "limits.burst"
  case limitsPerSecond = "limits.per.second"
  case limitsPersonsPerHour = "limits.persons.per.hour"
  case limitsConnections = "limits.connections"
  case limitsAddressConnections = "limits.address.connections"
  case limitsHeaderFields = "limits.header.fields"
  case limitsHeaderBytes = "limits.header.bytes"
  case limitsRequestSeconds = "limits.request.seconds"
  case limitsIdleSeconds = "limits.idle.seconds"
  case limitsProgressSeconds = "limits.progress.seconds"
  case limitsStopSeconds = "limits.stop.seconds"
  /// Where the registry is; never a flag, since everyone on a machine may read those.
  case database
  case reader

  package var key: String { rawValue }

  package var variable: String {
    "VARDE_" + rawValue.uppercased().replacing(".", with: "_")
  }
}
