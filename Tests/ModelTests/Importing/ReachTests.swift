import Foundation
import Testing

@testable import Model

@Suite("What is read beyond files: addresses, converters, pieces of pages")
struct ReachTests {
  private static let page = """
    <!doctype html><html><head><title>Water talks</title><meta name="author" content="Jane Doe">
    </head><body><article><h1>Water talks</h1>
    <p>Ministers from <a href="/capital">Baghdad &amp; Ankara</a> spoke of the river, its dams and the
    fields below them, and agreed to meet again in Basra.</p>
    <ul><li>A point with <a href="https://other.example/">a link elsewhere</a> in it, and some more
    words, so that it is kept as a part of the text of this article.</li></ul>
    <p>قال رئيس الوزراء <a href="/pm">محمد شياع السوداني</a> إن المحادثات مستمرة حول النهر والسدود
    والحقول من حوله في هذه الأيام.</p></article></body></html>
    """

  private func read(_ path: String, with reader: ArticleReader) -> [Result<Article, ImportFailure>]
  {
    let (files, failures) = reader.files(under: [path])
    var results: [Result<Article, ImportFailure>] = failures.map { .failure($0) }
    for file in files { reader.read(file) { results.append($0) } }
    return results
  }

  @Test("An address is read like a file, under the address that answered")
  func address() throws {
    let reader = ArticleReader(download: { address throws(ImportFailure) in
      guard address == "https://news.example/old" else {
        throw ImportFailure(path: address, reason: "was not found")
      }
      return ("https://news.example/water", Data(Self.page.utf8))
    })
    let article = try #require(try read("https://news.example/old", with: reader).first?.get())
    #expect(article.title == "Water talks")
    #expect(article.author == "Jane Doe")
    #expect(article.origin.path == "https://news.example/water")
    #expect(article.url == "https://news.example/water")
    #expect(throws: ImportFailure.self) {
      try read("https://news.example/lost", with: reader).first?.get()
    }
  }

  @Test("Links keep their addresses and the words that they are, in the library too")
  func links() throws {
    let articles = try ArticleReader().read(
      data: Data(Self.page.utf8), path: "https://news.example/water", modified: nil)
    let article = try #require(articles.first)
    func words(_ article: Article) -> [String] {
      article.links.map { link in link.range.map { article.text[$0] } ?? "" }
    }
    #expect(
      article.links.map(\.address) == [
        "https://news.example/capital", "https://other.example/", "https://news.example/pm",
      ])
    #expect(words(article) == ["Baghdad & Ankara", "a link elsewhere", "محمد شياع السوداني"])
    let library = try Library.inMemory()
    let packed = PackedArticle(
      ExtractedArticle(
        article, tagger: FakeTagger(names: [:]), resolver: try TaggerFixture.resolver.get(),
        spans: JudgedSpans([])))
    try library.write { db in
      let store = ArticleStore(db: db, keepsCopies: false)
      _ = try store.store(packed, file: try store.file(at: "a"), line: 0)
      try store.noteChange(difference: 1)
    }
    let id = try #require(try library.allArticles().first)
    let stored = try #require(try library.content(of: id)).article
    #expect(stored.links == article.links)
    #expect(stored.author == "Jane Doe")
  }

  @Test("Damaged links are told as damage")
  func damage() throws {
    let bytes = try #require(
      ArticleLink.packed([ArticleLink(address: "x", range: TextRange(3, 9))]))
    #expect(try ArticleLink.all(in: Data(bytes), count: 9).count == 1)
    #expect(throws: (any Error).self) { try ArticleLink.all(in: Data(bytes), count: 8) }
    #expect(throws: (any Error).self) { try ArticleLink.all(in: Data(bytes.dropLast()), count: 9) }
  }

  @Test("The first of the user's converters that matches a file reads it")
  func converter() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Notes.REV")
    try Data("THE RIVER\n\nTHERE ARE SOME WORDS IN IT.\n".utf8).write(to: file)
    let reader = ArticleReader(converters: [
      UserConverter(match: "*.txt", run: "false"),
      UserConverter(match: "*.rev", run: "tr A-Z a-z"), UserConverter(match: "*", run: "false"),
    ])
    let article = try #require(try read(file.path, with: reader).first?.get())
    #expect(article.title == "the river")
    let failing = ArticleReader(converters: [UserConverter(match: "*.rev", run: "exit 3")])
    #expect(throws: ImportFailure.self) { try read(file.path, with: failing).first?.get() }
  }

  @Test(
    "A piece of a page on standard input is read as a page",
    arguments: [
      "<article><p>Some words of Baghdad.</p></article>",
      "<!-- made by hand --> <!DOCTYPE html><p>Some words of Baghdad.</p>",
      "\u{FEFF}\n<div class=\"a\"><p>Some words of Baghdad.</p></div>",
    ])
  func piece(_ text: String) throws {
    let articles = try ArticleReader().read(data: Data(text.utf8), path: "-", modified: nil)
    #expect(articles.map(\.title) == ["Some words of Baghdad."])
  }

  @Test("A text that starts with a bracket is no page", arguments: ["<3 from Baghdad", "<!-- x"])
  func text(_ text: String) throws {
    let articles = try ArticleReader().read(data: Data(text.utf8), path: "-", modified: nil)
    #expect(articles.map(\.title) == [text])
  }
}
