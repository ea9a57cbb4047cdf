import Foundation
import Testing

@testable import Model

/// The index finds what reading every article would find.
@Suite struct SearchScanTests {
  private static let words = [
    "the", "The", "they", "Iraq", "Iraq’s", "iraqi", "Al-Kazemi", "al", "Sana'a", "Sanaa", "Émile",
    "Straße", "strasse", "2021", "٢٠٢١", "كتاب", "والكتاب", "الكِتاب", "بالكتاب", "للكتاب",
    "وكتاب", "بغداد", "ببغداد", "وبغداد", "غداد", "على", "علي", "مدينة", "مدينه", "الله", "والله",
    "ش", "a", "zo", "zone", "«المنطقة", "الخضراء»", "e\u{301}", "عبد\u{200C}الله", "…", "–", "و",
  ]

  private func text(_ numbers: inout SeededRandom, _ count: Int) -> String {
    (0..<count).map { _ in Self.words.randomElement(using: &numbers) ?? "" }
      .joined(separator: [" ", "  ", "، "].randomElement(using: &numbers) ?? " ")
  }

  private func query(_ numbers: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
      var word = Self.words.randomElement(using: &numbers) ?? ""
      if Int.random(in: 0..<3, using: &numbers) == 0 {
        word = String(word.prefix(Int.random(in: 1...4, using: &numbers)))
      }
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: return "-" + word
      case 1: return "\"\(word) \(Self.words.randomElement(using: &numbers) ?? "")\""
      default: return word
      }
    }.joined(separator: " ")
  }

  /// Whether reading the article finds all that is wanted and nothing that is not.
  private func scan(_ article: Article, _ query: SearchQuery, _ widened: Set<[UInt8]>) -> Bool {
    !query.isEmpty
      && query.terms.allSatisfy { term in
        QueryMatcher([term], widened: widened).ranges(in: article).isEmpty == term.isExcluded
      }
  }

  /// The words of the query that the lexicon knows, or that occur by themselves or behind a
  /// conjunction in some article.
  private func widened(
    _ query: SearchQuery, in articles: [Article], of library: Library
  ) throws -> Set<[UInt8]> {
    try Set(
      query.terms.filter(\.takesParticles).compactMap(\.words.first).filter { word in
        let wholes = ([[]] + WordFronts.conjunctions).map {
          QueryMatcher([SearchTerm(words: [$0 + word], isPrefix: false)])
        }
        let occurs = articles.contains { article in
          wholes.contains { !$0.ranges(in: article).isEmpty }
        }
        return try occurs || library.knows(word)
      })
  }

  @Test(arguments: [1, 2, 3, UInt64.random(in: 0...UInt64.max)])
  func findsWhatAScanFinds(seed: UInt64) throws {
    var numbers = SeededRandom(seed: seed)
    let folder = try TestFolder()
    for number in 0..<60 {
      let title = text(&numbers, Int.random(in: 1...5, using: &numbers))
      let body = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
        text(&numbers, Int.random(in: 1...12, using: &numbers))
      }
      try folder.write(
        "\(title)\n\n\(body.joined(separator: "\n\n"))\n", to: String(format: "%03d.txt", number))
    }
    let library = try Library.inMemory()
    let job = ImportJob(
      library: library, tagger: FakeTagger(names: [:]), resolver: FakeResolver(groups: []))
    _ = try job.run(paths: [folder.articles])
    var articles: [(id: ArticleID, article: Article)] = []
    try library.forEachArticle { content, _ in
      articles.append((content.summary.id, content.article))
    }
    for _ in 0..<150 {
      let query = SearchQuery(query(&numbers))
      let widened = try widened(query, in: articles.map(\.article), of: library)
      let expected = articles.filter { scan($0.article, query, widened) }.map(\.id)
      let results = try library.search(query, order: .path, limit: 100)
      let matcher = QueryMatcher(query.wanted, widened: widened)
      #expect(
        results.hits.map(\.summary.id).sorted() == expected, "seed \(seed), query \(query.text)")
      #expect(results.total == expected.count, "seed \(seed), query \(query.text)")
      for hit in results.hits {
        let found = articles.first { $0.id == hit.summary.id }
        #expect(!hit.ranges.isEmpty, "seed \(seed), query \(query.text)")
        #expect(
          hit.ranges == found.map { matcher.ranges(in: $0.article) },
          "seed \(seed), query \(query.text)")
      }
    }
  }
}
