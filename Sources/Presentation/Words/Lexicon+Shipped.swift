package import Search
import Phrases

extension Lexicon {
  /// The words that came with the program, parsed by whoever asks first; what a line means wrongly
  /// stops only that line.
  package static let shipped = Lexicon(parsing: PhraseFiles.shipped.texts)
}
