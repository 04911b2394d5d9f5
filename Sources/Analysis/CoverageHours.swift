import Routing
import Registry

/// The different hours that contacts keep, and what they say through a stretch of days.
final class CoverageHours {
  /// What the hours say at one moment.
  struct Judgement: Hashable {
    let isShut: Bool
    let order: HoursJudgement.Order

    /// When no time of day is asked about.
    static let untimed = Judgement(isShut: false, order: .undecided)
  }

  /// Judgements by the number of the hours; how many minutes of the stretch are like that.
  struct Spell {
    let judgements: [Judgement]
    var minutes: Int
  }

  private struct Hours: Hashable {
    let kind: HoursKind
    let windows: [HoursLabel]
  }

  private let tables: Tables
  private let days: Range<Int32>
  private var all: [Hours] = []
  private var numbers: [Hours: Int] = [:]
  private var spells: [[Int]: [Spell]] = [:]

  init(tables: Tables, days: Range<Int32>) {
    self.tables = tables
    self.days = days
  }

  /// How many different hours are known.
  var count: Int { all.count }

  func number(of channel: AnswerChannel) -> Int {
    let hours = Hours(kind: channel.hoursKind, windows: channel.hours)
    if let known = numbers[hours] { return known }
    numbers[hours] = all.count
    all.append(hours)
    return all.count - 1
  }

  /// The stretch divided by what those hours say, equal spells together.
  func spells(of chosen: [Int]) -> [Spell] {
    if let known = spells[chosen] { return known }
    var made: [Spell] = []
    var places: [[Judgement]: Int] = [:]
    let breaks = breaks(of: chosen)
    for number in days {
      for (from, until) in zip(breaks, breaks.dropFirst()) {
        let moment = Moment(day: Day(number: number), minute: from)
        let judgements = judgements(of: chosen, at: moment)
        if let place = places[judgements] {
          made[place].minutes += until - from
        } else {
          places[judgements] = made.count
          made.append(Spell(judgements: judgements, minutes: until - from))
        }
      }
    }
    spells[chosen] = made
    return made
  }

  private func judgements(of chosen: [Int], at moment: Moment) -> [Judgement] {
    let judge = HoursJudge(moment: moment, holidays: tables.holidays)
    var ledger = Ledger(moment: moment)
    var judgements = [Judgement](repeating: .untimed, count: (chosen.max() ?? -1) + 1)
    for number in chosen {
      let judged = judge.judge(all[number].kind, all[number].windows, ledger: &ledger)
      judgements[number] = Judgement(isShut: judged.state == .closed, order: judged.order)
    }
    return judgements
  }

  /// The minutes of a day at which any of the hours may change.
  private func breaks(of chosen: [Int]) -> [Int] {
    let office = HoursJudge.nominalOffice
    var breaks: Set<Int> = [0, 1440, office.from, office.until]
    for window in chosen.flatMap({ all[$0].windows }) {
      breaks.formUnion([window.from, window.until])
    }
    return breaks.sorted()
  }
}
