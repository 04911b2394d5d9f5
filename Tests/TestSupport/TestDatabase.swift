package import PQ

/// A database of the test cluster; dropped, with whoever is still connected, when the value goes.
package final class TestDatabase: Sendable {
  package let name: String
  package let cluster: Cluster

  init(name: String, cluster: Cluster) {
    self.name = name
    self.cluster = cluster
  }

  deinit {
    cluster.drop(database: name)
  }

  /// As the superuser `postgres`.
  package var configuration: PQConfiguration { cluster.configuration(database: name) }

  /// As another role, which the test must have made.
  package func configuration(user: String) -> PQConfiguration {
    cluster.configuration(database: name, user: user)
  }
}
