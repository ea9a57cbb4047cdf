/// Arabic text whose lines stand as they are drawn, from left to right, as copies from PDF files do.
enum VisualOrder {
  /// How many scalars are looked at; they are enough.
  private static let sample = 20_000
  /// The fewest signs that lines run backwards.
  private static let fewestSigns = 3
  /// The longest word that may begin or end like the article by chance: لا, إلا, ولا.
  private static let longestParticle = 3

  /// Whether the words of a text are spelled backwards.
  ///
  /// Ta marbuta and alef maqsura end words and begin none, and the article begins words, seldom seems
  /// to end one.
  static func isBackwards(_ text: [Unicode.Scalar]) -> Bool {
    var backwards = 0
    var forwards = 0
    for word in words(of: text.prefix(sample)) {
      guard let first = word.first, let last = word.last else { continue }
      if isFinalLetter(first) { backwards += 1 }
      if isFinalLetter(last) { forwards += 1 }
      guard word.count > longestParticle else { continue }
      if word.suffix(2) == ["\u{644}", "\u{627}"] { backwards += 1 }
      if word.prefix(2) == ["\u{627}", "\u{644}"] { forwards += 1 }
    }
    return backwards >= fewestSigns && backwards > 4 * forwards
  }

  private static func isFinalLetter(_ letter: Unicode.Scalar) -> Bool {
    letter == "\u{629}" || letter == "\u{649}"
  }

  /// The words in Arabic script, without marks, in the letters that presentation forms show.
  static func words(of text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    for scalar in text {
      switch ScalarClass(scalar) {
      case .arabic: word += CompatibilityForms.letters(of: scalar) ?? [scalar]
      case .mark: continue
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The text with each line put into logical order.
  ///
  /// Complexity: O(*n*).
  static func turned(_ text: MappedText) -> MappedText {
    var result = MappedText([])
    var start = 0
    while start < text.scalars.count {
      let end = text.scalars[start...].firstIndex { $0 == "\n" || $0 == "\r" } ?? text.scalars.count
      for cluster in logicalOrder(of: text.scalars, start..<end) {
        if cluster.count == 1, let mirrored = mirrors[text.scalars[cluster.lowerBound]],
          !isBetweenLeftToRight(cluster.lowerBound, in: text.scalars, start..<end)
        {
          result.append(mirrored, from: cluster, of: text)
        } else {
          result.append(cluster, of: text)
        }
      }
      if end < text.scalars.count { result.append(end..<end + 1, of: text) }
      start = end + 1
    }
    return result
  }

  private static let mirrors: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">",
    ">": "<",
  ]

  /// The letters and marks of a line from its right end, runs of Latin letters and digits as they
  /// stand.
  private static func logicalOrder(
    of text: [Unicode.Scalar], _ line: Range<Int>
  ) -> [Range<Int>] {
    var order: [Range<Int>] = []
    var end = line.upperBound
    while end > line.lowerBound {
      var start = end - 1
      while start > line.lowerBound, ScalarClass(text[start]) == .mark { start -= 1 }
      if isLeftToRight(text[start]) {
        start = runStart(in: text, line, from: start)
      }
      order.append(start..<end)
      end = start
    }
    return order
  }

  /// Where the run of Latin words or of one number begins that ends at `last`.
  private static func runStart(
    in text: [Unicode.Scalar], _ line: Range<Int>, from last: Int
  ) -> Int {
    var start = last
    var place = last - 1
    var crossesSpace = false
    while place >= line.lowerBound {
      let scalarClass = ScalarClass(text[place])
      if scalarClass == .arabic { break }
      if isLeftToRight(text[place]) {
        if crossesSpace, scalarClass == .digit, ScalarClass(text[start]) == .digit { break }
        start = place
        crossesSpace = false
      } else if scalarClass == .space {
        crossesSpace = true
      }
      place -= 1
    }
    return start
  }

  private static func isLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    let scalarClass = ScalarClass(scalar)
    return scalarClass.isLetter || scalarClass == .digit
  }

  /// Whether a bracket stands within a run that keeps its order.
  private static func isBetweenLeftToRight(
    _ place: Int, in text: [Unicode.Scalar], _ line: Range<Int>
  ) -> Bool {
    place > line.lowerBound && place + 1 < line.upperBound && isLeftToRight(text[place - 1])
      && isLeftToRight(text[place + 1])
  }
}
