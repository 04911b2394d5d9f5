/// A web address with its scheme.
struct WebAddress {
  /// As written, with `https://` in front of a name that stands alone (`www.rvts.no`).
  let canonical: String

  /// Reads `https://…`, `http://…` and a host name alone; nil for anything else.
  init?(_ written: String) {
    let hasScheme = written.hasPrefix("https://") || written.hasPrefix("http://")
    let rest = hasScheme ? written.drop { $0 != "/" }.dropFirst(2) : written[...]
    guard !written.contains(where: { $0.isWhitespace || "<>\"`\\^{}|".contains($0) }),
      hasScheme || !written.contains("://")
    else { return nil }
    let host = rest.prefix { !"/?#:".contains($0) }
    guard WebAddress.isHost(host) else { return nil }
    canonical = hasScheme ? written : "https://" + written
  }

  static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2,
      last.allSatisfy({ $0.isLetter })
    else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  static func sentence(_ written: String) -> String {
    "`\(written)` is not a web address; write it with https://, or mark it `unusable: true` to "
      + "keep it as the source has it."
  }
}

/// An e-mail address: one @, a name before it and a host after it.
struct MailAddress {
  /// With the host in small letters.
  let canonical: String

  init?(_ written: String) {
    let parts = written.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, WebAddress.isHost(parts[1]),
      parts[0].allSatisfy({ $0.isLetter || $0.isNumber || ".!#$%&'*+/=?^_`{|}~-".contains($0) }),
      !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !written.contains("..")
    else { return nil }
    canonical = "\(parts[0])@\(parts[1].lowercased())"
  }
}
