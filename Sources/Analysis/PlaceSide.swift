import Routing
import Registry

/// One side of a survey, at one place.
struct PlaceSide {
  let side: SurveySide
  let inquiry: Inquiry
  /// Cases that can match at the place.
  private let candidates: [CaseRecord]
  /// Concerns that a case or a remit there names.
  private let namedConcerns: Set<Int>
  /// The walk of each workplace of the space.
  private let walks: [[WorkNode]]
  var tables: Tables { side.tables }

  init(_ side: SurveySide, at place: ID<Area>, space: QuestionSpace) {
    self.side = side
    inquiry = side.inquiry(at: place)
    candidates = side.candidates(inquiry)
    var named = Set(candidates.compactMap(\.condition.concern))
    for buckets in side.tables.seatsByArea {
      for number in buckets.aroundAndInside(inquiry) {
        for remit in side.tables.designations[number].remits {
          if let concern = remit.concern { named.insert(concern) }
        }
      }
    }
    namedConcerns = named
    walks = space.workplaces.map { kind in
      side.tables.workWalk(from: kind.map { .kind($0) }, on: side.moment.day)
    }
  }

  func key(of concern: ID<Concern>?) -> ConcernKey {
    let number = concern.flatMap { tables.concernNumbers[$0] }
    let path = number.map { tables.concerns[$0].path } ?? []
    return ConcernKey(
      isUnknown: concern == nil, path: path.filter(namedConcerns.contains),
      least: path.compactMap { tables.concerns[$0].row.leastSeverity }.max() ?? .question)
  }

  /// Without a concern the rules for the general concerns speak, one after the other.
  func candidates(for key: ConcernKey) -> [CaseRecord] {
    candidates.filter { record in
      guard let concern = record.condition.concern else { return true }
      return key.isUnknown
        ? side.index.isHeardWithoutConcern(concern) : key.path.contains(concern)
    }
  }

  /// Whether a workplace of the space lies on or below that node.
  func isOn(_ workplace: Int, _ node: WorkNode) -> Bool {
    walks[workplace].contains(node)
  }

  /// The part of a workplace's walk that the named kinds are on.
  func walk(_ workplace: Int, through kinds: Set<Int>) -> [Int] {
    walks[workplace].compactMap { node in
      guard case .kind(let kind) = node, kinds.contains(kind) else { return nil }
      return kind
    }
  }

  /// Numbers of the rules that speak, and where each tier ends, among cases known to match.
  func speakers(
    _ question: Question, among records: [CaseRecord]
  ) -> (above: [Int], fallback: [Int]) {
    var moved = question
    moved.moment = side.moment
    let asked = inquiry.asked(moved)
    var above: [Int] = []
    if asked.severity >= .grave { above += speakers(asked, .serious, among: records) }
    above += speakers(asked, .ordinary, among: records)
    return (above, fallback(asked, among: records))
  }

  /// Who speaks in the fallback, and every rule behind them: which of those is heard depends on the
  /// doors of those before it.
  private func fallback(_ asked: Inquiry, among records: [CaseRecord]) -> [Int] {
    var ledger = Ledger(moment: side.moment)
    let matches = asked.matches(among: records.filter { $0.tier == .fallback }, ledger: &ledger)
    let speakers = asked.speakers(of: matches, ledger: &ledger)
    return speakers.signature + matches.map(\.rule)
  }

  private func speakers(
    _ asked: Inquiry, _ tier: Tier, among records: [CaseRecord]
  ) -> [Int] {
    var ledger = Ledger(moment: side.moment)
    let speakers: Speakers
    if !asked.asksConcern {
      speakers = side.index.speakers(asked, tier: tier, ledger: &ledger)
    } else {
      let matches = asked.matches(among: records.filter { $0.tier == tier }, ledger: &ledger)
      speakers = asked.speakers(of: matches, ledger: &ledger)
    }
    return speakers.signature
  }
}
