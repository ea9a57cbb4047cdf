import Foundation

/// The tables that say what is known of single words and rows of words.
struct NameTables: Sendable {
  /// Known names and the words around names.
  let lexicon: Lexicon
  /// How much an unknown Arabic word looks like a name.
  let letters: LetterModel

  /// Maps the tables of a folder.
  init(folder: URL) throws {
    lexicon = try Lexicon(file: folder.appending(path: "names.lexicon"))
    letters = try LetterModel(file: folder.appending(path: "names.ar.letters"))
  }

  /// Calls `body` with a reader that looks things up while the files are mapped.
  func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
    try lexicon.withReader { lexicon in
      try letters.withReader { letters in
        try body(Reader(lexicon: lexicon, letters: letters))
      }
    }
  }

  /// Looks things up.
  struct Reader {
    /// The lexicon's reader.
    let lexicon: Lexicon.Reader
    /// The letter model's reader.
    let letters: LetterModel.Reader
  }
}
