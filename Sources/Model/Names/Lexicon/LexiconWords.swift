/// Tells whether the lexicon knows a word, with or without Arabic clitics and the article.
public struct LexiconWords: Sendable {
  private let lexicon: Lexicon

  /// Opens the lexicon of the running program.
  ///
  /// - Throws: What finding and reading the file throws.
  public init() throws {
    lexicon = try Lexicon(file: ResourceFolder.file("names.lexicon"))
  }

  /// Whether a word is known.
  public func contains(_ word: String) -> Bool {
    lexicon.withReader { reader in
      func has(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.count > 1 && reader.entry(NameFolding.hash(scalars)) != Lexicon.Entry()
      }
      var rest = Array(word.unicodeScalars)[...]
      if has(rest) { return true }
      if let first = rest.first, "وفبكل".unicodeScalars.contains(first) {
        rest = rest.dropFirst()
        if has(rest) { return true }
      }
      if rest.starts(with: "ال".unicodeScalars) { return has(rest.dropFirst(2)) }
      return false
    }
  }
}
