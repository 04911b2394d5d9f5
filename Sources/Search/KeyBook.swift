package import Registry

/// The seed keys of things, for those who know them and for scripts.
///
/// What belongs to a plan has the plan's key before its own key or number: `baerum-2017/10`.
package final class KeyBook: Sendable {
  private let subjects: [Subject.Kind: [String: Subject]]
  private let keys: [Subject: String]

  package init(_ snapshot: Snapshot) {
    var subjects: [Subject.Kind: [String: Subject]] = [:]
    var keys: [Subject: String] = [:]
    func note(_ kind: Subject.Kind, _ bits: UInt128, _ key: String) {
      let subject = Subject(kind: kind, bits: bits)
      subjects[kind, default: [:]][key] = subject
      keys[subject] = key
    }
    for area in snapshot.areas { note(.area, area.id.bits, area.key) }
    for kind in snapshot.areaKinds { note(.areaKind, kind.id.bits, kind.key) }
    for kind in snapshot.organisationKinds { note(.organisationKind, kind.id.bits, kind.key) }
    for unit in snapshot.organisations { note(.organisation, unit.id.bits, unit.key) }
    for function in snapshot.functions { note(.function, function.id.bits, function.key) }
    for concern in snapshot.concerns { note(.concern, concern.id.bits, concern.key) }
    for plan in snapshot.plans { note(.plan, plan.id.bits, plan.key) }
    for offering in snapshot.offerings { note(.offering, offering.id.bits, offering.key) }
    let plans = Dictionary(
      snapshot.plans.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    for rule in snapshot.rules {
      note(.rule, rule.id.bits, "\(plans[rule.plan] ?? "")/\(rule.key)")
    }
    for notice in snapshot.notices {
      note(.notice, notice.id.bits, "\(plans[notice.plan] ?? "")/\(notice.key)")
    }
    for measure in snapshot.measures {
      note(.measure, measure.id.bits, "\(plans[measure.plan] ?? "")/\(measure.number)")
    }
    for step in snapshot.steps {
      note(.step, step.id.bits, "\(plans[step.plan] ?? "")/\(step.number)")
    }
    for seat in snapshot.designations { note(.designation, seat.id.bits, seat.key) }
    for source in snapshot.sources { note(.source, source.id.bits, source.key) }
    let open = snapshot.openPersons
    for person in snapshot.persons where open.contains(person.id) {
      note(.person, person.id.bits, person.key)
    }
    self.subjects = subjects
    self.keys = keys
  }

  package func subject(_ kind: Subject.Kind, key: String) -> Subject? {
    subjects[kind]?[key]
  }

  package func key(of subject: Subject) -> String? {
    keys[subject]
  }
}
