import CLibPQ

/// Where and as whom to connect: libpq keywords and their values, never a joined string.
///
/// Keywords are those of libpq (`host`, `port`, `dbname`, `user`, `password`, `application_name` …);
/// for those that are not given, libpq reads the PG* variables and its own defaults.
package struct PQConfiguration: Sendable, Hashable {
  package var parameters: [String: String]

  package init(parameters: [String: String]) {
    self.parameters = parameters
  }

  /// Reads the PG* variables (`PGHOST`, `PGUSER` …) out of `environment`, and nothing else.
  package init(environment: [String: String]) {
    var parameters: [String: String] = [:]
    for option in Self.options where environment[option.variable] != nil {
      parameters[option.keyword] = environment[option.variable]
    }
    self.parameters = parameters
  }

  /// Reads a libpq connection string (`host=… dbname=…`) or URI (`postgres://…`).
  ///
  /// - Throws: kind `configuration`; the text, which may hold a password, is in no description.
  package static func parsing(_ text: String) throws(PQError) -> PQConfiguration {
    guard !text.utf8.contains(0) else {
      throw PQError(.configuration, details: "the text holds a NUL byte")
    }
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &message) else {
      PQfreemem(message)
      throw PQError(.configuration, details: "libpq could not read it")
    }
    defer { PQconninfoFree(options) }
    var parameters: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        parameters[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return PQConfiguration(parameters: parameters)
  }

  /// What goes to libpq: the parameters, and defaults without which a dead network goes unnoticed.
  var effectiveParameters: [String: String] {
    let defaults = [
      "connect_timeout": "10", "keepalives_idle": "30", "keepalives_interval": "10",
      "keepalives_count": "3", "tcp_user_timeout": "30000", "fallback_application_name": "varde",
    ]
    return defaults.merging(parameters) { $1 }.merging(["client_encoding": "UTF8"]) { $1 }
  }

  /// As libpq has it: whole seconds, of which none means without limit.
  var connectTimeout: Duration {
    guard let seconds = effectiveParameters["connect_timeout"].flatMap({ Int($0) }), seconds > 0
    else { return .seconds(86_400) }
    return .seconds(seconds)
  }

  private struct Option {
    let keyword: String
    let variable: String
  }

  /// The keywords that libpq knows, with the variable each may come from.
  private static var options: [Option] {
    guard let defaults = PQconndefaults() else { return [] }
    defer { PQconninfoFree(defaults) }
    var options: [Option] = []
    var option = defaults
    while let keyword = option.pointee.keyword {
      if let variable = option.pointee.envvar {
        options.append(
          Option(keyword: String(cString: keyword), variable: String(cString: variable)))
      }
      option += 1
    }
    return options
  }
}

extension PQConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// The keywords in order, without the value of any that is a secret.
  package var description: String {
    parameters.sorted(by: <).map { keyword, value in
      "\(keyword)=\(keyword.contains("password") ? "***" : value)"
    }.joined(separator: " ")
  }

  package var debugDescription: String { description }

  package var customMirror: Mirror { Mirror(self, children: ["parameters": description]) }
}
