/// Every distinct folded word and whole name, side by side in memory, with who uses it.
///
/// Terms stand in byte order, so that a beginning is a range; masks and lengths stand in arrays of
/// their own, so that a search for typing errors reads ten bytes a term before it compares letters.
struct TermTable {
  /// One use of a term: as a whole name, or as one word of a longer one.
  struct Use {
    let entry: Int32
    let isWhole: Bool
  }

  private let letters: [UInt8]
  private let starts: [Int32]
  private let masks: [LetterMask]
  private let lengths: [UInt16]
  private let useStarts: [Int32]
  private let uses: [Use]

  init(_ terms: [[UInt8]: [Use]]) {
    let ordered = terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var letters: [UInt8] = []
    var starts: [Int32] = [0]
    var useStarts: [Int32] = [0]
    var uses: [Use] = []
    for (term, users) in ordered {
      letters += term
      starts.append(Int32(letters.count))
      uses += users
      useStarts.append(Int32(uses.count))
    }
    self.letters = letters
    self.starts = starts
    self.useStarts = useStarts
    self.uses = uses
    masks = ordered.map { LetterMask($0.key) }
    lengths = ordered.map { UInt16(clamping: $0.key.count) }
  }

  var count: Int { masks.count }
  var usesCount: Int { uses.count }

  func term(_ index: Int) -> ArraySlice<UInt8> {
    letters[Int(starts[index])..<Int(starts[index + 1])]
  }

  func uses(of index: Int) -> ArraySlice<Use> {
    uses[Int(useStarts[index])..<Int(useStarts[index + 1])]
  }

  func index(of word: [UInt8]) -> Int? {
    let place = lowerBound(word)
    return place < count && term(place).elementsEqual(word) ? place : nil
  }

  /// The terms that begin with those letters, the word itself included.
  func beginning(with word: [UInt8]) -> Range<Int> {
    let start = lowerBound(word)
    var end = start
    while end < count, term(end).starts(with: word) { end += 1 }
    return start..<end
  }

  /// The terms that hold those letters somewhere after the beginning.
  func holding(_ word: [UInt8]) -> [Int] {
    let mask = LetterMask(word)
    var found: [Int] = []
    for index in masks.indices
    where mask.isPart(of: masks[index]) && Int(lengths[index]) > word.count {
      if holds(word, term(index).dropFirst()) { found.append(index) }
    }
    return found
  }

  /// The terms within that many typing errors, with the number of them; digits must be right.
  func resembling(_ pattern: TypoPattern, errorsMax: Int) -> [(index: Int, errors: Int)] {
    guard errorsMax > 0 else { return [] }
    let shortest = max(1, pattern.length - errorsMax)
    let longest = pattern.length + errorsMax
    var found: [(index: Int, errors: Int)] = []
    for index in masks.indices where !pattern.mask.isBeyond(errorsMax, of: masks[index]) {
      guard (shortest...longest).contains(Int(lengths[index])) else { continue }
      let errors = pattern.errors(in: term(index))
      if errors <= errorsMax, pattern.hasDigits(of: term(index)) { found.append((index, errors)) }
    }
    return found
  }

  private func lowerBound(_ word: [UInt8]) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if term(middle).lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func holds(_ word: [UInt8], _ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, letters.count >= word.count else { return false }
    var place = letters.startIndex
    let last = letters.endIndex - word.count
    while place <= last {
      if letters[place] == first, letters[place...].starts(with: word) { return true }
      place += 1
    }
    return false
  }
}
