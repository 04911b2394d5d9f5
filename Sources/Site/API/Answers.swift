import HTTPTypes
import Registry
import Routing
import Search
import Presentation
import Web

/// `POST /api/v1/answers`: the ladder of contacts for a question; nothing of it is kept.
enum Answers {
  static let operations = [
    APIOperation(
      id: "ask", method: .post, pattern: Address.API.answers, kind: .answer,
      summary: """
        Whom to contact for this concern, in this place, at this age. The schema lists the keys \
        that are always understood. Names, synonyms, postcodes and official numbers are read \
        too; what fits nothing or several things is refused with 422 and candidates.
        """,
      body: .init(schema: question, example: example), success: AnswerSchema.answer, answer: answer)
  ]

  private static let names = [
    "asker", "workplace", "place", "concern", "function", "age", "severity", "at", "wishes",
    "words", "lang",
  ]

  private static func answer(_ request: APIRequest) throws -> Reply {
    let view = request.view
    let (text, reading) = view.edition.search.settled(try questionText(request.body, view))
    switch view.edition.search.read(text) {
    case .refused(let refusal):
      return RequestProblem(refusal) { keys(for: $0, view) }.apiReply()
    case .understood(let question, let understood):
      let answer = view.edition.routing.answer(question)
      let json = AnswerJSON(index: view.edition.search, time: view.time, language: view.language)
      return .json(json.buffer(answer, understood: understood, reading: reading), caching: .never)
    }
  }

  private static func keys(for field: QuestionField, _ view: APIView) -> [String] {
    let snapshot = view.edition.snapshot
    let keys =
      switch field {
      case .concern: snapshot.concerns.map(\.key)
      case .function: snapshot.functions.map(\.key)
      case .workplace: snapshot.organisationKinds.map(\.key)
      case .age: ["0–130", "unborn"]
      case .asker, .place, .severity, .wish: [String]()
      }
    return keys.sorted()
  }

  private static func questionText(
    _ body: JSONValue, _ view: APIView
  ) throws -> QuestionText {
    let body = try JSONBody(body, names: names)
    guard let place = try body.text("place") else {
      throw RequestProblem.malformed("place", "The place is needed.")
    }
    return QuestionText(
      asker: try body.text("asker"), workplace: try body.text("workplace"), place: place,
      concern: try body.text("concern"), function: try body.text("function"),
      age: try age(body), severity: try body.text("severity"),
      wishes: try body.texts("wishes", countMax: 10) ?? [], words: try body.text("words"),
      moment: try moment(body, view), language: view.language)
  }

  private static let unborn = ["unborn", "ufødt", "ufødd"]

  private static func age(_ body: JSONBody) throws -> String? {
    switch body["age"] {
    case nil, .some(.null): return nil
    case .some(.string(let text)) where unborn.contains(text): return "unborn"
    case .some(.number(let number)):
      if let years = Int(exactly: number), (0...130).contains(years) { return String(years) }
    default: break
    }
    throw RequestProblem.malformed(
      "age", "Completed years, or a word for the unborn.", allowed: ["0–130"] + unborn)
  }

  private static func moment(_ body: JSONBody, _ view: APIView) throws -> Moment {
    guard let text = try body.text("at") else { return view.moment }
    guard text.hasPrefix("20"), let moment = view.time.moment(text) else {
      throw RequestProblem.malformed(
        "at", "A date of this century, with or without a time.",
        allowed: ["2021-12-01", "2021-12-01T10:00", "2021-12-01T10:00:00+01:00"])
    }
    return moment
  }

  /// Every date of 2000 to 2099, perhaps with a time and an offset.
  private static let timeSchema = """
    ^(20[0-9]{2}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)\
    |(0[13578]|1[02])-31)|20([02468][048]|[13579][26])-02-29)\
    (T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])?)?$
    """

  private static func question(_ known: Vocabulary) -> Schema {
    let properties: [(String, Schema)] = [
      ("asker", Schema.word("Who asks; citizen when not given.", of: Asker.words).orNull),
      ("workplace", Schema.word("Where an employee works.", of: known.workplaces).orNull),
      ("place", known.placeSchema),
      ("concern", known.concernSchema.orNull),
      ("function", Schema.word("A function asked for by name.", of: known.functions).orNull),
      (
        "age",
        .either(
          .integer("Completed years.", min: 0, max: 130), .word(of: unborn), .null,
          about: "The age of the person it concerns.")
      ),
      ("severity", Schema.word("How serious; mild when not given.", of: Severity.words).orNull),
      (
        "at",
        Schema.text("When; now when not given. Oslo time without offset.", pattern: timeSchema)
          .orNull
      ),
      (
        "wishes",
        Schema.list(of: .word(of: Wish.allCases.map(\.rawValue)), "Wishes.", countMax: 10).orNull
      ),
      (
        "words",
        Schema.text(
          """
          What it is about in the asker's own words; 200 characters are read, in Norwegian or \
          English, and put where nothing else was said. Write nobody's name. Nothing is kept.
          """
        ).orNull
      ),
      ("lang", Schema.word("The language of names.", of: APIRequest.languages).orNull),
    ]
    return Schema.object(
      "A question; only the place is needed.", properties,
      optional: Set(names).subtracting(["place"])
    ).named("Question")
  }

  private static func example(_ known: Vocabulary) -> JSONValue {
    known.question ?? ["place": .string(known.places.first ?? "")]
  }
}

extension Asker {
  static var words: [String] { allCases.map(\.rawValue) }
}

extension Severity {
  static var words: [String] { allCases.map(\.rawValue) }
}
