import Registry
import Presentation
import Web

/// The OpenAPI document as a page for people: every operation, what it takes and what it answers.
struct APIDocumentation {
  let visit: Visit
  let document: JSONValue

  private var words: APIWords { .of(visit.language) }

  var html: HTML {
    let operations = (document["paths"] ?? .null).members.flatMap { path in
      path.value.members.map { operation(path.name, $0.name, $0.value) }
    }
    return visit.shell(path: Address.documentation, title: words.title).page(
      """
      <h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      <p><a href="\(Address.openAPI)">\(words.document)</a></p>
      <ul><li>\(words.noKeeping)</li><li>\(words.caching)</li><li>\(words.problems)</li></ul>
      <h2>\(words.example)</h2>
      \(example)
      \(operations)
      """)
  }

  private var example: HTML {
    let body = document["paths"]?[Address.API.answers]?["post"]?["requestBody"]?["content"]?[
      "application/json"]?["example"]
    let text = body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return """
      <pre><code lang="en">POST \(Address.API.answers)
      Content-Type: application/json

      \(text)</code></pre>

      """
  }

  private func operation(_ path: String, _ method: String, _ operation: JSONValue) -> HTML {
    let id = operation["operationId"]?.text ?? ""
    let answers = (operation["responses"] ?? .null).members.map { response -> HTML in
      let about = response.value["description"]?.text ?? ""
      return "<li><strong>\(response.name)</strong> <span lang=\"en\">\(about)</span></li>"
    }
    return """
      <section><h2 id="\(id)"><code>\(method.uppercased()) \(path)</code></h2>
      <p lang="en">\(operation["summary"]?.text ?? "")</p>
      \(trial(method, operation))\(parameters(operation))\(members(operation))\
      <details><summary>\(words.answers)</summary>\
      <ul>\(answers)</ul></details></section>

      """
  }

  /// A request of the document that can be followed as it stands.
  private func trial(_ method: String, _ operation: JSONValue) -> HTML {
    let content = operation["responses"]?["200"]?["content"]?.members.first?.value
    guard method == "get", let asked = content?["examples"]?["seed"]?["summary"]?.text,
      let path = asked.split(separator: " ").last
    else { return .empty }
    return "<p>\(words.trial) <a href=\"\(path)\"><code>\(path)</code></a></p>\n"
  }

  private func parameters(_ operation: JSONValue) -> HTML {
    let parameters = (operation["parameters"] ?? .null).items.map { parameter in
      line(parameter["name"]?.text ?? "", parameter["description"]?.text, parameter["schema"])
    }
    guard !parameters.isEmpty else { return .empty }
    return "<h3>\(words.parameters)</h3><ul>\(parameters)</ul>\n"
  }

  private func members(_ operation: JSONValue) -> HTML {
    let schema = operation["requestBody"]?["content"]?["application/json"]?["schema"]
    guard let schema, let properties = resolved(schema)["properties"] else { return .empty }
    let members = properties.members.map { member in
      line(member.name, nil, member.value)
    }
    return "<h3>\(words.body)</h3><ul>\(members)</ul>\n"
  }

  private func line(_ name: String, _ about: String?, _ schema: JSONValue?) -> HTML {
    let schema = schema.map(resolved) ?? .null
    let told = about ?? schema["description"]?.text ?? ""
    let allowed = APIDocumentation.allowed(schema)
    let few: HTML? =
      (1...30).contains(allowed.count)
      ? " <span class=\"small\">\(allowed.joined(separator: ", "))</span>" : nil
    return "<li><code>\(name)</code> <span lang=\"en\">\(told)\(few)</span></li>"
  }

  /// The schema itself: what a reference or one that may be null leads to.
  private func resolved(_ schema: JSONValue) -> JSONValue {
    if let reference = schema["$ref"]?.text, let name = reference.split(separator: "/").last {
      return document["components"]?["schemas"]?[String(name)] ?? .null
    }
    if let first = schema["anyOf"]?.items.first, schema["description"] == nil {
      return resolved(first)
    }
    return schema
  }

  private static func allowed(_ schema: JSONValue) -> [String] {
    ((schema["enum"] ?? schema["items"]?["enum"]) ?? .null).items.compactMap(\.text)
  }
}

/// The words of the page in one language; what describes the operations is in English.
struct APIWords {
  let title: String
  let lead: String
  let document: String
  let noKeeping: String
  let caching: String
  let problems: String
  let example: String
  let parameters: String
  let body: String
  let answers: String
  let trial: String

  static func of(_ language: Language) -> APIWords {
    switch language {
    case .nynorsk: nynorsk
    case .english: english
    default: bokmål
    }
  }

  private static let bokmål = APIWords(
    title: "For utviklere",
    lead: "Det samme svaret som på sidene, som JSON. Ingen nøkkel trengs.",
    document: "Hele beskrivelsen (OpenAPI 3.1)",
    noKeeping: "Det du spør om, lagres ikke og står aldri i en adresse: spørsmål sendes med POST.",
    caching: "Svar på GET har ETag og kan hentes betinget.",
    problems:
      "Feil er application/problem+json og sier hvilket felt som er galt, og hva som er lov.",
    example: "Et første spørsmål", parameters: "Parametere", body: "Felt i spørsmålet",
    answers: "Svar", trial: "For eksempel:")

  private static let nynorsk = APIWords(
    title: "For utviklarar",
    lead: "Det same svaret som på sidene, som JSON. Du treng ingen nøkkel.",
    document: "Heile skildringa (OpenAPI 3.1)",
    noKeeping:
      "Det du spør om, blir ikkje lagra og står aldri i ei adresse: spørsmål går med POST.",
    caching: "Svar på GET har ETag og kan hentast på vilkår.",
    problems: "Feil er application/problem+json og seier kva felt som er gale, og kva som er lov.",
    example: "Eit første spørsmål", parameters: "Parametrar", body: "Felt i spørsmålet",
    answers: "Svar", trial: "Til dømes:")

  private static let english = APIWords(
    title: "For developers",
    lead: "The same answer as on the pages, as JSON. No key is needed.",
    document: "The whole description (OpenAPI 3.1)",
    noKeeping: "What you ask is not stored and never stands in an address: questions are posted.",
    caching: "Responses to GET carry an ETag and can be fetched conditionally.",
    problems:
      "Errors are application/problem+json and say which field is wrong and what is allowed.",
    example: "A first question", parameters: "Parameters", body: "Members of the body",
    answers: "Responses", trial: "For example:")
}
