package import SeedFiles

/// An invented country: municipalities with plans, units, seats and rules that differ.
///
/// Everything is marked: seed names and keys begin with `synthetic-`, names end with "(oppdiktet)",
/// and the only source says that nobody said it. Municipal numbers lie in 60xx–74xx, where no
/// Norwegian municipality has ever been numbered. Telephone numbers are +999 and eight digits: no
/// country has that code, so that they reach nobody from anywhere. Addresses end with `.example`
/// (RFC 2606). Persons are called "Testperson" and a number.
///
/// Of the counties one is large, as one is in life: every seventh municipality lies in the first
/// county until it has ``largeCountyCount``, and the others share what is left.
package struct SyntheticCountry: Hashable, Sendable {
  package static let municipalitiesMax = SyntheticCountry.countiesCount * 99
  package static let unitsMax = 500
  static let countiesCount = 15
  /// How many municipalities the first county has in a country that is large enough.
  package static let largeCountyCount = 50
  static let policeDistrictsCount = 12

  package let municipalities: Int
  package let unitsPerMunicipality: Int
  package let seed: UInt64

  /// - Parameters:
  ///   - municipalities: 1 to ``municipalitiesMax``.
  ///   - unitsPerMunicipality: 1 to ``unitsMax``.
  package init(municipalities: Int, unitsPerMunicipality: Int, seed: UInt64) {
    precondition((1...SyntheticCountry.municipalitiesMax).contains(municipalities))
    precondition((1...SyntheticCountry.unitsMax).contains(unitsPerMunicipality))
    self.municipalities = municipalities
    self.unitsPerMunicipality = unitsPerMunicipality
    self.seed = seed
  }

  /// The files of both folders, one part of the country after the other.
  ///
  /// `1-first/` is the country; `2-change/` is what every fifth municipality says of its seats half
  /// a year later, and is loaded after it.
  package func write(_ take: (SeedText) throws -> Void) rethrows {
    try take(SeedText(path: "README.md", text: readme))
    try take(
      SeedText(path: "1-first/vocabulary.yaml", text: SyntheticVocabulary.text(seed: seed)))
    try take(SeedText(path: "1-first/country.yaml", text: SyntheticNation(country: self).text))
    for index in 0..<municipalities {
      var municipality = SyntheticMunicipality(index, in: self)
      try municipality.write(take)
    }
  }

  /// In which county a municipality lies, and as which there, from 1.
  static func seat(_ index: Int) -> (county: Int, number: Int) {
    let large = min(largeCountyCount, (index + 6) / 7)
    if index % 7 == 0, large < largeCountyCount { return (0, index / 7 + 1) }
    let rest = index - large
    let others = countiesCount - 1
    guard rest < others * 99 else { return (0, largeCountyCount + 1 + rest - others * 99) }
    return (1 + rest % others, rest / others + 1)
  }

  /// All files of one of the two folders.
  package func files(in folder: String) -> [SeedText] {
    var files: [SeedText] = []
    write { if $0.path.hasPrefix(folder + "/") { files.append($0) } }
    return files
  }

  private var readme: String {
    """
    # Oppdiktet / invented

    `varde synthesise --municipalities \(municipalities) \
    --units-per-municipality \(unitsPerMunicipality) --seed \(seed)`
    made this folder. Nothing here is true: no place, organisation, person or number exists. It is
    for benchmarks and tests of scale, and a registry that holds anything real refuses it.

        varde seed 1-first    # into an empty database
        varde seed 2-change   # what changed half a year later

    """
  }
}

/// The first lines of every file.
enum Marking {
  static let comment = """
    # INVENTED (oppdiktet): varde synthesise. No place, organisation, person or number here exists:
    # +999 is no country's code, and no Norwegian municipality has a number from 6001 to 7499.

    """
  static let source = "synthetic-norway"
}
