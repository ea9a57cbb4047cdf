import Testing

@testable import Model

@Suite struct SnippetTests {
  private func article(_ paragraphs: [(Paragraph.Role, String)]) -> Article {
    var text: [Unicode.Scalar] = []
    var cut: [Paragraph] = []
    for (role, string) in paragraphs {
      if !text.isEmpty { text.append("\n") }
      let start = text.count
      text += Array(string.unicodeScalars)
      cut.append(Paragraph(role: role, range: TextRange(start, text.count)))
    }
    return Article(
      origin: ArticleOrigin(path: "a"), text: ScalarText(text), paragraphs: cut, title: "",
      language: .english)
  }

  private func snippet(_ article: Article, _ query: String) -> Snippet {
    Snippet(of: article, hits: QueryMatcher(SearchQuery(query)).ranges(in: article))
  }

  private func marked(_ snippet: Snippet) -> [String] {
    let text = ScalarText(snippet.text)
    return snippet.ranges.map { text[$0] }
  }

  @Test func showsWholeWordsAroundTheFirstHitBelowTheTitle() {
    let words = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let found = snippet(article([(.title, "word100 in the title"), (.body, words)]), "word100")
    #expect(marked(found) == ["word100"])
    #expect(found.text.hasPrefix("…word"))
    #expect(found.text.hasSuffix("…"))
    #expect(found.text.unicodeScalars.count <= Snippet.length + 2)
    for word in found.text.dropFirst().dropLast().split(separator: " ") {
      #expect(words.split(separator: " ").contains(word))
    }
  }

  @Test func showsAShortParagraphWhole() {
    let found = snippet(article([(.body, "One."), (.body, "Two\tthree two.")]), "two")
    #expect(found.text == "Two three two.")
    #expect(marked(found) == ["Two", "two"])
  }

  @Test func showsTheBeginningWhereOnlyTheTitleMatches() {
    let found = snippet(article([(.title, "Alpha"), (.body, "Beta gamma.")]), "alpha")
    #expect(found == Snippet(text: "Beta gamma.", ranges: []))
  }

  @Test func livesWithoutSpacesAndWithoutText() {
    let long = String(repeating: "م", count: 1000)
    let found = snippet(article([(.body, long)]), "م")
    #expect(found.text.unicodeScalars.count <= Snippet.length + 2)
    #expect(marked(found) == ["م"])
    #expect(snippet(article([]), "x") == Snippet(text: "", ranges: []))
    #expect(snippet(article([(.title, "x"), (.boilerplate, "x y")]), "x").text.isEmpty)
  }

  @Test func cutsHitsAtItsEdges() {
    let text = ScalarText((0..<100).map { "w\($0)" }.joined(separator: " "))
    let one = article([(.body, text.string)])
    let found = Snippet(of: one, hits: [TextRange(50, 390)])
    #expect(found.ranges.count == 1)
    #expect(found.ranges[0].upperBound <= found.text.unicodeScalars.count)
  }
}

extension SnippetTests {
  @Test func showsTheLineAroundAGivenRangeInTitleToo() {
    let text = article([(.title, "Talks in Baghdad"), (.body, "Nothing here")])
    let title = Snippet(of: text, around: TextRange(9, 16))
    #expect(title.text == "Talks in Baghdad")
    #expect(marked(title) == ["Baghdad"])
    #expect(Snippet(of: text, around: TextRange(14, 20)).text.isEmpty)
  }
}
