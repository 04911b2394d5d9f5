import Registry

/// Whose channels are read.
struct ChannelOwner {
  let subject: Subject
  /// Unlike that of any other owner.
  let key: String
}

extension SeedReading {
  static let channelKinds: [String] = ChannelKind.allCases.map(\.rawValue)
  static let channelFields: Set<String> = Provenance.fields.union(channelKinds).union([
    "via", "label", "hours", "for", "warning", "visibility", "unusable",
  ])

  /// `channels:` of an entry.
  func readChannels(
    _ entry: SeedEntry, of owner: ChannelOwner, _ outer: Provenance, _ document: SeedDocument,
    visibility: Visibility = .public
  ) {
    for (position, value) in entry.items("channels").enumerated() {
      guard let channel = value.entry(SeedReading.channelFields) else { continue }
      readChannel(
        channel, of: owner, position: position + 1, outer, document, visibility: visibility)
    }
  }

  /// A channel of something that another entry or file defines.
  func readLooseChannel(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = value.entry(SeedReading.channelFields.union(["about"])),
      let about = entry.required("about"), let subject = subject(about, document)
    else { return }
    let kinds: Set<Subject.Kind> = [.organisation, .designation, .offering, .function]
    guard kinds.contains(subject.kind), let key = about.namedValues().first?.value.plainText else {
      about.fault("A channel belongs to an organisation, a designation, an offering or a function.")
      return
    }
    readChannel(
      entry, of: ChannelOwner(subject: subject, key: "\(subject.kind.rawValue)-\(key)"),
      position: 1, document.provenance, document, visibility: visibility(of: subject))
  }

  /// What a fact about something inherits: a seat that is the desk's keeps all its channels there.
  func visibility(of subject: Subject) -> Visibility {
    subject.kind == .designation && hiddenSeats.contains(ID(bits: subject.bits)) ? .desk : .public
  }

  func readChannel(
    _ entry: SeedEntry, of owner: ChannelOwner, position: Int, _ outer: Provenance,
    _ document: SeedDocument, visibility: Visibility
  ) {
    let named = (SeedReading.channelKinds + ["via"]).filter(entry.has)
    guard named.count == 1, let field = named.first, let value = entry[field] else {
      entry.fault(
        named.isEmpty
          ? "Say how to reach it with via, \(SeedReading.channelKinds.joined(separator: ", "))."
          : "One channel is one way; write one each for \(named.joined(separator: ", "))."
      )
      return
    }
    let stated: Visibility? = entry.choice("visibility")
    let provenance = provenance(entry, within: outer)
    let isUsable = !entry.flag("unusable")
    let kind = ChannelKind(rawValue: field) ?? .phone
    var written = ""
    var canonical: String?
    var via = Via()
    if field == "via" {
      guard let target = readVia(value) else { return }
      via = target
    } else {
      guard let text = value.text() else { return }
      written = text
      if isUsable { canonical = self.canonical(text, kind, value) }
    }
    let audience: Asker = entry.choice("for") ?? .anyone
    let hours = entry["hours"].flatMap(readHours) ?? Hours(kind: .unknown)
    let parts = [owner.subject.text, field, written, via.text]
    let id = channelID(
      parts, audience: audience, label: entry.text("label"), valid: provenance.valid)
    let mark = SeedIdentity.mark(IDText.format(id.bits))
    let channel = Channel(
      id: id, key: "\(owner.key)-\(field)-\(mark)", owner: owner.subject, position: position,
      kind: kind, written: written, canonical: canonical, isUsable: isUsable,
      label: entry.text("label"), audience: audience, hours: hours.kind,
      viaOrganisation: via.organisation, viaDesignation: via.designation,
      warning: entry.text("warning"), visibility: visibility == .desk ? .desk : stated ?? .public,
      valid: provenance.valid, confirmedOn: provenance.confirmed,
      citation: citation(provenance, document, at: entry.value.position))
    guard rows.add(channel, of: document.name, at: entry.value.position) else { return }
    addOpenings(hours, of: channel, document, at: (entry["hours"] ?? entry.value).position)
    readDoubts(
      entry, about: Subject(kind: .channel, bits: id.bits), provenance, document)
  }

  /// By owner, kind and what is written; the same number for other askers, with another label or
  /// for other days is another channel.
  private func channelID(
    _ parts: [String], audience: Asker, label: String?, valid: DayRange
  ) -> ID<Channel> {
    let id: ID<Channel> = SeedIdentity.id("channel", parts)
    guard rows.contains(RowReference(table: Channel.table, bits: id.bits)) else { return id }
    return freeID(Channel.table, parts + [audience.rawValue, label ?? ""], valid)
  }

  private struct Via {
    var organisation: ID<Organisation>?
    var designation: ID<Designation>?

    var text: String {
      organisation?.description ?? designation?.description ?? ""
    }
  }

  private func readVia(_ value: SeedValue) -> Via? {
    guard let entry = value.entry(["organisation", "designation"]) else { return nil }
    if let field = entry["organisation"], !entry.has("designation") {
      return index.organisations.resolve(field).map { Via(organisation: $0) }
    }
    if let field = entry["designation"], !entry.has("organisation") {
      return index.designations.resolve(field).map { Via(designation: $0) }
    }
    entry.fault("Write `via: {organisation: …}` or `via: {designation: …}`.")
    return nil
  }

  /// The form that is dialled, mailed or opened; nil after a fault.
  private func canonical(_ text: String, _ kind: ChannelKind, _ value: SeedValue) -> String? {
    switch kind {
    case .phone, .sms:
      do throws(PhoneNumberFault) {
        return try PhoneNumber(text).canonical
      } catch {
        value.fault(error.sentence(text))
        return nil
      }
    case .email:
      if let address = MailAddress(text) { return address.canonical }
      value.fault(
        "`\(text)` is not an e-mail address; write name@host, or mark it `unusable: true` to keep "
          + "it as the source has it.")
      return nil
    case .web, .form, .chat:
      if let address = WebAddress(text) { return address.canonical }
      value.fault(WebAddress.sentence(text))
      return nil
    case .visit, .post:
      return text
    }
  }
}

extension PhoneNumberFault {
  /// What is wrong and what to write instead.
  func sentence(_ written: String) -> String {
    let keep = "or mark it `unusable: true` to keep it as the source has it"
    switch self {
    case .empty:
      return "No number stands here; write its digits."
    case .twoNumbers:
      return "`\(written)` holds two numbers; write two channels."
    case .notDigits:
      return "`\(written)` is not a telephone number; put words in `label:`, \(keep)."
    case .notInternational:
      return "`\(written)` is not an international number; write + and the country code, \(keep)."
    case .notEightAfterCountryCode:
      return "`\(written)` has not eight digits after +47; short numbers are written without +47, "
        + "\(keep)."
    case .tooManyDigits:
      return "`\(written)` has too many digits for a Norwegian number; a foreign one begins with + "
        + "and the country code, and two numbers are two channels, \(keep)."
    case .unknownSeries:
      return "No Norwegian number of eight digits begins as `\(written)`; compare it with its "
        + "source, \(keep)."
    case .unlistedShortNumber:
      return "`\(written)` is not one of the short numbers; compare it with its source, \(keep)."
    case .wrongNumberOfDigits(let count):
      return "`\(written)` has \(count) digits; a Norwegian number has eight (or is a short number "
        + "of three, 116xxx or 02000-09999); compare it with its source, \(keep)."
    }
  }
}
