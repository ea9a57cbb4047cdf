import Foundation
import Testing

@testable import Model

@Suite("Reading names again")
struct CarefulReadingTests {
  /// Finds one word as a person, wherever it stands.
  private struct WordTagger: Tagger {
    var word: String
    var isQuick: Bool

    func mentions(in article: Article) -> [Mention] {
      let wanted = Array(word.unicodeScalars)
      return article.paragraphs.flatMap { paragraph in
        Tokenizer.tokens(of: article.text, in: paragraph.range).compactMap { token in
          article.text.scalars[token.start..<token.end].elementsEqual(wanted)
            ? Mention(range: TextRange(token.start, token.end), kind: .person) : nil
        }
      }
    }
  }

  private func library(_ count: Int) throws -> Library {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = (0..<count).map {
      "{\"title\": \"Story \($0)\", \"text\": \"Yesterday Alpha met Omega in town, day \($0).\", "
        + "\"date\": \"2020-01-\(10 + $0)\"}"
    }
    let file = folder.appending(path: "news.jsonl")
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let library = try Library.inMemory()
    _ = try ImportJob(
      library: library, tagger: WordTagger(word: "Alpha", isQuick: true),
      resolver: try TaggerFixture.resolver.get()
    ).run(paths: [file.path])
    return library
  }

  private func names(_ library: Library) throws -> [String] {
    var names: [String] = []
    try library.forEachArticle { content, _ in
      names += content.entities.map { $0.entity.displayName(preferring: .latin) }
    }
    return names
  }

  private func job(_ library: Library) throws -> CarefulReading {
    CarefulReading(
      library: library, tagger: WordTagger(word: "Omega", isQuick: false),
      resolver: try TaggerFixture.resolver.get())
  }

  @Test("What an import read quickly waits, and has other names after it was read again")
  func replaces() throws {
    let library = try library(5)
    #expect(try library.hastyCount() == 5)
    #expect(try names(library) == Array(repeating: "Alpha", count: 5))
    var progress: [CarefulReading.Progress] = []
    try job(library).run(progress: { progress.append($0) })
    #expect(try library.hastyCount() == 0)
    #expect(try names(library) == Array(repeating: "Omega", count: 5))
    #expect(progress.first?.waiting == 5 && progress.last?.waiting == 0)
    #expect(progress.last?.articles == 5)
  }

  @Test("The orders of the list outlast a reading of names, and not a change of the articles")
  func keepsOrders() throws {
    let library = try library(3)
    let catalog = try library.read { try library.catalog($0, .title) }
    try job(library).run()
    let kept = try #require(try library.read { try library.knownCatalog($0, .title) })
    #expect(kept.generation > catalog.generation)
    #expect(kept.edition == catalog.edition)
    // What depends on names too is of the new generation.
    #expect(try library.generation() == kept.generation)
    _ = try library.write { try ArticleStore(db: $0, keepsCopies: false).noteChange(difference: 0) }
    #expect(try library.read { try library.knownCatalog($0, .title) } == nil)
  }

  @Test("The article on the screen is read first, by itself")
  func first() throws {
    let library = try library(4)
    let last = try #require(try library.allArticles().last)
    var lots: [Int] = []
    try job(library).run(first: { last }, progress: { lots.append($0.articles) })
    #expect(lots == [0, 1, 4])
  }

  @Test("A tagger that is not quick leaves nothing to read again, and nothing waits twice")
  func once() throws {
    let library = try library(3)
    try job(library).run()
    let generation = try library.generation()
    try job(library).run()
    #expect(try library.generation() == generation)
    try ReindexJob(
      library: library, tagger: WordTagger(word: "Omega", isQuick: false),
      resolver: try TaggerFixture.resolver.get()
    ).run()
    #expect(try library.hastyCount() == 0)
  }
}
