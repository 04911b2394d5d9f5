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
      guard let text = isUsable && [.phone, .sms].contains(kind) ? value.written() : value.text()
      else { return }
      written = text
      if isUsable {
        guard let read = self.canonical(text, kind, value) else { return }
        canonical = read
        // Hidden signs around a number are read over and not kept.
        let seen = text.unicodeScalars.filter { !HiddenSign.isHidden($0) }
        written = SeedSigns.spaced(String(String.UnicodeScalarView(seen)))
      }
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
      do throws(AddressFault) {
        return try MailAddress(text).canonical
      } catch {
        value.fault(error.sentence(text, "an e-mail address"))
        return nil
      }
    case .web, .form, .chat: return webAddress(text, value)
    case .visit, .post:
      return text
    }
  }

  /// The address as it is opened; nil after a fault.
  func webAddress(_ text: String, _ value: SeedValue) -> String? {
    do throws(AddressFault) {
      return try WebAddress(text).canonical
    } catch {
      value.fault(error.sentence(text, "a web address"))
      return nil
    }
  }
}
