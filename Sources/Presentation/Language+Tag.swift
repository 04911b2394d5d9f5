package import Registry

extension Language {
  /// The catalogue that a device or a program means by its tag: `nb-NO`, `no`, `en-GB`, `nn_NO`,
  /// `nb_NO.UTF-8`, `nno`; nil for a language that is not spoken here.
  package init?(tag: String) {
    guard tag.utf8.count <= Language.tagBytesMax else { return nil }
    let bare = tag.prefix { $0 != "." && $0 != "@" }
    let parts = bare.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard parts.allSatisfy(Language.isSubtag), let first = parts.first else { return nil }
    switch first.lowercased() {
    case "nb", "no", "nob", "nor": self = .bokmål
    case "nn", "nno": self = .nynorsk
    case "en", "eng": self = .english
    default: return nil
    }
  }

  private static let tagBytesMax = 60

  private static func isSubtag(_ text: Substring) -> Bool {
    (1...8).contains(text.utf8.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// What such a tag looks like, for the document of the API.
  package static let tagPattern =
    "^([Nn][BbNnOo]|[Nn][Oo][BbRr]|[Nn][Nn][Oo]|[Ee][Nn][Gg]?)([-_][A-Za-z0-9]{1,8}){0,4}"
    + "([.@][A-Za-z0-9@.-]{0,12})?$"
}
