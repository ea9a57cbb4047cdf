/// The tokens of an article's paragraphs and what each looks like, with the lexicon's entries found
/// among them.
struct ArticleAnalysis {
  /// An entry of the lexicon found in the text.
  struct Match: Hashable, Sendable {
    /// How many tokens it has; zero where no entry starts.
    var length = 0
    /// What it is known as.
    var flags: LexiconFlags = []
    /// Whether its first token is meant without its clitics.
    var withoutClitics = false
  }

  /// The tokens in the order of the text.
  private(set) var tokens: [Token] = []
  /// What each token looks like.
  private(set) var forms: [WordForm] = []
  /// The longest entry that starts at each token.
  private(set) var matches: [Match] = []
  /// What the other places of a word say of each token.
  private(set) var recurrence = WordRecurrence()
  /// The tokens of each sentence; no sentence is empty.
  private(set) var sentences: [Range<Int>] = []
  /// Which language's model reads each sentence.
  private(set) var languages: [Language] = []

  /// Reads the title and body of an article.
  init(of article: Article, tables: NameTables.Reader) {
    for paragraph in article.paragraphs where paragraph.role != .boilerplate {
      let range = paragraph.range.range.clamped(to: article.text.range.range)
      append(
        Tokenizer.tokens(of: article.text, in: TextRange(range)), language: article.language)
    }
    readForms(of: article.text, tables: tables)
  }

  /// Reads tokens that are cut already, each row of them a sentence.
  init(
    sentences rows: [[Token]], of text: ScalarText, language: Language, tables: NameTables.Reader
  ) {
    for row in rows where !row.isEmpty {
      sentences.append(tokens.count..<(tokens.count + row.count))
      languages.append(language)
      tokens += row
    }
    readForms(of: text, tables: tables)
  }

  /// The tokens of the lexicon's entries in a sentence, each the longest from where the one before ended.
  func entries(in sentence: Range<Int>) -> [Range<Int>] {
    var entries: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let end = index + max(1, matches[index].length)
      if matches[index].length > 0 { entries.append(index..<end) }
      index = end
    }
    return entries
  }

  /// Text without full stops is cut after so many tokens.
  private static let longestSentence = 300

  private mutating func append(_ row: [Token], language: Language) {
    guard !row.isEmpty else { return }
    let arabic = row.count { $0.kind == .arabic }
    let other = row.count { $0.kind == .word }
    let own: Language = arabic == other ? language : arabic > other ? .arabic : .english
    let offset = tokens.count
    tokens += row
    var start = offset
    for index in (offset + 1)..<(tokens.count + 1)
    where index == tokens.count || tokens[index].startsSentence
      || index - start >= Self.longestSentence
    {
      sentences.append(start..<index)
      languages.append(own)
      start = index
    }
  }

  private mutating func readForms(of text: ScalarText, tables: NameTables.Reader) {
    forms.reserveCapacity(tokens.count)
    text.scalars.withUnsafeBufferPointer { buffer in
      var reader = WordFormReader(
        text: buffer, lexicon: tables.lexicon, letters: tables.letters)
      for token in tokens { forms.append(reader.read(token)) }
    }
    matches = Array(repeating: Match(), count: tokens.count)
    for sentence in sentences {
      for start in sentence {
        matches[start] = match(at: start, in: sentence, lexicon: tables.lexicon)
      }
    }
    recurrence = WordRecurrence(of: self)
  }

  /// The longest entry of names that starts at a token.
  private func match(at start: Int, in sentence: Range<Int>, lexicon: Lexicon.Reader) -> Match {
    let form = forms[start]
    guard tokens[start].kind != .punctuation else { return Match() }
    // In English a name starts with a capital letter.
    if tokens[start].kind == .word, !form.isCapitalized, !form.shape.contains(.digit) {
      return Match()
    }
    var best = longest(from: form.hash, form.wholeFlags, at: start, in: sentence, lexicon: lexicon)
    if form.stem != form.hash {
      var other = longest(from: form.stem, form.flags, at: start, in: sentence, lexicon: lexicon)
      other.withoutClitics = true
      if other.length > best.length { best = other }
    }
    return best
  }

  private func longest(
    from first: UInt64, _ firstFlags: LexiconFlags, at start: Int, in sentence: Range<Int>,
    lexicon: Lexicon.Reader
  ) -> Match {
    var best = Match()
    var key = first
    var flags = firstFlags
    var next = start + 1
    while true {
      if flags.isName { best = Match(length: next - start, flags: flags) }
      guard flags.contains(.continues), next < sentence.upperBound,
        next - start < Lexicon.longestSequence
      else { return best }
      key = Lexicon.key(key, then: forms[next].hash)
      flags = lexicon.flags(key)
      next += 1
    }
  }
}
