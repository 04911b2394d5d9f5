import Registry
import Testing

@Suite struct RowIndexTests {
  private struct Pupil: Hashable, Sendable {
    let id: ID<Pupil>
    let room: ID<Area>?
    let name: String
  }

  /// Many keys, so that they meet in the slots; few rooms, so that groups are long.
  private static func pupils(_ count: Int) -> [Pupil] {
    var state: UInt64 = 7
    return (0..<count).map { number in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let half = UInt128(state)
      let bits = number % 2 == 0 ? UInt128(number + 1) : half << 64 | half
      let room: ID<Area>? = number % 5 == 0 ? nil : ID(bits: UInt128(number % 7 + 1))
      return Pupil(id: ID(bits: bits), room: room, name: "pupil \(number / 3)")
    }
  }

  @Test(arguments: [0, 1, 2, 3, 100, 1_000])
  func `every row is found by its key and nothing by another`(count: Int) {
    let pupils = Self.pupils(count)
    let byID = RowsByKey(pupils, by: { $0.id })
    #expect(pupils.allSatisfy { byID[$0.id] == $0 })
    #expect(pupils.indices.allSatisfy { byID.position(of: pupils[$0].id) == $0 })
    #expect(byID.count == count)
    #expect(byID.values == pupils)
    #expect(byID[ID(bits: 1 << 100)] == nil)
    #expect(byID[ID(bits: 0)] == nil)
  }

  @Test func `of rows with one key the first is found, or the last where that is asked`() {
    let pupils = Self.pupils(10)
    let first = RowsByKey(pupils, by: { $0.name })
    let last = RowsByKey(pupils, by: { $0.name }, isLastFound: true)
    #expect(first["pupil 1"] == pupils[3])
    #expect(last["pupil 1"] == pupils[5])
    #expect(first.values == [pupils[0], pupils[3], pupils[6], pupils[9]])
    #expect(last.count == 4)
  }

  @Test(arguments: [0, 1, 2, 100, 1_000])
  func `groups are those of a dictionary, each in the order of the rows`(count: Int) {
    let pupils = Self.pupils(count)
    let byRoom = RowGroups<ID<Area>, Pupil>(pupils, by: { $0.room })
    let byAnyRoom = RowGroups<ID<Area>?, Pupil>(pupils, by: { $0.room })
    let byName = RowGroups(pupils, by: { $0.name }) { $0.id > $1.id }
    let expected = Dictionary(grouping: pupils, by: \.room)
    for number in 0..<10 {
      let room = ID<Area>(bits: UInt128(number + 1))
      #expect(Array(byRoom[room]) == expected[room, default: []])
      #expect(Array(byAnyRoom[room]) == expected[room, default: []])
    }
    #expect(Array(byAnyRoom[nil]) == expected[nil, default: []])
    for (name, members) in Dictionary(grouping: pupils, by: \.name) {
      #expect(Array(byName[name]) == members.sorted { $0.id > $1.id })
    }
    #expect(byName["nobody"].isEmpty)
  }

  @Test func `rows in order are handed on as they are, others are put in order`() {
    let pupils = Self.pupils(50)
    let ordered = pupils.sorted { $0.id < $1.id }
    #expect(pupils.inOrder { $0.id < $1.id } == ordered)
    #expect(ordered.inOrder { $0.id < $1.id } == ordered)
    #expect(Array(pupils.placesInOrder { $0.id < $1.id }) == ordered)
    #expect(pupils.only { $0.room != nil } == pupils.filter { $0.room != nil })
    #expect(pupils.only { _ in true } == pupils)
  }

  @Test func `parts done side by side come back in their order`() {
    let parts: [@Sendable () -> Int] = (0..<9).map { number in { @Sendable in number } }
    #expect(SideBySide.inTurn.make(parts) == Array(0..<9))
    let backwards = SideBySide { Array($0.reversed().map { $0() }.reversed()) }
    #expect(backwards.make(parts) == Array(0..<9))
    #expect(SideBySide.inTurn.both({ 1 }, { "one" }) == (1, "one"))
    #expect(backwards.both({ 1 }, { "one" }) == (1, "one"))
  }
}
