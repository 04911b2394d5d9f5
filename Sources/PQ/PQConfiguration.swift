/// Where and as whom to connect: libpq keywords and their values, never a joined string.
///
/// Keywords are those of libpq (`host`, `port`, `dbname`, `user`, `password`, `application_name` …).
package struct PQConfiguration: Sendable, Hashable {
  package var parameters: [String: String]

  package init(parameters: [String: String]) {
    self.parameters = parameters
  }
}
