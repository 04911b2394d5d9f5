/// The one table of addresses: where each page, form and resource of the site stands.
///
/// Pages are told without their language, which stands before them (`Shell.address`); those that
/// end in `/` are followed by a key. Nobody else writes an address: TidyTests hold it.
package enum Address {
  package static let start = "/"
  package static let search = "/sok"
  package static let answer = "/svar"
  package static let about = "/om"
  package static let privacy = "/personvern"
  package static let accessibility = "/tilgjengelighet"
  /// Before the code of a language: the shapes of the municipalities, with their names in it.
  package static let shapes = "/assets/omriss-"
  package static let documentation = "/api"
  package static let openAPI = "/openapi.json"

  package static let places = "/sted/"
  package static let organisations = "/organisasjon/"
  package static let functions = "/funksjon/"
  package static let contacts = "/kontakt/"
  package static let plans = "/plan/"
  /// Behind a place: its contacts as a list to print.
  package static let list = "/liste"
  /// Behind a plan: one of its measures.
  package static let measure = "#tiltak-"

  /// The resources of the API.
  package enum API {
    package static let root = "/api/v1/"
    package static let areas = "/api/v1/areas"
    package static let organisations = "/api/v1/organisations"
    package static let functions = "/api/v1/functions"
    package static let concerns = "/api/v1/concerns"
    package static let offerings = "/api/v1/offerings"
    package static let designations = "/api/v1/designations"
    package static let plans = "/api/v1/plans"
    package static let measures = "/api/v1/measures"
    package static let search = "/api/v1/search"
    package static let answers = "/api/v1/answers"

    /// Whether an address is for programs, and what goes wrong there is told as they read it.
    package static func holds(_ path: String) -> Bool {
      path == Address.openAPI || path.hasPrefix("/api/")
    }
  }
}
