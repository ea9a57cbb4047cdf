import Foundation
import Testing

@testable import Model

@Suite("Encodings are recognized")
struct EncodingTests {
  @Test(
    "Arabic text is the same in every encoding",
    arguments: [
      "utf-8", "utf-8-bom", "utf-16le-bom", "utf-16be-bom", "utf-16le", "utf-16be", "utf-32le-bom",
      "utf-32be-bom", "windows-1256", "iso-8859-6",
    ])
  func arabic(encoding: String) throws {
    let expected = String(decoding: try fixture("arabic.utf-8.txt"), as: UTF8.self)
    let article = try imported(try fixture("arabic.\(encoding).txt"))
    #expect(article.text.string == expected)
    #expect(article.language == .arabic)
    #expect(article.title == "افتتاح جسر جديد على النهر في المدينة القديمة")
    #expect(article.offsets == OffsetMap())
  }

  @Test("English text is the same in every encoding", arguments: ["windows-1252", "utf-16le"])
  func english(encoding: String) throws {
    let expected = String(decoding: try fixture("english.utf-8.txt"), as: UTF8.self)
    let article = try imported(try fixture("english.\(encoding).txt"))
    #expect(article.text.string == expected)
    #expect(article.language == .english)
  }

  @Test("A word or two are enough for an Arabic encoding")
  func fewWords() throws {
    let words = Data([0xE3, 0xD1, 0xCD, 0xC8, 0xC7, 0x20, 0xC8, 0xDF, 0xE3])
    #expect(try imported(words).text.string == "مرحبا بكم")
    let same = Data([0xE5, 0xD1, 0xCD, 0xC8, 0xC7, 0x20, 0xC8, 0xE3, 0xE5])
    #expect(try imported(same).text.string == "مرحبا بكم")
  }

  @Test("Broken bytes in UTF-8 become U+FFFD, one for each broken sequence")
  func brokenUTF8() throws {
    var bytes = Data("«الكاظمي» في بغداد".utf8)
    bytes += [0xFF, 0x20, 0xE2, 0x82, 0x20, 0xED, 0xA0, 0x80]
    // The Unicode Standard, table 3-8: E2 82 is one maximal subpart, ED A0 80 are three.
    #expect(
      try imported(bytes).text.string
        == "«الكاظمي» في بغداد\u{FFFD} \u{FFFD} \u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test("A character that the end of the file cuts off does not change the encoding")
  func cutOff() throws {
    let bytes = Data("The price rose to 40 ".utf8) + [0xE2, 0x82]
    #expect(try imported(bytes).text.string == "The price rose to 40 \u{FFFD}")
  }

  @Test("Lone surrogates and lone bytes of UTF-16 become U+FFFD")
  func brokenUTF16() {
    let units: [UInt8] = [0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x3D, 0xD8, 0x00, 0xDE, 0x43]
    let scalars = TextEncoding.utf16LittleEndian.decode(units[...])
    #expect(scalars == ["A", .replacement, "B", "\u{1F600}", .replacement])
  }

  @Test("Values beyond Unicode in UTF-32 become U+FFFD")
  func brokenUTF32() {
    let units: [UInt8] = [0x00, 0x00, 0x06, 0x27, 0x00, 0x11, 0x00, 0x00, 0x00]
    let scalars = TextEncoding.utf32BigEndian.decode(units[...])
    #expect(scalars == ["ا", .replacement, .replacement])
  }

  @Test("An encoding for other letters is named as the trouble, with the way out")
  func unknown() {
    // Russian in Windows-1251.
    let bytes: [UInt8] = [
      0xCF, 0xF0, 0xE5, 0xE7, 0xE8, 0xE4, 0xE5, 0xED, 0xF2, 0x20, 0xEF, 0xF0, 0xE8, 0xE5, 0xF5,
      0xE0, 0xEB, 0x20, 0xE2, 0x20, 0xEC, 0xEE, 0xF1, 0xEA, 0xE2, 0xF3,
    ]
    #expect(refusal(Data(bytes)).contains("iconv"))
  }

  @Test("Any bytes in any encoding decode to scalars, and well-formed text survives the round trip")
  func roundTrips() {
    var random = SeededRandom.printed()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in random.scalar() }
      let string = String(String.UnicodeScalarView(text))
      #expect(TextEncoding.utf8.decode(Array(string.utf8)[...]) == text)
      let units = Array(string.utf16)
      #expect(
        TextEncoding.utf16LittleEndian.decode(
          units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }[...]) == text)
      #expect(
        TextEncoding.utf32BigEndian.decode(
          text.flatMap { scalar in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
          }[...]) == text)
      let noise = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      // Foundation's own decoding puts one U+FFFD for each maximal subpart as well.
      let expected = Array(String(decoding: noise, as: UTF8.self).unicodeScalars)
      #expect(TextEncoding.utf8.decode(noise[...]) == expected)
      for encoding in TextEncoding.allCases {
        #expect(encoding.decode(noise[...]).count <= noise.count)
      }
      _ = try? DecodedText(noise)
    }
  }
}
