package import Registry
package import Search

/// The words around one's own words: the field, the ten worries, and how it was read.
package struct OwnWords: Sendable {
  package let title: String
  package let hint: String
  package let worriesTitle: String
  package let worriesHint: String
  package let oneself: String
  package let another: String
  package let preciseTitle: String
  package let needTitle: String
  package let needHint: String
  package let readAs: String
  package let nothingRead: String
  package let meant: String
  package let lessGrave: String
  package let ignoredNames: String
  package let ignoredNumbers: String
  package let notKept: String
  package let danger: String
  package let lifeDanger: String
  package let hardThoughts: String
  package let littleNorwegian: String
  package let foreignRead: String
  package let sayThis: String

  /// Whom words of danger call for, with the number.
  package func line(_ danger: Danger) -> String {
    switch danger {
    case .police: "\(self.danger) 112."
    case .ambulance: "\(lifeDanger) 113."
    case .crisis: "\(hardThoughts) 116 123."
    }
  }

  package static func of(_ language: Language) -> OwnWords {
    switch language {
    case .nynorsk: nynorsk
    case .english: english
    default: bokmål
    }
  }

  private static let bokmål = OwnWords(
    title: "Fortell med egne ord",
    hint:
      "En setning om hva det gjelder. Skriv ikke navn på noen. Ordene leses og glemmes med en "
      + "gang.",
    worriesTitle: "Eller velg det som ligner",
    worriesHint: "Velg om det gjelder deg selv eller en annen.",
    oneself: "meg selv", another: "en annen", preciseTitle: "Mer presist",
    needTitle: "Hva trenger du?", needHint: "Velg noe her hvis du trenger noe og ikke er bekymret.",
    readAs: "Ordene dine ble lest slik:",
    nothingRead: "Vi forsto ikke hva ordene dine gjelder. Her er de som kan hjelpe med det meste.",
    meant: "Mente du heller:", lessGrave: "Det er ikke så alvorlig",
    ignoredNames: "Navn er ikke brukt.", ignoredNumbers: "Tall som ikke er alder, er ikke brukt.",
    notKept: "Ordene er ikke lagret.", danger: "Er noen i fare nå, ring",
    lifeDanger: "Er det fare for liv eller helse, ring",
    hardThoughts:
      "Trenger du noen å snakke med nå, er Mental Helses hjelpetelefon åpen hele døgnet:",
    littleNorwegian: "Jeg snakker lite norsk",
    foreignRead:
      "Teksten ser ut til å være på {}. Varde leser bare norsk og engelsk, så dette er de som kan "
      + "hjelpe med det meste.",
    sayThis: "Vis eller les opp:")

  private static let nynorsk = OwnWords(
    title: "Fortel med eigne ord",
    hint:
      "Ei setning om kva det gjeld. Skriv ikkje namn på nokon. Orda blir lesne og gløymde med ein "
      + "gong.",
    worriesTitle: "Eller vel det som liknar",
    worriesHint: "Vel om det gjeld deg sjølv eller ein annan.",
    oneself: "meg sjølv", another: "ein annan", preciseTitle: "Meir presist",
    needTitle: "Kva treng du?", needHint: "Vel noko her om du treng noko og ikkje er uroa.",
    readAs: "Orda dine vart lesne slik:",
    nothingRead: "Vi forstod ikkje kva orda dine gjeld. Her er dei som kan hjelpe med det meste.",
    meant: "Meinte du heller:", lessGrave: "Det er ikkje så alvorleg",
    ignoredNames: "Namn er ikkje brukte.",
    ignoredNumbers: "Tal som ikkje er alder, er ikkje brukte.",
    notKept: "Orda er ikkje lagra.", danger: "Er nokon i fare no, ring",
    lifeDanger: "Er det fare for liv eller helse, ring",
    hardThoughts:
      "Treng du nokon å snakke med no, er hjelpetelefonen til Mental Helse open heile døgnet:",
    littleNorwegian: "Eg snakkar lite norsk",
    foreignRead:
      "Teksten ser ut til å vere på {}. Varde les berre norsk og engelsk, så dette er dei som kan "
      + "hjelpe med det meste.",
    sayThis: "Vis eller les opp:")

  private static let english = OwnWords(
    title: "Tell it in your own words",
    hint:
      "One sentence about what it is. Do not write anybody's name. The words are read and "
      + "forgotten at once.",
    worriesTitle: "Or choose what resembles it",
    worriesHint: "Choose whether it is about yourself or someone else.",
    oneself: "myself", another: "someone else", preciseTitle: "More precisely",
    needTitle: "What do you need?",
    needHint: "Choose something here if you need something and are not worried.",
    readAs: "Your words were read as:",
    nothingRead:
      "We did not understand what your words are about. These can help with most things.",
    meant: "Did you rather mean:", lessGrave: "It is not that serious",
    ignoredNames: "Names were not used.",
    ignoredNumbers: "Numbers that are not an age were not used.",
    notKept: "The words are not kept.", danger: "If someone is in danger now, call",
    lifeDanger: "If life or health is in danger, call",
    hardThoughts:
      "If you need someone to talk to now, Mental Helse's helpline is open day and night:",
    littleNorwegian: "I speak little Norwegian",
    foreignRead:
      "The text seems to be in another language ({}). Varde reads only Norwegian and English, so "
      + "these are the ones who can help with most things.",
    sayThis: "Show or read out:")
}
