import Registry
import SeedFiles
import Testing

/// Numbers, addresses, days and hours as people write them.
@Suite struct WrittenTests {
  private static func seed(_ channels: String) -> String {
    "seed: x\nsource: register\norganisations:\n  - add-to: politiet\n    channels: [\(channels)]\n"
  }

  @Test(arguments: [
    "\u{202A}25 00 01 00\u{202C}", "\u{200B}25\u{A0}00\u{202F}01\u{2009}00\\uFEFF",
    "0047 25 00 01 00", "00 47 25000100", "25\u{2011}00\u{2013}01\u{2212}00",
    "\u{2066}25000100\u{2069}",
  ])
  func `A number is read through signs that leave its digits in order, and kept without them`(
    written: String
  ) throws {
    let bundle = try Seeds.load(WrittenTests.seed("{phone: \"\(written)\"}"))
    let channel = try #require(bundle.snapshot.channels.first)
    #expect(channel.canonical == "+4725000100")
    #expect(!channel.written.unicodeScalars.contains(where: HiddenSign.isHidden))
  }

  @Test(arguments: [
    ("2500010.0", "decimal number"), ("25000100.00", "decimal number"), ("2,5E7", "`,`"),
    ("\u{202E}00100052\u{202C}", "U+202E"), ("25 00 01\u{200F} 00", "U+200F"),
    ("25 00\\n01 00", "line break"), ("25 00 01 O0", "letter `O`"), ("25 00 0l 00", "letter `l`"),
    ("٢٥٠٠٠١٠٠", "U+0662"), ("２５０００１００", "U+FF12"), ("++47 25000100", "a + stands inside"),
    ("25 00 01 00 x12", "`x`"), ("+44 (0)20 7946 0958", "(0)"),
    ("+00 47 25 00 01 00", "international"),
    ("0047 2500010", "eight digits after +47"), ("tlf. 25 00 01 00", "put words in `label:`"),
  ])
  func `A number that is none is refused with its sign`(written: String, words: String) {
    let faults = Seeds.faults(WrittenTests.seed("{phone: \"\(written)\"}"))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains(words) == true, "\(faults)")
  }

  @Test
  func `One number in three spellings on one owner is a fault, and for other askers it is not`()
    throws
  {
    let faults = Seeds.faults(
      WrittenTests.seed("{phone: 25 00 09 00}, {phone: \"+4725000900\"}, {phone: 25-00-09-00}"))
    #expect(faults.count == 2)
    #expect(faults.allSatisfy { $0.sentence.contains("is the same as `25 00 09 00` on line 5") })
    let bundle = try Seeds.load(
      WrittenTests.seed(
        "{phone: 25 00 09 00}, {phone: 25000900, for: employee}, {sms: 25000900}, "
          + "{phone: 2500 0900, label: vakt}"))
    #expect(bundle.snapshot.channels.count == 4)
  }

  @Test(arguments: [
    ("web: \"https://tranvik.example/a\u{200B}b\"", "U+200B"),
    ("web: \"https://tranvik.example/a b\"", "holds ` `"),
    ("web: \"javascript:alert(1)\"", "https://"), ("web: \"mailto:a@tranvik.example\"", "email:"),
    ("web: \"https://politi@tranvik.example\"", "before `@`"),
    ("web: \"https://politiet.example:x@ond.example/\"", "before `@`"),
    ("web: \"https://xn--trnvik-eua.example\"", "xn--"),
    ("web: \"https://tranvik.example/.\"", "ends in"),
    ("web: \"//tranvik.example\"", "https://"),
    ("web: \"https://tr\u{430}nvik.example\"", "U+0430"),
    ("web: \"https://tranvik.example/%00\"", "invisible"),
    ("web: \"https://tranvik.example/50%\"", "`%`"),
    ("web: \"https://tranvik.example:999999/\"", "port"),
    ("web: \"ftp://tranvik.example\"", "https://"),
    ("web: \"https://tranvik\"", "host"), ("web: \"https://https://tranvik.example\"", "host"),
    ("web: \"data:text/html,a\"", "https://"), ("email: \"p\u{43E}st@tranvik.example\"", "U+043E"),
    ("email: \"bjørn@tranvik.example\"", "`ø`"), ("email: \"post@tranvik.example.\"", "name@host"),
    ("email: \"a b@tranvik.example\"", "name@host"),
    ("email: \"mailto:a@tranvik.example\"", "name@host"),
    ("email: \"a@tranvik.example; b@tranvik.example\"", "name@host"),
    ("email: \"=a@tranvik.example\"", "name@host"), ("email: \"post@bærum.example\"", "`æ`"),
  ])
  func `An address that deceives is refused with what is wrong`(channel: String, words: String) {
    let faults = Seeds.faults(WrittenTests.seed("{\(channel)}"))
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.first?.sentence.contains(words) == true, "\(faults)")
  }

  @Test func `Ordinary addresses are read`() throws {
    let bundle = try Seeds.load(
      WrittenTests.seed(
        """
        {web: www.tranvik.example}, {web: "HTTPS://tranvik.example/a_(b)?c=d&e=f#g"}, \
        {web: "https://tranvik.example:8443/å/%C3%B8"}, {web: "https://bærum.example/"}, \
        {email: Fornavn.O'Brien+x@Tranvik.Example}
        """))
    #expect(
      Set(bundle.snapshot.channels.compactMap(\.canonical)) == [
        "https://www.tranvik.example", "https://tranvik.example/a_(b)?c=d&e=f#g",
        "https://tranvik.example:8443/å/%C3%B8", "https://bærum.example/",
        "Fornavn.O'Brien+x@tranvik.example",
      ])
  }

  @Test(arguments: [
    "torget 10:00-14:00", "mon-fri 25:00-26:00", "all 00:00-23:59", "mon- 08:00-15:00",
    "mon--fri 08:00-15:00",
    "mon-fri 08:00--15:00", "mon-fri 08:00-12:00-15:00", "mon-fri 08:00-08:00",
    "mon-fri -08:00-15:00",
    "mon-fri 8:3-15:00", "mon-fri 08:60-15:00", "mon,,fri 08:00-15:00", "monster 08:00-15:00",
    "tora 08:00-15:00", "sund 08:00-15:00", "mon-mon 08:00-15:00", "mon-fri ٠٨:٠٠-15:00",
    "mon-fri 24:00-08:00", "mon-fri 08:00-24:30", "holidays 08:00-15:00 holidays excluded",
    "mandarin 08:00-15:00", "lørenskog 08:00-15:00", "mon-fri +8:00-15:00", "man 08:00",
  ])
  func `Hours that are none, are empty or never come are refused`(hours: String) {
    let faults = Seeds.faults(WrittenTests.seed("{phone: 25 00 01 00, hours: \"\(hours)\"}"))
    #expect(faults.count == 1, "\(faults)")
  }

  @Test func `The last minute of a day is asked to be written as 24:00`() {
    let faults = Seeds.faults(WrittenTests.seed("{phone: 25 00 01 00, hours: \"all 00:00-23:59\"}"))
    #expect(faults.first?.sentence.contains("write 24:00") == true)
  }

  @Test(arguments: [
    ("mon–fri 08:00–15:30", 0b1_1111), ("mon - fri 08:00 - 15:30", 0b1_1111),
    ("man.-fre. 08.00-15.30", 0b1_1111),
    ("torsdag 08:00-15:30", 0b1000), ("laurdag, sundag 08:00-15:30", 0b110_0000),
    ("tysdag 08:00—15:30", 0b10), ("mon\u{A0}08:00-15:30", 0b1), ("Mandag 08:00-15:30", 0b1),
  ])
  func `Hours are read with any dash and whole words of three languages`(hours: String, days: Int)
    throws
  {
    let bundle = try Seeds.load(WrittenTests.seed("{phone: 25 00 01 00, hours: \"\(hours)\"}"))
    #expect(bundle.snapshot.openings.map(\.weekdays.rawValue) == [days])
    #expect(bundle.snapshot.openings.map { [$0.from, $0.until] } == [[480, 930]])
  }

  @Test(arguments: [
    "2021-02-30", "21-01-31", "0021-01-31", "0000-01-01", "10000-01-01", "9999-12-31", "infinity",
    "-infinity",
    "2021-1-1", "31.01.2021", "２０２１-01-31", "٢٠٢١-01-31", "2021–01–31", "2021-01-31T00:00", "i dag",
    "2021-13-01",
  ])
  func `Days that are none or in no likely year are refused`(day: String) {
    let faults = Seeds.faults("seed: x\nsource: {key: s, title: S, date: \"\(day)\"}\n")
    #expect(faults.count == 1, "\(faults)")
  }

  @Test func `A channel of a hidden seat is hidden wherever it is written`() throws {
    let bundle = try Seeds.load(
      """
      seed: a
      source: register
      designations: [{add-to: d, channels: [{phone: 25 00 01 01}]}]
      """,
      Seeds.plan + """
        designations:
          - {key: d, function: slt-coordinator, organisation: kommune-9901, visibility: desk,
             channels: [{phone: 25 00 01 00}]}
        channels: [{about: {designation: d}, phone: 25 00 01 02, visibility: public}]
        """)
    #expect(bundle.snapshot.channels.map(\.visibility) == [.desk, .desk, .desk])
  }
}
