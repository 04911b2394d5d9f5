/// Who runs this site and answers for it: told on the pages about privacy and accessibility.
///
/// Nothing is made up where it is not configured: the pages say that it is not.
package struct Operator: Sendable, Hashable {
  /// Where the operator is reached.
  package enum Contact: Sendable, Hashable {
    /// `name@domain`.
    case email(String)
    /// A page, by its whole address.
    case page(String)

    /// Reads an e-mail address or an address of a page; nil for anything else.
    ///
    /// Only what can be written into a link as it stands passes: visible ASCII without quotes,
    /// angle brackets and backslashes, at most 254 bytes.
    package init?(_ text: String) {
      let refused = Set("\"'<>\\`".utf8)
      guard (1...254).contains(text.utf8.count),
        text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && !refused.contains($0) })
      else { return nil }
      let lower = text.lowercased()
      for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
        let host = lower.dropFirst(scheme.count).prefix { !"/?#:".contains($0) }
        guard Contact.isHost(host) else { return nil }
        self = .page(text)
        return
      }
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      let reserved = Set(":;,/?#&%()[]".utf8)
      guard parts.count == 2, !parts[0].isEmpty, Contact.isHost(parts[1].lowercased()),
        parts[1].contains("."), !parts[0].utf8.contains(where: reserved.contains)
      else { return nil }
      self = .email(text)
    }

    /// What a link leads to.
    package var link: String {
      switch self {
      case .email(let address): "mailto:\(address)"
      case .page(let address): address
      }
    }

    /// What a reader sees.
    package var text: String {
      switch self {
      case .email(let address), .page(let address): address
      }
    }

    private static func isHost(_ text: some StringProtocol) -> Bool {
      let labels = text.split(separator: ".", omittingEmptySubsequences: false)
      return labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { byte in
            (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
          }
      }
    }
  }

  /// As the operator writes it; nil where nobody has said.
  package let name: String?
  package let contact: Contact?

  package static let unnamed = Operator(name: nil, contact: nil)

  package init(name: String?, contact: Contact?) {
    self.name = name
    self.contact = contact
  }
}
