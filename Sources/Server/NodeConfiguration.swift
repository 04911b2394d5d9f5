package import Logging
package import PQ
package import Web

/// Everything that one node is told at its start.
package struct NodeConfiguration: Sendable {
  /// An address and a port; port 0 is any free one.
  package struct Address: Sendable, Hashable, CustomStringConvertible {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
      self.host = host
      self.port = port
    }

    package var description: String {
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }

  /// Where visitors come.
  package var address = Address(host: "127.0.0.1", port: 8080)
  /// Where metrics and health are asked for: never reachable by visitors.
  package var inspection = Address(host: "127.0.0.1", port: 8081)
  /// As the reader, on the primary.
  package var database: PQConfiguration
  /// The folder of the snapshot file; nil keeps none.
  package var snapshotFolder: String?
  package var pace = RefreshPace()
  package var limits = NodeLimits()
  /// Our own proxies, whose word about a visitor's address and scheme is believed.
  package var proxies = TrustedProxies.none
  /// How long a node that has no edition yet waits for one before it listens all the same.
  package var editionWait = Duration.seconds(2)
  /// What is less than this is not logged.
  package var logLevel = Logger.Level.info
  /// Who answers for the site, on its own pages.
  package var operatedBy = Operator.unnamed

  package init(database: PQConfiguration) {
    self.database = database
  }
}

/// What no visitor may exceed.
package struct NodeLimits: Sendable, Hashable {
  /// The most that ``stopSeconds`` may be.
  package static let stopSecondsMax = 7

  package var connectionsMax = 1_000
  /// Of those from one address that is no proxy of ours; nil for a quarter of all. Whole
  /// municipalities come from one.
  package var addressConnectionsMax: Int?
  package var headerFieldsMax = 64
  package var headerBytesMax = 16 * 1024
  /// Of a larger one nothing is read.
  package var bodyBytesMax = VisitContext.bodyBytesMax
  /// For sending the body of a request, from the end of its head.
  package var requestSeconds = 20
  /// For the head of a request, from the answer before it or from the beginning.
  package var idleSeconds = 15
  /// While nothing of an answer leaves; who fetches it slowly may take as long as it takes.
  package var progressSeconds = 20
  /// For finishing what is in flight when the node is told to stop; then it is cut off.
  package var stopSeconds = stopSecondsMax
  /// From being told to stop until the program is ended, whatever still holds it.
  package var endSeconds = 9
  /// How long a connection may still say what it has sent when the node is told to stop.
  package var graceSeconds = 1
  /// Pages that one address may ask for at once; searches and answers have budgets of their own,
  /// in proportion (``Budgets``).
  package var burst = 120
  /// Pages that come back to it each second.
  package var perSecond = 10
  /// Records of persons, and vCards, that one address may ask for in an hour.
  package var personsPerHour = 60

  package var budgets: Budgets {
    Budgets(burst: burst, perSecond: perSecond, personsPerHour: personsPerHour)
  }

  package init() {}

  package var connectionsOfOneMax: Int { addressConnectionsMax ?? max(1, connectionsMax / 4) }
}
