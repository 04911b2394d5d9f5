import HTTPTypes
import Hummingbird
import Registry
import Search
import Presentation
import Web

/// From the last part of an address to a record, its successor, or what happened to it.
extension Site {
  func place(
    _ visit: Visit, _ slug: String, prefix: String, ending: String = "", choice: Visit.Choice,
    page: (Visit, ID<Area>) -> HTML?
  ) throws -> Reply {
    guard let area = PlaceSlug.area(slug, in: visit) else { throw RequestProblem.notFound }
    let visit = visit.speaking(choice(visit, area))
    if visit.isGone(area) {
      let successors = visit.areas.successors(of: area).map(\.successor)
      if let successor = visit.areas.successor(of: area, on: visit.day), !visit.isGone(successor) {
        throw Moved(
          to: "\(prefix)\(Address.places)\(PlaceSlug(successor, in: visit).text)\(ending)")
      }
      return GonePage(
        visit: visit, subject: .area(area), ended: visit.areas.area(area)?.valid.until,
        successors: successors.map(Subject.area)
      ).reply
    }
    let own = PlaceSlug(area, in: visit).text
    guard own == slug else { throw Moved(to: "\(prefix)\(Address.places)\(own)\(ending)") }
    return try .page(visit.found(page(visit, area)), caching: visit.caching)
  }

  func organisation(_ visit: Visit, _ slug: String, _ number: Int) throws -> Reply {
    let id: ID<Organisation> = try found(.organisation, slug, visit)
    if visit.isGone(id) {
      return GonePage(visit: visit, subject: .organisation(id), ended: visit.end(of: id)).reply
    }
    let page = OrganisationPage(visit: visit, organisation: id, number: number)
    return try .page(visit.found(page.html), caching: visit.caching)
  }

  func function(_ visit: Visit, _ slug: String, _ number: Int) throws -> Reply {
    let id: ID<Function> = try found(.function, slug, visit)
    let page = FunctionPage(visit: visit, function: id, number: number)
    return try .page(visit.found(page.html), caching: visit.caching)
  }

  func contact(_ visit: Visit, _ slug: String) throws -> Reply {
    let id: ID<Designation> = try found(.designation, slug, visit)
    // A seat that is not public is not in the directory: it has no address at all.
    guard let seat = visit.directory.designations[id] else { throw RequestProblem.notFound }
    guard seat.valid.contains(visit.day) else {
      return GonePage(
        visit: visit, subject: .function(seat.function), ended: seat.valid.until,
        successors: [.organisation(seat.organisation)]
      ).reply
    }
    var reply = Reply.page(ContactPage(visit: visit, seat: seat).html, caching: visit.caching)
    reply.fields.append(Reply.notForSearchEngines)
    return reply
  }

  func plan(_ visit: Visit, _ slug: String, _ number: Int) throws -> Reply {
    let id: ID<Plan> = try found(.plan, slug, visit)
    guard let plan = visit.directory.plans[id] else { throw RequestProblem.notFound }
    let page = PlanPage(visit: visit, plan: plan, number: number)
    return try .page(visit.found(page.html), caching: visit.caching)
  }

  /// By key; somebody who comes with the permanent id, or with a name of today or of before, is
  /// led to the address with the key.
  private func found<Row>(
    _ kind: Subject.Kind, _ slug: String, _ visit: Visit
  ) throws -> ID<Row> {
    if let subject = visit.edition.search.subject(kind, key: slug) {
      return ID(bits: subject.bits)
    }
    if let id = ID<Row>(slug) {
      let subject = Subject(kind: kind, bits: id.bits)
      let isHidden =
        kind == .designation && visit.directory.designations[ID(bits: id.bits)] == nil
      if !isHidden, visit.edition.search.key(of: subject) != nil,
        let path = visit.path(of: subject)
      {
        throw Moved(to: visit.address(path))
      }
    }
    if let key = visit.key(named: slug, kind), let path = Visit.path(kind, key: key) {
      throw Moved(to: visit.address(path))
    }
    throw RequestProblem.notFound
  }
}

extension Visit {
  /// A page that is there.
  fileprivate func found(_ page: HTML?) throws -> HTML {
    guard let page else { throw RequestProblem.notFound }
    return page
  }

  /// The key of the one organisation or function that is or was called so; nil when that is nobody
  /// or several.
  fileprivate func key(named slug: String, _ kind: Subject.Kind) -> String? {
    let plain = PlaceSlug.plain(String(slug.prefix(100)))
    guard kind == .organisation || kind == .function, !plain.isEmpty else { return nil }
    let book = edition.search.book
    let hits = edition.search.find(plain.replacing("-", with: " "), kinds: [kind], countMax: 20)
    let called = hits.map(\.subject).unique.filter { subject in
      book.names(of: subject).contains {
        $0.kind != .misprint && PlaceSlug.plain($0.text) == plain
      }
    }
    return called.count == 1 ? edition.search.key(of: called[0]) : nil
  }
}
