/// What the other places of a word in an article say of it, which its own sentence does not: "Moyes"
/// after a given name two paragraphs before is a person here too.
///
/// The models learn from it (context aggregation: Chieu and Ng, "Named Entity Recognition with a Maximum
/// Entropy Approach", CoNLL 2003). O(n) in the article's tokens.
struct WordRecurrence {
  /// What is seen around a word.
  struct Hints: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// It is written without a capital letter, or with the article.
    static let plain = Hints(rawValue: 1 << 0)
    /// It has a capital letter that no start of a sentence explains, or neither article nor clitics.
    static let marked = Hints(rawValue: 1 << 1)
    /// A given name stands before it.
    static let afterGivenName = Hints(rawValue: 1 << 2)
    /// A surname stands after it.
    static let beforeSurname = Hints(rawValue: 1 << 3)
    /// A title stands before it.
    static let afterTitle = Hints(rawValue: 1 << 4)
    /// A word for a body announces it, or ends the row of capitals it lies in.
    static let inBody = Hints(rawValue: 1 << 5)
    /// A word for a kind of place announces or ends it.
    static let inPlace = Hints(rawValue: 1 << 6)
    /// A preposition of place stands before it.
    static let afterPreposition = Hints(rawValue: 1 << 7)
    /// It lies in a known person's name of several words.
    static let knownPerson = Hints(rawValue: 1 << 8)
    /// It lies in a known place's name of several words.
    static let knownPlace = Hints(rawValue: 1 << 9)
    /// It lies in a known organization's name of several words.
    static let knownOrganization = Hints(rawValue: 1 << 10)
    /// A word with a capital letter, or an Arabic one that looks like a person's name, stands before it.
    static let joinedBefore = Hints(rawValue: 1 << 11)
    /// Such a word stands after it.
    static let joinedAfter = Hints(rawValue: 1 << 12)
  }

  /// What the others say of a token.
  struct Others {
    /// What is seen around any of them.
    var hints: Hints = []
    /// How many there are.
    var count = 0
    /// The nearest one before the token, and the nearest after it.
    var nearest: (before: Int?, after: Int?) = (nil, nil)
  }

  /// By token.
  private var others: [Others] = []

  /// What the others say of a token; nil for a word that stands once, and for marks.
  subscript(index: Int) -> Others? {
    others[index].count > 0 ? others[index] : nil
  }

  /// A word of the article.
  private struct Word {
    /// Where it stood last.
    var last: Int
    /// How often it stands.
    var count = 0
    /// Around how many of its places each hint is seen.
    var counts = SIMD16<UInt32>.zero
  }

  /// Of no article.
  init() {}

  /// Finds what recurs in an article.
  init(of analysis: ArticleAnalysis) {
    others = Array(repeating: Others(), count: analysis.tokens.count)
    var words: [Word] = []
    var numbers: [UInt64: Int] = [:]
    numbers.reserveCapacity(analysis.tokens.count / 2)
    /// The number of each token's word, and what is seen around the token.
    var places: [(word: Int, hints: Hints)] = Array(
      repeating: (-1, []), count: analysis.tokens.count)
    for sentence in analysis.sentences {
      for entry in analysis.entries(in: sentence) where entry.count > 1 {
        let hints = Self.known(analysis.matches[entry.lowerBound].flags)
        for index in entry { places[index].hints = hints }
      }
      for index in sentence where Self.tells(analysis.tokens[index], analysis.forms[index]) {
        let hints = places[index].hints.union(
          analysis.tokens[index].kind == .arabic
            ? Self.arabicHints(index, in: sentence, forms: analysis.forms)
            : Self.latinHints(index, in: sentence, forms: analysis.forms))
        let stem = analysis.forms[index].stem
        let number = numbers[stem, default: words.count]
        if number == words.count {
          numbers[stem] = number
          words.append(Word(last: index))
        } else {
          others[index].nearest.before = words[number].last
          others[words[number].last].nearest.after = index
          words[number].last = index
        }
        words[number].count += 1
        words[number].counts &+= hints.bits
        places[index] = (number, hints)
      }
    }
    for (index, place) in places.enumerated() where place.word >= 0 {
      let word = words[place.word]
      guard word.count > 1 else { continue }
      others[index].count = word.count - 1
      others[index].hints = Hints(anyOf: word.counts &- place.hints.bits)
    }
  }

  /// Whether a token is a word that may be a name's.
  private static func tells(_ token: Token, _ form: WordForm) -> Bool {
    switch token.kind {
    case .word: form.length > 1
    case .arabic: form.length > 2 && (form.flags.isName || !form.flags.contains(.common))
    default: false
    }
  }

  private static func known(_ flags: LexiconFlags) -> Hints {
    var hints: Hints = []
    if flags.contains(.person) { hints.insert(.knownPerson) }
    if !flags.isDisjoint(with: [.place, .majorPlace]) { hints.insert(.knownPlace) }
    if flags.contains(.organization) { hints.insert(.knownOrganization) }
    return hints
  }

  private static let latinPrepositions = NameFolding.hashes(["in", "near", "at"])
  private static let arabicPrepositions = NameFolding.hashes(["في", "إلى", "قرب"])

  /// How much an Arabic word beside it must look like a person's name.
  private static let looks: UInt8 = 10

  /// What a word says of the one after it that may be of the same name.
  private static func announced(by flags: LexiconFlags) -> Hints {
    var hints: Hints = []
    if flags.contains(.givenName) { hints.insert(.afterGivenName) }
    if flags.contains(.placeHead) { hints.insert(.inPlace) }
    if flags.contains(.organizationHead) { hints.insert(.inBody) }
    return hints
  }

  private static func latinHints(
    _ index: Int, in sentence: Range<Int>, forms: [WordForm]
  ) -> Hints {
    guard forms[index].isCapitalized else { return .plain }
    var hints: Hints = []
    if index > sentence.lowerBound {
      hints.insert(.marked)
      let before = forms[index - 1]
      if before.flags.contains(.title) { hints.insert(.afterTitle) }
      if latinPrepositions.contains(before.hash) { hints.insert(.afterPreposition) }
      if before.isCapitalized {
        hints.formUnion(announced(by: before.flags).union(.joinedBefore))
      }
    }
    var next = index + 1
    while next < sentence.upperBound, next < index + 4, forms[next].isCapitalized {
      let flags = forms[next].flags
      if next == index + 1 {
        hints.insert(.joinedAfter)
        if flags.contains(.surname), forms[index].flags.contains(.givenName) {
          hints.insert(.beforeSurname)
        }
      }
      if flags.contains(.organizationTail) { hints.insert(.inBody) }
      if flags.contains(.placeTail) { hints.insert(.inPlace) }
      next += 1
    }
    if next == index + 1, next < sentence.upperBound, forms[next].flags.contains(.placeTail) {
      hints.insert(.inPlace)
    }
    return hints
  }

  private static func arabicHints(
    _ index: Int, in sentence: Range<Int>, forms: [WordForm]
  ) -> Hints {
    var hints: Hints = []
    if forms[index].shape.contains(.article) {
      hints.insert(.plain)
    } else if forms[index].cliticLength == 0 {
      hints.insert(.marked)
    }
    if index > sentence.lowerBound {
      let before = forms[index - 1]
      hints.formUnion(announced(by: before.flags))
      if before.flags.contains(.title) { hints.insert(.afterTitle) }
      if arabicPrepositions.contains(before.hash) { hints.insert(.afterPreposition) }
      if before.looks.person >= looks { hints.insert(.joinedBefore) }
    }
    if index + 1 < sentence.upperBound {
      let after = forms[index + 1]
      if !after.flags.isDisjoint(with: [.surname, .givenName]) { hints.insert(.beforeSurname) }
      if after.looks.person >= looks { hints.insert(.joinedAfter) }
    }
    return hints
  }
}

extension WordRecurrence.Hints {
  /// Those that were counted at least once.
  fileprivate init(anyOf counts: SIMD16<UInt32>) {
    self = []
    for bit in 0..<16 where counts[bit] > 0 { insert(Self(rawValue: 1 << bit)) }
  }

  /// One for each hint that is there.
  fileprivate var bits: SIMD16<UInt32> {
    var counts = SIMD16<UInt32>.zero
    for bit in 0..<16 where rawValue >> bit & 1 == 1 { counts[bit] = 1 }
    return counts
  }
}
