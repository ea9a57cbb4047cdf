/// Marks a query's matches in any text, with the same folding as the index.
public struct QueryMatcher: Sendable {
  /// One word of a term, as a text may have it.
  private struct Word {
    var bytes: [UInt8]
    /// The bytes with the capitals that it must have; `nil` where case makes no difference.
    var cased: [UInt8]?
    var isPrefix: Bool
    /// What may stand before it.
    var reach: WordFronts.Reach
  }

  private let terms: [[Word]]

  /// Creates the matcher of the wanted terms of `query`.
  public init(_ query: SearchQuery) {
    self.init(query.wanted)
  }

  /// Creates the matcher of some terms.
  ///
  /// Words in `widened` are found behind prepositions too.
  init(_ terms: [SearchTerm], widened: Set<[UInt8]> = []) {
    self.terms = terms.map { term in
      term.words.indices.map { index in
        Word(
          bytes: term.words[index],
          cased: term.cased.flatMap { words in
            words[index].contains(where: FoldedWord.capitalLetters.contains) ? words[index] : nil
          },
          isPrefix: term.isPrefix && index == term.words.count - 1,
          reach: term.reach(widened))
      }
    }
  }

  /// Where the matches stand in a text that starts at position 0: in ascending order, none
  /// overlapping another.
  public func ranges(in text: some Sequence<Unicode.Scalar>) -> [TextRange] {
    ranges(in: [(0, text)])
  }

  /// Where the matches stand in a text given in pieces, each with the position of its first scalar;
  /// a phrase may run from one into the next.
  func ranges(in pieces: [(start: Int, text: some Sequence<Unicode.Scalar>)]) -> [TextRange] {
    guard !terms.isEmpty else { return [] }
    var found: [TextRange] = []
    // For every term, the phrases begun: how many words are matched, and where the first starts.
    var begun = [[(matched: Int, start: Int)]](repeating: [], count: terms.count)
    var word = FoldedWord()
    for piece in pieces {
      var scanner = WordScanner(
        piece.text.makeIterator(), at: piece.start, tracksOrigins: true)
      while scanner.next(into: &word) {
        let spellings = ([word] + (word.withDaggersWritten.map { [$0] } ?? [])).map { word in
          (word: word, forms: [FoldedWord.Form(range: 0..<word.bytes.count)] + word.forms)
        }
        for index in terms.indices {
          advance(&begun[index], in: terms[index], spellings: spellings, found: &found)
        }
      }
    }
    return TextRange.merged(found)
  }

  /// Whether every term is found in `text`.
  func matchesAll(in text: some Sequence<Unicode.Scalar>) -> Bool {
    terms.allSatisfy { term in
      var one = self
      one = QueryMatcher(words: [term])
      return !one.ranges(in: text).isEmpty
    }
  }

  private init(words: [[Word]]) {
    terms = words
  }

  private func advance(
    _ begun: inout [(matched: Int, start: Int)], in term: [Word],
    spellings: [(word: FoldedWord, forms: [FoldedWord.Form])], found: inout [TextRange]
  ) {
    var continued: [(matched: Int, start: Int)] = []
    for phrase in begun + [(0, -1)] {
      let range = spellings.lazy.compactMap {
        Self.match(term[phrase.matched], $0.word, $0.forms)
      }.first
      guard let range else { continue }
      let start = phrase.matched == 0 ? range.lowerBound : phrase.start
      if phrase.matched + 1 == term.count {
        found.append(TextRange(min(start, range.upperBound), range.upperBound))
      } else {
        continued.append((phrase.matched + 1, start))
      }
    }
    begun = continued
  }

  /// The range of a text's word that matches a word of the query.
  private static func match(
    _ wanted: Word, _ word: FoldedWord, _ forms: [FoldedWord.Form]
  ) -> TextRange? {
    for form in forms {
      guard let length = match(wanted.bytes[...], wanted.isPrefix, word, form) else { continue }
      if let cased = wanted.cased, !word.hasCapitals(of: cased, from: form.range.lowerBound) {
        continue
      }
      return word.textRange(form.range.lowerBound, length: length - (form.alef ? 2 : 0))
    }
    for form in forms where !form.alef {
      for particle in wanted.reach.fronts {
        let bytes = particle + wanted.bytes
        if match(bytes[...], wanted.isPrefix, word, form) != nil {
          return word.textRange(
            form.range.lowerBound + particle.count, length: wanted.bytes.count)
        }
      }
    }
    return nil
  }

  /// How many bytes of the form `wanted` matches.
  private static func match(
    _ wanted: ArraySlice<UInt8>, _ isPrefix: Bool, _ word: FoldedWord, _ form: FoldedWord.Form
  ) -> Int? {
    let length = form.range.count + (form.alef ? 2 : 0)
    guard isPrefix ? wanted.count <= length : wanted.count == length else { return nil }
    var rest = wanted
    if form.alef {
      guard wanted.starts(with: [0xD8, 0xA7]) else { return nil }
      rest = wanted.dropFirst(2)
    }
    return word.bytes[form.range].starts(with: rest) ? wanted.count : nil
  }
}
