import Web
import Foundation
import Registry
import Search

/// The last part of a place's address: its number and its name, `5001-trondheim`.
struct PlaceSlug {
  let text: String

  init(_ area: ID<Area>, in visit: Visit) {
    let key = visit.areas.area(area)?.key ?? area.description
    let code = visit.areas.code(of: area, on: visit.day) ?? key
    let name = PlaceSlug.plain(
      visit.edition.search.book.label(of: .area(area), language: .bokmål, on: visit.day) ?? "")
    let isNumber = code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    text = isNumber && !name.isEmpty ? "\(code)-\(name)" : key
  }

  /// The area that an address means: by its number, newest first, else by its key.
  static func area(_ slug: String, in visit: Visit) -> ID<Area>? {
    if let subject = visit.edition.search.subject(.area, key: slug) {
      return ID(bits: subject.bits)
    }
    let number = String(slug.prefix { $0 != "-" })
    let found = visit.areas.numbered(number).filter { $0.scheme != "maalform" }
    if let id = found.first(where: { PlaceSlug($0.area, in: visit).text == slug })?.area {
      return id
    }
    let current = found.first { $0.valid.contains(visit.day) }
    return (current ?? found.max { ($0.valid.from?.number ?? 0) < ($1.valid.from?.number ?? 0) })?
      .area
  }

  /// Lower-case letters a to z, digits and single hyphens.
  static func plain(_ name: String) -> String {
    var text = ""
    for character in name.lowercased() {
      switch character {
      case "æ": text += "ae"
      case "ø", "ö": text += "o"
      case "å": text += "a"
      case "a"..."z" where character.isASCII, "0"..."9" where character.isASCII:
        text.append(character)
      case _ where character.isASCII:
        // No letter and no digit; what follows would come to the same, slowly.
        if !text.isEmpty, !text.hasSuffix("-") { text += "-" }
      default:
        let base = String(character).folding(
          options: .diacriticInsensitive, locale: Locale(identifier: "nb_NO"))
        let isPlain = base.utf8.count == 1 && base.allSatisfy { $0.isLetter || $0.isNumber }
        if isPlain {
          text += base
        } else if !text.isEmpty, !text.hasSuffix("-") {
          text += "-"
        }
      }
    }
    return text.hasSuffix("-") ? String(text.dropLast()) : text
  }
}
