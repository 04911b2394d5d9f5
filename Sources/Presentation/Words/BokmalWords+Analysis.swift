package import Analysis
import Routing

extension BokmalWords {
  package func analysis(_ phrase: AnalysisPhrase) -> String {
    switch phrase {
    case .coverage: "Dekning"
    case .questions: "spørsmål"
    case .places: "steder"
    case .whoAsks: "hvem som spør"
    case .workplaces: "arbeidsplasser"
    case .concerns: "bekymringer"
    case .throughTheWeek: "Gjennom uka, der åpningstider avgjør"
    case .gaps: "Hull, med et spørsmål som viser hvert slag"
    case .concernsWithGaps: "Bekymringer med hull"
    case .restsOnOne: "Alt hviler på én kontakt"
    case .restsOnOverdue: "Bekreftelsen er eldre enn ett år"
    case .everyQuestion: "Alle spørsmål når noen lokalt eller regionalt."
    case .total: "I alt"
    case .noWorkplace: "uten arbeidsplass"
    case .noConcern: "uten bekymring"
    case .unknownAge: "ukjent alder"
    case .nothingFound: "Ingen."
    case .heatMap: "Bekymring og alder"
    case .heatMapReading:
      "Hver rute er svaret på ett spørsmål. Bokstaven sier hva slags kontakt som nås først."
    case .functionsHeld: "Hvilke kommuner som har hvilke funksjoner"
    case .functionsReading: "Hver rute er én funksjon i én kommune."
    case .held: "har noen"
    case .vacantSeat: "ledig"
    case .notThere: "ingen i registeret"
    case .difference: "Forskjell"
    case .unchanged: "uendret"
    case .changed: "endret"
    case .answersFirst: "Hvem som svarer først"
    case .added: "Kommet til i stigen"
    case .removed: "Gått ut av stigen"
    case .rearranged: "Samme kontakter i en annen rekkefølge"
    case .otherChannel: "Andre kontaktpunkter"
    case .nobody: "ingen"
    case .everybody: "alle"
    case .noChange: "Ingen spørsmål har fått en annen stige."
    case .lint: "Regler og planer å se på"
    case .noFinding: "Ingenting funnet."
    case .withAllBelow: "med alt under"
    case .planSays: "planen"
    case .otherSays: "den andre"
    case .registrySays: "registeret"
    case .noRow: "ingen rad"
    }
  }

  package func reach(_ reach: Reach) -> String {
    switch reach {
    case .local: "lokal kontakt"
    case .regional: "regional kontakt"
    case .fallbackOnly: "bare siste utvei"
    case .numberUnknown: "nummer ukjent"
    case .unreachable: "ingen nås"
    }
  }

  package func meaning(_ reach: Reach) -> String {
    switch reach {
    case .local: "Den første åpne døra svarer for kommunen eller en del av den."
    case .regional: "Den første åpne døra svarer for noe større enn kommunen."
    case .fallbackOnly: "Bare det som alltid står der, er åpent."
    case .numberUnknown: "En kontakt er nevnt, men kilden gir ikke noe nummer som virker."
    case .unreachable: "Bare nødnummeret 112 er igjen."
    }
  }

  package func lint(_ kind: LintKind) -> String {
    switch kind {
    case .shadowed: "Regler som aldri taler"
    case .contradiction: "Dokumenter på samme nivå som sier ulike ting"
    case .leadsToNobody: "Regler som ikke når noen"
    case .functionWithoutHolder: "Regler som nevner en funksjon ingen har"
    case .planWordWithoutHolder: "Planens ord for en funksjon ingen har"
    case .wordOfTwoFunctions: "Planens ord for en funksjon er også ord for en annen"
    case .seatEnded: "Plasser i planen som er avsluttet uten at noen har fulgt"
    case .measureWithoutParty: "Tiltak uten ansvarlig i registeret"
    }
  }

  package func years(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first) år" : "\(first)–\(last) år"
  }
}
