import Foundation

extension Library {
  /// Whether a folded Arabic word is one that the lexicon knows.
  func knows(_ word: [UInt8]) throws -> Bool {
    // It depends on the program's tables alone, whatever the library's generation.
    let lexicon = try derived[Lexicon.self].value(at: 0) {
      try NameTables(folder: ResourceFolder.locate()).lexicon
    }
    let key = NameFolding.hash(String(decoding: word, as: UTF8.self).unicodeScalars)
    let entry = lexicon.withReader { $0.entry(key) }
    return entry.flags.isKnown || entry.cluster != 0
  }
}
