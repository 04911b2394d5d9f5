/// A web address with its scheme.
struct WebAddress {
  static let signsMax = 1000

  /// As written, with `https://` in front of a name that stands alone (`www.rvts.no`).
  let canonical: String

  /// Reads `https://…`, `http://…` and a host name alone; throws the sentence that says why not.
  init(_ written: String) throws(AddressFault) {
    guard written.count <= WebAddress.signsMax else { throw AddressFault("is far too long") }
    let lowered = written.lowercased()
    let scheme = ["https://", "http://"].first(where: lowered.hasPrefix)
    if scheme == nil { try WebAddress.refuseOtherScheme(lowered) }
    let rest = written.dropFirst(scheme?.count ?? 0)
    try WebAddress.check(rest)
    let authority = rest.prefix { !"/?#".contains($0) }
    if authority.contains("@") {
      throw AddressFault("holds a name or a password before `@`; take it away")
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = parts.first, WebAddress.isHost(host) else {
      throw AddressFault("has no name of a host, such as www.tranvik.example")
    }
    if parts.count == 2, !(1...5).contains(parts[1].count) || !parts[1].allSatisfy(\.isASCIIDigit) {
      throw AddressFault("has no number of a port after the colon")
    }
    if host.lowercased().split(separator: ".").contains(where: { $0.hasPrefix("xn--") }) {
      throw AddressFault("hides letters behind `xn--`; write the host with its own letters")
    }
    canonical = (scheme ?? "https://") + rest
  }

  private static func refuseOtherScheme(_ written: String) throws(AddressFault) {
    if written.hasPrefix("mailto:") { throw AddressFault("is an e-mail address; write `email: …`") }
    if written.hasPrefix("tel:") { throw AddressFault("is a number; write `phone: …`") }
    let scheme = written.prefix { $0 != ":" }
    let isScheme = scheme.count < written.count && !scheme.contains(".") && !scheme.contains("/")
    if isScheme || written.contains("://") || written.hasPrefix("//") {
      throw AddressFault("does not begin with https:// or http://")
    }
    if written.contains("@") { throw AddressFault("seems to be an e-mail address") }
  }

  /// Signs that no address holds, and what text around it leaves at its end.
  private static func check(_ rest: Substring) throws(AddressFault) {
    for character in rest where !isAllowed(character) {
      throw AddressFault("holds `\(character)`, which no address does")
    }
    guard let last = rest.last, !".,;:!'\"".contains(last),
      last != ")" || rest.contains("(")
    else { throw AddressFault("ends in a sign that belongs to the text around it; take it away") }
    for piece in rest.split(separator: "%", omittingEmptySubsequences: false).dropFirst() {
      let code = piece.prefix(2)
      guard code.count == 2, let byte = UInt8(code, radix: 16), !code.hasPrefix("+") else {
        throw AddressFault("holds a `%` without two digits after it")
      }
      guard byte >= 0x20, byte != 0x7F else {
        throw AddressFault("holds an invisible sign, written as %\(code)")
      }
    }
  }

  private static func isAllowed(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return false
    }
    if scalar.value > 0x7F { return SeedSigns.isLatin(scalar) || "–—’".contains(character) }
    return scalar.value > 0x20 && !"<>\"`\\^{}|".contains(character)
  }

  /// Labels of Latin letters, digits and hyphens; the last is a word.
  static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.count <= 253, labels.count >= 2, let last = labels.last, last.count >= 2,
      last.allSatisfy(isLetter) || last.lowercased().hasPrefix("xn--")
    else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.allSatisfy { isLetter($0) || $0.isASCIIDigit || $0 == "-" }
    }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1
      && character.unicodeScalars.allSatisfy {
        SeedSigns.isLatin($0) && ![0xAA, 0xB5, 0xBA].contains($0.value)
      }
  }
}

/// An e-mail address: one @, a name before it and a host after it, all in plain letters.
struct MailAddress {
  /// With the host in small letters.
  let canonical: String

  init(_ written: String) throws(AddressFault) {
    let parts = written.split(separator: "@", omittingEmptySubsequences: false)
    guard written.utf8.count <= 254, parts.count == 2, let name = parts.first,
      (1...64).contains(name.count)
    else { throw AddressFault("is not an e-mail address; write name@host") }
    if let letter = written.first(where: { !$0.isASCII }) {
      throw AddressFault(
        "holds `\(letter)`, and letters beyond a-z reach few; write the address that the source's "
          + "own mail comes from, with its host as mail has it (`xn--…`)")
    }
    let isName = name.allSatisfy {
      $0.isASCIIDigit || $0.isLetter || ".!#$%&'*+/=?^_`{|}~-".contains($0)
    }
    guard isName, name.first.map({ $0.isASCIIDigit || $0.isLetter || $0 == "_" }) ?? false,
      name.last != ".", !written.contains(".."), WebAddress.isHost(parts[1])
    else { throw AddressFault("is not an e-mail address; write name@host") }
    canonical = "\(name)@\(parts[1].lowercased())"
  }
}

/// Why something written is no address, as the end of a sentence about it.
struct AddressFault: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }

  func sentence(_ written: String, _ noun: String) -> String {
    let isSaid = reason.contains("is not an e-mail address")
    return "`\(written)` \(isSaid ? "" : "is not \(noun): it ")\(reason), or mark it "
      + "`unusable: true` to keep it as the source has it."
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool {
    ("0"..."9").contains(self) && isASCII
  }
}
