package import Analysis
import Routing

extension EnglishWords {
  package func analysis(_ phrase: AnalysisPhrase) -> String {
    switch phrase {
    case .coverage: "Coverage"
    case .questions: "questions"
    case .places: "places"
    case .whoAsks: "who asks"
    case .workplaces: "workplaces"
    case .concerns: "concerns"
    case .throughTheWeek: "Through the week, where opening hours decide"
    case .gaps: "Gaps, with a question that shows each kind"
    case .concernsWithGaps: "Concerns with gaps"
    case .restsOnOne: "All rests on one contact"
    case .restsOnOverdue: "The confirmation is older than a year"
    case .everyQuestion: "Every question reaches somebody local or regional."
    case .total: "In all"
    case .noWorkplace: "no workplace"
    case .noConcern: "no concern"
    case .unknownAge: "age unknown"
    case .nothingFound: "None."
    case .heatMap: "Concern and age"
    case .heatMapReading:
      "Each cell answers one question. The letter says what kind of contact is reached first."
    case .functionsHeld: "Which municipalities have which functions"
    case .functionsReading: "Each cell is one function in one municipality."
    case .held: "has somebody"
    case .vacantSeat: "vacant"
    case .notThere: "nobody in the registry"
    case .difference: "Difference"
    case .unchanged: "unchanged"
    case .changed: "changed"
    case .answersFirst: "Who answers first"
    case .added: "Come into the ladder"
    case .removed: "Gone from the ladder"
    case .rearranged: "The same contacts in another order"
    case .otherChannel: "Other ways to reach them"
    case .nobody: "nobody"
    case .everybody: "everybody"
    case .noChange: "No question has another ladder."
    case .lint: "Rules and plans to look at"
    case .noFinding: "Nothing found."
    case .withAllBelow: "with all below it"
    case .planSays: "the plan"
    case .otherSays: "the other"
    case .registrySays: "the registry"
    case .noRow: "no row"
    }
  }

  package func reach(_ reach: Reach) -> String {
    switch reach {
    case .local: "local contact"
    case .regional: "regional contact"
    case .fallbackOnly: "fallback only"
    case .numberUnknown: "number unknown"
    case .unreachable: "nobody reached"
    }
  }

  package func meaning(_ reach: Reach) -> String {
    switch reach {
    case .local: "The first open door answers for the municipality or a part of it."
    case .regional: "The first open door answers for something wider than the municipality."
    case .fallbackOnly: "Only what always stands there is open."
    case .numberUnknown: "A contact is named, but the source gives no number that works."
    case .unreachable: "Only the emergency number 112 is left."
    }
  }

  package func lint(_ kind: LintKind) -> String {
    switch kind {
    case .shadowed: "Rules that never speak"
    case .contradiction: "Documents of one level that say different things"
    case .leadsToNobody: "Rules that reach nobody"
    case .functionWithoutHolder: "Rules that name a function that nobody holds"
    case .planWordWithoutHolder: "A plan's word for a function that nobody holds"
    case .wordOfTwoFunctions: "A plan's word for one function is also a word for another"
    case .seatEnded: "Seats of a plan that have ended without a successor"
    case .measureWithoutParty: "Measures without a responsible party in the registry"
    }
  }

  package func years(_ first: Int, _ last: Int) -> String {
    first == last ? "age \(first)" : "ages \(first)–\(last)"
  }
}
