/// Takes apart two Arabic words between which the space was lost: «الأمريكيفيل», «الصينالآن».
///
/// A word is taken apart only where nothing is known of the whole, a known word that no name starts
/// with stands at its front, and a name behind it, or the other way round.
struct RunTogetherWords {
  /// Shorter words, and such as are no words, are left as they are.
  private static let lengths = 8...24
  /// Each part has at least as many letters.
  private static let shortestPart = 4

  private let text: UnsafeBufferPointer<Unicode.Scalar>
  private let lexicon: Lexicon.Reader

  init(text: UnsafeBufferPointer<Unicode.Scalar>, lexicon: Lexicon.Reader) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The tokens with such words in two.
  func split(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: mayBeTwo) else { return tokens }
    var result: [Token] = []
    result.reserveCapacity(tokens.count + 2)
    for token in tokens {
      guard mayBeTwo(token), let place = place(in: token) else {
        result.append(token)
        continue
      }
      var first = token
      var second = token
      first.end = place
      second.start = place
      second.followsSpace = false
      second.startsSentence = false
      result += [first, second]
    }
    return result
  }

  private func mayBeTwo(_ token: Token) -> Bool {
    token.kind == .arabic && Self.lengths.contains(token.end - token.start)
  }

  private func place(in token: Token) -> Int? {
    var reader = WordFormReader(text: text, lexicon: lexicon)
    guard !reader.read(token).flags.isKnown else { return nil }
    for place in (token.start + Self.shortestPart)...(token.end - Self.shortestPart)
    where ScalarClass(text[place]) == .arabic {
      let front = flags(token.start, place)
      let back = flags(place, token.end)
      let isBefore =
        !front.isDisjoint(with: [.nationality, .title])
        || front.contains(.common) && place - token.start > Self.shortestPart
      if isBefore, !back.isDisjoint(with: [.person, .majorPlace, .givenName]),
        !back.contains(.common)
      {
        return place
      }
      if front.contains(.majorPlace), back.contains(.common) { return place }
    }
    return nil
  }

  private func flags(_ start: Int, _ end: Int) -> LexiconFlags {
    lexicon.flags(NameFolding.hash(text[start..<end]))
  }
}
