/// The features by which articles are compared: entities, figures and words.
struct ArticleSketch: Sendable {
  /// The sketches of articles compared recently.
  typealias Memory = Memo<Int64, ArticleSketch>
  /// How many are kept; each takes some kilobytes.
  static let kept = 2_048

  /// The article's language.
  var language: Language
  /// When it is from, where it states that.
  var date: Int64?
  /// How many of its mentions name each entity.
  var entities: [EntityID: Int] = [:]
  /// The sounds of its names, word by word, and the entities named.
  var sounds: [UInt64: EntityID] = [:]
  /// The numbers, months and days of the week in its text, with the information content of each, in nats.
  var figures: [UInt64: Double] = [:]
  /// Its words and their inner forms, hashed.
  var words: Set<UInt64> = []
  /// Of the words of an Arabic text, those in Latin letters.
  var foreign: Set<UInt64> = []

  /// Creates the sketch of an article with its mentions.
  init(_ article: Article, mentions: [LinkedMention]) {
    language = article.language
    if let date = article.date, date.origin == .stated { self.date = date.seconds }
    for linked in mentions {
      entities[linked.entity, default: 0] += 1
      var scanner = WordScanner(article.text.slice(linked.mention.range).makeIterator())
      var word = FoldedWord()
      while scanner.next(into: &word) {
        let bare = String(decoding: word.bare, as: UTF8.self)
        if let sound = PhoneticKey.whole(of: bare, in: Script(of: bare)) {
          sounds[sound] = linked.entity
        }
      }
    }
    for paragraph in article.paragraphs where paragraph.role != .boilerplate {
      let text = article.text.slice(paragraph.range)
      for figure in FigureScanner.figures(in: text) { figures[figure.hash] = figure.information }
      scanWords(text)
    }
  }

  private mutating func scanWords(_ text: ArraySlice<Unicode.Scalar>) {
    var scanner = WordScanner(text.makeIterator(), at: text.startIndex)
    var word = FoldedWord()
    var last: UInt64 = 0
    while scanner.next(into: &word) {
      guard let first = word.bytes.first, !word.bytes.startsWithDigit else { continue }
      let whole = StableHash.of(bytes: word.bytes)
      words.insert(whole)
      if language == .arabic, (0x61...0x7A).contains(first) { foreign.insert(whole) }
      // English writes months and days with a capital; "may" and "march" are none.
      let isName = text[word.start].properties.isUppercase || first >= 0xD8
      note(FigureWords.figure(whole, isCapital: isName) ?? FigureWords.figure(last, whole))
      for form in word.forms {
        let hash = StableHash.of(bytes: word.bytes(of: form))
        words.insert(hash)
        note(FigureWords.figure(hash, isCapital: isName))
      }
      last = whole
    }
  }

  private mutating func note(_ figure: Figure?) {
    if let figure { figures[figure.hash] = figure.information }
  }
}

extension Article {
  /// The different words of its title and body in their barest forms, folded, in UTF-8; numbers too.
  var bareWords: [[UInt8]] {
    var seen: Set<[UInt8]> = []
    var words: [[UInt8]] = []
    var word = FoldedWord()
    for paragraph in paragraphs where paragraph.role != .boilerplate {
      var scanner = WordScanner(text.slice(paragraph.range).makeIterator())
      while scanner.next(into: &word) {
        let bare = word.bare
        if seen.insert(bare).inserted { words.append(bare) }
      }
    }
    return words
  }
}

extension [UInt8] {
  /// Whether the first byte is a digit of ASCII.
  var startsWithDigit: Bool { first.map { (0x30...0x39).contains($0) } ?? false }
}
