/// A word of a text as the index knows it.
struct FoldedWord {
  /// The longest word that is told apart, in bytes; what follows in the same word is passed over.
  ///
  /// No language has such words; broken and hostile files do.
  static let limit = 192

  /// The folded word in UTF-8.
  var bytes: [UInt8] = []
  /// For every byte, where the scalar it was folded from starts and where the marks on it end;
  /// empty where nobody asked.
  var origins: [TextRange] = []
  /// The position of the word's first scalar.
  var start = 0
  /// The position after the word's last scalar, marks that follow it included.
  var end = 0
  /// Where dagger alefs (U+0670) stand, which today's spelling writes as letters.
  var daggers: [Dagger] = []
  /// How many bytes stand before the apostrophe of a possessive ("iraq's").
  var possessed: Int?

  /// Which bytes are Latin letters that the text has as capitals, in ascending order.
  var capitals: [Int] = []

  /// Makes room for another word.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    daggers.removeAll(keepingCapacity: true)
    capitals.removeAll(keepingCapacity: true)
    possessed = nil
  }

  /// Notes that the scalar at `position` belongs to the last letter.
  mutating func takeMark(at position: Int) {
    end = position + 1
    if let last = origins.last {
      origins[origins.count - 1] = TextRange(last.lowerBound, max(last.upperBound, end))
    }
  }
}

extension FoldedWord {
  /// A dagger alef: the bytes that an alef stands for.
  struct Dagger {
    /// Where in the word's bytes; empty unless the dagger stands on a letter that it replaces, as in
    /// صلوٰة.
    var range: Range<Int>
    /// Where in the text.
    var position: Int
  }

  /// The word with a letter for each dagger alef: الكتاب for الكتٰب; `nil` where it has none.
  var withDaggersWritten: FoldedWord? {
    guard !daggers.isEmpty else { return nil }
    var word = self
    word.daggers = []
    for dagger in daggers.reversed() where word.bytes.count + 2 <= Self.limit {
      word.bytes.replaceSubrange(dagger.range, with: [0xD8, 0xA7])
      guard !origins.isEmpty else { continue }
      let origin = TextRange(dagger.position, dagger.position + 1)
      word.origins.replaceSubrange(dagger.range, with: [origin, origin])
    }
    return word
  }

  /// A form under which a word is found: a stretch of its bytes, with an alef put before it where
  /// the spelling elides one.
  struct Form: Equatable {
    /// Whether an alef is read before the bytes (للكتاب is ل and الكتاب).
    var alef = false
    /// The bytes of the word.
    var range: Range<Int>
    /// How many bytes the form has.
    fileprivate var count: Int { range.count + (alef ? 2 : 0) }
  }

  /// The forms under which the word is found beside the whole of it.
  var forms: [Form] {
    var forms = WordFronts.forms(of: bytes)
    if let possessed { forms.append(Form(range: 0..<possessed)) }
    return forms
  }
}

extension FoldedWord {
  /// The bytes of one of the word's forms.
  func bytes(of form: Form) -> [UInt8] {
    form.alef ? [0xD8, 0xA7] + bytes[form.range] : Array(bytes[form.range])
  }

  /// Everything under which the index has the word beside the whole of it.
  var otherSpellings: [[UInt8]] {
    let written = withDaggersWritten
    return forms.map(bytes(of:)) + (written.map { [$0.bytes] + $0.forms.map($0.bytes(of:)) } ?? [])
  }

  /// The word as it is capitalized, and without its possessive; none where it has no capitals.
  var casedSpellings: [[UInt8]] {
    [bytes.count, possessed].compactMap(\.self).flatMap { casedSpellings(length: $0) }
  }

  /// The word with its capitals; `nil` where it has none.
  var cased: [UInt8]? { casedSpellings(length: bytes.count).first }

  /// The word's first bytes with its capitals, and with the first letter's alone, which finds headlines
  /// in capitals too; none where there are no capitals.
  private func casedSpellings(length: Int) -> [[UInt8]] {
    let places = capitals.filter { $0 < length }
    guard let first = places.first else { return [] }
    func cased(_ places: [Int]) -> [UInt8] {
      var result = Array(bytes[..<length])
      for place in places { result[place] -= 0x20 }
      return result
    }
    return [cased(places)] + (first == 0 && places.count > 1 ? [cased([0])] : [])
  }

  /// Whether the bytes from `start` on have the capitals of `wanted`: the same, or at least the first,
  /// where that is the only one wanted.
  func hasCapitals(of wanted: [UInt8], from start: Int) -> Bool {
    let own = capitals.filter { (start..<start + wanted.count).contains($0) }.map { $0 - start }
    let needed = wanted.indices.filter { FoldedWord.capitalLetters.contains(wanted[$0]) }
    return own == needed || needed == [0] && own.first == 0
  }

  /// The bytes of Latin capitals.
  static let capitalLetters: ClosedRange<UInt8> = 0x41...0x5A

  /// The word without article, particles before it, and possessive.
  var bare: [UInt8] {
    forms.min { $0.count < $1.count }.map(bytes(of:)) ?? bytes
  }

  /// The folded words of a text in UTF-8, as many of them as are wanted at most.
  static func words(of text: String, limit: Int = .max) -> [[UInt8]] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var words: [[UInt8]] = []
    while words.count < limit, scanner.next(into: &word) { words.append(word.bytes) }
    return words
  }

  /// The folded words of a text in UTF-8, but with their Latin capitals.
  static func casedWords(of text: String, limit: Int) -> [[UInt8]] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var words: [[UInt8]] = []
    while words.count < limit, scanner.next(into: &word) {
      words.append(word.cased ?? word.bytes)
    }
    return words
  }

  /// The hashes of the words of a text, in their barest forms or as they stand.
  static func hashes(of text: String, bare: Bool) -> [UInt64] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var hashes: [UInt64] = []
    while scanner.next(into: &word) {
      hashes.append(StableHash.of(bytes: bare ? word.bare : word.bytes))
    }
    return hashes
  }

  /// The scalars of the text that `length` bytes of the word from `start` on were folded from.
  func textRange(_ start: Int, length: Int) -> TextRange {
    TextRange(origins[start].lowerBound, origins[start + max(length, 1) - 1].upperBound)
  }
}
