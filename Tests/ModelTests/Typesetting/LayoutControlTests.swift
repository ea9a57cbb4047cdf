import Testing

@testable import Model

/// The kinds come from public reports on openhtmltopdf (464), readest (5361), bp-i18n-specdev (18) and
/// ReadYou (414).
@Suite("Format characters beside a text guide its layout and are not drawn")
struct LayoutControlTests {
  /// The lines of a text whose format characters were set aside, left to right.
  private func lines(
    _ text: String, width: Int = 40, direction: TextDirection? = nil
  ) -> [LayoutLine] {
    let clean = CleanText(cleaning: Array(text.unicodeScalars))
    return TextLayout(
      clean.scalars[...], controls: clean.controls, width: width, direction: direction
    ).lines
  }

  private func glyphs(_ line: LayoutLine) -> String {
    String(String.UnicodeScalarView(line.cells.map(\.glyph)))
  }

  @Test(
    "Marks, embeddings and isolates give levels",
    arguments: [
      ("اب \u{200E}+1 23\u{200E} ج", "ﺝ +1 23 ﺏﺍ"), ("اب C++\u{200E} ج", "ﺝ C++ ﺏﺍ"),
      ("\u{200F}a ب", "ﺏ a"), ("ب \u{2066}a ج!\u{2069} د", "ﺩ a ﺝ! ﺏ"),
      ("ب \u{202A}+1 2\u{202C} د", "ﺩ +1 2 ﺏ"), ("ab \u{202E}cd\u{202C} e", "ab cd e"),
    ])
  func levels(text: String, expected: String) {
    #expect(lines(text).map(glyphs) == [expected])
  }

  @Test("A soft hyphen is drawn where a line ends at it, and every scalar has its cell")
  func softHyphen() {
    let found = lines("capi\u{AD}tal", width: 6)
    #expect(found.map(glyphs) == ["capi-", "tal"])
    #expect(found.map(\.range) == [TextRange(0, 4), TextRange(4, 7)])
    #expect(found[0].cells.map(\.source.lowerBound) == [0, 1, 2, 3, 4])
    #expect(lines("capi\u{AD}tal").map(glyphs) == ["capital"])
  }

  @Test(
    "A paragraph has its text's direction unless hardly a letter runs that way",
    arguments: [
      ("Linux نظام مشهور", TextDirection.rightToLeft), ("2020 – 2021", .rightToLeft),
      ("", .rightToLeft),
      ("The word «نعم» means yes, as everybody knows who has been there", .leftToRight),
    ])
  func directions(paragraph: String, direction: TextDirection) {
    let scalars = Array(paragraph.unicodeScalars)
    #expect(TextDirection.rightToLeft.ofParagraph(scalars[...]) == direction)
    #expect(
      TextDirection.leftToRight.ofParagraph(
        scalars[...].filter { !$0.properties.isAlphabetic }[...]) == .leftToRight)
    #expect(Language.arabic.direction(of: paragraph) == direction)
    #expect(Language.undetermined.direction(of: paragraph) == nil)
  }

  @Test("Letters that a tag sequence follows keep it, others lose theirs")
  func tags() {
    let flag = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"
    let clean = CleanText(cleaning: Array("a\u{E0067} \(flag)".unicodeScalars))
    #expect(String(String.UnicodeScalarView(clean.scalars)) == "a \(flag)")
    #expect(TextLayout(ScalarText(flag), width: 9).lines.first?.width == 2)
  }
}
