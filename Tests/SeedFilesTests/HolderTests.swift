import Registry
import SeedFiles
import Testing

/// Who holds a seat: one person, or nobody, and never a word that means nobody.
@Suite struct HolderTests {
  private static func seed(_ holder: String) -> String {
    Seeds.plan + """
      designations:
        - {function: slt-coordinator, organisation: kommune-9901, holder: "\(holder)"}
      """
  }

  @Test(arguments: [
    "Vakant", "VAKANT", " vakant ", "Ubesatt", "ubesett", "Ledig", "ledig stilling",
    "Stillingen er ledig", "Ingen", "Ingen p.t.", "vakant (under utlysning)", "Vacant position",
    "Nobody", "None", "Ikke tilsatt", "Pt. vakant",
  ])
  func `A word for an empty seat is refused with the word of the format`(holder: String) {
    let faults = Seeds.faults(HolderTests.seed(holder))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains("write `vacant`") == true, "\(faults)")
  }

  @Test(arguments: [
    "N/A", "n/a", "#N/A", "#I/T", "NULL", "null", "nan", "n.n.", "N. N.", "NN", "-", "–", "—", "?",
    "???", "TBA", "t.b.d.", "ukjent", "Ukjend", "Ukjent navn", "=B2", "#REF!", "#NAVN?", "@navn",
    "…",
    "0", "1", "xxx", "Ikke oppgitt", "ikkje oppgjeve", "not stated", "mangler", "Navn", "~", "+B2",
  ])
  func `What is no name is refused`(holder: String) {
    let faults = Seeds.faults(HolderTests.seed(holder))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains("write `unknown`") == true, "\(faults)")
  }

  @Test(arguments: [
    "Kari Prøve; Ola Prøve", "Kari Prøve / Ola Prøve", "Kari Prøve/Ola Prøve",
    "Kari Prøve og Ola Prøve", "Kari og Ola Prøve", "Kari Prøve and Ola Prøve", "Kari & Ola",
    "Kari Prøve, Ola Prøve", "Kari Prøve eller Ola Prøve", "Kari Prøve, Ola Prøve, Per Prøve",
  ])
  func `Several persons as one holder are refused`(holder: String) {
    let faults = Seeds.faults(HolderTests.seed(holder))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains("several persons") == true, "\(faults)")
  }

  @Test(arguments: [
    "Kari Prøve", "Og Prøve", "Kari Og Prøve", "Anne-Lise Ledig Prøve", "Jens Null", "Nina Na Li",
    "Prøve, Kari", "Åse Ø. d'Prøve", "Ingen Prøve", "Máret Ánne Sara", "Kari Vakan", "Ola Ukjær",
    "Li", "Solveig Haug-Prøve",
  ])
  func `A name is a name, also when a word for nobody is a part of it`(holder: String) throws {
    let snapshot = try Seeds.load(HolderTests.seed(holder)).snapshot
    #expect(snapshot.personDetails.map(\.name) == [holder])
  }

  @Test func `The same is refused under persons, in fields and in tables`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        persons: [{key: a, name: Ubesatt}]  # <- write `vacant`
        designations:
          # v write `unknown`
          - {function: slt-coordinator, organisation: kommune-9901, holder: {name: "N/A"}}
          # v holds a number or an address
          - {function: resource-person, organisation: kommune-9901, holder: Kari 420 00 020}
        contacts: {table: t.csv}
        """,
      tables: [
        "t.csv": """
        area;function;holder;phone
        9902;slt-coordinator;"Kari Prøve; Ola Prøve";25 00 01 00 # <- several persons
        9902;resource-person;vakant;25 00 01 01 # <- write `vacant`
        """.replacing(" # <-", with: ";# <-").replacing("holder;phone", with: "holder;phone;label")
      ])
  }

  @Test func `One person is one, however the name is spaced, and hidden in every seat`() throws {
    let snapshot = try Seeds.load(
      Seeds.plan + """
        designations:
          - {function: slt-coordinator, organisation: kommune-9901,
             holder: {name: Grete Prøve, visibility: desk}}
          - {function: resource-person, organisation: kommune-9901, holder: "Grete\u{A0}Prøve"}
          - {function: resource-person, organisation: kommune-9902, holder: "Grete  Prøve"}
        """
    ).snapshot
    #expect(snapshot.persons.map(\.visibility) == [.desk])
    #expect(Set(snapshot.designations.map(\.person)).count == 1)
  }

  @Test func `Names that differ by their capitals only are refused`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        designations:
          - {function: slt-coordinator, organisation: kommune-9901, holder: Kari Prøve}
          # v differ by their capitals only
          - {function: resource-person, organisation: kommune-9901, holder: KARI PRØVE}
        """)
  }

  /// Two invented names whose marks of six digits are alike were found by trying.
  @Test func `Two persons of one file are two, also where their short marks are the same`() throws {
    let names = ("Prøve Baridsen", "Prøve Fimorsen")
    let text =
      Seeds.plan + """
        designations:
          - {function: slt-coordinator, organisation: kommune-9901, holder: \(names.0)}
          - {function: resource-person, organisation: kommune-9901, holder: \(names.1)}
        """
    let first = try Seeds.load(text).snapshot
    #expect(first.persons.count == 2)
    #expect(Set(first.designations.map(\.person)).count == 2)
    let marks = first.persons.map { $0.key.prefix("plan-123456".count) }
    #expect(Set(marks).count == 1, "The names do not have one mark.")
    // Turned round and loaded on top, each keeps its id.
    let turned = text.replacing(names.0, with: "#").replacing(names.1, with: names.0)
      .replacing("#", with: names.1)
    let ground = SeedText(path: "base.yaml", text: Seeds.base)
    let second = try Seeds.read(
      [ground, SeedText(path: "x.yaml", text: turned)], existing: first)
    #expect(Set(second.snapshot.personDetails) == Set(first.personDetails))
  }
}
