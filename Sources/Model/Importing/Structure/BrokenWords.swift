/// The words of a text that a hyphen or a soft hyphen splits at the end of a line.
struct BrokenWords {
  private let text: [Unicode.Scalar]
  /// Where soft hyphens stand.
  private let softHyphens: Set<Int>
  /// The words of the text, and those with a hyphen within a line.
  private lazy var known = Known(text)

  /// Creates the broken words of a text.
  init(_ text: CleanText) {
    self.text = text.scalars
    softHyphens = Set(text.controls.entries.lazy.filter { $0.scalar == "\u{AD}" }.map(\.position))
  }

  /// What joins the halves of a word around a line end; `nil` where no word is split there.
  mutating func edit(at gap: Range<Int>) -> MappedText.Edit? {
    guard gap.lowerBound > 0, gap.upperBound < text.count else { return nil }
    if softHyphens.contains(gap.lowerBound), Self.isLetter(text[gap.upperBound]) {
      return MappedText.Edit(range: gap, scalars: [])
    }
    let hyphen = gap.lowerBound - 1
    guard hyphen > 0, ScalarClass(text[hyphen]) == .hyphen, Self.isLetter(text[hyphen - 1]),
      ScalarClass(text[gap.upperBound]) == .lower
    else { return nil }
    let isCompound = known.isCompound(
      Self.wordStart(in: text, before: hyphen)..<hyphen,
      gap.upperBound..<Self.wordEnd(in: text, from: gap.upperBound), in: text)
    return MappedText.Edit(range: isCompound ? gap : hyphen..<gap.upperBound, scalars: [])
  }

  /// What joins the halves of words that a soft hyphen and a space split within a line.
  func edits(within line: Range<Int>) -> [MappedText.Edit] {
    guard !softHyphens.isEmpty else { return [] }
    return line.dropLast().filter { place in
      softHyphens.contains(place) && text[place] == " " && Self.isLetter(text[place + 1])
    }.map { MappedText.Edit(range: $0..<$0 + 1, scalars: []) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let scalarClass = ScalarClass(scalar)
    return scalarClass.isLetter || scalarClass == .arabic
  }

  private static func wordStart(in text: [Unicode.Scalar], before end: Int) -> Int {
    var start = end
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    return start
  }

  private static func wordEnd(in text: [Unicode.Scalar], from start: Int) -> Int {
    text[start...].firstIndex { !isLetter($0) } ?? text.count
  }

  /// The words that a text has elsewhere.
  private struct Known {
    private var words: Set<HashedWord> = []
    private var compounds: Set<HashedWord> = []

    init(_ text: [Unicode.Scalar]) {
      var start = 0
      while let first = text[start...].firstIndex(where: BrokenWords.isLetter) {
        let end = BrokenWords.wordEnd(in: text, from: first)
        let next = end + 1
        let isSplit = end < text.count && ScalarClass(text[end]) == .hyphen
        if isSplit, next < text.count, BrokenWords.isLetter(text[next]) {
          let compound = text[first..<BrokenWords.wordEnd(in: text, from: next)]
          compounds.insert(HashedWord(letters: compound))
        }
        // The halves of the words in question are none themselves.
        let follows = first > 0 && ScalarClass(text[first - 1]) == .hyphen
        if !isSplit, !follows { words.insert(HashedWord(letters: text[first..<end])) }
        start = end
      }
    }

    /// Whether the hyphen between two halves belongs to the word: it has it elsewhere, or both halves
    /// are words elsewhere and the whole is none.
    func isCompound(
      _ first: Range<Int>, _ second: Range<Int>, in text: [Unicode.Scalar]
    ) -> Bool {
      let whole = HashedWord(letters: text[first] + text[second])
      if compounds.contains(whole) { return true }
      guard !words.contains(whole) else { return false }
      return [first, second].allSatisfy { words.contains(HashedWord(letters: text[$0])) }
    }
  }
}

extension HashedWord {
  /// Makes the word of some letters, whatever stands between them.
  fileprivate init(letters: ArraySlice<Unicode.Scalar>) {
    self.init(String(String.UnicodeScalarView(letters)))
  }
}
