/// Cuts a text into folded words.
///
/// A word is a run of letters and digits; marks and joiners inside it leave nothing, an apostrophe
/// between two letters neither (Sana'a is Sanaa), everything else parts words.
struct WordScanner<Scalars: IteratorProtocol<Unicode.Scalar>> {
  private var scalars: Scalars
  private var position: Int
  private let tracksOrigins: Bool

  /// Makes a scanner of `scalars`, the first of which stands at `position`.
  init(_ scalars: Scalars, at position: Int = 0, tracksOrigins: Bool = false) {
    self.scalars = scalars
    self.position = position
    self.tracksOrigins = tracksOrigins
  }

  /// Reads the next word into `word`, and says whether there was one.
  mutating func next(into word: inout FoldedWord) -> Bool {
    word.removeAll()
    var started = false
    var apostrophe: Int?
    while let scalar = scalars.next() {
      let here = position
      position += 1
      switch Folding.fold(scalar) {
      case .letter(let letter):
        open(&word, &started, at: here)
        append(letter, from: here, to: &word)
      case .expansion:
        open(&word, &started, at: here)
        for letter in Folding.expansion(of: scalar) { append(letter, from: here, to: &word) }
      case .ignored:
        // A mark after an apostrophe is not the word's.
        if started, apostrophe != word.bytes.count { word.takeMark(at: here) }
        continue
      case .apostrophe:
        // The second of two apostrophes in a row closes a quotation.
        if started, apostrophe != word.bytes.count {
          apostrophe = word.bytes.count
          continue
        }
        if started { return finish(&word, apostrophe) }
        continue
      case .separator:
        if started { return finish(&word, apostrophe) }
        continue
      }
      word.end = position
    }
    return started ? finish(&word, apostrophe) : false
  }

  private func open(_ word: inout FoldedWord, _ started: inout Bool, at position: Int) {
    guard !started else { return }
    started = true
    word.start = position
  }

  private func append(_ letter: Unicode.Scalar, from position: Int, to word: inout FoldedWord) {
    guard word.bytes.count + 4 <= FoldedWord.limit else { return }
    if letter.value < 0x80 {
      word.bytes.append(UInt8(truncatingIfNeeded: letter.value))
    } else {
      word.bytes.append(
        contentsOf: Unicode.UTF8.encode(letter) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    while tracksOrigins, word.origins.count < word.bytes.count {
      word.origins.append(TextRange(position, position + 1))
    }
  }

  private func finish(_ word: inout FoldedWord, _ apostrophe: Int?) -> Bool {
    if let apostrophe, apostrophe > 0, apostrophe == word.bytes.count - 1, word.bytes.last == 0x73 {
      word.possessed = apostrophe
    }
    return true
  }
}
