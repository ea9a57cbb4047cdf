import GRDB

/// The words of all names of a library, found by how they sound and by one edit.
struct NameVocabulary: Sendable {
  /// The fewest letters of a word that is compared with those of the other script.
  private static let shortestSpoken = 3
  /// The fewest letters of a word in which an edit is forgiven.
  static let shortestForgiven = 5
  /// The most words that are compared by how they sound; only words of two consonants have more.
  private static let mostCompared = 3000

  private let matcher: NameMatcher
  /// The letters of all words, one after another, and where each one's end.
  private var letters: [UInt16] = []
  private var ends: [Int32] = []
  /// The words of each script.
  private let latin: SoundIndex
  private let arabic: SoundIndex

  /// Reads the words of a library's names.
  init(_ db: Database, matcher: NameMatcher) throws {
    self.matcher = matcher
    var (latin, arabic): ([SoundIndex.Entry], [SoundIndex.Entry]) = ([], [])
    let terms = try String.fetchCursor(db, sql: "SELECT term FROM name_terms")
    while let term = try terms.next() {
      let word = Array(term.utf16)
      guard word.count >= Self.shortestSpoken, word.count <= Self.longest else { continue }
      let number = ends.count
      letters += word
      ends.append(Int32(truncatingIfNeeded: letters.count))
      switch Script(of: term) {
      case .latin: latin.add(PhoneticKey.keys(of: term, in: .latin), of: number)
      case .arabic:
        // A word with the article stands there without it as well.
        if WordFronts.forms(of: Array(term.utf8)).isEmpty {
          arabic.add(PhoneticKey.keys(of: term, in: .arabic), of: number)
        }
      case .other: continue
      }
    }
    self.latin = SoundIndex(latin)
    self.arabic = SoundIndex(arabic)
  }

  /// Longer words are no names.
  private static let longest = 40

  /// The words of names in the other script that `word` may be, by sound or meaning.
  ///
  /// Complexity: O(*c*) in the words with the same first consonants.
  func spellings(of word: String) -> [String] {
    guard word.unicodeScalars.count >= Self.shortestSpoken else { return [] }
    let script = Script(of: word)
    let spelled: SpelledName
    switch script {
    case .latin: spelled = matcher.speller.spell(latin: word)
    case .arabic: spelled = matcher.speller.spell(arabic: word, clitics: false)
    case .other: return []
    }
    guard spelled.words.count == 1 else { return [] }
    let keys = Set(spelled.words[0].phoneticKeys(in: script)).subtracting([0])
    let isLatin = script == .latin
    var found: [String] = []
    for other in candidates(keys, in: isLatin ? arabic : latin) {
      let score =
        isLatin
        ? matcher.score(
          spelled, matcher.speller.spell(arabic: other, clitics: false), kind: .person)
        : matcher.score(matcher.speller.spell(latin: other), spelled, kind: .person)
      if score.ratio >= Self.leastRatio { found.append(other) }
    }
    return found
  }

  /// Words must agree this well to be one, as ``NameScore/ratio`` has it: better than names of
  /// several words, which speak for each other.
  private static let leastRatio: Float = 0.56

  private func candidates(_ keys: Set<UInt64>, in sounds: SoundIndex) -> [String] {
    var words: Set<Int32> = []
    for key in keys.sorted() {
      for word in sounds.items(key) where words.count < Self.mostCompared { words.insert(word) }
    }
    return words.sorted().map { String(decoding: self.word(Int($0)), as: UTF16.self) }
  }

  private func word(_ number: Int) -> ArraySlice<UInt16> {
    letters[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])]
  }

  /// The words that one edit makes of `word`: a letter put in, left out, exchanged for another, or
  /// two exchanged for each other; and those that begin so, where the first letter is right.
  ///
  /// Complexity: O(*n*) in the words of all names.
  func oneEdit(from word: String) -> [String] {
    let wanted = Array(word.utf16)
    guard word.unicodeScalars.count >= Self.shortestForgiven else { return [] }
    var found: [String] = []
    letters.withUnsafeBufferPointer { letters in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        for end in ends {
          let other = UnsafeBufferPointer(rebasing: letters[start..<Int(end)])
          start = Int(end)
          if OneEdit.leads(from: wanted, to: other) {
            found.append(String(decoding: other, as: UTF16.self))
          }
        }
      }
    }
    return found
  }
}
