import Testing

@testable import Model

@Suite("The sentence around a position") struct ArticleSentenceTests {
  @Test(arguments: [
    (
      "Talks ended. Mr. Moyes met Kazemi in Baghdad! Others left.", "Kazemi",
      "Mr. Moyes met Kazemi in Baghdad!"
    ),
    ("Kazemi left.", "Kazemi", "Kazemi left."),
    ("انتهت المحادثات. التقى الكاظمي وفدا؟ ثم غادر.", "الكاظمي", "التقى الكاظمي وفدا؟"),
  ])
  func isFound(text: String, name: String, sentence: String) throws {
    let article = LinkingFixture.article(text: ScalarText(text), language: .english)
    let wanted = Array(name.unicodeScalars)
    let start = try #require(
      article.text.scalars.indices.first { article.text.scalars[$0...].starts(with: wanted) })
    let range = TextRange(start, start + wanted.count)
    #expect(article.text[article.sentence(around: range)] == sentence)
  }

  @Test func isTheRangeItselfOutsideOfParagraphs() {
    var article = LinkingFixture.article(text: ScalarText("A b. C d."), language: .english)
    article.paragraphs = []
    #expect(article.sentence(around: TextRange(5, 6)) == TextRange(5, 6))
  }
}
