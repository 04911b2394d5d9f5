package import Registry

/// What a case asks of a question and when its rule speaks, without references, so that reading it
/// costs no counting, and with no record of the rule behind it, which would be one more look into
/// memory that is far away.
package struct PackedCase {
  package let number: Int32
  package let rule: Int32
  package let level: Int32
  package let documentDay: Int32
  package let firstAge: Int32
  package let lastAge: Int32
  /// Number of ages inside; 0 without a range.
  package let ages: Int32
  package let hasAges: Bool
  package let asker: UInt8
  package let severity: UInt8
  /// One bit; 0 without a wish.
  package let wish: UInt8
  package let ruleValid: DayRange
  package let planValid: DayRange

  package init(_ record: CaseRecord, number: Int) {
    let condition = record.condition
    self.number = Int32(number)
    rule = Int32(record.rule)
    level = Int32(record.level)
    documentDay = record.documentDay.number
    firstAge = condition.ages?.from.map { Int32(clamping: $0) } ?? .min
    lastAge = condition.ages?.last.map { Int32(clamping: $0) } ?? .max
    ages = Int32(clamping: condition.ages?.width ?? 0)
    hasAges = condition.ages != nil
    asker = UInt8(condition.asker.number)
    severity = UInt8(condition.severity.rank)
    wish = condition.wish?.bit ?? 0
    ruleValid = record.ruleValid
    planValid = record.planValid
  }
}

/// Where a cell lies on the walks of a question.
package struct CellPlace {
  package let area: Int
  package let work: Int
  package let concern: Int
}

/// The cases of one tier, found by area and then by workplace and concern.
///
/// Each area has an open-addressing table of its own, with a mask of what it names, so that almost
/// every cell of the walks that is not there is known without a look.
package struct CaseGrid {
  private struct Block {
    var first: UInt32 = 0
    /// Number of slots less one, the slots a power of two.
    var mask: UInt32 = 0
    var works: UInt64 = 0
    var concerns: UInt64 = 0
    /// The lowest level of any case.
    var level: Int32 = .max
    var hasWish = false
  }

  private struct Slot {
    var key: UInt64 = 0
    var first: UInt32 = 0
    /// 0 is an empty slot.
    var count: UInt32 = 0
  }

  /// By area, the first for any area.
  private var blocks: [Block]
  private var slots: [Slot] = []
  private var members: [PackedCase] = []

  /// `numbers` are positions in `cases`, rising.
  package init(_ cases: [CaseRecord], _ numbers: [Int]) {
    var byArea: [Int: [UInt64: [Int]]] = [:]
    for number in numbers {
      let condition = cases[number].condition
      let key = CaseGrid.key(
        condition.work.code, CaseGrid.code(ofConcern: condition.concern))
      byArea[CaseGrid.code(ofArea: condition.area), default: [:]][key, default: []].append(number)
    }
    blocks = [Block](repeating: Block(), count: (byArea.keys.max() ?? -1) + 1)
    members.reserveCapacity(numbers.count)
    for area in byArea.keys.sorted() { add(byArea[area] ?? [:], of: cases, in: area) }
  }

  private mutating func add(_ cells: [UInt64: [Int]], of cases: [CaseRecord], in area: Int) {
    var size = 2
    while size < cells.count * 2 { size *= 2 }
    var block = Block(first: UInt32(slots.count), mask: UInt32(size - 1))
    slots += [Slot](repeating: Slot(), count: size)
    for key in cells.keys.sorted() {
      let numbers = cells[key] ?? []
      block.works |= CaseGrid.bit(key >> 32)
      block.concerns |= CaseGrid.bit(key & 0xFFFF_FFFF)
      let first = members.count
      for number in numbers {
        let member = PackedCase(cases[number], number: number)
        block.level = min(block.level, member.level)
        if member.wish != 0 { block.hasWish = true }
        members.append(member)
      }
      var place = CaseGrid.place(of: key, mask: block.mask)
      while slots[Int(block.first + place)].count != 0 { place = (place + 1) & block.mask }
      slots[Int(block.first + place)] = Slot(
        key: key, first: UInt32(first), count: UInt32(numbers.count))
    }
    blocks[area] = block
  }

  /// Calls `body` with every case on the walks and where it lies, but for cells whose every case
  /// comes after `limit` in the order of `Precedence.beforeAge`; `body` may lower the limit.
  ///
  /// What a cell can reach at best is known without a look at it: the lowest level of its area's
  /// block, its own place, the nearest asker, the highest severity. Say the best so far is a
  /// municipality's rule (level 0) for the own kind of unit (workplace 1). In the block of the
  /// nation, whose lowest level is 2, no cell can come before it: all are passed over. In the
  /// municipality's own block the cells of workplace 0 are still looked at, and at workplace 1
  /// those of a nearer concern. Concerns only get wider along the walk, so the first cell that is
  /// too late ends that row (`break`); another workplace or area may be nearer, so only that row.
  package func visit(
    _ inquiry: Inquiry, concernPath: [Int], limit: UInt64 = .max,
    _ body: (PackedCase, CellPlace, inout UInt64) -> Void
  ) {
    var limit = limit
    for area in 0...inquiry.areaWalk.count {
      let code = area < inquiry.areaWalk.count ? inquiry.areaWalk[area] + 1 : 0
      guard code < blocks.count, blocks[code].works != 0 else { continue }
      let block = blocks[code]
      let wish = block.hasWish ? 0 : 1
      for (work, workCode) in inquiry.workCodes.enumerated()
      where block.works & CaseGrid.bit(UInt64(workCode)) != 0 {
        for concern in 0...concernPath.count {
          let concernCode = concern < concernPath.count ? UInt32(concernPath[concern] + 1) : 0
          guard block.concerns & CaseGrid.bit(UInt64(concernCode)) != 0 else { continue }
          let place = CellPlace(area: area, work: work, concern: concern)
          let least = Precedence.order(
            level: Int(block.level), wish: wish, place, asker: 0, severity: Severity.acute.rank)
          if least > limit { break }
          let key = CaseGrid.key(workCode, concernCode)
          for member in cell(key, in: block) { body(members[member], place, &limit) }
        }
      }
    }
  }

  private func cell(_ key: UInt64, in block: Block) -> Range<Int> {
    var place = CaseGrid.place(of: key, mask: block.mask)
    while true {
      let slot = slots[Int(block.first + place)]
      if slot.count == 0 { return 0..<0 }
      if slot.key == key { return Int(slot.first)..<Int(slot.first + slot.count) }
      place = (place + 1) & block.mask
    }
  }

  private static func code(ofArea area: Int?) -> Int { area.map { $0 + 1 } ?? 0 }

  private static func code(ofConcern concern: Int?) -> UInt32 {
    concern.map { UInt32($0 + 1) } ?? 0
  }

  private static func key(_ work: UInt32, _ concern: UInt32) -> UInt64 {
    UInt64(work) << 32 | UInt64(concern)
  }

  private static func bit(_ code: UInt64) -> UInt64 { 1 << (code & 63) }

  private static func place(of key: UInt64, mask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}

extension WorkNode {
  /// A number of its own for every node.
  package var code: UInt32 {
    switch self {
    case .anyone: 0
    case .unit(let unit): UInt32(unit) * 2 + 1
    case .kind(let kind): UInt32(kind) * 2 + 2
    }
  }
}

extension Asker {
  /// Its place among all askers.
  package var number: Int {
    switch self {
    case .anyone: 0
    case .employee: 1
    case .manager: 2
    case .authority: 3
    case .citizen: 4
    case .relative: 5
    case .youngPerson: 6
    case .affected: 7
    case .witness: 8
    case .volunteer: 9
    case .faithCommunity: 10
    case .business: 11
    }
  }
}

extension Wish {
  /// One bit of a set of wishes.
  package var bit: UInt8 {
    switch self {
    case .anonymous: 1
    case .inWriting: 2
    case .notPolice: 4
    }
  }
}
