import Registry
import Search
import Presentation
import Web

// An answer holds dozens of names, so they are written straight onto its page; the same as a piece
// of its own is for pages that are made once a day.

// MARK: texts

extension Visit {
  /// Text of a source, which is written in bokmål unless it says otherwise.
  func tell(_ text: String, on page: inout HTML) {
    if isBokmål {
      page.add(text)
    } else {
      page += "<span lang=\"nb\">"
      page.add(text)
      page += "</span>"
    }
  }

  /// Several texts of sources as one.
  func tell(_ texts: [String], between separator: HTML, on page: inout HTML) {
    if !isBokmål { page += "<span lang=\"nb\">" }
    for (number, text) in texts.enumerated() {
      if number > 0 { page += separator }
      page.add(text)
    }
    if !isBokmål { page += "</span>" }
  }

  func told(_ text: String) -> HTML {
    HTML { tell(text, on: &$0) }
  }

  /// Text in a language of its own, marked where it differs from the page's.
  func spoken(_ text: String, in tongue: Language) -> HTML {
    tongue == language ? HTML(text: text) : "<span lang=\"\(tongue.code)\">\(text)</span>"
  }
}

// MARK: names

extension Visit {
  /// A name, kept apart from the direction of the text around it.
  func name(_ text: String, in tongue: Language? = nil, on page: inout HTML) {
    if let tongue, tongue != language {
      page += "<bdi lang=\""
      page.add(tongue.code)
      page += "\">"
    } else {
      page += "<bdi>"
    }
    page.add(text)
    page += "</bdi>"
  }

  func name(_ subject: Subject, on page: inout HTML) {
    if let known = edition.search.book.name(of: subject, language: language, on: day) {
      return name(known.text, in: known.language, on: &page)
    }
    name(text(subject), in: subject.kind == .person ? nil : .bokmål, on: &page)
  }

  /// The label of an answer; a plan's own word for it is the plan's and so in bokmål.
  func name(of label: Label, kind: Subject.Kind, on page: inout HTML) {
    guard let subject = edition.search.subject(kind, key: label.key),
      let known = edition.search.book.name(of: subject, language: language, on: day),
      known.text == label.text
    else { return name(label.text, in: .bokmål, on: &page) }
    name(known.text, in: known.language, on: &page)
  }

  func name(_ text: String, in tongue: Language? = nil) -> HTML {
    HTML { name(text, in: tongue, on: &$0) }
  }

  func name(_ subject: Subject) -> HTML {
    HTML { name(subject, on: &$0) }
  }

  /// The name as bare text, for titles and sorting; its key when it has no name.
  func text(_ subject: Subject) -> String {
    edition.search.name(of: subject, language: language, on: day)
  }
}

// MARK: links

extension Visit {
  /// The name as a link to its page, where it has one.
  func link(_ subject: Subject, on page: inout HTML) {
    guard let path = path(of: subject) else { return name(subject, on: &page) }
    page += "<a href=\""
    write(path, on: &page)
    page += "\">"
    name(subject, on: &page)
    page += "</a>"
  }

  /// The same for an organisation of an answer, which brings its key.
  func link(_ organisation: PartyLabel, on page: inout HTML) {
    guard !isGone(organisation.id) else {
      return name(.organisation(organisation.id), on: &page)
    }
    page += "<a href=\""
    write(Address.organisations, organisation.key, on: &page)
    page += "\">"
    name(.organisation(organisation.id), on: &page)
    page += "</a>"
  }

  /// A plan of an answer, as its source calls it.
  func link(plan: Label, on page: inout HTML) {
    page += "<a href=\""
    write(Address.plans, plan.key, on: &page)
    page += "\">"
    tell(plan.text, on: &page)
    page += "</a>"
  }

  func link(_ subject: Subject) -> HTML {
    HTML { link(subject, on: &$0) }
  }

  /// The address of a page other than the first, as `address` gives it.
  func write(_ path: String, _ key: String = "", on page: inout HTML) {
    if !isBokmål {
      page += "/"
      page.add(language.code)
    }
    page.add(path)
    page.add(key)
  }

  /// A link that saves an organisation in an address book.
  func card(of organisation: ID<Organisation>, key: String, on page: inout HTML) {
    page += "<a href=\"\(Address.API.organisations)/"
    card(key, on: &page) { name(.organisation(organisation), on: &$0) }
  }

  /// A link that saves a seat in an address book.
  func card(of seat: Designation, on page: inout HTML) {
    page += "<a href=\"\(Address.API.designations)/"
    card(seat.key, on: &page) { page in
      name(.function(seat.function), on: &page)
      page += ", "
      name(.organisation(seat.organisation), on: &page)
    }
  }

  private func card(_ key: String, on page: inout HTML, whose: (inout HTML) -> Void) {
    page.add(key)
    page += ".vcf"
    if !isBokmål {
      page += "?lang="
      page.add(language.code)
    }
    page += "\" type=\"text/vcard\">"
    page.add(words.asVCard)
    page += "<span class=\"unseen\"> – "
    whose(&page)
    page += "</span></a>"
  }

  /// A link that saves a contact in an address book; nil for what is no contact.
  func card(of subject: Subject) -> HTML? {
    switch subject.kind {
    case .organisation:
      edition.search.key(of: subject).map { key in
        HTML { card(of: ID<Organisation>(bits: subject.bits), key: key, on: &$0) }
      }
    case .designation:
      directory.designations[ID(bits: subject.bits)].map { seat in
        HTML { card(of: seat, on: &$0) }
      }
    default: nil
    }
  }

  /// The path of something's own page, without its language; nil for what has none, or has ended.
  func path(of subject: Subject) -> String? {
    switch subject.kind {
    case .area where isGone(ID<Area>(bits: subject.bits)): nil
    case .organisation where isGone(ID<Organisation>(bits: subject.bits)): nil
    case .area: Address.places + PlaceSlug(ID(bits: subject.bits), in: self).text
    default: edition.search.key(of: subject).flatMap { Visit.path(subject.kind, key: $0) }
    }
  }

  /// The path of the page of what has that key; nil for kinds without pages, and for areas, whose
  /// pages are named by their number.
  static func path(_ kind: Subject.Kind, key: String) -> String? {
    switch kind {
    case .organisation: Address.organisations + key
    case .function: Address.functions + key
    case .designation: Address.contacts + key
    case .plan: Address.plans + key
    default: nil
    }
  }
}
