import Registry

extension SeedReading {
  /// Nothing may lie inside itself, at any day.
  func checkCycles() {
    checkTree(
      "The organisation kind", index.organisationKinds.known, index.organisationKinds.find,
      rows.snapshot.organisationKinds.map { ($0.id, $0.parent, rows.position(of: $0)) },
      existing.organisationKinds.map { ($0.id, $0.parent) })
    checkTree(
      "The concern", index.concerns.known, index.concerns.find,
      rows.snapshot.concerns.map { ($0.id, $0.parent, rows.position(of: $0)) },
      existing.concerns.map { ($0.id, $0.parent) })
    checkTree(
      "The plan", index.plans.known, index.plans.find,
      rows.snapshot.plans.map { ($0.id, $0.follows, rows.position(of: $0)) },
      existing.plans.map { ($0.id, $0.follows) })
    checkTree(
      "The organisation", index.organisations.known, index.organisations.find,
      rows.snapshot.organisationParents.map { ($0.organisation, $0.parent, rows.position(of: $0)) },
      existing.organisationParents.map { ($0.organisation, $0.parent) })
    checkTree(
      "The area", index.areas.known, index.areas.find,
      rows.snapshot.areaParents.map { ($0.area, $0.parent, rows.position(of: $0)) },
      existing.areaParents.map { ($0.area, $0.parent) })
    checkVias()
    checkBecoming()
  }

  /// What became of a place never leads back to it. Measures may be merged with each other: plans
  /// say so of two that became one.
  private func checkBecoming() {
    let areas = names(of: index.areas.known, index.areas.find)
    let successions = rings(
      rows.snapshot.areaSuccessions.map { ($0.area, $0.successor, rows.position(of: $0)) },
      known: existing.areaSuccessions.map { ($0.area, $0.successor) })
    for (ring, position) in successions {
      faults.add(
        at: position,
        "The area is its own successor: \(way(ring, areas, "became")); take one of these away, or "
          + "give what came after a key of its own.")
    }
  }

  private func names<Thing>(
    of keys: Set<String>, _ find: (String) -> ID<Thing>?
  ) -> [ID<Thing>: String] {
    Dictionary(keys.compactMap { key in find(key).map { ($0, key) } }) { first, _ in first }
  }

  private func way<Thing>(
    _ ring: [ID<Thing>], _ names: [ID<Thing>: String], _ word: String
  ) -> String {
    (ring + ring.prefix(1)).map { "`\(names[$0] ?? $0.description)`" }
      .joined(separator: " \(word) ")
  }

  /// A channel must lead to a number, not round in a ring of contacts.
  private func checkVias() {
    var edges: [(Subject, Subject?, SeedPosition)] = []
    for channel in rows.snapshot.channels {
      if let organisation = channel.viaOrganisation {
        edges.append((channel.owner, .organisation(organisation), rows.position(of: channel)))
      } else if let designation = channel.viaDesignation {
        edges.append((channel.owner, .designation(designation), rows.position(of: channel)))
      }
    }
    for (ring, position) in rings(edges, known: []) where ring.count > 0 {
      faults.add(
        at: position,
        "These contacts point to each other with `via`; give one of them a channel of its own.")
    }
  }

  private func checkTree<Thing>(
    _ noun: String, _ keys: Set<String>, _ find: (String) -> ID<Thing>?,
    _ edges: [(ID<Thing>, ID<Thing>?, SeedPosition)], _ known: [(ID<Thing>, ID<Thing>?)]
  ) {
    let found = rings(edges, known: known)
    guard !found.isEmpty else { return }
    let names = names(of: keys, find)
    for (ring, position) in found {
      faults.add(
        at: position,
        "\(noun) lies inside itself: \(way(ring, names, "in")); take one of these away.")
    }
  }

  /// The rings among child-parent edges, each told once, at the first of its edges in this load.
  private func rings<Node: Hashable>(
    _ edges: [(Node, Node?, SeedPosition)], known: [(Node, Node?)]
  ) -> [([Node], SeedPosition)] {
    var parents: [Node: [Node]] = [:]
    var positions: [Node: SeedPosition] = [:]
    for (child, parent, position) in edges {
      if let parent { parents[child, default: []].append(parent) }
      positions[child] = min(positions[child] ?? position, position)
    }
    for (child, parent) in known where positions[child] == nil {
      if let parent { parents[child, default: []].append(parent) }
    }
    var found: [([Node], SeedPosition)] = []
    var done: Set<Node> = []
    for (start, position) in positions.sorted(by: { $0.value < $1.value }) {
      guard !done.contains(start), let ring = ring(from: start, parents) else { continue }
      if done.isDisjoint(with: ring) { found.append((ring, position)) }
      done.formUnion(ring)
    }
    return found
  }

  /// The way from a node back to itself, if there is one.
  private func ring<Node: Hashable>(from start: Node, _ parents: [Node: [Node]]) -> [Node]? {
    var cameFrom: [Node: Node] = [:]
    var queue = [start]
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      for parent in parents[node] ?? [] {
        if parent == start {
          var path = [node]
          while let last = path.last, let earlier = cameFrom[last] { path.append(earlier) }
          return path.reversed()
        }
        if cameFrom[parent] == nil {
          cameFrom[parent] = node
          queue.append(parent)
        }
      }
    }
    return nil
  }
}

extension SeedPosition: Comparable {
  package static func < (left: SeedPosition, right: SeedPosition) -> Bool {
    (left.path, left.line, left.key) < (right.path, right.line, right.key)
  }
}
