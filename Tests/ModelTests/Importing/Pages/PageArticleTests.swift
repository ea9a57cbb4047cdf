import Testing

@testable import Model

@Suite struct PageArticleTests {
  private static let sentences = (1...6).map {
    "Paragraph \($0) says at some length, and with commas, what the minister announced on Monday."
  }
  private static let page = """
    <!doctype html><html lang="en"><head><title>Minister resigns | The Paper</title>
    <meta property="og:site_name" content="The Paper"><link rel="canonical" href="/news/1">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Minister resigns",
    "datePublished": "2024-03-05T10:00:00Z", "author": {"name": "Jane Roe"}}</script></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>Minister resigns</h1><div class="share-buttons">Share on every network</div>
    \(sentences.map { "<p>\($0)</p>" }.joined())
    <p>The <a href="law">law</a> follows in a month, as the speaker said, after a debate.</p></article>
    <div class="comments"><p>I do not agree with any of this, and never did, said a visitor.</p></div>
    <footer>All rights reserved, by the paper and its partners, in all countries.</footer></body></html>
    """

  @Test func textIsThatOfTheArticle() throws {
    let content = try #require(PageArticle(html: Self.page, address: "https://paper.example/x"))
      .content
    #expect(content.title == "Minister resigns")
    #expect(content.author == "Jane Roe")
    #expect(content.source == "The Paper")
    #expect(content.language == "en")
    #expect(content.published == 1_709_632_800)
    #expect(content.url == "https://paper.example/news/1")
    #expect(content.blocks.prefix(6).map(\.text) == Self.sentences)
    #expect(content.blocks.count == 7)
    #expect(content.blocks.last?.links.map(\.address) == ["https://paper.example/law"])
  }

  @Test func arabicPageInWindows1256IsRead() throws {
    let sentence =
      "قال الوزير، في مؤتمر صحفي عقده اليوم، إن القرار سيدخل حيز التنفيذ قريبا؛ ولم يذكر موعدا."
    let html =
      "<html><head><meta charset=utf-8></head><body><div>"
      + String(repeating: "<p>\(sentence)</p>", count: 5) + "</div></body></html>"
    let bytes = html.unicodeScalars.map { scalar in
      UInt8((0...255).first { TextEncoding.windows1256.decode([UInt8($0)][...]) == [scalar] } ?? 63)
    }
    let content = try #require(PageArticle(bytes: bytes)).content
    #expect(content.blocks.map(\.text) == Array(repeating: sentence, count: 5))
  }

  @Test func formAroundThePageHidesNothing() throws {
    let body = Self.page.replacing("<body>", with: "<body><form>").replacing(
      "</body>", with: "</form></body>")
    let content = try #require(PageArticle(html: body)).content
    #expect(content.blocks.count == 7)
  }

  @Test func boxAfterTheParagraphsIsCut() throws {
    let box = "<div><h3>About her</h3><p>Jane Roe writes about courts, and lives in York.</p></div>"
    let html =
      "<html><body><article>\(Self.sentences.map { "<p>\($0)</p>" }.joined())\(box)</article>"
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test func listAfterTheParagraphsIsKept() throws {
    let list = "<ul><li>The law holds from May, for all courts, and in every county.</li></ul>"
    let html =
      "<html><body><article>\(Self.sentences.map { "<p>\($0)</p>" }.joined())\(list)</article>"
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.count == 7)
  }

  @Test func articleInSeveralBodiesIsWhole() throws {
    let bodies = [Self.sentences[..<4], Self.sentences[4...]].map { part in
      "<div class=\"article-body\">\(part.map { "<p>\($0)</p>" }.joined())</div><aside>Advert</aside>"
    }
    let html = "<html><body><main>\(bodies.joined())</main></body></html>"
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test(
    "What stands around a short article is left out even where it is longer",
    arguments: ["aside", "footer", "div class=sidebar", "div id=comments"])
  func framesLongerThanTheArticleAreLeftOut(tag: String) throws {
    let teasers = (1...30).map {
      "<p>Teaser \($0) of another report, which says what else there is.</p>"
    }
    let html = """
      <html><head><title>Minister resigns in the spring</title></head><body>
      <div class="breaking-news"><h1>Minister resigns in the spring</h1>
      \(Self.sentences.map { "<p>\($0)</p>" }.joined())</div>
      <\(tag)>\(teasers.joined())</\(tag.prefix { $0 != " " })></body></html>
      """
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test func classThatSpeaksOfASidebarHidesNoArticle() throws {
    let html = """
      <html><body><article><h1>Minister resigns in the spring</h1><div class="has-sidebar">
      \(Self.sentences.map { "<p>\($0)</p>" }.joined())</div></article></body></html>
      """
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test func linesAboutTheAuthorAreCut() throws {
    let html = """
      <html><body><article><div class="author">By Jane Roe, who writes about courts, and more.</div>
      \(Self.sentences.map { "<p>\($0)</p>" }.joined())</article></body></html>
      """
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test func statedTextSaysWhereTheArticleEnds() throws {
    let body = Self.sentences.joined(separator: " ")
    let data = "{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\"}"
    let html = """
      <html><head><script type="application/ld+json">\(data)</script></head><body><div>
      \(Self.sentences.map { "<p>\($0)</p>" }.joined())
      <p>Sign here for letters from the desk, which come each morning, at no cost to you.</p></div>
      """
    let content = try #require(PageArticle(html: html)).content
    #expect(content.blocks.map(\.text) == Self.sentences)
  }

  @Test func mutatedPagesEnd() {
    var state: UInt64 = 20_241_128
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let bytes = Array(Self.page.utf8)
    for _ in 0..<3000 {
      var mutated = bytes
      for _ in 0...next(20) {
        let at = next(mutated.count)
        switch next(4) {
        case 0: mutated[at] = UInt8(next(256))
        case 1: mutated.removeSubrange(at..<min(mutated.count, at + next(60)))
        case 2: mutated.insert(contentsOf: mutated[at..<min(mutated.count, at + next(200))], at: at)
        default: mutated.insert(contentsOf: "<div class='x'>".utf8, at: at)
        }
        if mutated.isEmpty { mutated = [0x3C] }
      }
      _ = PageArticle(bytes: mutated)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func deepNestingNeitherCrashesNorHangs() {
    let deep = String(repeating: "<div>", count: 100_000)
    _ = PageArticle(html: "<body>\(deep)<p>text")
    _ = PageArticle(html: "<body><p \(String(repeating: "a ", count: 100_000))>text")
  }
}
