import Registry
import SeedFiles
import Testing

/// What YAML and tables themselves may do wrong, and the traps they lay.
@Suite struct TextTests {
  @Test func `Scalars are text as they were written`() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: {key: s, title: 2021-12-01, publisher: NO, version: 1_000, licence: 0301}
      organisations:
        - {key: "02800", name: 02800, short: yes, kind: police, synonyms: [~, null, 0x10, 1e3, on]}
      """)
    let source = try #require(bundle.snapshot.sources.first { $0.key == "s" })
    #expect(source.title == "2021-12-01")
    #expect(source.publisher == "NO")
    #expect(source.version == "1_000")
    #expect(source.licence == "0301")
    let organisation = try #require(bundle.snapshot.organisations.first { $0.key == "02800" })
    let names = bundle.snapshot.names.filter { $0.subject == .organisation(organisation.id) }
    #expect(Set(names.map(\.text)) == ["02800", "yes", "~", "null", "0x10", "1e3", "on"])
  }

  @Test func `Text is kept in composed form and with its signs`() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: {key: s, title: "Ska\u{30A}ne & «Ålesund» – 100 % #1", version: a:b}
      """)
    let source = try #require(bundle.snapshot.sources.first { $0.key == "s" })
    #expect(Array(source.title.utf8) == Array("Sk\u{E5}ne & «Ålesund» – 100 % #1".utf8))
    #expect(source.version == "a:b")
  }

  @Test func `Bad UTF-8 is told on its line, in a file and in a table`() {
    let yaml = Array("seed: x\nsource: {key: s, title: Bl".utf8) + [0xE5] + Array("}\n".utf8)
    let table = Array("date,name\n2027-05-17,Gr".utf8) + [0xF8] + Array("\n".utf8)
    let named = "seed: y\nholidays: {table: t.csv}\n"
    do {
      _ = try Seeds.read([
        SeedText(path: "x.yaml", bytes: yaml), SeedText(path: "y.yaml", text: named),
        SeedText(path: "t.csv", bytes: table),
      ])
      Issue.record("Bad UTF-8 was read.")
    } catch {
      #expect(error.faults.map { "\($0.path) \($0.line)" } == ["t.csv 2", "x.yaml 2"])
      #expect(error.faults.allSatisfy { $0.sentence.contains("save the file as UTF-8") })
    }
  }

  @Test(arguments: [
    ("seed: x\n\tsource: s\n", 2, "A tab stands here; write spaces"),
    ("seed: x\nsource: {key: s, title: a: b: c\n", 2, "not YAML"),
    ("seed: x\nsource: a: b\n", 2, "need quotes around the text"),
    ("seed: x\nsource: {key: s, key: t}\n", 2, "`key` twice"),
    ("seed: x\n---\nseed: y\n", 2, "one document"),
    ("seed: x\nsource: &a s\n", 2, "An anchor, an alias or a tag"),
    ("seed: x\nsource: !!int 3\n", 2, "An anchor, an alias or a tag"),
    ("source: s\nseed: x\n", 1, "begins with `seed: `"),
    ("- a\n- b\n", 1, "begins with `seed: `"),
    ("", 1, "The file is empty"),
    ("seed: x\nsource: {key: s, title: \"a\\0b\"}\n", 2, "invisible control sign"),
  ])
  func `What is not a seed file is told on its line`(_ yaml: String, line: Int, words: String) {
    let faults = Seeds.faults(yaml)
    #expect(faults.first?.line == line)
    #expect(faults.contains { $0.sentence.contains(words) }, "\(faults)")
  }

  @Test func `Signs of anchors inside words and sentences are text`() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: {key: s, title: Barn & unge, publisher: R&D, version: "*1*", licence: nei!}
      """)
    let source = try #require(bundle.snapshot.sources.first { $0.key == "s" })
    #expect(source.title == "Barn & unge")
    #expect(source.version == "*1*")
  }

  @Test func `A bomb of aliases and a tower of brackets are refused in no time`() {
    var bomb = "seed: x\na: &a [b, b, b, b, b, b, b, b, b]\n"
    for (name, last) in zip("bcdefghijklmn", "abcdefghijklm") {
      bomb += "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last), *\(last), *\(last)]\n"
    }
    #expect(Seeds.faults(bomb).map(\.line) == [2])
    let tower = "seed: x\nsources: " + String(repeating: "[", count: 200_000)
    #expect(Seeds.faults(tower).count == 1)
    let steps = "seed: x\nsources:\n" + String(repeating: "- ", count: 60) + "a\n"
    #expect(Seeds.faults(steps).contains { $0.sentence.contains("nested too deeply") })
  }

  @Test func `A table is read by its header, with lists, fields of fields and quotes`() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: register
      organisations: {table: tables/enheter.csv}
      """,
      tables: [
        "tables/enheter.csv": #"""
        # enheter, med overskrift
        key,name.nb,name.nn,kind,serves,synonyms
        a,"Heim, og ""hytte""",,police,9901;9902,

        b,B,B nynorsk,police,,en; to
        """#
      ])
    let names = bundle.snapshot.names.map(\.text)
    #expect(names.contains("Heim, og \"hytte\""))
    #expect(names.contains("B nynorsk"))
    #expect(names.contains("to"))
    let a = try #require(bundle.snapshot.organisations.first { $0.key == "a" })
    #expect(bundle.snapshot.organisationServices.filter { $0.organisation == a.id }.count == 2)
    let position = bundle.positions[RowReference(table: "organisation", bits: a.id.bits)]
    #expect(position?.path == "tables/enheter.csv")
    #expect(position?.line == 3)
  }

  @Test func `Faults of a table stand on the table's lines`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      postcodes: {table: a.csv}
      holidays: {table: borte.csv}  # <- There is no table `borte.csv`
      """,
      tables: [
        "a.csv": """
        code,place,area
        0001,OSLO,9901
        0002,OSLO  # <- The row has 2 cells and the header 3
        0003,OSLO,9999  # <- There is no area
        """
      ])
  }

  @Test func `Quotes that do not close and columns without names are told`() {
    let yaml = "seed: x\nsource: register\nholidays: {table: a.csv}\n"
    let cases = [
      ("date,name\n2027-05-17,\"Grunn\n", 2, "never closed"),
      ("date,name\n2027-05-17,Gr\"unn\n", 2, "needs quotes around the cell"),
      ("date,name\n2027-05-17,\"Gr\"unn\n", 2, "After the closing quotation mark"),
      ("date,\n2027-05-17,a\n", 1, "A column has no name"),
      ("date,date\n2027-05-17,a\n", 1, "stands there twice"),
      ("", 1, "The table is empty"),
      ("date,namn\n2027-05-17,a\n", 2, "did you mean `name`"),
    ]
    for (table, line, words) in cases {
      let faults = Seeds.faults(yaml, tables: ["a.csv": table])
      #expect(faults.contains { $0.line == line && $0.sentence.contains(words) }, "\(faults)")
    }
  }

  @Test func `Two files of one name are told`() throws {
    do {
      _ = try Seeds.load("seed: base\n")
      Issue.record("Two files of one name were read.")
    } catch {
      #expect(error.description.contains("x.yaml:1: seed: base.yaml is named `base` too"))
    }
  }

  @Test func `While a file cannot be read, keys that may be in it are not called unknown`() throws {
    do {
      _ = try Seeds.load(
        "seed: x\norganisations: [{key: o, name: O, kind: polise-2}]\n", "seed: y\n\t- a\n")
      Issue.record("A broken file was read.")
    } catch {
      #expect(error.faults.map(\.path) == ["y.yaml"])
    }
  }
}
