import Registry

/// What a door is, beyond what its contact says: by it an answer is laid out for who asks.
struct DoorNature: OptionSet {
  let rawValue: Int

  static let police = DoorNature(rawValue: 1)
  /// The line for children of the whole country.
  static let childLine = DoorNature(rawValue: 2)
  /// A service for children near by.
  static let nearChildren = DoorNature(rawValue: 4)

  /// The one number for children of the whole country, which stands above every page too.
  static let childLineNumber = "116111"
  /// Keys of kinds of organisation, with all that is below them.
  static let policeKinds: Set<String> = ["police", "security-service"]
  static let childrenKinds: Set<String> = [
    "child-welfare", "child-welfare-watch", "child-health", "youth-talk",
  ]
}

/// The ladder as a person meets it on a page: first what can be used now, then the rest.
///
/// Only where a door stands on the page is decided here. The ladder's own order, its positions and
/// relations are those of the answer; they are told to programs and are not touched.
struct AnswerDisplay {
  enum Title: Hashable {
    /// The door to begin with.
    case start
    /// Doors known to be open.
    case now
    case tier(Tier)
    /// The police, for somebody who does not want them.
    case last
  }

  /// Doors under one heading; those of one step are equal.
  struct Section {
    let title: Title
    let steps: [[Int]]

    var places: [Int] { steps.flatMap { $0 } }
  }

  /// What was wished for and could not be met, or only in this way.
  enum Remark: Hashable {
    case policeLast, policeStays, onlyPolice, anonymityUnknown, nothingInWriting
  }

  private let question: Question
  private let ladder: [Rung]
  private let natures: [DoorNature]
  private let isOfficeTime: Bool
  /// Doors with a channel, and those without.
  private let live: [Int]
  let silent: [Int]

  init(_ answer: Answer, isOfficeTime: Bool, natures: [DoorNature]) {
    question = answer.question
    ladder = answer.ladder
    self.natures = natures
    self.isOfficeTime = isOfficeTime
    let (live, silent) = AnswerDisplay.parted(answer.ladder)
    self.live = live
    self.silent = silent
    remarksOnAnonymity = answer.notices.contains { $0.kind == .anonymity }
  }

  private let remarksOnAnonymity: Bool

  private static func parted(_ ladder: [Rung]) -> (live: [Int], silent: [Int]) {
    let isLive = ladder.map { rung in
      rung.contact.status != .vacant && rung.contact.channels.contains(where: \.isUsable)
    }
    return (ladder.indices.filter { isLive[$0] }, ladder.indices.filter { !isLive[$0] })
  }

  // MARK: who asks

  private var asker: Asker { question.asker ?? (question.workplace == nil ? .citizen : .employee) }
  private var isAboutSelf: Bool { asker == .youngPerson || asker == .affected }
  private var isSerious: Bool {
    (question.severity ?? .mild) >= .grave || ladder.contains { $0.tier == .serious }
  }

  /// A child who asks for oneself; a young person of unknown age may be one.
  var isChild: Bool {
    guard isAboutSelf else { return false }
    return question.age.map { $0.number < 18 } ?? (asker == .youngPerson)
  }

  /// Who decides alone whether the police are called, whatever a plan says.
  private var decidesAlone: Bool { isAboutSelf || isChild }

  private var prefersWriting: Bool { question.wishes.contains(.inWriting) }
  private var avoidsPolice: Bool { question.wishes.contains(.notPolice) }

  /// Whether doors without a channel are what an employee does first.
  var isSilentFirst: Bool {
    (asker.isWithin(.employee) || asker == .authority) && !isSerious
  }

  // MARK: doors

  /// Whether somebody is known to answer there now.
  static func isKnownOpen(_ contact: Contact) -> Bool {
    contact.status != .vacant
      && contact.channels.contains { $0.isAnswering && $0.state == .open }
  }

  private func isKnownOpen(_ place: Int) -> Bool {
    AnswerDisplay.isKnownOpen(ladder[place].contact)
  }

  private func hasOpenWriting(_ place: Int) -> Bool {
    ladder[place].contact.channels.contains {
      $0.isUsable && $0.kind.isWritten && $0.kind.isImmediate && $0.state == .open
    }
  }

  private func hasWriting(_ place: Int) -> Bool {
    ladder[place].contact.channels.contains {
      $0.isUsable && $0.kind.isWritten && $0.state != .closed
    }
  }

  /// Whether it can be begun with: known to be open, or of unknown hours in office time.
  private func canStart(_ place: Int) -> Bool {
    if prefersWriting, hasWriting(place) { return true }
    return ladder[place].contact.channels.contains {
      $0.isAnswering && ($0.state == .open || (isOfficeTime && $0.state == .unknown))
    }
  }

  /// Whether the police stand behind everybody else, since they are not wanted.
  private func isLast(_ place: Int) -> Bool {
    guard avoidsPolice, natures[place].contains(.police) else { return false }
    return decidesAlone || ladder[place].tier != .serious
  }

  private struct Rank: Comparable {
    let writing: Int
    let child: Int
    let place: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.writing, left.child, left.place) < (right.writing, right.child, right.place)
    }
  }

  private func rank(_ place: Int) -> Rank {
    let writing = prefersWriting ? (hasOpenWriting(place) ? 0 : hasWriting(place) ? 1 : 2) : 0
    var child = 2
    if isChild, isKnownOpen(place) {
      if natures[place].contains(.nearChildren) { child = 0 }
      if natures[place].contains(.childLine) { child = 1 }
    }
    return Rank(writing: writing, child: child, place: place)
  }

  // MARK: sections

  /// In the order in which they are shown.
  var sections: [Section] {
    let ordered = live.filter { !isLast($0) }.sorted { rank($0) < rank($1) }
    let lead = lead(ordered)
    var sections: [Section] = []
    if !lead.isEmpty {
      sections.append(section(isOfficeTime || prefersWriting ? .start : .now, lead))
    }
    for tier in Tier.allCases {
      let places = ordered.filter { ladder[$0].tier == tier && !lead.contains($0) }
      if !places.isEmpty { sections.append(section(.tier(tier), places)) }
    }
    let last = live.filter { isLast($0) }
    if !last.isEmpty { sections.append(section(.last, last)) }
    return sections
  }

  /// The doors on top: in office time the first that can be used with its equals, else all that are
  /// known to be open.
  private func lead(_ ordered: [Int]) -> [Int] {
    guard isOfficeTime || prefersWriting else { return ordered.filter { isKnownOpen($0) } }
    guard let first = ordered.first(where: { canStart($0) }) else { return [] }
    var lead = [first]
    while let last = lead.last, ladder.indices.contains(last + 1),
      ladder[last + 1].relation == .equal, ordered.contains(last + 1), !prefersWriting,
      !isChild || !natures[last + 1].contains(.police)
    {
      lead.append(last + 1)
    }
    return lead
  }

  private func section(_ title: Title, _ places: [Int]) -> Section {
    var steps: [[Int]] = []
    for place in places {
      if let last = steps.last?.last, last + 1 == place, ladder[place].relation == .equal {
        steps[steps.count - 1].append(place)
      } else {
        steps.append([place])
      }
    }
    return Section(title: title, steps: steps)
  }

  /// Doors all of whose channels have been shown by one before them.
  func repeated(in sections: [Section]) -> Set<Int> {
    var seen: Set<String> = []
    var repeated: Set<Int> = []
    for place in sections.flatMap(\.places) {
      let values = ladder[place].contact.channels.compactMap(\.value)
      if !values.isEmpty, seen.isSuperset(of: values) { repeated.insert(place) }
      seen.formUnion(values)
    }
    return repeated
  }

  // MARK: wishes

  var remarks: [Remark] {
    var remarks: [Remark] = []
    if avoidsPolice { policeRemark.map { remarks.append($0) } }
    if question.wishes.contains(.anonymous), !remarksOnAnonymity {
      remarks.append(.anonymityUnknown)
    }
    if prefersWriting, !live.contains(where: { hasOpenWriting($0) }) {
      remarks.append(.nothingInWriting)
    }
    return remarks
  }

  private var policeRemark: Remark? {
    let police = live.filter { natures[$0].contains(.police) }
    guard !police.isEmpty else { return nil }
    if police.contains(where: { !isLast($0) }) { return .policeStays }
    let others = live.contains { place in
      !natures[place].contains(.police)
        && ladder[place].contact.channels.contains { $0.isUsable && $0.kind != .web }
    }
    return others ? .policeLast : .onlyPolice
  }
}

extension AnswerChannel {
  /// Whether it is one through which somebody answers, without having to go there.
  var isAnswering: Bool { isUsable && kind.isImmediate && kind != .visit }
}
