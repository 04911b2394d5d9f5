package import Registry
package import Search

/// Bokmål: the first language of the interface.
package struct BokmalWords: Words {
  package init() {}

  package var language: Language { .bokmål }

  package func tier(_ tier: Tier) -> String {
    switch tier {
    case .serious: "Når det er alvorlig"
    case .ordinary: "Din vei videre"
    case .fallback: "Hvis ingen svarer"
    }
  }

  package func relation(_ relation: Relation) -> String {
    switch relation {
    case .first: "først"
    case .equal: "eller"
    case .then: "deretter"
    case .deputy: "stedfortreder"
    case .covers: "tar imot nå"
    case .added: "i tillegg"
    }
  }

  package func status(_ status: RungStatus) -> String {
    switch status {
    case .confirmed: "bekreftet"
    case .unconfirmed: "ikke bekreftet"
    case .vacant: "ledig: ingen har funksjonen"
    case .unknownNumber: "nummer ikke oppgitt i kilden"
    case .ownWorkplace: "på din egen arbeidsplass"
    case .described: "beskrevet i planen"
    }
  }

  package func state(_ state: DoorState) -> String {
    switch state {
    case .open: "åpent"
    case .closed: "stengt"
    case .unknown: "åpningstid ikke kjent"
    case .uncertain: "usikkert: kilden sier ikke hva som gjelder på helligdager"
    }
  }

  package func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .notValid: "gjelder ikke på denne datoen"
    case .absent: "fraværende"
    case .wrongAge: "gjelder en annen alder"
    case .wrongAsker: "er for andre enn deg"
    case .wrongSeverity: "gjelder en annen alvorsgrad"
    case .wrongConcern: "gjelder en annen bekymring"
    case .wrongPlace: "gjelder et annet sted"
    case .organisationEnded: "organisasjonen er nedlagt"
    case .ownLeader: "en leder sendes ikke til seg selv"
    case .yourself: "du har funksjonen selv"
    }
  }

  package func warning(_ warning: AnswerWarning) -> String {
    switch warning {
    case .severityAssumed: "Alvor er ikke oppgitt: svaret regner med en mild bekymring."
    case .severityRaised: "Bekymringen regnes som mer alvorlig enn oppgitt."
    case .askerAssumed: "Hvem som spør er ikke oppgitt: svaret regner med en innbygger."
    case .ageUnknown: "Alder er ikke oppgitt: kontakter med aldersgrense står side om side."
    case .concernUnknown: "Bekymringen er ikke oppgitt: svaret viser de viktigste veiene."
    case .planPeriodEnded: "Perioden som planen oppgir for seg selv, er over."
    case .confirmationOld: "Noe er ikke bekreftet på lenge."
    case .sourcesDisagree: "Kildene er uenige; begge vises."
    case .conflict: "To kontakter for samme funksjon: noen må avklare hvem som gjelder."
    case .areaSplit: "Stedet er delt: oppgi postnummer."
    case .areaEnded: "Stedet finnes ikke lenger som egen enhet."
    case .nothingLocal: "Ingen lokale kontakter er registrert her."
    case .noTelephone: "Vi kjenner ingen telefon for dette på denne tiden av døgnet."
    case .evidenceLater: "Noe er skrevet eller bekreftet etter dagen du spør om."
    case .hoursUncertain: "Åpningstider på helligdager er usikre."
    case .hoursNotJudged: "Klokkeslett er ikke oppgitt: åpningstider er ikke vurdert."
    }
  }

  package func hours(_ kind: HoursKind) -> String {
    switch kind {
    case .stated: "oppgitte tider"
    case .always: "hele døgnet"
    case .rota: "etter vaktplan"
    case .unknown: "åpningstid ikke oppgitt"
    case .office: "i kontortiden, tidene er ikke oppgitt"
    case .outsideOffice: "utenom kontortiden, tidene er ikke oppgitt"
    }
  }

  package func holidays(_ rule: HolidayRule) -> String {
    switch rule {
    case .included: "også helligdager"
    case .excluded: "ikke helligdager"
    case .unstated: ""
    }
  }

  package func channel(_ kind: ChannelKind) -> String {
    switch kind {
    case .phone: "telefon"
    case .sms: "SMS"
    case .email: "e-post"
    case .web: "nettside"
    case .form: "skjema"
    case .chat: "chat"
    case .visit: "besøk"
    case .post: "post"
    }
  }

  package func asker(_ asker: Asker) -> String {
    switch asker {
    case .anyone: "hvem som helst"
    case .employee: "ansatt"
    case .manager: "leder"
    case .authority: "annen myndighet"
    case .citizen: "innbygger"
    case .relative: "pårørende"
    case .youngPerson: "ung person"
    case .affected: "det gjelder meg selv"
    case .witness: "vitne"
    case .volunteer: "frivillig"
    case .faithCommunity: "tros- eller livssynssamfunn"
    case .business: "næringsliv"
    }
  }

  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .question: "spørsmål eller behov for råd"
    case .mild: "mild bekymring"
    case .clarified: "vi er flere som er bekymret"
    case .grave: "alvorlig bekymring"
    case .acute: "akutt fare"
    }
  }

  package func wish(_ wish: Wish) -> String {
    switch wish {
    case .anonymous: "være anonym"
    case .inWriting: "skriftlig"
    case .notPolice: "ikke politiet"
    }
  }

  package func notice(_ kind: NoticeKind) -> String {
    switch kind {
    case .anonymity: "Anonymitet"
    case .confidentiality: "Taushetsplikt"
    case .duty: "Plikt"
    case .consent: "Samtykke"
    case .parents: "Foresatte"
    case .cost: "Pris"
    case .voluntary: "Frivillig"
    case .definition: "Hva ordet betyr"
    case .advice: "Råd"
    case .whatHappensNext: "Hva som skjer videre"
    case .responsibility: "Ansvar"
    }
  }

  package func reading(_ kind: ReadingKind) -> String {
    switch kind {
    case .sign: "Tegn"
    case .risk: "Risikofaktorer"
    case .protective: "Beskyttende faktorer"
    case .push: "Press bort"
    case .pull: "Motivasjon"
    case .process: "Kjennetegn ved prosessen"
    }
  }

  package func level(_ level: PlanLevel) -> String {
    switch level {
    case .municipality: "kommunal plan"
    case .policeDistrict: "politidistriktets plan"
    case .county: "fylkeskommunal plan"
    case .service: "tjenestens plan"
    case .nation: "nasjonal plan"
    }
  }

  package func nameKind(_ kind: NameKind) -> String {
    switch kind {
    case .official: "offisielt navn"
    case .short: "kortnavn"
    case .former: "tidligere navn"
    case .alias: "kalles også"
    case .synonym: "synonym"
    case .misprint: "skrivefeil i kilden"
    }
  }

  package func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "man"
    case .tuesday: "tir"
    case .wednesday: "ons"
    case .thursday: "tor"
    case .friday: "fre"
    case .saturday: "lør"
    case .sunday: "søn"
    }
  }

  package func subject(_ kind: Subject.Kind) -> String {
    switch kind {
    case .area: "Steder"
    case .organisation: "Organisasjoner"
    case .function: "Funksjoner"
    case .person: "Personer"
    case .designation: "Utpekinger"
    case .channel: "Kontaktpunkter"
    case .concern: "Bekymringer og behov"
    case .plan: "Planer"
    case .rule: "Regler"
    case .step: "Trinn"
    case .notice: "Opplysninger"
    case .measure: "Tiltak"
    case .offering: "Tilbud"
    case .source: "Kilder"
    case .areaKind: "Typer område"
    case .organisationKind: "Typer organisasjon"
    case .readingMatter: "Lesestoff"
    }
  }

  package func field(_ field: QuestionField) -> String {
    switch field {
    case .asker: "hvem som spør (--asker)"
    case .workplace: "arbeidsplassen (--workplace)"
    case .place: "stedet (--place)"
    case .concern: "bekymringen (--concern)"
    case .function: "funksjonen (--function)"
    case .age: "alderen (--age)"
    case .severity: "alvoret (--severity)"
    case .wish: "ønsket (--wish)"
    }
  }

  package func understanding(_ understanding: Understanding) -> String {
    let u = understanding
    let others = u.others.map(\.write).joined(separator: ", ")
    return switch u.reason {
    case .typo: "«\(u.written)» er forstått som «\(u.label)»"
    case .inflection: "«\(u.written)» er forstått som «\(u.label)»"
    case .postcode: "Postnummer \(u.written) ligger i \(u.label)"
    case .successor: "«\(u.written)» finnes ikke lenger og er nå en del av \(u.label)"
    case .formerName: "«\(u.written)» er et tidligere navn på \(u.label)"
    case .formerNumber: "\(u.written) er et tidligere nummer for \(u.label)"
    case .planWord: "«\(u.written)» betyr «\(u.label)» i planen som gjelder her"
    case .kindOfUnit: "«\(u.written)» er ikke i registeret; svaret gjelder enhver «\(u.label)»"
    case .namesakes:
      "«\(u.written)» kan også være et annet sted; svaret gjelder \(u.label)"
        + (others.isEmpty ? "" : ". Andre: \(others)")
    case .postTown: "Poststedet \(u.written) ligger i \(u.label)"
    case .laterNumber: "\(u.written) er først senere nummeret for \(u.label)"
    case .part: "«\(u.written)» er ikke i registeret; svaret gjelder hele \(u.label)"
    }
  }

  package func fault(_ fault: NameFault) -> String {
    switch fault.reason {
    case .unknown: "Fant ikke \(field(fault.field)): «\(fault.written)»."
    case .ambiguous: "Flere kan være ment med \(field(fault.field)): «\(fault.written)»."
    case .malformed: "Kan ikke lese \(field(fault.field)): «\(fault.written)»."
    case .split: "«\(fault.written)» er delt i flere. Oppgi postnummer eller dagens navn."
    }
  }

  package var inside: String { "i" }

  package var holidayDay: String { "helligdager" }

  package func seats(_ count: Int) -> String { "\(count), navn ikke oppgitt" }

  package func holdsUntil(_ time: String) -> String { "Svaret gjelder til \(time)." }

  package func opens(_ time: String) -> String { "åpner \(time)" }

  package func confirmed(_ day: String) -> String { "bekreftet \(day)" }

  package func confirmed(_ day: String, yearsAgo years: Int) -> String {
    "sist bekreftet \(day), for \(years) år siden"
  }

  package func years(_ range: String) -> String { "\(range) år" }
}
