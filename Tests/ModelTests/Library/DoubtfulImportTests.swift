import Foundation
import Testing

@testable import Model

/// Finds the given names, some of them in doubt.
private struct DoubtingTagger: Tagger {
  var clear: FakeTagger
  var doubtful: FakeTagger

  func mentions(in article: Article) -> [Mention] { clear.mentions(in: article) }

  func names(in article: Article) -> TaggedNames {
    let doubts = doubtful.mentions(in: article).map { mention in
      var mention = mention
      mention.confidence = 0.2
      return mention
    }
    return TaggedNames(mentions: mentions(in: article), doubtful: doubts)
  }
}

@Suite("Names in doubt, imported")
struct DoubtfulImportTests {
  private let folder: TestFolder
  private let english: String
  private let arabic: String

  init() throws {
    folder = try TestFolder()
    english = try folder.write(
      "In the Senate\n\nDianne Feinstein spoke in Washington.\n", to: "english.txt")
    arabic = try folder.write(
      "في مجلس الشيوخ\n\nتحدثت ديان فاينشتاين في واشنطن قبل بيان طويل.\n", to: "arabic.txt", day: 1)
  }

  private func job(_ library: Library) throws -> ImportJob {
    ImportJob(
      library: library,
      tagger: DoubtingTagger(
        clear: FakeTagger(names: [
          "Dianne Feinstein": .person, "Washington": .place, "واشنطن": .place,
        ]),
        doubtful: FakeTagger(names: ["ديان فاينشتاين": .person, "بيان طويل": .person])),
      resolver: try TaggerFixture.resolver.get())
  }

  /// The names of an article's mentions, each with the entity's English name.
  private func names(of path: String, in library: Library) throws -> [String] {
    let id = try #require(try library.articles(at: path).first)
    let content = try #require(try library.content(of: id))
    return content.mentions.map { linked in
      let entity = content.entities.first { $0.entity.id == linked.entity }?.entity
      return content.article.text[linked.mention.range] + " = "
        + (entity?.displayName(preferring: .latin) ?? "")
    }
  }

  private let together = ["ديان فاينشتاين = Dianne Feinstein", "واشنطن = Washington"]

  @Test("They are decided alike in whatever order the articles come")
  func order() throws {
    for paths in [[english, arabic], [arabic, english]] {
      let library = try Library.inMemory()
      for path in paths { _ = try job(library).run(paths: [path]) }
      #expect(try names(of: arabic, in: library) == together)
    }
    let library = try Library.inMemory()
    _ = try job(library).run(paths: [folder.articles])
    #expect(try names(of: arabic, in: library) == together)
  }

  @Test("Without the other article they are no mentions, and no article is found by them")
  func alone() throws {
    let library = try Library.inMemory()
    _ = try job(library).run(paths: [arabic])
    #expect(try names(of: arabic, in: library) == ["واشنطن = Washington"])
    let id = try #require(try library.articles(at: arabic).first)
    #expect(try library.content(of: id)?.entities.count == 1)
  }

  @Test("Where the other article goes, so does what it spoke for")
  func gone() throws {
    let library = try Library(at: folder.libraryFile)
    _ = try job(library).run(paths: [folder.articles])
    #expect(try names(of: arabic, in: library) == together)
    try folder.write("In the Senate\n\nNobody spoke.\n", to: "english.txt", day: 2)
    _ = try job(library).run(paths: [folder.articles])
    #expect(try names(of: arabic, in: library) == ["واشنطن = Washington"])
  }
}
