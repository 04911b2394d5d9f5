import Registry
import Testing

@testable import varde

/// Many values of a tree said as few branches.
@Suite struct BranchTests {
  private static func id(_ number: UInt128) -> ID<Concern> { ID(bits: number) }

  /// 1 has 2 and 3 below it, 3 has 4, and 5 stands alone.
  private let branches = Branches<Concern>([
    (id(1), nil), (id(2), id(1)), (id(3), id(1)), (id(4), id(3)), (id(5), nil),
  ])

  @Test(
    "Only branches that are wholly there are said by their uppermost value",
    arguments: [
      ([1, 2, 3, 4], [1], true), ([3, 4, 5], [3, 5], true), ([1, 2, 3], [1], false),
      ([1, 3, 4], [1], false), ([2, 5], [2, 5], true), ([4], [4], true),
    ] as [([UInt128], [UInt128], Bool)])
  func filled(_ values: [UInt128], _ tops: [UInt128], _ areFilled: Bool) {
    let chosen = Set(values.map { Optional(Self.id($0)) })
    #expect(Set(branches.tops(of: chosen)) == Set(tops.map { Optional(Self.id($0)) }))
    #expect(branches.areFilled(by: chosen) == areFilled)
    let withNone = chosen.union([nil])
    #expect(Set(branches.tops(of: withNone)) == Set(tops.map { Optional(Self.id($0)) } + [nil]))
  }

  @Test("What has something below it is known from what has not")
  func below() {
    #expect(
      [1, 2, 3, 4, 5].map { branches.hasBelow(Self.id($0)) } == [true, false, true, false, false])
    #expect(!branches.hasBelow(nil))
  }
}
