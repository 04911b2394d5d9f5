import Presentation
import HTTPTypes
import Registry
import Web

/// A public contact as a vCard 4.0 (RFC 6350).
///
/// UID is the permanent id and REV the day the contact was last confirmed or its source is dated,
/// so that an address book that loads it again replaces what it had. What is hidden never gets
/// here: the rows come from the directory, which holds none of it.
struct VCard {
  private var lines: [[UInt8]] = []

  /// A unit under its own name, with its own front door.
  init(_ organisation: Organisation, _ view: APIView) {
    let subject = Subject.organisation(organisation.id)
    let channels = view.directory.channels(of: subject, on: view.day)
    begin(subject, kind: "org", name: view.name(subject))
    add("ORG", view.name(subject))
    add(channels, view)
    end(channels.flatMap { [$0.confirmedOn, view.source($0.citation)?.day] })
  }

  /// A seat: the holder where public, else the function in the organisation.
  init(_ seat: Designation, _ view: APIView) {
    let function = view.name(.function(seat.function))
    let organisation = view.name(.organisation(seat.organisation))
    let holder = seat.holding == .held ? view.directory.name(of: seat.person) : nil
    let channels = view.directory.channels(of: .designation(seat.id), on: view.day)
    begin(
      .designation(seat.id), kind: holder == nil ? "group" : "individual",
      name: holder ?? "\(function), \(organisation)")
    add("ORG", organisation)
    add("TITLE", function)
    if seat.holding == .vacant { add("NOTE", view.words.status(.vacant)) }
    add(channels, view)
    end([seat.confirmedOn, view.source(seat.citation)?.day] + channels.map(\.confirmedOn))
  }

  var bytes: [UInt8] { lines.flatMap { VCard.folded($0) } }

  private mutating func begin(_ subject: Subject, kind: String, name: String) {
    lines = ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Varde//NONSGML Varde//NO"].map {
      Array($0.utf8)
    }
    line("UID", "urn:uuid:\(IDText.format(subject.bits))")
    line("KIND", kind)
    add("FN", name)
  }

  private mutating func add(_ channels: [Channel], _ view: APIView) {
    for channel in channels {
      // Whoever saves the contact must be able to call: what it is reached via comes along.
      if let via = channel.viaOrganisation {
        add("NOTE", "\(view.words.phrase(.via)) \(view.name(.organisation(via)))")
        add(VCard.immediate(.organisation(via), view), view)
      }
      if let via = channel.viaDesignation, let seat = view.directory.designations[via] {
        add("NOTE", "\(view.words.phrase(.via)) \(view.name(.function(seat.function)))")
        add(VCard.immediate(.designation(via), view), view)
      }
      guard channel.isUsable, let value = channel.canonical else { continue }
      switch channel.kind {
      case .phone: line("TEL;VALUE=uri;TYPE=voice", "tel:" + VCard.plain(value))
      case .sms: line("TEL;VALUE=uri;TYPE=text", "tel:" + VCard.plain(value))
      case .email: add("EMAIL", value)
      case .web, .form, .chat: line("URL", VCard.plain(value))
      case .visit, .post: line("ADR", ";;\(VCard.escaped(value));;;;")
      }
      if let warning = channel.warning { add("NOTE", warning) }
    }
  }

  private static func immediate(_ owner: Subject, _ view: APIView) -> [Channel] {
    view.directory.channels(of: owner, on: view.day).filter {
      $0.kind.isImmediate && $0.viaOrganisation == nil && $0.viaDesignation == nil
    }
  }

  /// The newest day that the contact was confirmed or that its source is dated.
  private mutating func end(_ days: [Day?]) {
    if let newest = days.compactMap(\.self).max() {
      line("REV", "\(newest)".replacing("-", with: "") + "T000000Z")
    }
    line("END", "VCARD")
  }

  /// A property whose value is text.
  private mutating func add(_ name: String, _ text: String) {
    line(name, VCard.escaped(text))
  }

  private mutating func line(_ name: String, _ value: String) {
    lines.append(Array("\(name):\(value)".utf8))
  }

  /// Text as a value: what separates is escaped, a line break becomes `\n`, controls are left out.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\\", ",", ";": escaped += ["\\", scalar]
      case "\n" where isAfterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped += ["\\", "n"]
      default:
        if !isControl(scalar) { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }

  /// A uri as a value: nothing that could end the line or the property.
  static func plain(_ uri: String) -> String {
    String(
      String.UnicodeScalarView(
        uri.unicodeScalars.filter {
          !isControl($0) && $0 != " " && $0 != "\u{2028}" && $0 != "\u{2029}"
        }))
  }

  /// Control characters, and those that turn the direction of the text around them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// At most 75 bytes to a line, never inside a character; the next begins with a space.
  static func folded(_ line: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    var width = 0
    for (place, byte) in line.enumerated() {
      let isStart = byte & 0xC0 != 0x80
      let length = isStart ? VCard.length(byte) : 0
      if isStart, place > 0, width + length > 75 {
        folded += [0x0D, 0x0A, 0x20]
        width = 1
      }
      folded.append(byte)
      width += 1
    }
    return folded + [0x0D, 0x0A]
  }

  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}

/// The addresses that answer with vCards.
enum VCardDocument {
  static func operation(
    _ id: String, _ pattern: String, _ summary: String, name parameter: APIOperation.Parameter,
    card: @escaping @Sendable (String, APIView) -> VCard?
  ) -> APIOperation {
    APIOperation(
      id: id, method: .get, pattern: pattern, kind: .person, summary: summary, name: parameter,
      query: [.language], mediaType: "text/vcard",
      success: .text("A vCard 4.0, folded at 75 bytes.")
    ) { request in
      guard let card = request.name.flatMap({ card($0, request.view) }) else {
        throw RequestProblem.unknownResource(parameter.name)
      }
      return Reply(
        contentType: "text/vcard; charset=utf-8", bytes: card.bytes,
        caching: request.view.caching,
        fields: [.contentDisposition: "attachment; filename=\"varde.vcf\""])
    }
  }
}
