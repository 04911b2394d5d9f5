import Registry
import Testing

@Suite struct KeptTextTests {
  @Test func `it is made once, however often it is wanted`() {
    let text = KeptText()
    var made = 0
    for _ in 0..<3 {
      let bytes = text.bytes {
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
      let bytes = texts.bytes(in: language) { Array(language.code.utf8) }
      #expect(bytes == Array(language.code.utf8))
    }
  }

  @Test func `everybody gets the one that was first`() async {
    let shared = Shared()
    let all = await withTaskGroup(of: [UInt8].self) { group in
      for number in 0..<64 {
        group.addTask { shared.text.bytes { [UInt8(number)] } }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(all.count == 1)
  }

  private final class Shared: Sendable {
    let text = KeptText()
  }
}
