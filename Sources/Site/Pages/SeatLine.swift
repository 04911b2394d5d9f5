import Registry
import Presentation
import Web

/// A seat in a list: its organisation, what it answers for and how to reach it; never a person.
struct SeatLine {
  let visit: Visit
  let seat: Designation
  /// The place whose page this is, which need not be told again.
  var around: ID<Area>?

  private var words: SiteWords { visit.words }

  /// Named by its organisation, under the heading of its function.
  var card: HTML { card(named: .organisation(seat.organisation)) }

  /// Named by its function, on the page of its organisation.
  var functionCard: HTML { card(named: .function(seat.function)) }

  private func card(named subject: Subject) -> HTML {
    """
    <li class="card"><p class="who">\(visit.link(subject))\(order)</p>\
    \(covers)\(state)\(visit.freshness(of: seat.confirmedOn))\
    <p class="small noprint"><a href="\(record)">\(words.recordLink)\
    <span class="unseen"> – \(visit.name(subject))</span></a> · \
    \(visit.card(of: .designation(seat.id)))</p></li>

    """
  }

  /// Whether there is a public way to reach the seat.
  var isReachable: Bool {
    visit.directory.channels(of: .designation(seat.id), on: visit.day).contains {
      $0.isUsable || $0.viaOrganisation != nil || $0.viaDesignation != nil
    }
  }

  /// In a list of seats that the source only names.
  var mention: HTML {
    """
    <li><a href="\(record)">\(visit.name(.function(seat.function))), \
    \(visit.name(.organisation(seat.organisation)))</a></li>

    """
  }

  var record: String { visit.address(Address.contacts + seat.key) }

  private var order: HTML {
    seat.position > 1
      ? " <span class=\"mark\">\(visit.shared.relation(.deputy))</span>" : .empty
  }

  private var covers: HTML {
    let text = SeatRemit(visit: visit, seat: seat.id, around: around).html
    return text == .empty ? .empty : "<p class=\"small soft\">\(text)</p>"
  }

  private var state: HTML {
    if let channels = ChannelLines(visit: visit).list(of: .designation(seat.id)) {
      return channels
    }
    let text = seat.holding == .vacant ? words.nobodyHolds : words.noChannel
    return "<p class=\"soft\">\(text)</p>"
  }
}

/// What a seat answers for, in one line: areas, units or kinds of unit, concerns, ages.
struct SeatRemit {
  let visit: Visit
  let seat: ID<Designation>
  var around: ID<Area>?
  /// How many of each are named; of the rest only the number is told.
  var namesMax = 20

  var html: HTML {
    let remits = visit.directory.remits(of: seat)
    var seen: Set<AgeRange?> = []
    // What is bound to ages stands apart: the limit is not told of the rest.
    let ages = remits.map(\.ages).filter { seen.insert($0).inserted }
      .sorted { $0 == nil && $1 != nil }
    return ages.map { age in line(remits.filter { $0.ages == age }) }
      .filter { $0 != .empty }.joined("; ")
  }

  private func line(_ remits: [Remit]) -> HTML {
    let parts = [
      names(remits.compactMap(\.area).filter { $0 != around }.map(Subject.area)),
      names(remits.compactMap(\.unit).map(Subject.organisation)),
      names(remits.compactMap(\.unitKind).map(Subject.organisationKind)),
      names(remits.compactMap(\.concern).map(Subject.concern)),
      ages(remits),
    ].filter { $0 != .empty }
    return parts.joined(" · ")
  }

  private func names(_ subjects: [Subject]) -> HTML {
    var seen: Set<Subject> = []
    let all = subjects.filter { seen.insert($0).inserted }
    let names = all.prefix(namesMax).map { subject -> HTML in
      subject.kind == .area ? visit.link(subject) : visit.name(subject)
    }
    let more = all.count - names.count
    let rest: HTML = more > 0 ? " \(visit.words.andMore.filled(String(more)))" : .empty
    return "\(names.joined(", "))\(rest)"
  }

  private func ages(_ remits: [Remit]) -> HTML {
    var seen: Set<AgeRange> = []
    let ranges = remits.compactMap(\.ages).filter { seen.insert($0).inserted }
    return ranges.map { visit.ages($0) }.joined(", ")
  }
}
