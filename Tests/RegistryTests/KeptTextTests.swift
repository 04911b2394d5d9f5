import Registry
import Synchronization
import Testing

@Suite struct KeptTextTests {
  @Test func `it is made once, however often it is wanted`() {
    let text = KeptText()
    var made = 0
    for _ in 0..<3 {
      let bytes = text.read {
        made += 1
        return Array("kontakt".utf8)
      }
      #expect(bytes == Array("kontakt".utf8))
    }
    #expect(made == 1)
  }

  @Test func `each language has its own`() {
    let texts = KeptTexts()
    for language in [Language.bokmål, .nynorsk, .english, .bokmål] {
      var bytes: [UInt8] = []
      texts.withBytes(in: language) {
        Array(language.code.utf8)
      } _: {
        bytes = Array($0)
      }
      #expect(bytes == Array(language.code.utf8))
    }
  }

  @Test func `everybody gets the one that was first`() async {
    let shared = Shared()
    let all = await withTaskGroup(of: [UInt8].self) { group in
      for number in 0..<64 {
        group.addTask { shared.text.read { [UInt8(number)] } }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(all.count == 1)
  }

  @Test func `beside each row something of its own is kept, as long as the rows are`() {
    let count = Count()
    var rows: KeptRows? = KeptRows(count: 3)
    for row in [0, 2, 0] { rows?.keep(Numbered(row, count), beside: row) }
    rows?.keep(Numbered(9, count), beside: 2)
    #expect((rows?.known(2) as? Numbered)?.number == 2)
    #expect(rows?.known(1) == nil)
    #expect(count.living.load(ordering: .relaxed) == 2)
    rows = nil
    #expect(count.living.load(ordering: .relaxed) == 0)
  }

  @Test func `no more is kept than was agreed`() {
    let count = Count()
    let rows = KeptRows(count: 3, objectsMax: 2)
    for row in 0..<3 { rows.keep(Numbered(row, count), beside: row) }
    #expect(rows.known(1) != nil && rows.known(2) == nil)
    #expect(count.living.load(ordering: .relaxed) == 2)
  }

  private final class Shared: Sendable {
    let text = KeptText()
  }
}

extension KeptText {
  fileprivate borrowing func read(_ make: () -> [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    withBytes(make) { bytes = Array($0) }
    return bytes
  }
}

private final class Count: Sendable {
  let living = Atomic(0)
}

private final class Numbered: Sendable {
  let number: Int
  private let count: Count

  init(_ number: Int, _ count: Count) {
    self.number = number
    self.count = count
    count.living.add(1, ordering: .relaxed)
  }

  deinit {
    count.living.subtract(1, ordering: .relaxed)
  }
}
