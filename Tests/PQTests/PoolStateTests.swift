import Testing

@testable import PQ

@Suite struct PoolStateTests {
  /// Plays at random against what must hold whatever happens; the seed is printed on failure.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no more are out than allowed, and nobody waits while one is free`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let connectionsMax = Int.random(in: 1...4, using: &random)
    var state = PoolState<Int>(connectionsMax: connectionsMax)
    var lent: [Int] = []
    var free: Set<Int> = []
    var queue: [Int] = []
    var made = 0
    func take(_ grant: PoolState<Int>.Grant) {
      switch grant {
      case .connection(let connection):
        free.remove(connection)
        lent.append(connection)
      case .permit:
        made += 1
        lent.append(made)
      }
    }
    for ticket in 1...300 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1:
        switch state.acquire(ticket) {
        case .granted(let grant): take(grant)
        case .wait: queue.append(ticket)
        case .closed: Issue.record("closed by itself, seed \(seed)")
        }
      case 2:
        guard let index = lent.indices.randomElement(using: &random) else { continue }
        let connection = lent.remove(at: index)
        let isLost = Bool.random(using: &random)
        switch isLost ? state.giveBackPermit() : state.giveBack(connection) {
        case .hand(let grant, let ticket):
          #expect(ticket == queue.removeFirst(), "first come, first served, seed \(seed)")
          take(grant)
        case .keep: free.insert(connection)
        case .discard: #expect(isLost, "seed \(seed)")
        }
      default:
        guard let index = queue.indices.randomElement(using: &random) else { continue }
        let hasGivenUp = state.giveUp(queue.remove(at: index))
        #expect(hasGivenUp, "seed \(seed)")
      }
      #expect(lent.count + free.count <= connectionsMax, "seed \(seed)")
      #expect(queue.isEmpty || lent.count == connectionsMax, "seed \(seed)")
      #expect(Set(lent).count == lent.count, "seed \(seed)")
    }
  }
}

/// A small random generator that a seed determines.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
