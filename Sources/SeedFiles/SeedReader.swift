package import Registry

/// Reads seed files and their tables into rows, all or nothing.
///
/// Pure: the same texts give the same rows and ids on every machine and in every order. References
/// resolve against the files themselves and against what the registry already has.
package struct SeedReader {
  private let existing: Snapshot

  package init(existing: Snapshot) {
    self.existing = existing
  }

  /// Every row of those files, or every fault in them.
  ///
  /// - Parameter files: YAML files (`.yaml`, `.yml`) and the tables that they name.
  package func read(_ files: [SeedText]) throws(SeedFaults) -> SeedBundle {
    let faults = FaultList()
    let documents = documents(of: files, faults: faults)
    refuseMixture(documents, faults)
    let reading = SeedReading(documents: documents, existing: existing, faults: faults)
    reading.define()
    reading.readSections()
    // With a file missing, what all rows together show would be wrong.
    if !faults.isIncomplete { reading.check() }
    guard faults.count == 0 else { throw SeedFaults(faults.all) }
    return reading.rows.finish(
      documents.map { SeedFile(name: $0.name, path: $0.path) }, questions: reading.questions,
      warnings: reading.warnings())
  }

  /// The files that could be read, in the order of their names.
  private func documents(of files: [SeedText], faults: FaultList) -> [SeedDocument] {
    var tables: [String: SeedText] = [:]
    for file in files where !SeedReader.isYAML(file.path) || file.refusal != nil {
      tables[SeedPath.normal(file.path)] = file
    }
    var documents: [SeedDocument] = []
    for file in files where SeedReader.isYAML(file.path) && file.refusal == nil {
      let yaml = SeedYAML(path: file.path, faults: faults)
      guard let root = yaml.root(of: file.bytes),
        let document = SeedDocument(root: root, path: file.path, tables: tables, faults: faults)
      else {
        faults.isIncomplete = true
        continue
      }
      documents.append(document)
    }
    documents.sort { ($0.name, $0.path) < ($1.name, $1.path) }
    for (document, next) in zip(documents, documents.dropFirst()) where document.name == next.name {
      faults.add(
        SeedFault(
          path: next.path, line: 1, key: "seed",
          sentence: "\(document.path) is named `\(next.name)` too; give each file its own name."))
    }
    return documents
  }

  /// Invented seeds, for measuring, and real ones never meet in one load or one registry.
  private func refuseMixture(_ documents: [SeedDocument], _ faults: FaultList) {
    let invented = documents.first { SeedFile.isInvented($0.name) }
    let real = documents.first { !SeedFile.isInvented($0.name) }
    let sentence: String
    if let invented, real != nil {
      sentence =
        "`\(invented.name)` is invented, for measuring, and cannot be loaded with real seeds."
    } else if let invented, existing.sources.contains(where: { !SeedFile.isInvented($0.key) }) {
      sentence = "`\(invented.name)` is invented, and the registry holds what is real."
    } else if let real, existing.sources.contains(where: { SeedFile.isInvented($0.key) }) {
      sentence = "The registry holds an invented country, for measuring; `\(real.name)` is real."
    } else {
      return
    }
    let path = (invented ?? real)?.path ?? ""
    faults.add(
      SeedFault(
        path: path, line: 1, key: "seed", sentence: sentence + " Use a database of its own."))
  }

  static func isYAML(_ path: String) -> Bool {
    let small = path.lowercased()
    return small.hasSuffix(".yaml") || small.hasSuffix(".yml")
  }
}
