/// The words of the invented country: the keys are those of the house, so that pages and rules that
/// know them work as they do with the real seeds.
enum SyntheticVocabulary {
  static func text(seed: UInt64) -> String {
    var text = Marking.comment
    text += """
      seed: synthetic-vocabulary
      source:
        key: \(Marking.source)
        title: Oppdiktet land nummer \(seed) (ingen har sagt dette)
        publisher: "Oppdiktet: varde synthesise"
        licence: oppdiktet
        date: 2026-01-01

      area-kinds:
        - {key: place, rank: 15, name: sted}
        - {key: municipality, rank: 40, name: kommune}
        - {key: county, rank: 60, name: fylke}
        - {key: police-district, rank: 70, name: politidistrikt}
        - {key: country, rank: 90, name: land}

      """
    text += "\norganisation-kinds:\n"
    for (key, parent, name) in organisationKinds {
      let parent = parent.isEmpty ? "" : ", parent: \(parent)"
      text += "  - {key: \(key)\(parent), name: \(name)}\n"
    }
    text += "\nfunctions:\n"
    for (key, name) in functions { text += "  - {key: \(key), name: \(name)}\n" }
    text += "\nconcerns:\n"
    for (key, parent, name) in concerns {
      let parent = parent.isEmpty ? "" : ", parent: \(parent)"
      text += "  - {key: \(key)\(parent), name: \(name)}\n"
    }
    return text
  }

  private static let organisationKinds: [(String, String, String)] = [
    ("public-body", "", "offentlig organ"), ("municipality", "public-body", "kommune som organ"),
    ("municipal-service", "", "kommunal tjeneste"),
    ("child-welfare", "municipal-service", "barneverntjeneste"),
    ("child-welfare-watch", "municipal-service", "barnevernvakt"),
    ("family-service", "municipal-service", "familietjeneste"),
    ("child-health", "municipal-service", "helsestasjon"),
    ("outreach", "municipal-service", "oppsøkende tjeneste"),
    ("kindergarten", "municipal-service", "barnehage"),
    ("primary-school", "municipal-service", "barneskole"),
    ("lower-secondary-school", "municipal-service", "ungdomsskole"),
    ("culture", "municipal-service", "kultur"), ("youth-club", "culture", "fritidsklubb"),
    ("culture-house", "culture", "kulturhus"), ("voluntary", "", "frivillig organisasjon"),
    ("sports-club", "voluntary", "idrettslag"),
    ("faith-community", "voluntary", "trossamfunn"), ("police", "public-body", "politi"),
    ("police-station", "police", "politistasjon"),
    ("police-district-body", "police", "politidistrikt som organ"),
    ("helpline", "", "hjelpetelefon"),
  ]

  private static let functions: [(String, String)] = [
    ("slt-coordinator", "SLT-koordinator"),
    ("radicalisation-coordinator", "radikaliseringskoordinator"),
    ("resource-person", "ressursperson"), ("central-resource-person", "sentral ressursperson"),
    ("police-contact", "politikontakt"),
    ("police-radicalisation-contact", "radikaliseringskontakt i politiet"),
    ("safety-coordinator", "trygghetskoordinator"), ("safety-guide", "trygghetsveileder"),
    ("mentor", "mentor"), ("municipal-contact", "kommunal kontaktperson"),
    ("school-contact", "skolekontakt"), ("mayor", "ordfører"),
  ]

  /// The branches first; a parent comes before its children.
  static let concerns: [(String, String, String)] = [
    ("worry", "", "bekymring"), ("need", "", "behov"),
    ("extremism", "worry", "radikalisering og voldelig ekstremisme"),
    ("right-wing-extremism", "extremism", "høyreekstremisme"),
    ("left-wing-extremism", "extremism", "venstreekstremisme"),
    ("religious-extremism", "extremism", "religiøs ekstremisme"),
    ("online-extremism", "extremism", "ekstremisme på nett"),
    ("hate-crime", "worry", "hatkriminalitet"), ("hate-speech", "hate-crime", "hatytringer"),
    ("child-at-risk", "worry", "barn i fare"),
    ("violence-at-home", "child-at-risk", "vold i hjemmet"),
    ("social-control", "worry", "negativ sosial kontroll"),
    ("forced-marriage", "social-control", "tvangsekteskap"), ("exclusion", "worry", "utenforskap"),
    ("bullying", "exclusion", "mobbing"), ("school-dropout", "exclusion", "skolefrafall"),
    ("drugs", "worry", "rus"), ("crime", "worry", "kriminalitet"),
    ("mental-health", "worry", "psykisk helse"), ("meeting-place", "need", "møteplass"),
    ("work", "need", "arbeid"), ("interpreter", "need", "tolk"),
    ("someone-to-talk-to", "need", "noen å snakke med"), ("tip", "need", "tips"),
    ("conflict", "need", "konflikt"), ("parent-guidance", "need", "foreldreveiledning"),
    ("family-support", "need", "familiestøtte"), ("mentoring", "need", "mentorordning"),
  ]
}
