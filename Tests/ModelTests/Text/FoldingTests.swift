import Testing

@testable import Model

@Suite struct FoldingTests {
  /// The folded words of a text.
  private func folded(_ text: String) -> [String] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var words: [String] = []
    while scanner.next(into: &word) { words.append(String(decoding: word.bytes, as: UTF8.self)) }
    return words
  }

  @Test(arguments: [
    // Hamza and its seats.
    ("أحمد إسلام آمن ٱلله ا\u{654}حمد", ["احمد", "اسلام", "امن", "الله", "احمد"]),
    ("مسؤول و\u{654} سماء رئيس هيئة", ["مسوول", "و", "سما", "رييس", "هييه"]),
    // A hamza before waw, whatever its seat.
    ("مسئول مسؤول رءوس رؤوس جاءوا هؤلاء", ["مسوول", "مسوول", "رووس", "رووس", "جاووا", "هولا"]),
    // Words end where the script changes, and ligatures of words are several.
    ("بـ10 وF-16 G20 ﷺ", ["ب", "10", "و", "f", "16", "g20", "صلي", "الله", "عليه", "وسلم"]),
    // Alef maqsura, Persian yeh, Urdu yeh.
    ("على علی علي مصطفى", ["علي", "علي", "علي", "مصطفي"]),
    // Ta marbuta; every ha.
    ("مدينة مدينه فرقۀ ہند", ["مدينه", "مدينه", "فرقه", "هند"]),
    // Tashkeel, superscript alef, tatweel.
    ("كِتَابٌ كـــتاب هٰذا مُحَمَّد", ["كتاب", "كتاب", "هذا", "محمد"]),
    // Keheh, gaf, peh, tcheh, veh, as Arabic newspapers spell them.
    ("کاظمی گرگان پاريس چاد ڤيينا", ["كاظمي", "غرغان", "باريس", "تشاد", "فيينا"]),
    // Digits of three scripts; the separators between them part words.
    ("٢٠٢١ ۲۰۲۱ 2021 ١٠٬٥ ３", ["2021", "2021", "2021", "10", "5", "3"]),
    // Presentation forms and the ligature lam-alef.
    ("\u{FEFB} \u{FEE3}\u{FEBC}\u{FEAE}", ["لا", "مصر"]),
    // Joiners and directional signs inside a word.
    ("می\u{200C}خواهم a\u{200F}b soft\u{AD}hyphen", ["ميخواهم", "ab", "softhyphen"]),
  ])
  func foldsArabic(text: String, words: [String]) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("Kazemi KAZEMI kazemi", ["kazemi", "kazemi", "kazemi"]),
    (
      "Émile e\u{301}mile Žižek Ångström Çelik Erdoğan",
      [
        "emile", "emile", "zizek", "angstrom", "celik", "erdogan",
      ]
    ),
    (
      "Straße STRASSE STRA\u{1E9E}E Øresund Łódź Ærø Þór Đoković İstanbul ısı",
      [
        "strasse", "strasse", "strasse", "oresund", "lodz", "aero", "thor", "dokovic", "istanbul",
        "isi",
      ]
    ),
    ("ﬁnal Ｆｕｌｌ Việt", ["final", "full", "viet"]),
    ("al-Kazemi Al–Hashemi", ["al", "kazemi", "al", "hashemi"]),
    ("Sana'a Sana’a Sana‘a Sanaʿa", ["sanaa", "sanaa", "sanaa", "sanaa"]),
    (
      "ʿAbd ‘quoted’ reporters' rock ’n’ roll",
      [
        "abd", "quoted", "reporters", "rock", "n", "roll",
      ]
    ),
    ("Москва ΑΘΗΝΑ", ["москва", "αθηνα"]),
    ("a_b@c.d #tag 😀 x😀y", ["a", "b", "c", "d", "tag", "x", "y"]),
    ("", []), (" \u{301}\u{640} '' ", []),
  ])
  func foldsLatinAndOthers(text: String, words: [String]) {
    #expect(folded(text) == words)
  }

  @Test func foldedTextIsAFixedPoint() {
    for value in 0..<0x1_0000 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for word in folded("a\(scalar)") {
        #expect(folded(word) == [word], "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func aWordOfAnyLengthIsCut() {
    let words = folded(String(repeating: "م", count: 100_000) + " end")
    #expect(words.count == 2)
    #expect(words[0].utf8.count <= FoldedWord.limit)
    #expect(words[1] == "end")
  }

  @Test func wordsKnowWhereTheyStand() {
    let text = Array("«الكِتابُ» ﬁn e\u{301}!".unicodeScalars)
    var scanner = WordScanner(text.makeIterator(), at: 0, tracksOrigins: true)
    var word = FoldedWord()
    var ranges: [String] = []
    while scanner.next(into: &word) {
      #expect(word.origins.count == word.bytes.count)
      #expect(word.origins.first?.lowerBound == word.start)
      #expect(word.origins.last?.upperBound == word.end)
      ranges.append(String(String.UnicodeScalarView(text[word.start..<word.end])))
    }
    #expect(ranges == ["الكِتابُ", "ﬁn", "e\u{301}"])
  }

  @Test(arguments: [
    ("الكتاب", ["كتاب"]), ("والكتاب", ["الكتاب", "كتاب"]), ("بالكتاب", ["الكتاب", "كتاب"]),
    ("وبالكتاب", ["الكتاب", "كتاب"]), ("فالكتاب", ["الكتاب", "كتاب"]),
    ("كالكتاب", ["الكتاب", "كتاب"]), ("للكتاب", ["الكتاب", "كتاب", "اللكتاب"]),
    ("وللجنه", ["الجنه", "جنه", "اللجنه"]), ("النص", ["نص"]),
    // What only looks like it.
    ("الله", []), ("والله", ["الله"]), ("الذي", []), ("وزير", []), ("بغداد", []), ("كتاب", []),
    ("ال", []), ("الف", []), ("والد", []), ("alkitab", []), ("", []), ("و", []), ("لل", []),
  ])
  func innerFormsOfWordsWithTheArticle(word: String, forms: [String]) {
    var folded = FoldedWord()
    folded.bytes = Array(word.utf8)
    #expect(
      WordFronts.forms(of: folded.bytes).map {
        String(decoding: folded.bytes(of: $0), as: UTF8.self)
      }
        == forms)
  }
}
