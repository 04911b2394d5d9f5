package import Registry
package import Search

/// English, for those who read neither form of Norwegian.
package struct EnglishWords: Words {
  package init() {}

  package var language: Language { .english }

  package func tier(_ tier: Tier) -> String {
    switch tier {
    case .serious: "When it is serious"
    case .ordinary: "Next steps"
    case .fallback: "If nobody answers"
    }
  }

  package func relation(_ relation: Relation) -> String {
    switch relation {
    case .first: "first"
    case .equal: "or"
    case .then: "then"
    case .deputy: "deputy"
    case .covers: "covers now"
    case .added: "in addition"
    }
  }

  package func status(_ status: RungStatus) -> String {
    switch status {
    case .confirmed: "confirmed"
    case .unconfirmed: "not confirmed"
    case .vacant: "vacant: nobody holds it"
    case .unknownNumber: "number not given in the source"
    case .ownWorkplace: "at your own workplace"
    case .described: "described in the plan"
    }
  }

  package func state(_ state: DoorState) -> String {
    switch state {
    case .open: "open"
    case .closed: "closed"
    case .unknown: "hours not known"
    case .uncertain: "uncertain: the source does not say what holds on holidays"
    }
  }

  package func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .notValid: "not valid on this date"
    case .absent: "absent"
    case .wrongAge: "for another age"
    case .wrongAsker: "for other askers"
    case .wrongSeverity: "for another severity"
    case .wrongConcern: "for another concern"
    case .wrongPlace: "for another place"
    case .organisationEnded: "the organisation has ended"
    case .ownLeader: "a manager is not sent to the own leader"
    case .yourself: "you hold the function yourself"
    }
  }

  package func warning(_ warning: AnswerWarning) -> String {
    switch warning {
    case .severityAssumed: "Severity was not given: a mild worry is assumed."
    case .severityRaised: "The concern counts as more serious than given."
    case .askerAssumed: "Who asks was not given: a citizen is assumed."
    case .ageUnknown: "Age was not given: contacts with age limits stand side by side."
    case .concernUnknown: "The concern was not given: the main ways are shown."
    case .planPeriodEnded: "The period that the plan states for itself has run out."
    case .confirmationOld: "Some details may be out of date."
    case .sourcesDisagree: "The sources disagree; both are shown."
    case .conflict: "Two contacts for one function: somebody must settle which holds."
    case .areaSplit: "The place was divided: give a postcode."
    case .areaEnded: "The place no longer exists on its own."
    case .nothingLocal: "No local contact is registered here."
    case .noTelephone: "We know of no telephone for this at this time of day."
    case .evidenceLater: "Something was written or confirmed after the day you ask about."
    case .hoursUncertain: "Hours on holidays are uncertain."
    case .hoursNotJudged: "No time of day was given: hours are not judged."
    }
  }

  package func hours(_ kind: HoursKind) -> String {
    switch kind {
    case .stated: "stated hours"
    case .always: "round the clock"
    case .rota: "by rota"
    case .unknown: "hours not given"
    case .office: "office hours, not stated which"
    case .outsideOffice: "outside office hours, not stated which"
    }
  }

  package func holidays(_ rule: HolidayRule) -> String {
    switch rule {
    case .included: "holidays too"
    case .excluded: "not on holidays"
    case .unstated: ""
    }
  }

  package func channel(_ kind: ChannelKind) -> String {
    switch kind {
    case .phone: "phone"
    case .sms: "text message"
    case .email: "e-mail"
    case .web: "web site"
    case .form: "form"
    case .chat: "chat"
    case .visit: "visit"
    case .post: "post"
    }
  }

  package func asker(_ asker: Asker) -> String {
    switch asker {
    case .anyone: "anyone"
    case .employee: "employee"
    case .manager: "manager"
    case .authority: "other authority"
    case .citizen: "citizen"
    case .relative: "relative"
    case .youngPerson: "young person"
    case .affected: "it is about me"
    case .witness: "witness"
    case .volunteer: "volunteer"
    case .faithCommunity: "faith community"
    case .business: "business"
    }
  }

  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .question: "question or need for advice"
    case .mild: "mild worry"
    case .clarified: "several of us are worried"
    case .grave: "grave concern"
    case .acute: "acute danger"
    }
  }

  package func wish(_ wish: Wish) -> String {
    switch wish {
    case .anonymous: "stay anonymous"
    case .inWriting: "in writing"
    case .notPolice: "not the police"
    }
  }

  package func notice(_ kind: NoticeKind) -> String {
    switch kind {
    case .anonymity: "Anonymity"
    case .confidentiality: "Confidentiality"
    case .duty: "Duty"
    case .consent: "Consent"
    case .parents: "Parents"
    case .cost: "Cost"
    case .voluntary: "Voluntary"
    case .definition: "What the word means"
    case .advice: "Advice"
    case .whatHappensNext: "What happens next"
    case .responsibility: "Responsibility"
    }
  }

  package func reading(_ kind: ReadingKind) -> String {
    switch kind {
    case .sign: "Signs"
    case .risk: "Risk factors"
    case .protective: "Protective factors"
    case .push: "Push"
    case .pull: "Pull"
    case .process: "Marks of the process"
    }
  }

  package func level(_ level: PlanLevel) -> String {
    switch level {
    case .municipality: "municipal plan"
    case .policeDistrict: "police district plan"
    case .county: "county plan"
    case .service: "plan of a service"
    case .nation: "national plan"
    }
  }

  package func nameKind(_ kind: NameKind) -> String {
    switch kind {
    case .official: "official name"
    case .short: "short name"
    case .former: "former name"
    case .alias: "also called"
    case .synonym: "synonym"
    case .misprint: "misprint in the source"
    }
  }

  package func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  package func subject(_ kind: Subject.Kind) -> String {
    switch kind {
    case .area: "Places"
    case .organisation: "Organisations"
    case .function: "Functions"
    case .person: "Persons"
    case .designation: "Designations"
    case .channel: "Contact points"
    case .concern: "Concerns"
    case .plan: "Plans"
    case .rule: "Rules"
    case .step: "Steps"
    case .notice: "Notices"
    case .measure: "Measures"
    case .offering: "Offerings"
    case .source: "Sources"
    case .areaKind: "Kinds of area"
    case .organisationKind: "Kinds of organisation"
    case .readingMatter: "Background"
    }
  }

  package func field(_ field: QuestionField) -> String {
    switch field {
    case .asker: "who asks (--asker)"
    case .workplace: "the workplace (--workplace)"
    case .place: "the place (--place)"
    case .concern: "the concern (--concern)"
    case .function: "the function (--function)"
    case .age: "the age (--age)"
    case .severity: "the severity (--severity)"
    case .wish: "the wish (--wish)"
    }
  }

  package func understanding(_ understanding: Understanding) -> String {
    let u = understanding
    let others = u.others.map(\.write).joined(separator: ", ")
    return switch u.reason {
    case .typo: "“\(u.written)” was read as “\(u.label)”"
    case .inflection: "“\(u.written)” was read as “\(u.label)”"
    case .postcode: "Postcode \(u.written) lies in \(u.label)"
    case .successor: "“\(u.written)” no longer exists and is now part of \(u.label)"
    case .formerName: "“\(u.written)” is a former name of \(u.label)"
    case .formerNumber: "\(u.written) is a former number of \(u.label)"
    case .planWord: "“\(u.written)” means “\(u.label)” in the plan in force here"
    case .kindOfUnit: "“\(u.written)” is not in the registry; the answer is for any “\(u.label)”"
    case .namesakes:
      "“\(u.written)” may be another place too; the answer is for \(u.label)"
        + (others.isEmpty ? "" : ". Others: \(others)")
    case .postTown: "The post town \(u.written) lies in \(u.label)"
    case .laterNumber: "\(u.written) only later becomes the number of \(u.label)"
    case .part: "“\(u.written)” is not in the registry; the answer is for all of \(u.label)"
    }
  }

  package func fault(_ fault: NameFault) -> String {
    switch fault.reason {
    case .unknown: "Did not find \(field(fault.field)): “\(fault.written)”."
    case .ambiguous: "Several may be meant by \(field(fault.field)): “\(fault.written)”."
    case .malformed: "Cannot read \(field(fault.field)): “\(fault.written)”."
    case .split: "“\(fault.written)” was divided. Give a postcode or the present name."
    }
  }

  package var inside: String { "in" }

  package var holidayDay: String { "holidays" }

  package func seats(_ count: Int) -> String { "\(count), names not given" }

  package func holdsUntil(_ time: String) -> String { "The answer holds until \(time)." }

  package func opens(_ time: String) -> String { "opens \(time)" }

  package func confirmed(_ day: String) -> String { "confirmed \(day)" }

  package func confirmed(_ day: String, yearsAgo years: Int) -> String {
    "last confirmed \(day), \(years) \(years == 1 ? "year" : "years") ago"
  }

  package func years(_ range: String) -> String {
    range == "1" ? "1 year" : "\(range) years"
  }
}
