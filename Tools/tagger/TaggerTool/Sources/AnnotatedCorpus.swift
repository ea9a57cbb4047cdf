import Foundation

@testable import Model

/// Sentences whose tokens carry BIO tags, brought to the program's own tokens and to one guideline.
struct AnnotatedCorpus {
  /// A sentence as one text, its tokens, and a tag for each.
  struct Sentence {
    var text: ScalarText
    var tokens: [Token]
    var tags: [String]
    /// The number of the article it is of, where the corpus tells.
    var article = 0
    /// Whether it is another sentence once more, as headlines are written.
    var isCopy = false
  }

  /// How the tags of corpora call a kind.
  static func tag(of kind: EntityKind) -> String {
    switch kind {
    case .person: "PER"
    case .place: "LOC"
    case .organization: "ORG"
    }
  }

  /// The sentences in the order of the file.
  private(set) var sentences: [Sentence] = []
  /// The word that stands alone before an article's sentences, where a corpus tells.
  static let articleMark = "-DOCSTART-"
  private var article = 0
  private let lexicon: Lexicon.Reader
  private let isArabic: Bool
  private let harmonizes: Bool

  /// Reads a file of token, tab, tag; an empty line ends a sentence.
  ///
  /// - Parameter harmonizes: whether tags are brought to the product's guideline, for training.
  init(file: URL, lexicon: Lexicon.Reader, isArabic: Bool, harmonizes: Bool) throws {
    self.lexicon = lexicon
    self.isArabic = isArabic
    self.harmonizes = harmonizes
    var rows: [(word: Substring, tag: Substring)] = []
    let content = try String(contentsOf: file, encoding: .utf8)
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "\t")
      if fields.count >= 2 {
        rows.append((fields[0], fields[1]))
      } else if !rows.isEmpty {
        add(rows)
        rows = []
      }
    }
    if !rows.isEmpty { add(rows) }
  }

  /// The sentences as articles hold them, in blocks where the corpus does not tell; each of its
  /// headlines stands alone, before them.
  func blocks(withCopies: Bool = true) -> [CorpusBlock] {
    var blocks = withCopies ? sentences.filter(\.isCopy).map { CorpusBlock([$0]) } : []
    var block: [Sentence] = []
    for sentence in sentences where !sentence.isCopy {
      if block.count == CorpusBlock.size
        || block.last.map({ $0.article != sentence.article }) == true
      {
        blocks.append(CorpusBlock(block))
        block = []
      }
      block.append(sentence)
    }
    if !block.isEmpty { blocks.append(CorpusBlock(block)) }
    return blocks
  }

  private mutating func add(_ rows: [(word: Substring, tag: Substring)]) {
    if rows[0].word == Self.articleMark {
      article += 1
      return
    }
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var gluesNext = false
    let initials = Self.initials(in: rows.map(\.word))
    for (position, (word, _)) in rows.enumerated() {
      let letters = Array(word.unicodeScalars)
      let isApostrophe = letters.first.map { ScalarClass($0) == .apostrophe } ?? false
      let glues =
        gluesNext
        || (isApostrophe && letters.count > 1
          && scalars.last.map { ScalarClass($0).isLetter } == true)
        || (word == "n't") || initials.contains(position)
        || (!isArabic && word == "-" && position > 0 && position + 1 < rows.count)
      if !glues, !scalars.isEmpty { scalars.append(" ") }
      starts.append(scalars.count)
      scalars += letters
      // Some corpora write clitics, and hyphens inside words, as words of their own; news does not.
      gluesNext = isArabic ? ["و", "ف", "ب", "ل", "ك"].contains(word) : word == "-"
    }
    let text = ScalarText(scalars)
    let tokens = Tokenizer.tokens(of: text, in: text.range)
    guard !tokens.isEmpty else { return }
    var tags: [String] = []
    var row = 0
    var last = -1
    for token in tokens {
      while row + 1 < starts.count, starts[row + 1] < token.end { row += 1 }
      let tag = String(rows[row].tag)
      // A word cut in two goes on where it was cut.
      tags.append(row == last && tag.hasPrefix("B-") ? "I-" + tag.dropFirst(2) : tag)
      last = row
    }
    var sentence = Sentence(text: text, tokens: tokens, tags: tags, article: article)
    trim(&sentence)
    if harmonizes, isArabic { addBodies(&sentence) }
    sentences.append(sentence)
    if harmonizes, !isArabic { addHeadlines(of: sentence) }
  }

  /// The rows that belong to the one before them where a corpus cuts initials (U, ., S) apart.
  private static func initials(in words: [Substring]) -> Set<Int> {
    func isInitial(_ place: Int) -> Bool {
      guard words.indices.contains(place), words[place].unicodeScalars.count == 1,
        let letter = words[place].unicodeScalars.first
      else { return false }
      return ScalarClass(letter) == .upper
    }
    var found: Set<Int> = []
    var place = 0
    while place + 2 < words.count {
      guard isInitial(place), words[place + 1] == ".", isInitial(place + 2) else {
        place += 1
        continue
      }
      while place + 2 < words.count, words[place + 1] == ".", isInitial(place + 2) {
        found.formUnion([place + 1, place + 2])
        place += 2
      }
      if place + 1 < words.count, words[place + 1] == "." { found.insert(place + 1) }
      place += 1
    }
    return found
  }

  /// Takes off each name what the guideline leaves out: marks at its ends, "the", and with
  /// `harmonizes` titles and announcing words; a country that acts is a place.
  private func trim(_ sentence: inout Sentence) {
    var start = 0
    while start < sentence.tags.count {
      guard sentence.tags[start].hasPrefix("B-") || sentence.tags[start].hasPrefix("I-") else {
        harmonizeLone(start, in: &sentence)
        start += 1
        continue
      }
      var kind = String(sentence.tags[start].dropFirst(2))
      var end = start + 1
      while end < sentence.tags.count, sentence.tags[end] == "I-" + kind { end += 1 }
      var low = start
      var high = end
      while low < high, leavesOut(low, in: sentence, kind: kind, end: high) { low += 1 }
      while high > low, sentence.tokens[high - 1].kind == .punctuation { high -= 1 }
      if harmonizes, kind == "ORG", high - low == 1, flags(low, in: sentence).contains(.country) {
        kind = "LOC"
      }
      for index in start..<end {
        sentence.tags[index] =
          index < low || index >= high ? "O" : (index == low ? "B-" : "I-") + kind
      }
      start = end
    }
  }

  /// Tags the known bodies of state of several words that a corpus leaves out (مجلس الشيوخ), and
  /// ministries by what they are called after.
  private func addBodies(_ sentence: inout Sentence) {
    var index = 0
    while index < sentence.tokens.count {
      var length = max(bodyLength(at: index, in: sentence), ministryLength(at: index, in: sentence))
      // البحرية الألمانية: the country's adjective makes the word for a body its name.
      let next = index + max(length, 1)
      if length > 1 || Self.bodyWords.contains(word(index, in: sentence)),
        next < sentence.tokens.count, flags(next, in: sentence).contains(.nationality),
        index == 0 || !word(index - 1, in: sentence).hasSuffix("وزير"),
        word(next, in: sentence).hasPrefix("ال")
      {
        length = next + 1 - index
      }
      if length > 1, sentence.tags[index..<(index + length)].allSatisfy({ $0 == "O" }) {
        for offset in 0..<length { sentence.tags[index + offset] = offset == 0 ? "B-ORG" : "I-ORG" }
      }
      index += max(length, 1)
    }
  }

  private static let bodyWords: Set<String> = [
    "البحرية", "المخابرات", "الاستخبارات", "الكونغرس", "الكونجرس", "الخارجية", "للبحرية",
    "بالبحرية",
    "والبحرية",
  ]

  private func hash(_ index: Int, in sentence: Sentence) -> UInt64 {
    let token = sentence.tokens[index]
    return NameFolding.hash(sentence.text.scalars[token.start..<token.end])
  }

  private func bodyLength(at start: Int, in sentence: Sentence) -> Int {
    // Marks fold to nothing, and nothing is no name.
    guard sentence.tokens[start].isWord else { return 0 }
    var key = hash(start, in: sentence)
    var best = 0
    var next = start + 1
    while true {
      let flags = lexicon.flags(key)
      if flags.contains(.organization) { best = next - start }
      guard flags.contains(.continues), next < sentence.tokens.count else { return best }
      key = Lexicon.key(key, then: hash(next, in: sentence))
      next += 1
    }
  }

  private func ministryLength(at start: Int, in sentence: Sentence) -> Int {
    guard ["وزارة", "ووزارة", "بوزارة", "لوزارة"].contains(word(start, in: sentence)) else {
      return 0
    }
    var end = start + 1
    while end < sentence.tokens.count, end - start < 5,
      word(end, in: sentence).hasPrefix("ال") || word(end, in: sentence).hasPrefix("وال"),
      !flags(end, in: sentence).contains(.calendar)
    {
      end += 1
    }
    return end - start
  }

  /// Adds some sentences again as headlines and lines of capitals are written.
  private mutating func addHeadlines(of sentence: Sentence) {
    let count = sentences.count
    guard count.isMultiple(of: 15), sentence.tokens.count > 4 else { return }
    let whole = count.isMultiple(of: 45)
    var scalars = sentence.text.scalars
    for token in sentence.tokens where token.kind == .word {
      for place in token.start..<(whole ? token.end : token.start + 1) {
        let upper = scalars[place].properties.uppercaseMapping.unicodeScalars
        if upper.count == 1, let letter = upper.first { scalars[place] = letter }
      }
    }
    sentences.append(
      Sentence(
        text: ScalarText(scalars), tokens: sentence.tokens, tags: sentence.tags, isCopy: true))
  }

  private func word(_ index: Int, in sentence: Sentence) -> String {
    let token = sentence.tokens[index]
    return sentence.text[TextRange(token.start, token.end)]
  }

  private func flags(_ index: Int, in sentence: Sentence) -> LexiconFlags {
    let token = sentence.tokens[index]
    return lexicon.flags(NameFolding.hash(sentence.text.scalars[token.start..<token.end]))
  }

  private static let countries: Set<String> = ["US", "U.S.", "U.S", "USA", "UK", "U.K."]
  private static let places: Set<String> = [
    "مدينة", "ولاية", "محافظة", "دولة", "جزيرة", "قرية", "بلدة", "العاصمة", "إقليم", "مقاطعة",
  ]
  private static let bodies: Set<String> = [
    "صحيفة", "جريدة", "مجلة", "قناة", "تنظيم", "إذاعة", "شبكة", "موقع",
  ]

  private func leavesOut(
    _ index: Int, in sentence: Sentence, kind: String, end: Int
  ) -> Bool {
    if sentence.tokens[index].kind == .punctuation { return true }
    let word = word(index, in: sentence)
    if word.lowercased() == "the" { return true }
    guard harmonizes, index + 1 < end else { return false }
    switch kind {
    case "PER":
      return isArabic && flags(index, in: sentence).contains(.title) && word.hasPrefix("ال")
    case "LOC": return Self.places.contains(word)
    case "ORG": return Self.bodies.contains(word)
    default: return false
    }
  }

  private func harmonizeLone(_ index: Int, in sentence: inout Sentence) {
    guard harmonizes, !isArabic, Self.countries.contains(word(index, in: sentence)) else { return }
    sentence.tags[index] = "B-LOC"
  }
}
