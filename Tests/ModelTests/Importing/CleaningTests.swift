import Foundation
import Testing

@testable import Model

@Suite("Text from outside is made harmless")
struct CleaningTests {
  private func cleaned(_ text: String) -> String {
    let clean = CleanText(cleaning: Array(text.unicodeScalars))
    return String(String.UnicodeScalarView(clean.scalars))
  }

  @Test("Every line end becomes a line feed")
  func lineEnds() {
    #expect(
      cleaned("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{0B}g\u{0C}h\n") == "a\nb\nc\nd\ne\nf\ng\nh\n")
    #expect(cleaned("a\r\r\nb") == "a\n\nb")
  }

  @Test("Escape sequences go as a whole")
  func escapeSequences() {
    #expect(cleaned("a\u{1B}[1;31mred\u{1B}[0m b") == "ared b")
    #expect(cleaned("a\u{1B}]0;title\u{07}b\u{1B}]8;;http://x\u{1B}\\c") == "abc")
    #expect(cleaned("a\u{9B}2Jb\u{9D}52;c;eA==\u{9C}c\u{1B}(0d") == "abcd")
    #expect(cleaned("a\u{1B}P1$r\u{1B}\\b") == "ab")
  }

  @Test("Text that only starts like an escape sequence is kept")
  func unfinishedSequences() {
    #expect(cleaned("a\u{1B}]0;never ended\nb") == "a]0;never ended\nb")
    #expect(cleaned("a\u{1B}[31") == "a[31")
    #expect(cleaned("a\u{1B}") == "a")
    #expect(cleaned("a\u{1B} b \u{1B}\u{1B}[m c") == "a b  c")
    #expect(cleaned("a\u{1B}[1\u{05F4}b") == "a[1\u{05F4}b")
  }

  @Test("Directional controls, noncharacters, tags and stray marks of byte order go")
  func invisible() {
    #expect(
      cleaned("a\u{202E}b\u{202C}c\u{2067}d\u{2069}e\u{200E}f\u{200F}g\u{061C}h\u{FEFF}i")
        == "abcdefghi")
    #expect(cleaned("a\u{E0041}b\u{FFF9}c\u{206A}d") == "abcd")
    for value: UInt32 in [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] {
      #expect(Unicode.Scalar(value).map { CleanText.replacement(for: $0) } == .some(nil))
    }
    #expect(cleaned("a\u{00}b\u{08}c\u{7F}d\u{80}e") == "abcde")
  }

  @Test("Private and unassigned scalars become U+FFFD, quotes lost in Latin-1 are found")
  func replaced() {
    #expect(cleaned("a\u{E000}b\u{0378}c\u{F0000}d") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    #expect(cleaned("it\u{92}s \u{93}so\u{94} \u{96} yes") == "it’s “so” – yes")
  }

  @Test("Joiners, tatweel, marks, spaces that do not break and tabs stay")
  func kept() {
    let text = "می\u{200C}خواهم لا\u{200D} مـــن مُحَمَّد\u{A0}﴿\tx\u{301} 👨‍👩‍👧"
    #expect(cleaned(text) == text)
  }

  @Test("Presentation forms and ligatures are the letters that they show")
  func forms() {
    #expect(cleaned("ﻣﺼﻄﻔﻰ ﻻ ﭘ") == "مصطفى لا پ")
    #expect(cleaned("Suﬀolk oﬃce ﬆ") == "Suffolk office st")
    #expect(cleaned("ﷺ ﷲ") == "صلى الله عليه وسلم الله")
    #expect(cleaned("عبدﷲ عبداﷲ") == "عبدالله عبدالله")
    #expect(cleaned("﷽") == "بسم الله الرحمن الرحيم")
    #expect(cleaned("ﺑ\u{FE77}\u{FC60}") == "ب\u{64E}\u{64E}\u{651}")
    #expect(cleaned(String(repeating: "ﷺ", count: 10_000)).unicodeScalars.count < 30_000)
  }

  @Test("Marks and soft hyphens stand beside the text, overrides as embeddings")
  func controls() {
    let clean = CleanText(cleaning: Array("a\u{200E}b\u{AD}\u{202E}c\u{202C}".unicodeScalars))
    #expect(clean.scalars == ["a", "b", "c"])
    #expect(clean.controls.entries.map(\.position) == [1, 2, 2, 3])
    #expect(clean.controls.entries.map(\.scalar) == ["\u{200E}", "\u{AD}", "\u{202B}", "\u{202C}"])
  }

  @Test("Whatever comes in, nothing forbidden is left and every scalar leads back to its own")
  func property() throws {
    var random = SeededRandom.printed()
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in random.scalar() }
      let clean = CleanText(cleaning: text)
      try check(clean.scalars, offsets: clean.offsets, against: text, joinsLines: false)
    }
  }

  @Test(
    "Articles of hostile text contain nothing forbidden, and map back to the file",
    // The seed is that of a line end and U+0006, which were taken for one unit of UTF-16.
    arguments: [SeededRandom.printed("articles"), SeededRandom(seed: 15_063_124_227_722_671_964)])
  func articles(random: SeededRandom) throws {
    var random = random
    let words: [String] = [
      "the", "people", "of", "Baghdad", "said", "في", "العراق", "الكاظمي", "\u{1B}[31m", "\u{202E}",
      "\r\n", "\n", "\n\n", "\n\n\n", "\t", "18 August 2020", "١٨ آب ٢٠٢٠", "Source: ", "---\n",
      "Title: ", "© ", "Read more: ", "\u{FEFF}", "تعليقك", "المراجعة", ": ", "- ", ". ", "http://",
    ]
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...80, using: &random) {
        text += words[Int.random(in: words.indices, using: &random)]
        if Bool.random(using: &random) { text += " " }
        if Int.random(in: 0..<20, using: &random) == 0 {
          text.unicodeScalars.append(random.scalar())
        }
      }
      var bytes = Data(text.utf8)
      // The file has no byte order mark, or none that this test sees.
      while bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      let results = try? ArticleReader().read(data: bytes, path: "-", modified: nil)
      guard let article = results?.first else { continue }
      let decoded = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      try check(
        article.text.scalars, offsets: article.offsets, against: decoded, joinsLines: true)
      checkShape(article)
    }
  }

  private func check(
    _ clean: [Unicode.Scalar], offsets: OffsetMap, against text: [Unicode.Scalar], joinsLines: Bool
  ) throws {
    var last = -1
    for (position, scalar) in clean.enumerated() {
      try #require(scalar == "\n" || CleanText.replacement(for: scalar) == scalar)
      let original = offsets.original(position)
      // A ligature gives several scalars.
      let letters = CompatibilityForms.letters(of: text[original])
      try #require(original >= last + (letters == nil ? 1 : 0) && original < text.count)
      last = original
      if letters?.contains(scalar) == true { continue }
      let replacement = CleanText.replacement(for: text[original])
      // A space stands for the line end, and the spaces around it, within a wrapped paragraph.
      let isJoined =
        joinsLines && scalar == " " && (replacement == "\n" || TextLine.isSpace(text[original]))
      try #require(replacement == scalar || isJoined)
    }
  }

  private func checkShape(_ article: Article) {
    var end = 0
    #expect(article.paragraphs.contains { $0.role != .boilerplate })
    #expect(!article.title.isEmpty)
    for paragraph in article.paragraphs {
      #expect(!paragraph.range.isEmpty)
      #expect(paragraph.range.lowerBound >= end)
      #expect(!article.text.slice(paragraph.range).contains("\n"))
      end = paragraph.range.upperBound
    }
    #expect(end <= article.text.count)
    #expect(!article.title.unicodeScalars.contains { $0.value < 0x20 })
  }
}
