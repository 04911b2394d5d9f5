package import Registry
package import Search

/// Nynorsk: every sentence of the interface, not a spelling of bokmål.
package struct NynorskWords: Words {
  package init() {}

  package var language: Language { .nynorsk }

  package func tier(_ tier: Tier) -> String {
    switch tier {
    case .serious: "Når det er alvorleg"
    case .ordinary: "Din veg vidare"
    case .fallback: "Om ingen svarar"
    }
  }

  package func relation(_ relation: Relation) -> String {
    switch relation {
    case .first: "først"
    case .equal: "eller"
    case .then: "deretter"
    case .deputy: "vikar"
    case .covers: "tek imot no"
    case .added: "i tillegg"
    }
  }

  package func status(_ status: RungStatus) -> String {
    switch status {
    case .confirmed: "stadfesta"
    case .unconfirmed: "ikkje stadfesta"
    case .vacant: "ledig: ingen har funksjonen"
    case .unknownNumber: "nummer ikkje oppgitt i kjelda"
    case .ownWorkplace: "på din eigen arbeidsplass"
    case .described: "omtalt i planen"
    }
  }

  package func state(_ state: DoorState) -> String {
    switch state {
    case .open: "ope"
    case .closed: "stengt"
    case .unknown: "opningstid ikkje kjend"
    case .uncertain: "usikkert: kjelda seier ikkje kva som gjeld på heilagdagar"
    }
  }

  package func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .notValid: "gjeld ikkje på denne datoen"
    case .absent: "fråverande"
    case .wrongAge: "gjeld ein annan alder"
    case .wrongAsker: "er for andre enn deg"
    case .wrongSeverity: "gjeld ei anna alvorsgrad"
    case .wrongConcern: "gjeld ei anna uro"
    case .wrongPlace: "gjeld ein annan stad"
    case .organisationEnded: "organisasjonen er lagd ned"
    case .ownLeader: "ein leiar blir ikkje send til seg sjølv"
    case .yourself: "du har funksjonen sjølv"
    }
  }

  package func warning(_ warning: AnswerWarning) -> String {
    switch warning {
    case .severityAssumed: "Alvor er ikkje oppgitt: svaret reknar med ei mild uro."
    case .severityRaised: "Uroa blir rekna som meir alvorleg enn oppgitt."
    case .askerAssumed: "Kven som spør er ikkje oppgitt: svaret reknar med ein innbyggjar."
    case .ageUnknown: "Alder er ikkje oppgitt: kontaktar med aldersgrense står side om side."
    case .concernUnknown: "Uroa er ikkje oppgitt: svaret viser dei viktigaste vegane."
    case .planPeriodEnded: "Perioden som planen oppgir for seg sjølv, er over."
    case .confirmationOld: "Noko er ikkje stadfesta på lenge."
    case .sourcesDisagree: "Kjeldene er usamde; begge blir viste."
    case .conflict: "To kontaktar for same funksjon: nokon må avklare kven som gjeld."
    case .areaSplit: "Staden er delt: oppgi postnummer."
    case .areaEnded: "Staden finst ikkje lenger som eiga eining."
    case .nothingLocal: "Ingen lokale kontaktar er registrerte her."
    case .noTelephone: "Vi kjenner ingen telefon for dette på denne tida av døgnet."
    case .evidenceLater: "Noko er skrive eller stadfesta etter dagen du spør om."
    case .hoursUncertain: "Opningstider på heilagdagar er usikre."
    case .hoursNotJudged: "Klokkeslett er ikkje oppgitt: opningstider er ikkje vurderte."
    }
  }

  package func hours(_ kind: HoursKind) -> String {
    switch kind {
    case .stated: "oppgitte tider"
    case .always: "heile døgnet"
    case .rota: "etter vaktplan"
    case .unknown: "opningstid ikkje oppgitt"
    case .office: "i kontortida, tidene er ikkje oppgitte"
    case .outsideOffice: "utanom kontortida, tidene er ikkje oppgitte"
    }
  }

  package func holidays(_ rule: HolidayRule) -> String {
    switch rule {
    case .included: "òg heilagdagar"
    case .excluded: "ikkje heilagdagar"
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
    case .anyone: "kven som helst"
    case .employee: "tilsett"
    case .manager: "leiar"
    case .authority: "anna styresmakt"
    case .citizen: "innbyggjar"
    case .relative: "pårørande"
    case .youngPerson: "ung person"
    case .affected: "det gjeld meg sjølv"
    case .witness: "vitne"
    case .volunteer: "frivillig"
    case .faithCommunity: "trus- eller livssynssamfunn"
    case .business: "næringsliv"
    }
  }

  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .question: "spørsmål eller behov for råd"
    case .mild: "mild uro"
    case .clarified: "vi er fleire som er uroa"
    case .grave: "alvorleg uro"
    case .acute: "akutt fare"
    }
  }

  package func wish(_ wish: Wish) -> String {
    switch wish {
    case .anonymous: "vere anonym"
    case .inWriting: "skriftleg"
    case .notPolice: "ikkje politiet"
    }
  }

  package func notice(_ kind: NoticeKind) -> String {
    switch kind {
    case .anonymity: "Anonymitet"
    case .confidentiality: "Teieplikt"
    case .duty: "Plikt"
    case .consent: "Samtykke"
    case .parents: "Føresette"
    case .cost: "Pris"
    case .voluntary: "Frivillig"
    case .definition: "Kva ordet tyder"
    case .advice: "Råd"
    case .whatHappensNext: "Kva som skjer vidare"
    case .responsibility: "Ansvar"
    }
  }

  package func reading(_ kind: ReadingKind) -> String {
    switch kind {
    case .sign: "Teikn"
    case .risk: "Risikofaktorar"
    case .protective: "Vernande faktorar"
    case .push: "Press bort"
    case .pull: "Motivasjon"
    case .process: "Kjenneteikn ved prosessen"
    }
  }

  package func level(_ level: PlanLevel) -> String {
    switch level {
    case .municipality: "kommunal plan"
    case .policeDistrict: "politidistriktet sin plan"
    case .county: "fylkeskommunal plan"
    case .service: "tenesta sin plan"
    case .nation: "nasjonal plan"
    }
  }

  package func nameKind(_ kind: NameKind) -> String {
    switch kind {
    case .official: "offisielt namn"
    case .short: "kortnamn"
    case .former: "tidlegare namn"
    case .alias: "blir òg kalla"
    case .synonym: "synonym"
    case .misprint: "skrivefeil i kjelda"
    }
  }

  package func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "mån"
    case .tuesday: "tys"
    case .wednesday: "ons"
    case .thursday: "tor"
    case .friday: "fre"
    case .saturday: "laur"
    case .sunday: "sun"
    }
  }

  package func subject(_ kind: Subject.Kind) -> String {
    switch kind {
    case .area: "Stader"
    case .organisation: "Organisasjonar"
    case .function: "Funksjonar"
    case .person: "Personar"
    case .designation: "Utpeikingar"
    case .channel: "Kontaktpunkt"
    case .concern: "Uro og behov"
    case .plan: "Planar"
    case .rule: "Reglar"
    case .step: "Trinn"
    case .notice: "Opplysningar"
    case .measure: "Tiltak"
    case .offering: "Tilbod"
    case .source: "Kjelder"
    case .areaKind: "Typar område"
    case .organisationKind: "Typar organisasjon"
    case .readingMatter: "Lesestoff"
    }
  }

  package func field(_ field: QuestionField) -> String {
    switch field {
    case .asker: "kven som spør (--asker)"
    case .workplace: "arbeidsplassen (--workplace)"
    case .place: "staden (--place)"
    case .concern: "uroa (--concern)"
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
    case .postcode: "Postnummer \(u.written) ligg i \(u.label)"
    case .successor: "«\(u.written)» finst ikkje lenger og er no ein del av \(u.label)"
    case .formerName: "«\(u.written)» er eit tidlegare namn på \(u.label)"
    case .formerNumber: "\(u.written) er eit tidlegare nummer for \(u.label)"
    case .planWord: "«\(u.written)» tyder «\(u.label)» i planen som gjeld her"
    case .kindOfUnit: "«\(u.written)» er ikkje i registeret; svaret gjeld einkvar «\(u.label)»"
    case .namesakes:
      "«\(u.written)» kan òg vere ein annan stad; svaret gjeld \(u.label)"
        + (others.isEmpty ? "" : ". Andre: \(others)")
    case .postTown: "Poststaden \(u.written) ligg i \(u.label)"
    case .laterNumber: "\(u.written) er først seinare nummeret for \(u.label)"
    case .part: "«\(u.written)» er ikkje i registeret; svaret gjeld heile \(u.label)"
    }
  }

  package func fault(_ fault: NameFault) -> String {
    switch fault.reason {
    case .unknown: "Fann ikkje \(field(fault.field)): «\(fault.written)»."
    case .ambiguous: "Fleire kan vere meinte med \(field(fault.field)): «\(fault.written)»."
    case .malformed: "Kan ikkje lese \(field(fault.field)): «\(fault.written)»."
    case .split: "«\(fault.written)» er delt i fleire. Oppgi postnummer eller namnet i dag."
    }
  }

  package var inside: String { "i" }

  package var holidayDay: String { "heilagdagar" }

  package func seats(_ count: Int) -> String { "\(count), namn ikkje oppgitt" }

  package func holdsUntil(_ time: String) -> String { "Svaret gjeld til \(time)." }

  package func opens(_ time: String) -> String { "opnar \(time)" }

  package func confirmed(_ day: String) -> String { "stadfesta \(day)" }

  package func confirmed(_ day: String, yearsAgo years: Int) -> String {
    "sist stadfesta \(day), for \(years) år sidan"
  }

  package func years(_ range: String) -> String { "\(range) år" }
}
