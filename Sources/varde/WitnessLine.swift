import Registry
import Search

/// A question as the command that asks it, in keys and codes that mean one thing only.
struct WitnessLine {
  let index: SearchIndex

  func text(_ question: Question) -> String {
    let code = index.areas.code(of: question.place, on: question.moment.day) ?? ""
    // Four digits alone may also be a postcode.
    let isMunicipal = code.utf8.count == 4 && code.allSatisfy(\.isNumber)
    let place = isMunicipal ? "kommune \(code)" : code
    var parts = ["varde ask --place \(quoted(place))"]
    if let asker = question.asker { parts.append("--asker \(asker.rawValue)") }
    switch question.workplace {
    case .unit(let unit): add("workplace", index.key(of: .organisation(unit)), to: &parts)
    case .kind(let kind): add("workplace", index.key(of: .organisationKind(kind)), to: &parts)
    case nil: break
    }
    add("concern", question.concern.flatMap { index.key(of: .concern($0)) }, to: &parts)
    add("function", question.function.flatMap { index.key(of: .function($0)) }, to: &parts)
    switch question.age {
    case .years(let years): parts.append("--age \(years)")
    case .unborn: parts.append("--age ufødt")
    case nil: break
    }
    if let severity = question.severity { parts.append("--severity \(severity.rawValue)") }
    for wish in question.wishes.sorted(by: { $0.rawValue < $1.rawValue }) {
      parts.append("--wish \(wish.rawValue)")
    }
    parts.append("--at \(question.moment.day)")
    return parts.joined(separator: " ")
  }

  private func add(_ name: String, _ value: String?, to parts: inout [String]) {
    if let value { parts.append("--\(name) \(quoted(value))") }
  }

  private func quoted(_ text: String) -> String {
    text.contains(" ") ? "\"\(text)\"" : text
  }
}

/// A part of a whole in percent, never rounded to nothing or to everything where it is not so.
struct Share {
  private let tenths: Int

  init(_ part: Int, of whole: Int) {
    guard whole > 0, part > 0 else {
      tenths = 0
      return
    }
    let exact = Double(part) / Double(whole) * 1000
    tenths = part == whole ? 1000 : min(999, max(1, Int(exact.rounded())))
  }

  func text(in language: Language) -> String {
    let point = language == .english ? "." : ","
    let number = "\(tenths / 10)\(point)\(tenths % 10)"
    let space = String(repeating: " ", count: max(0, 5 - number.count))
    return space + number + " %"
  }
}
