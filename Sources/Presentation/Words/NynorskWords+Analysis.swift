package import Analysis
import Routing

extension NynorskWords {
  package func analysis(_ phrase: AnalysisPhrase) -> String {
    switch phrase {
    case .coverage: "Dekning"
    case .questions: "spørsmål"
    case .places: "stader"
    case .whoAsks: "kven som spør"
    case .workplaces: "arbeidsplassar"
    case .concerns: "uroer"
    case .throughTheWeek: "Gjennom veka, der opningstider avgjer"
    case .gaps: "Hol, med eit spørsmål som viser kvart slag"
    case .concernsWithGaps: "Uroer med hol"
    case .restsOnOne: "Alt kviler på éin kontakt"
    case .restsOnOverdue: "Stadfestinga er eldre enn eitt år"
    case .everyQuestion: "Alle spørsmål når nokon lokalt eller regionalt."
    case .total: "I alt"
    case .noWorkplace: "utan arbeidsplass"
    case .noConcern: "utan uro"
    case .unknownAge: "ukjend alder"
    case .nothingFound: "Ingen."
    case .heatMap: "Uro og alder"
    case .heatMapReading:
      "Kvar rute er svaret på eitt spørsmål. Bokstaven seier kva slag kontakt ein når først."
    case .functionsHeld: "Kva kommunar som har kva funksjonar"
    case .functionsReading: "Kvar rute er éin funksjon i éin kommune."
    case .held: "har nokon"
    case .vacantSeat: "ledig"
    case .notThere: "ingen i registeret"
    case .difference: "Skilnad"
    case .unchanged: "uendra"
    case .changed: "endra"
    case .answersFirst: "Kven som svarer først"
    case .added: "Kome til i stigen"
    case .removed: "Gått ut av stigen"
    case .rearranged: "Same kontaktar i ei anna rekkjefølgje"
    case .otherChannel: "Andre kontaktpunkt"
    case .nobody: "ingen"
    case .everybody: "alle"
    case .noChange: "Ingen spørsmål har fått ein annan stige."
    case .lint: "Reglar og planar å sjå på"
    case .noFinding: "Ingenting funne."
    case .withAllBelow: "med alt under"
    case .planSays: "planen"
    case .otherSays: "den andre"
    case .registrySays: "registeret"
    case .noRow: "inga rad"
    }
  }

  package func reach(_ reach: Reach) -> String {
    switch reach {
    case .local: "lokal kontakt"
    case .regional: "regional kontakt"
    case .fallbackOnly: "berre siste utveg"
    case .numberUnknown: "nummer ukjent"
    case .unreachable: "ingen å nå"
    }
  }

  package func meaning(_ reach: Reach) -> String {
    switch reach {
    case .local: "Den første opne døra svarer for kommunen eller ein del av han."
    case .regional: "Den første opne døra svarer for noko større enn kommunen."
    case .fallbackOnly: "Berre det som alltid står der, er ope."
    case .numberUnknown: "Ein kontakt er nemnd, men kjelda gir ikkje noko nummer som verkar."
    case .unreachable: "Berre naudnummeret 112 er att."
    }
  }

  package func lint(_ kind: LintKind) -> String {
    switch kind {
    case .shadowed: "Reglar som aldri talar"
    case .contradiction: "Dokument på same nivå som seier ulike ting"
    case .leadsToNobody: "Reglar som ikkje når nokon"
    case .functionWithoutHolder: "Reglar som nemner ein funksjon ingen har"
    case .planWordWithoutHolder: "Planen sitt ord for ein funksjon ingen har"
    case .wordOfTwoFunctions: "Planen sitt ord for ein funksjon er òg ord for ein annan"
    case .seatEnded: "Plassar i planen som er avslutta utan at nokon har følgt"
    case .measureWithoutParty: "Tiltak utan ansvarleg i registeret"
    }
  }

  package func years(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first) år" : "\(first)–\(last) år"
  }
}
