import Foundation
import Registry
import Testing

@Suite struct PhoneNumberTests {
  /// A row of the cases: what was written, the number it is, and how it is shown.
  private struct Example {
    let written: String
    let canonical: String
    let display: String
  }

  /// Beside the cases of the file, what they leave out.
  private static let examples = [
    Example(written: "952 63 621", canonical: "+4795263621", display: "952 63 621"),
    Example(written: "73 89 90 90", canonical: "+4773899090", display: "73 89 90 90"),
    Example(written: "02800", canonical: "02800", display: "02800"),
    Example(written: "116117", canonical: "116117", display: "116 117"),
    Example(written: "116 111", canonical: "116111", display: "116 111"),
    Example(written: "116006", canonical: "116006", display: "116 006"),
    Example(written: "112", canonical: "112", display: "112"),
    Example(written: "470 56 826", canonical: "+4747056826", display: "470 56 826"),
    Example(written: "478 92 261", canonical: "+4747892261", display: "478 92 261"),
    Example(written: "[33 31 02 03]", canonical: "+4733310203", display: "33 31 02 03"),
    Example(written: "+47 22 22 22 22", canonical: "+4722222222", display: "22 22 22 22"),
    Example(written: "(+47) 815 00 000", canonical: "+4781500000", display: "815 00 000"),
    Example(written: "+46 8 123 456 78", canonical: "+46812345678", display: "+46812345678"),
    Example(written: "110", canonical: "110", display: "110"),
    Example(written: "177", canonical: "177", display: "177"),
    Example(written: "004795263889", canonical: "+4795263889", display: "952 63 889"),
    Example(written: "00 46 8 123 456 78", canonical: "+46812345678", display: "+46812345678"),
    Example(
      written: "\u{202A}25 00 01 00\u{202C}", canonical: "+4725000100", display: "25 00 01 00"),
    Example(
      written: "\u{2068}420\u{2009}00\u{A0}020\u{2069}", canonical: "+4742000020",
      display: "420 00 020"),
    Example(
      written: "25\u{AD}00\u{2011}01\u{2212}00", canonical: "+4725000100", display: "25 00 01 00"),
    Example(written: "25.00.01.00", canonical: "+4725000100", display: "25 00 01 00"),
  ]

  @Test func `A number is read, shown and dialled as people in Norway do`() throws {
    for example in PhoneNumberTests.examples {
      let number = try PhoneNumber(example.written)
      #expect(number.canonical == example.canonical)
      #expect(number.display == example.display)
      #expect(number.dial == "tel:" + example.canonical)
      #expect(try PhoneNumber(number.canonical) == number)
    }
  }

  @Test func `A canonical form is read as the same number written with a space`() {
    let texts =
      PhoneNumberTests.examples.map(\.canonical) + [
        "+4712345678", "+4702345678", "+471234567", "+47123456789", "+47", "+", "", "01999",
        "02000", "12345", "116", "11611", "1161117", "+4612345", "+461234", "+0123456789",
        "+123456789012345", "+1234567890123456", "95263621", "+99910011001", "+4A95263621",
      ]
    for text in texts {
      let plain = Result { () throws(PhoneNumberFault) in try PhoneNumber(text) }
      let spaced = Result { () throws(PhoneNumberFault) in try PhoneNumber(text + " ") }
      #expect(plain == spaced, "\(text)")
    }
  }

  /// `phone_cases.csv` beside this file is the list of cases that came with the seed documents, and
  /// below them cases of our own: as written, canonical, type, valid or not, as shown, comment.
  @Test func `The cases of the seed documents are read as the list says`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "phone_cases.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 28)
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      switch cells[2] {
      case "avvist":
        #expect(throws: PhoneNumberFault.self, "\(cells[0])") { try PhoneNumber(cells[0]) }
      case "to nummer":
        #expect(throws: PhoneNumberFault.twoNumbers) { try PhoneNumber(cells[0]) }
      case "":
        #expect(cells[3] == "nei")
        #expect(throws: PhoneNumberFault.wrongNumberOfDigits(4)) { try PhoneNumber(cells[0]) }
      default:
        let number = try PhoneNumber(cells[0])
        #expect(number.canonical == cells[1])
        #expect(number.display == cells[4])
      }
    }
  }

  @Test func `Kinds of numbers are told apart`() throws {
    let kinds: [String: PhoneNumber.Kind] = [
      "952 63 621": .mobile, "73 89 90 90": .landline, "02800": .fiveDigits,
      "116117": .harmonised, "112": .emergency, "110": .emergency, "113": .emergency,
      "177": .threeDigits, "815 00 000": .service, "+46 8 123 456 78": .abroad,
    ]
    for (written, kind) in kinds { #expect(try PhoneNumber(written).kind == kind) }
  }

  @Test func `What is no number says why`() {
    let faults: [String: PhoneNumberFault] = [
      "2800": .wrongNumberOfDigits(4), "7389": .wrongNumberOfDigits(4), "": .empty, "- -": .empty,
      "73 89 90 90/2800": .twoNumbers, "33 06 43 00/ 975 14 101": .twoNumbers,
      "22 22 22 22 eller 33 33 33 33": .twoNumbers, "ring oss": .notDigits,
      "22 22 22 2O": .notDigits, "01900": .wrongNumberOfDigits(5), "01234567": .unknownSeries,
      "12345678": .unknownSeries, "199": .unlistedShortNumber, "115": .unlistedShortNumber,
      "+47 02800": .notEightAfterCountryCode, "+47 116117": .notEightAfterCountryCode,
      "4747056826": .tooManyDigits, "4746812345678": .tooManyDigits, "+46 1": .notInternational,
      "+0123456789": .notInternational, "117117": .wrongNumberOfDigits(6),
      "२२२२२२२२": .notDigits, "+": .empty, "2500010.0": .decimal, "25000100.00": .decimal,
      "25 00 01\n00": .hiddenSign("\n"), "25\t00 01 00": .hiddenSign("\t"),
      "\u{202E}00100052": .hiddenSign("\u{202E}"), "25 00 01\u{200F} 00": .hiddenSign("\u{200F}"),
      "+44 (0)20 7946 0958": .trunkZero, "+004725000100": .notInternational,
      "++4725000100": .notDigits, "00472500010": .notEightAfterCountryCode,
      String(repeating: "25000100", count: 100): .tooLong,
    ]
    for (written, fault) in faults {
      #expect(throws: fault, "\(written)") { try PhoneNumber(written) }
    }
  }
}
