import Registry

/// Reads an age as people write it: completed years, the months and weeks of a baby, `15-åring`,
/// words for the newborn and the unborn.
///
/// What may be several ages, a span or a year of birth, is asked about and never guessed.
struct AgeReader {
  /// The day on which somebody has that age.
  let day: Day

  static let yearsMax = 130
  /// Nobody writes a longer age.
  private static let signsMax = 60
  /// So many ages are still a choice.
  private static let choicesMax = 5

  func read(_ written: String) -> Reading<Age> {
    guard written.utf8.count <= AgeReader.signsMax else { return .fault(fault(written)) }
    let key = Folded(written).compact
    if AgeReader.unborn.contains(key) { return .found(.unborn, []) }
    if AgeReader.newborn.contains(key) { return .found(.years(0), []) }
    guard let parts = AgeReader.parts(written.lowercased()) else { return .fault(fault(written)) }
    if let years = years(parts) {
      guard (0...AgeReader.yearsMax).contains(years) else { return .fault(fault(written)) }
      return .found(.years(years), [])
    }
    return .fault(fault(written, several(parts)))
  }

  /// A piece of what was written.
  private enum Part: Equatable {
    case number(Double)
    case unit(Unit)
    /// Between two of which either may be meant.
    case or
    /// Before a year of birth.
    case born
  }

  private enum Unit {
    case years, months, weeks, days

    var toTheYear: Double {
      switch self {
      case .years: 1
      case .months: 12
      case .weeks: 52.1775
      case .days: 365.25
      }
    }
  }

  /// The age, where the parts say one; a single number of up to three digits is in years.
  private func years(_ parts: [Part]) -> Int? {
    guard case .number(let number)? = parts.first else { return nil }
    switch parts.count {
    case 1: return number < 1000 ? Int(number) : nil
    case 2:
      guard case .unit(let unit) = parts[1] else { return nil }
      return Int(number / unit.toTheYear)
    case 4:
      // `2 år og 3 måneder`: the months complete no year.
      guard parts[1] == .unit(.years), case .number(let rest) = parts[2],
        case .unit(let unit) = parts[3], unit != .years, rest < unit.toTheYear
      else { return nil }
      return Int(number)
    default: return nil
    }
  }

  /// The ages of a span or of a year of birth; none where it is neither.
  private func several(_ parts: [Part]) -> [Int] {
    let bare = parts.filter { $0 != .unit(.years) }
    if bare.count == 3, case .number(let first) = bare[0], bare[1] == .or,
      case .number(let last) = bare[2], first < last, last <= Double(AgeReader.yearsMax)
    {
      let span = Array(Int(first)...Int(last))
      return span.count <= AgeReader.choicesMax ? span : [Int(first), Int(last)]
    }
    if case .number(let year)? = bare.last,
      bare.count == 1 || (bare.count == 2 && bare[0] == .born),
      year >= 1900
    {
      let completed = day.year - Int(year)
      return [completed - 1, completed].filter { (0...AgeReader.yearsMax).contains($0) }
    }
    return []
  }

  private func fault(_ written: String, _ ages: [Int] = []) -> NameFault {
    NameFault(
      field: .age, written: written, reason: ages.isEmpty ? .malformed : .ambiguous,
      candidates: ages.map {
        Candidate(field: .age, subject: nil, label: "\($0)", detail: nil, write: "\($0)")
      })
  }
}

// MARK: words

extension AgeReader {
  /// Numbers, units and the words between; nil where anything else is written.
  private static func parts(_ text: String) -> [Part]? {
    var parts: [Part] = []
    for piece in pieces(text) {
      let key = Folded(piece).compact
      if fillers.contains(key) {
        // `15-year-old`
        if parts.last == .or { parts.removeLast() }
        continue
      }
      if piece == "-" || piece == "–" || piece == "/" || ors.contains(key) {
        parts.append(.or)
      } else if let number = number(piece) ?? words[key] {
        // `et halvt år`: the first is an article.
        if parts.last == .number(1), words[key] != nil { parts.removeLast() }
        parts.append(.number(number))
      } else if let unit = units[key] {
        // `15-åring`
        if parts.last == .or { parts.removeLast() }
        parts.append(.unit(unit))
      } else if born.contains(key) {
        parts.append(.born)
      } else {
        return nil
      }
    }
    return parts
  }

  /// Runs of letters, numbers with at most one decimal, and signs by themselves.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var kind = 0
    for character in text {
      let next = character.isNumber ? 1 : character.isLetter ? 2 : character.isWhitespace ? 0 : 3
      let isDecimal = next == 3 && kind == 1 && (character == "." || character == ",")
      if next == 0 {
        kind = 0
      } else if isDecimal || (next == kind && next != 3) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
        kind = next
      }
    }
    return pieces.map { $0.hasSuffix(".") || $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
      .filter { !$0.isEmpty }
  }

  /// `15`, `15.5` or `15,5`; nil for a date and for digits of other scripts.
  private static func number(_ piece: String) -> Double? {
    let parts = piece.split(separator: ".", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard parts.count <= 2, parts[0].utf8.count <= 4, parts.count == 1 || parts[1].utf8.count == 1,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(parts.joined(separator: "."))
  }

  private static func keys(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: ",").map { Folded(String($0)).compact })
  }

  private static let unborn = keys("unborn,ufødt,ufødd,ikke født,ikkje fødd,ikke født ennå")
  private static let newborn = keys(
    "nyfødt,nyfødd,newborn,baby,babyen,spedbarn,sped,infant,nyfødt barn,nyfødd barn,newborn baby")
  private static let fillers = keys(
    "ca,cirka,circa,omtrent,om,lag,rundt,about,around,gammel,gammal,gamle,old,o,of,age,aged,alder,"
      + "alderen,fylt,er,is,nå,no,og,and,a,i,in")
  private static let ors = keys("eller,or,til")
  private static let born = keys("født,fødd,f,born,fødselsår")

  private static let units: [[UInt8]: Unit] = {
    var units: [[UInt8]: Unit] = [:]
    for (unit, words) in [
      (Unit.years, "år,åring,åringen,årig,årige,åra,åre,y,yr,yrs,yo,year,years,yearold"),
      (.months, "måned,måneder,månad,månader,mnd,mndr,mån,md,month,months,mo,mos"),
      (.weeks, "uke,uker,veke,veker,week,weeks,wk,wks"),
      (.days, "dag,dager,dagar,døgn,day,days"),
    ] {
      for key in keys(words) { units[key] = unit }
    }
    return units
  }()

  /// Numbers in words, and the halves of a baby's age.
  private static let words: [[UInt8]: Double] = {
    var numbers: [[UInt8]: Double] = [:]
    for (number, words) in [
      "null,zero", "ett,et,en,ein,eitt,eit,one", "to,two", "tre,three", "fire,four", "fem,five",
      "seks,six", "sju,syv,seven", "åtte,eight", "ni,nine", "ti,ten", "elleve,eleven",
      "tolv,twelve", "tretten,thirteen", "fjorten,fourteen", "femten,fifteen", "seksten,sixteen",
      "sytten,seventeen", "atten,eighteen", "nitten,nineteen", "tjue,tyve,twenty",
    ].enumerated() {
      for key in keys(words) { numbers[key] = Double(number) }
    }
    for key in keys("halvt,halv,halvår,half") { numbers[key] = 0.5 }
    for key in keys("halvannet,halvtanna,halvtannet") { numbers[key] = 1.5 }
    return numbers
  }()
}
