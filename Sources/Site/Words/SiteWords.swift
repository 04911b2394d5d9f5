import Registry

/// The words of the public pages in one language, beyond what `Words` shares with the command line.
///
/// Complete by the compiler: a language without one of them does not build. `{}` stands where a
/// value is put in.
struct SiteCatalogue: Sendable {
  let siteName: String
  let slogan: String
  let skipToContent: String
  let emergencyTitle: String
  let policeEmergency: String
  let police: String
  let urgentCare: String
  let childLine: String
  let menu: String
  let navStart: String
  let navSearch: String
  let navAbout: String
  let navPrivacy: String
  let navAccessibility: String
  let navAPI: String
  let languages: String
  let exit: String
  let exitHint: String
  let lead: String
  let whoTitle: String
  let whoHint: String
  let whoUnset: String
  let whereTitle: String
  let whereHint: String
  let workTitle: String
  let workHint: String
  let concernTitle: String
  let concernHint: String
  let concernUnset: String
  let functionTitle: String
  let functionHint: String
  let ageTitle: String
  let ageHint: String
  let severityTitle: String
  let severityHint: String
  let severityUnset: String
  let wishesTitle: String
  let moreTitle: String
  let submit: String
  let answerTitle: String
  let faultTitle: String
  let askAgain: String
  let acuteTitle: String
  let acuteText: String
  let whyThis: String
  let noPublicNumber: String
  let sourceSays: String
  let considered: String
  let moreNotices: String
  let printPage: String
  let printedOn: String
  let stale: String
  let phoneList: String
  let subAreas: String
  let planInForce: String
  let contactsTitle: String
  let asJSON: String
  let asVCard: String
  let noContactsHere: String
  let searchTitle: String
  let searchHint: String
  let searchNothing: String
  let formerly: String
  let serves: String
  let partOf: String
  let history: String
  let errorNotFound: String
  let errorNotFoundText: String
  let errorMethod: String
  let errorMethodText: String
  let errorGone: String
  let errorTooLarge: String
  let errorTooLargeText: String
  let errorTooMany: String
  let errorTooManyText: String
  let oneSecond: String
  let manySeconds: String
  let errorRefused: String
  let errorRefusedText: String
  let errorServer: String
  let errorServerText: String
  let errorAway: String
  let errorAwayText: String
  let errorBusy: String
  let errorBusyText: String
  let pagesLabel: String
  let pageOf: String
  let pageBefore: String
  let pageAfter: String
  let widePlace: String
  let andMore: String
  let askHere: String
  let servicesTitle: String
  let widerTitle: String
  let kindLabel: String
  let orgnrLabel: String
  let locationLabel: String
  let numberLabel: String
  let coversLabel: String
  let holderLabel: String
  let recordLink: String
  let nobodyHolds: String
  let noChannel: String
  let forAudience: String
  let away: String
  let fromDay: String
  let untilDay: String
  let mergedText: String
  let splitText: String
  let closedText: String
  let closedSince: String
  let lastPartOf: String
  let wasCalled: String
  let isCalled: String
  let belonged: String
  let belongs: String
  let goOnTitle: String
  let operatorTitle: String
  let operatorNamed: String
  let operatorContact: String
  let operatorUnnamed: String
  let operatorUnreachable: String
  let tryAgain: String
  let formedFrom: String
  let listTitle: String
  let listDate: String
  let listFunction: String
  let listNumber: String
  let listHours: String
  let listNational: String
  let listEmpty: String
  let backTo: String
  let membersTitle: String
  let offeringsTitle: String
  let measuresTitle: String
  let placeInTree: String
  let holdersTitle: String
  let noHolders: String
  let alsoCalled: String
  let ownerLabel: String
  let appliesIn: String
  let versionLabel: String
  let dateLabel: String
  let periodLabel: String
  let followsLabel: String
  let followedBy: String
  let periodOver: String
  let stepsTitle: String
  let dutiesTitle: String
  let readingTitle: String
  let readingHint: String
  let rulesTitle: String
  let rulesHint: String
  let rulesLadder: String
  let atLeast: String
  let upTo: String
  let extendedTo: String
  let responsibleLabel: String
  let mainResponsible: String
  let alsoResponsible: String
  let statusLabel: String
  let fateLabel: String
  let sourceTitle: String
  let openDocument: String
  let doubtTitle: String
  let linksTitle: String
  let contactTitle: String
  let confirmedLabel: String
  let neverConfirmed: String
  let searchButton: String
  let searchLabel: String
  let searchFound: String
  let searchAskConcern: String
  let searchTry: String
  let searchAs: String
  let alsoIn: String
  let positionAsk: String
  let positionWait: String
  let positionQuestion: String
  let positionFailed: String
  let placeNeeded: String
  let didYouMean: String
  let notUnderstood: String
  let severalMeanings: String
  let notReadable: String
  let splitPlace: String
  let splitHelp: String
  let chooseHelp: String
  let placeHelp: String
  let workHelp: String
  let functionHelp: String
  let listHelp: String
  let ageHelp: String
  let faultLead: String
  /// Over the doors that stand beside a question to the asker.
  let meanwhileTitle: String
  let firstDoor: String
  let unlocked: String
  let namedOnly: String
  let notConfirmedSince: String
  let toStart: String
  let ambulance: String
  let doRing: String
  let doText: String
  let doChat: String
  let doMail: String
  let doForm: String
  let answeringNow: String
  let whenSafe: String
  let policeIfYouWant: String
  let talkFirst: String
  let askWho: String
  let sameNumber: String
  let askFor: String
  let factsFrom: String
  let policeLast: String
  let policeStays: String
  let onlyPolice: String
  let anonymityUnknown: String
  let nothingInWriting: String
  let acuteWriting: String
  let allSteps: String
  let copyNumbers: String
  let copied: String
  let sendNumbers: String
  let returnTitle: String
  let returnText: String
  let errorMark: String
  let listedHere: String
}

/// The words of one language behind one reference: reading one of them copies none of the others.
@dynamicMemberLookup
final class SiteWords: Sendable {
  private let catalogue: SiteCatalogue

  private init(_ catalogue: SiteCatalogue) {
    self.catalogue = catalogue
  }

  private static let bokmål = SiteWords(.bokmål)
  private static let nynorsk = SiteWords(.nynorsk)
  private static let english = SiteWords(.english)

  /// The words of a language; bokmål for one that the site does not speak.
  static func of(_ language: Language) -> SiteWords {
    switch language {
    case .nynorsk: nynorsk
    case .english: english
    default: bokmål
    }
  }

  subscript(dynamicMember word: KeyPath<SiteCatalogue, String>) -> String {
    catalogue[keyPath: word]
  }

  func seconds(_ count: Int) -> String {
    count == 1 ? catalogue.oneSecond : catalogue.manySeconds.filled("\(count)")
  }
}

extension String {
  /// The words with a value in place of each `{}`.
  func filled(_ value: String) -> String {
    var filled: [UInt8] = []
    filled.reserveCapacity(utf8.count + value.utf8.count)
    var isOpen = false
    for byte in utf8 {
      if isOpen, byte == UInt8(ascii: "}") {
        filled.removeLast()
        filled += value.utf8
      } else {
        filled.append(byte)
      }
      isOpen = byte == UInt8(ascii: "{")
    }
    return String(decoding: filled, as: UTF8.self)
  }
}
