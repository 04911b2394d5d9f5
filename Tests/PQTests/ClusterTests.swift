import CLibPQ
import PQ
import TestSupport
import Testing

@Suite struct ClusterTests {
  @Test func `a fresh database has its own name and is local`() async throws {
    let cluster = try await Cluster.shared()
    let one = try await cluster.database()
    let two = try await cluster.database()
    #expect(one.name != two.name)
    try cluster.requireOwn(one.configuration)
    #expect(throws: ClusterError.self) {
      try cluster.requireOwn(PQConfiguration(parameters: ["host": "db.example.org"]))
    }
  }

  @Test func `a template is prepared once and cloned`() async throws {
    let cluster = try await Cluster.shared()
    async let first = cluster.template("pq") { _ in }
    async let second = cluster.template("pq") { _ in }
    #expect(try await first == second)
    let clone = try await cluster.database(template: first)
    #expect(clone.configuration.parameters["dbname"] == clone.name)
  }
}
