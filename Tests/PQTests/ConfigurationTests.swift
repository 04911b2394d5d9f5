import PQ
import Testing

@Suite struct ConfigurationTests {
  @Test func `a connection string and a URI are read alike`() throws {
    let string = try PQConfiguration.parsing(
      "host=/run/pq port=5433 dbname='min base' user=bjørn password='it\\'s æ'")
    let uri = try PQConfiguration.parsing(
      "postgres://bj%C3%B8rn:hemmelig@%2Frun%2Fpq:5433/min%20base")
    #expect(string.parameters["dbname"] == "min base")
    #expect(uri.parameters["password"] == "hemmelig")
    for keyword in ["host", "port", "dbname", "user"] {
      #expect(string.parameters[keyword] == uri.parameters[keyword])
    }
  }

  @Test func `a password stands in no description`() throws {
    let configuration = try PQConfiguration.parsing("host=/run/pq password=hemmelig")
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), dumped] {
      #expect(!text.contains("hemmelig"))
      #expect(text.contains("host=/run/pq"))
    }
  }

  @Test func `a string that cannot be read is refused without being repeated`() {
    let error = #expect(throws: PQError.self) {
      try PQConfiguration.parsing("host=a hemmelig")
    }
    #expect(error?.kind == .configuration)
    #expect(error?.debugDescription.contains("hemmelig") == false)
  }

  @Test func `the PG variables are read and no other`() {
    let configuration = PQConfiguration(environment: [
      "PGHOST": "/run/pq", "PGDATABASE": "varde", "PGUSER": "leser", "HOME": "/root",
    ])
    #expect(
      configuration.parameters == ["host": "/run/pq", "dbname": "varde", "user": "leser"])
  }
}
