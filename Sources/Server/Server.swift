// The composition of a node: configuration, refresher, logs, metrics, limits, and their order.
//
// Server must never render a page, decide an answer, hold a statement, or write to a log or a
// metric what somebody asked, from where, or with what.

/// Somebody else listens where this node should.
package struct AddressTaken: Error, Hashable, Sendable {
  package let site: NodeConfiguration.Address
  package let inspection: NodeConfiguration.Address
}
