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
        too. What fits nothing or several things stands in `notUnderstood` with candidates, and \
        the answer is given without it: where that is the place, `question.place` is null and the \
        ladder holds the doors that answer anywhere. With `strict` such a question is refused \
        with 422 instead.
        """,
      body: .init(schema: question, example: example), success: AnswerSchema.answer, answer: answer)
  ]

  private static let names = [
    "asker", "workplace", "place", "concern", "function", "age", "severity", "at", "wishes",
    "words", "lang", "strict",
  ]

  private static func answer(_ request: APIRequest) throws -> Reply {
    let view = request.view
    let body = try JSONBody(request.body, names: names)
    let (text, reading) = view.edition.search.settled(try questionText(body, view))
    let isStrict = try body.flag("strict") ?? false
    switch view.edition.search.read(text) {
    case .understood(let question, let understood):
      return reply(question, view, understood: understood, reading: reading)
    case .refused(let refusal):
      guard !isStrict, let question = refusal.meanwhile else {
        return RequestProblem(refusal) { keys(for: $0, view) }.apiReply()
      }
      return reply(
        question, view, understood: refusal.understood, notUnderstood: refusal.faults,
        reading: reading)
    }
  }

  private static func reply(
    _ question: Question, _ view: APIView, understood: [Understanding],
    notUnderstood: [NameFault] = [], reading: SentenceReading?
  ) -> Reply {
    let answer = view.edition.routing.answer(question)
    let json = AnswerJSON(index: view.edition.search, time: view.time, language: view.language)
    let body = json.buffer(
      answer, understood: understood, notUnderstood: notUnderstood, reading: reading)
    return .json(body, caching: .never)
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
    _ body: JSONBody, _ view: APIView
  ) throws -> QuestionText {
    guard let place = try body.text("place") else {
      throw RequestProblem.malformed("place", "The place is needed.")
    }
    // An empty text says nothing, as an empty field of a form.
    func given(_ name: String) throws -> String? {
      try body.text(name).flatMap { $0.trimmed.isEmpty ? nil : $0 }
    }
    return QuestionText(
      asker: try given("asker"), workplace: try given("workplace"), place: place,
      concern: try given("concern"), function: try given("function"),
      age: try age(body).flatMap { $0.trimmed.isEmpty ? nil : $0 },
      severity: try given("severity"),
      wishes: try body.texts("wishes", countMax: 10)?.filter { !$0.trimmed.isEmpty } ?? [],
      words: try given("words"),
      moment: try moment(body, view), language: view.language)
  }

  /// An integer, or a text that means an age; which of them are ages is for the reader to say.
  private static func age(_ body: JSONBody) throws -> String? {
    guard case .number(let number)? = body["age"] else { return try body.text("age") }
    guard number.rounded() == number else {
      throw RequestProblem.malformed(
        "age", "Completed years as a whole number, or a text such as `15 år`.",
        allowed: ["0–130", "unborn"])
    }
    return Int(exactly: number).map(String.init) ?? String(number)
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

  /// Every date of 2000 to 2099, perhaps with a time, a fraction of a second and an offset.
  private static let timeSchema = """
    ^(20[0-9]{2}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)\
    |(0[13578]|1[02])-31)|20([02468][048]|[13579][26])-02-29)\
    (T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]{1,9})?)?\
    (Z|[+-](0[0-9]|1[0-3])(:?[0-5][0-9])?)?)?$
    """

  private static func question(_ known: Vocabulary) -> Schema {
    let wish = Schema.word(of: Wish.allCases.map(\.rawValue)).orWords
    let properties: [(String, Schema)] = [
      ("asker", Schema.word("Who asks; citizen when not given.", of: Asker.words).orWords.orNull),
      ("workplace", Schema.word("Where an employee works.", of: known.workplaces).orWords.orNull),
      ("place", known.placeSchema.orWords),
      ("concern", known.concernSchema.orWords.orNull),
      (
        "function",
        Schema.word("A function asked for by name.", of: known.functions).orWords.orNull
      ),
      (
        "age",
        .either(
          .integer("Completed years."), words, .null,
          about: "The age of the person it concerns: 15, `15 år`, `8 måneder`, `unborn`.")
      ),
      (
        "severity",
        Schema.word("How serious; mild when not given.", of: Severity.words).orWords.orNull
      ),
      (
        "at",
        Schema.text("When; now when not given. Oslo time without offset.", pattern: timeSchema)
          .orNull
      ),
      ("wishes", Schema.list(of: wish, "Wishes.", countMax: 10).orNull),
      ("lang", APIRequest.languageSchema.orNull),
      (
        "strict",
        Schema.flag("Whether to refuse what is not understood, instead of answering without it.")
          .orNull
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
    ]
    return Schema.object(
      "A question; only the place is needed.", properties,
      optional: Set(names).subtracting(["place"])
    ).named("Question")
  }

  /// A word as somebody may write it.
  fileprivate static let words = Schema.text(
    "Any other words; what they mean is told in the answer.", pattern: "^[^\\u0000]*$",
    lengthMax: JSONBody.textMax)

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

extension Schema {
  /// A listed word, or any other text.
  fileprivate var orWords: Schema { .either(self, Answers.words) }
}
