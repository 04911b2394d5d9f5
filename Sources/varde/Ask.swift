import ArgumentParser
import Registry
import Routing
import Search
import Presentation

/// `varde ask`: the ladder of contacts for a question.
struct Ask: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hvem kan jeg kontakte? Svarer med en stige av kontakter, og sier hvorfor.",
    discussion: """
      Bare --place må oppgis. Alt kan skrives slik du kjenner det: navn, nummer, synonym, bokmål,
      nynorsk eller engelsk. Skrivefeil rettes når bare ett er mulig, og svaret sier fra om det. Det
      som ikke blir forstått, står øverst med forslag, og du får svar uten det; er stedet skrevet
      feil eller kan være flere, får du dem som svarer overalt. Med --strict blir det avvist.

      Eksempler:
        varde ask --place Klæbu --concern radikalisering --age 17 --severity mild
        varde ask --asker ansatt --workplace fritidsklubb --place Trondheim --concern radikalisering
        varde ask --place Trondheim/Heimdal --function politikontakt
        varde ask --place 7540 --concern "vold i nære relasjoner" --severity akutt
        varde ask --place Bergen --words "sønnen min har begynt å hylle Hitler"
        varde ask --asker forelder --place Bærum --age 14 --wish anonymt --at 2021-12-01T19:30

      Sted: navn, poststed, «Bydel, Kommune», adresse, kommunenummer, bydelsnummer eller postnummer.
      Er nummeret både et kommunenummer og et postnummer, skriv «kommune 3201» eller «postnr 3201».
      Alvor: question, mild, clarified, grave eller acute, eller planens egne ord («trinn 3»).
      Spørsmålet lagres ikke noe sted.
      """)

  @Option(
    name: .long, help: "Hvem som spør: ansatt, leder, forelder, ungdom … (ellers innbygger).",
    completion: .list(Asker.allCases.map(\.rawValue)))
  var asker: String?

  @Option(name: .long, help: "Hvor du jobber: en enhet eller en type enhet, som «ungdomsskole».")
  var workplace: String?

  @Option(name: .long, help: "Stedet det gjelder.")
  var place: String?

  @Option(name: .long, help: "Hva bekymringen eller behovet gjelder.")
  var concern: String?

  @Option(
    name: .long,
    help: "Hva det gjelder med egne ord, høyst 200 tegn. Skriv ikke navn; ordene lagres ikke.")
  var words: String?

  @Option(name: .long, help: "En funksjon du leter etter, som «SLT-koordinator».")
  var function: String?

  @Option(name: .long, help: "Alderen til den det gjelder: «15», «8 måneder», «nyfødt», «ufødt».")
  var age: String?

  @Option(
    name: .long, help: "Hvor alvorlig det er (ellers mild).",
    completion: .list(Severity.allCases.map(\.rawValue)))
  var severity: String?

  @Option(
    name: .long, help: "Dato eller tidspunkt i Oslo (ellers nå). Bare dato: tider vurderes ikke.")
  var at: String?

  @Option(
    name: .long, help: "Et ønske: anonymous, in-writing eller not-police. Kan gjentas.",
    completion: .list(Wish.allCases.map(\.rawValue)))
  var wish: [String] = []

  @Flag(name: .long, help: "Ta med ordlyden i kildene også for opplysninger, trinn og tilbud.")
  var full = false

  @Flag(
    name: .long,
    help: "Svar som redaktør: --at kan være en dag som kommer, med alt som er ventet da.")
  var asEditor = false

  @Flag(name: .long, help: "Avvis spørsmålet hvis noe i det ikke blir forstått.")
  var strict = false

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    do {
      let whole = try await OpenRegistry.read(on: console)
      return try answer(with: asEditor ? whole : try whole.told(on: console), on: console)
    } catch {
      let words = Presentation.words(in: (try? output.language()) ?? .bokmål)
      throw Problem(explaining: error, words: words)
        .headed(by: SearchIndex.isAcute(severity))
    }
  }

  func answer(with registry: OpenRegistry, on console: Console) throws -> ExitStatus {
    let language = try output.language()
    let resolved = try resolved(with: registry, on: console)
    if output.json {
      let json = AnswerJSON(index: registry.search, time: registry.time, language: language)
      let bytes = json.bytes(
        resolved.answer, understood: resolved.understood, notUnderstood: resolved.notUnderstood,
        reading: resolved.reading)
      console.writeLine(String(decoding: bytes, as: UTF8.self))
    } else {
      let words = Presentation.words(in: language)
      let page = AnswerPage(registry: registry, words: words, console: console, isFull: full)
      console.write(
        page.text(
          of: resolved.answer, understood: resolved.understood,
          notUnderstood: resolved.notUnderstood, reading: resolved.reading))
    }
    return .answered
  }

  /// What a question's words came to.
  struct Resolved {
    let answer: Answer
    /// How words that were not taken literally were understood.
    let understood: [Understanding]
    /// The words without which it is answered; none where the question is strict.
    let notUnderstood: [NameFault]
    /// What the asker's own words came to, where there were any.
    let reading: SentenceReading?
  }

  func resolved(with registry: OpenRegistry, on console: Console) throws -> Resolved {
    let language = try output.language()
    let (text, reading) = registry.search.settled(try text(registry, language, on: console))
    switch registry.search.read(text) {
    case .understood(let question, let understood):
      return Resolved(
        answer: registry.routing.answer(question), understood: understood, notUnderstood: [],
        reading: reading)
    case .refused(let refusal):
      guard !strict, let question = refusal.meanwhile else {
        throw Problem(refusal, words: Presentation.words(in: language))
      }
      return Resolved(
        answer: registry.routing.answer(question), understood: refusal.understood,
        notUnderstood: refusal.faults, reading: reading)
    }
  }

  private func text(
    _ registry: OpenRegistry, _ language: Language, on console: Console
  ) throws -> QuestionText {
    guard let place, !place.isEmpty else {
      throw Problem(
        type: "usage", title: "Oppgi stedet med --place.",
        detail: "For eksempel: varde ask --place Trondheim --concern radikalisering")
    }
    return QuestionText(
      asker: asker, workplace: workplace, place: place, concern: concern, function: function,
      age: age, severity: severity, wishes: wish, words: words,
      moment: try registry.moment(at, on: console),
      language: language)
  }
}

extension Problem {
  /// The same with 112 on top, when what was asked is acute.
  func headed(by isAcute: Bool) -> Problem {
    guard isAcute, emergency.isEmpty else { return self }
    return Problem(type: type, title: title, detail: detail, faults: faults, emergency: [.police])
  }
}
