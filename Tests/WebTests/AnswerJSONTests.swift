import Foundation
import Registry
import Search
import Testing

@testable import Presentation
@testable import Web

@Suite("The JSON contract")
struct AnswerJSONTests {
  @Test("every field stands in its place, nulls written")
  func contract() throws {
    let time = try OsloTime()
    let json = AnswerJSON(
      index: SearchIndex(compiling: Sample.snapshot), time: time, language: .bokmål)
    let moment = try #require(time.moment("2021-12-01T10:00"))
    let text = String(decoding: json.bytes(Sample.answer(at: moment)), as: UTF8.self)
    #expect(text == Sample.json)
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(parsed?.count == 14)
  }

  @Test("a question without a time repeats its date, and assumed values are told as used")
  func assumed() throws {
    let json = AnswerJSON(
      index: SearchIndex(compiling: Sample.snapshot), time: try OsloTime(), language: .bokmål)
    let day = try #require(Day("2021-12-01"))
    let question = Question(place: ID(bits: 1), age: .unborn, moment: Moment(day: day))
    let text = String(
      decoding: json.bytes(Answer(question: question, generation: 0)), as: UTF8.self)
    let expected =
      #"{"question":{"asker":"citizen","workplace":null,"place":"5001","concern":null,"#
      + #""function":null,"age":"unborn","severity":"mild","at":"2021-12-01","wishes":[]},"#
      + #""generation":0,"validUntil":null,"emergency":[],"ladder":[],"#
    #expect(text.hasPrefix(expected))
  }

  @Test("a number that cannot be used is shown as written and never dialled")
  func unusable() {
    let text = ChannelText(kind: .phone, value: nil, written: "2800")
    #expect(text.display == "2800" && text.dial == nil)
    let expected: [(ChannelKind, String, String, String?)] = [
      (.phone, "+4795263889", "952 63 889", "tel:+4795263889"),
      (.phone, "02800", "02800", "tel:02800"),
      (.phone, "116111", "116 111", "tel:116111"),
      (.sms, "+4795263889", "952 63 889", "sms:+4795263889"),
      (.email, "a@b.no", "a@b.no", "mailto:a@b.no"),
      (.web, "https://b.no", "https://b.no", "https://b.no"),
      (.visit, "Gata 1", "Gata 1", nil),
    ]
    for (kind, value, display, dial) in expected {
      let text = ChannelText(kind: kind, value: value, written: "")
      #expect(text.display == display && text.dial == dial)
    }
  }
}

/// An answer in which every field of the contract has a value.
private enum Sample {
  static var snapshot: Snapshot {
    var snapshot = Snapshot()
    snapshot.areas = [Area(id: ID(bits: 1), key: "5001", kind: ID(bits: 2), valid: .always)]
    snapshot.concerns = [Concern(id: ID(bits: 3), key: "extremism")]
    snapshot.functions = [Function(id: ID(bits: 4), key: "resource-person")]
    snapshot.organisationKinds = [OrganisationKind(id: ID(bits: 5), key: "youth-club")]
    return snapshot
  }

  static func answer(at moment: Moment) -> Answer {
    let plan = Label(key: "plan-1", text: "Planen")
    let party = PartyLabel(id: ID(bits: 6), key: "club", name: "Klubben «Æ»")
    let source = SourceLabel(document: "Planen", section: "7", quote: "Ord.", day: moment.day)
    let question = Question(
      asker: .employee, workplace: .kind(ID(bits: 5)), place: ID(bits: 1), concern: ID(bits: 3),
      function: ID(bits: 4), age: .years(15), severity: .mild, moment: moment,
      wishes: [.notPolice, .anonymous])
    let facts = ChannelFacts(
      kind: .phone, value: "+4795263889", written: "952 63 889", label: "vakt",
      hours: [HoursLabel(weekdays: .mondayToFriday, from: 480, until: 930, holidays: .excluded)],
      hoursKind: .stated, warnings: ["Kort."], source: source)
    let channel = AnswerChannel(
      facts, state: .closed, opensAt: LocalTime(day: moment.day + 1, minute: 480))
    let contact = Contact(
      ContactFacts(
        designation: ID(bits: 7), function: Label(key: "resource-person", text: "ressursperson"),
        organisation: party, words: "En leder", person: "Kari", area: "5001",
        offering: Label(key: "22b", text: "22B"), doubts: ["Usikkert."], source: source),
      status: .confirmed, confirmedOn: moment.day, channels: [channel],
      alsoFunctions: [Label(key: "mentor", text: "mentor")],
      ages: AgeRange(from: 12, through: 18, extendedThrough: 23), via: party)
    let why = Why(
      rule: "club", text: "Først klubben.", plan: plan, planDay: moment.day, section: "6",
      quote: "Sitat.")
    return Answer(
      question: question, generation: 42, holdsUntil: LocalTime(day: moment.day, minute: 930),
      emergency: [.police],
      ladder: [Rung(position: 1, tier: .ordinary, relation: .first, contact: contact, why: why)],
      skipped: [
        Skipped(
          tier: .serious, function: Label(key: "x", text: "rolle"), organisation: party,
          because: .wrongAge)
      ],
      steps: [
        AnswerStep(
          plan: plan, number: "2", title: "Drøft", text: "Snakk.", responsible: ["Leder"],
          isHere: true)
      ],
      notices: [
        AnswerNotice(kind: .anonymity, about: "slt", text: "Anonymt.", plan: plan, section: "6")
      ],
      offerings: [
        AnswerOffering(
          id: ID(bits: 8), key: "22b", name: "22B", organisation: party,
          ages: AgeRange(from: 15, through: 23), conditions: ["Høy"], source: source)
      ],
      measures: [AnswerMeasure(plan: plan, number: "3", title: "Kurs", responsible: ["A", "B"])],
      warnings: [.severityAssumed])
  }

  static let json =
    #"{"question":{"asker":"employee","workplace":"youth-club","place":"5001","#
    + #""concern":"extremism","#
    + #""function":"resource-person","age":15,"severity":"mild","at":"2021-12-01T10:00:00+01:00","#
    + #""wishes":["anonymous","not-police"]},"generation":42,"#
    + #""validUntil":"2021-12-01T15:30:00+01:00","#
    + #""emergency":[{"number":"112","label":"Politi, nødnummer","dial":"tel:112"}],"#
    + #""ladder":[{"position":1,"tier":"ordinary","relation":"first","#
    + #""contact":{"designation":"00000000-0000-0000-0000-000000000007","#
    + #""function":{"code":"resource-person","label":"ressursperson"},"#
    + #""organisation":\#(party),"person":{"name":"Kari"},"status":"confirmed","#
    + #""confirmedOn":"2021-12-01","channels":[{"kind":"phone","value":"+4795263889","#
    + #""display":"952 63 889","dial":"tel:+4795263889","#
    + #""hours":"man–fre 08.00–15.30, ikke helligdager","state":"closed","#
    + #""opensAt":"2021-12-02T08:00:00+01:00","warning":"Kort.","label":"vakt","#
    + #""source":\#(source)}],"#
    + #""seats":1,"alsoFunctions":[{"code":"mentor","label":"mentor"}],"area":"5001","#
    + #""via":\#(party),"source":\#(source),"words":"En leder","#
    + #""offering":{"code":"22b","label":"22B"},"ages":"12-18 (23)","doubts":["Usikkert."]},"#
    + #""why":{"rule":"club","text":"Først klubben.","plan":"plan-1","section":"6","#
    + #""quote":"Sitat.","document":"Planen"}}],"#
    + #""skipped":[{"tier":"serious","function":"rolle","organisation":"Klubben «Æ»","#
    + #""because":"wrong-age"}],"#
    + #""steps":[{"plan":"plan-1","number":2,"title":"Drøft","text":"Snakk.","#
    + #""responsible":["Leder"],"here":true,"document":"Planen","source":null}],"#
    + #""notices":[{"kind":"anonymity","about":"slt","text":"Anonymt.","plan":"plan-1","#
    + #""section":"6","quote":null,"document":"Planen"}],"#
    + #""offerings":[{"id":"00000000-0000-0000-0000-000000000008","name":"22B","#
    + #""organisation":\#(party),"ages":"15-23","conditions":["Høy"],"source":"Planen","#
    + #""section":"7","quote":"Ord."}],"#
    + #""measures":[{"plan":"plan-1","number":"3","title":"Kurs","responsible":["A","B"],"#
    + #""status":null,"fate":null,"document":"Planen"}],"#
    + #""warnings":["severity-assumed"],"understood":[],"#
    + #""notUnderstood":[],"unmet":[]}"#

  private static let party =
    #"{"id":"00000000-0000-0000-0000-000000000006","name":"Klubben «Æ»"}"#
  private static let source =
    #"{"document":"Planen","section":"7","date":"2021-12-01","quote":"Ord."}"#
}
